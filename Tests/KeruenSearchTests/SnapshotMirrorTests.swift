import Foundation
import Synchronization
import TestSupport
import Testing

@testable import KeruenSearch

@Suite("A node that follows a publisher")
struct SnapshotMirrorTests {
    /// A shop whose node has the first snapshot, while another is published.
    private func behind(_ body: (FollowedShop, _ old: [String], _ new: [String]) async throws -> Void) async throws {
        try await FollowedShop.open { shop in
            try shop.log.append((0..<3).map { shop.put($0) })
            let builder = shop.builder()
            try await shop.follow(builder)
            _ = try await shop.mirror.refresh()
            let old = try FollowedShop.answers(shop.node.current())
            try shop.log.append([shop.put(3), CatalogChange(withdrawn: "dutar")])
            _ = try await builder.rebuild(in: shop.published)
            try await body(shop, old, try FollowedShop.answers(shop.published.current()))
        }
    }

    @Test("takes over what is published, and does not get what it has")
    func takesOver() async throws {
        try await FollowedShop.open { shop in
            try shop.log.append((0..<3).map { shop.put($0) })
            let builder = shop.builder()
            try await shop.follow(builder)
            let first = try #require(try await shop.mirror.refresh())
            #expect(first.position == 3 && first.products == 3 && first.fetched > 0 && first.reused == 0)
            #expect(try await shop.mirror.refresh() == nil)
            try shop.log.append([shop.put(3)])
            try await shop.follow(builder)
            let second = try #require(try await shop.mirror.refresh())
            let lines = try Data(contentsOf: shop.node.current().appending(path: "products.jsonl"))
            #expect(second.position == 4 && second.products == 4 && second.reused >= lines.count)
            #expect(try FollowedShop.answers(shop.node.current()) == FollowedShop.answers(shop.published.current()))
            // One of its files goes: it is whole again at the next look.
            try FileManager.default.removeItem(at: shop.node.current().appending(path: "kz.kk.segment"))
            #expect(try await shop.mirror.refresh() != nil)
            #expect(try FollowedShop.answers(shop.node.current()) == FollowedShop.answers(shop.published.current()))
        }
    }

    @Test("refuses a byte that is wrong in any file, keeps the old snapshot, and takes the right one afterwards")
    func flipped() async throws {
        try await behind { shop, old, new in
            var generator = SeededGenerator(seed: 5)
            let current = try shop.published.current()
            let manifest = try SnapshotManifest.read(current)
            var refused = 0
            let shared = Set(try SnapshotManifest.read(shop.node.current()).files ?? [])
            let parts = try manifest.parts() + [.init(name: SnapshotManifest.file, size: 0, checksum: "")]
            for (number, part) in parts.enumerated() {
                let file = current.appending(path: part.name)
                let whole = try Data(contentsOf: file)
                // A wrong length is found alike in all of them.
                for change in ["flip", "cut", "longer"]
                where !whole.isEmpty && (change == "flip" || number % LongRun.step(4) == 0) {
                    var wrong = whole
                    switch change {
                    case "flip": wrong[Int.random(in: 0..<whole.count, using: &generator)] ^= 0x10
                    case "cut": wrong = whole.dropLast()
                    default: wrong.append(0)
                    }
                    try FileManager.default.removeItem(at: file)
                    try wrong.write(to: file)
                    let node = SnapshotFolder(shop.folder.appending(path: "Node-\(part.name.hashValue)-\(change)"))
                    try FileManager.default.copyItem(at: shop.node.url, to: node.url)
                    let mirror = SnapshotMirror(of: PublishedFolder(shop.published.url), in: node)
                    do {
                        _ = try await mirror.refresh()
                        // It did not look there: the node has that file already.
                        #expect(shared.contains(part), "\(part.name) \(change)")
                        #expect(try FollowedShop.answers(node.current()) == new)
                    } catch let error as SegmentError {
                        refused += 1
                        #expect([.wrongSum, .damaged, .notASnapshot, .unknownVersion].contains(error.code), "\(error)")
                        #expect(try Snapshot(node.current()).position == 3)
                    }
                    try FileManager.default.removeItem(at: file)
                    try whole.write(to: file)
                    if change == "flip", part.name.hasSuffix("segment") {
                        #expect(try FollowedShop.answers(node.current()) == old)
                        _ = try await mirror.refresh()
                        #expect(try FollowedShop.answers(node.current()) == new)
                    }
                    try FileManager.default.removeItem(at: node.url)
                }
            }
            #expect(refused >= 5)
        }
    }

    @Test("has a sound snapshot wherever it stops, and goes on with what it got")
    func stops() async throws {
        try await behind { shop, old, new in
            let stops = try await FollowedShop.stopping(shop.node.url, in: shop.folder) {
                _ = try await shop.mirror.refresh()
            }
            #expect(stops.count > 10)
            var (seen, reused): (Set<[String]>, [Int]) = ([], [])
            // The last steps are those that put it in place; of the others some are enough.
            for (number, stop) in stops.enumerated() where number % LongRun.step(12) == 0 || number > stops.count - 6 {
                let node = SnapshotFolder(stop)
                let answers = try FollowedShop.answers(node.current())
                #expect(answers == old || answers == new)
                seen.insert(answers)
                if let arrival = try await SnapshotMirror(of: PublishedFolder(shop.published.url), in: node).refresh() {
                    reused.append(arrival.reused)
                }
                #expect(try FollowedShop.answers(node.current()) == new)
            }
            #expect(seen.count == 2 && (reused.max() ?? 0) > (reused.first ?? 0))
        }
    }

    @Test("goes on where a connection was lost, and follows a publisher that removes what is being copied")
    func connections() async throws {
        try await behind { shop, old, new in
            let line = ShakyLine(of: shop.published.url, failingAt: 4)
            let mirror = SnapshotMirror(of: line, in: shop.node)
            let refusal = await #expect(throws: SegmentError.self) { try await mirror.refresh() }
            #expect(refusal?.code == .unreachable && refusal?.diagnostic.code == "SRC0125")
            #expect(try FollowedShop.answers(shop.node.current()) == old)
            let arrival = try #require(try await mirror.refresh())
            #expect(arrival.reused > 0)
            #expect(try FollowedShop.answers(shop.node.current()) == new)

            // While it copies, two more are published, and the one that it copies is gone.
            let builder = shop.builder()
            try shop.log.append([shop.put(0, title: "Жаңа ")])
            try await shop.follow(builder)
            let racing = ShakyLine(of: shop.published.url, failingAt: nil) { count in
                guard count == 3 else { return }
                for _ in 0..<2 { _ = try? await builder.rebuild(in: shop.published) }
            }
            _ = try await SnapshotMirror(of: racing, in: shop.node).refresh()
            #expect(try FollowedShop.answers(shop.node.current()) == FollowedShop.answers(shop.published.current()))
        }
    }

    @Test("is served without a pause: readers keep what they opened, and the next finds the new one")
    func live() async throws {
        try await behind { shop, old, _ in
            let live = try LiveSnapshot(shop.node)
            let before = live.current
            let builder = shop.builder()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<2 {
                    group.addTask {
                        for _ in 0..<15 {
                            let index = try live.current.index(market: "kz", language: .kk)
                            let ids = index.browse().map(\.id)
                            #expect(ids.count == index.count && !ids.contains(""))
                            await Task.yield()
                        }
                    }
                }
                group.addTask {
                    for round in 0..<3 {
                        if try await shop.mirror.refresh() != nil { try live.reload() }
                        try shop.log.append([shop.put(round, title: "\(round) ")])
                        try await shop.follow(builder)
                    }
                }
                try await group.waitForAll()
            }
            #expect(before.position == 3 && live.current.position == 7 && before.damage == nil)
            let first = try before.index(market: "kz", language: .kk).answers()
            #expect(old.contains(first[0]))
        }
    }

    @Test("is written by one at a time, and refuses a manifest that leads out of its folder")
    func refusals() async throws {
        try await behind { shop, old, _ in
            try await shop.node.exclusively(waits: true) {
                let refusal = await #expect(throws: SegmentError.self) { try await shop.mirror.refresh() }
                #expect(refusal?.code == .busy && refusal?.diagnostic.code == "SRC0128")
            }
            let current = try shop.published.current()
            let whole = try SnapshotManifest.read(current)
            for name in ["../../outside", "/etc/passwd", "shop/../x", "", "a//b", ".incoming", "snapshot.json"] {
                var manifest = whole
                manifest.lines[0] = name
                manifest.files?[0].name = name
                try manifest.write(to: current)
                let refusal = await #expect(throws: SegmentError.self) { try await shop.mirror.refresh() }
                #expect(refusal?.code == .notListed, "\(name)")
            }
            var manifest = whole
            manifest.files = nil
            try manifest.write(to: current)
            let refusal = await #expect(throws: SegmentError.self) { try await shop.mirror.refresh() }
            #expect(refusal?.code == .notListed && refusal?.diagnostic.code == "SRC0127")
            try Data("snapshot-../../x".utf8).write(to: shop.published.url.appending(path: "CURRENT"))
            let pointer = await #expect(throws: SegmentError.self) { try await shop.mirror.refresh() }
            #expect(pointer?.code == .damaged)
            #expect(try FollowedShop.answers(shop.node.current()) == old)
        }
    }
}

/// A publisher at the end of a line that breaks once, in the middle of a file.
private final class ShakyLine: SnapshotSource {
    private let folder: PublishedFolder
    private let failing: Int?
    private let before: @Sendable (Int) async -> Void
    private let count = Mutex(0)

    init(of url: URL, failingAt failing: Int?, _ before: @escaping @Sendable (Int) async -> Void = { _ in }) {
        (folder, self.failing, self.before) = (PublishedFolder(url), failing, before)
    }

    func read(_ path: String, _ take: ([UInt8]) throws(SegmentError) -> Void) async throws(SegmentError) {
        let number = count.withLock { count in
            count += 1
            return count
        }
        await before(number)
        try folder.read(path) { piece throws(SegmentError) in
            guard number == failing else { return try take(piece) }
            try take(Array(piece.prefix(piece.count / 2)))
            throw SegmentError(.unreachable, path)
        }
    }
}
