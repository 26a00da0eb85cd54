import Foundation
import TestSupport
import Testing

@testable import KeruenSearch

@Suite("A snapshot that follows a log")
struct SnapshotBuilderTests {
    @Test(
        "answers as one that is made from nothing, whatever came in which batches",
        arguments: 1...(LongRun.isOn ? 9 : 2))
    func law(seed: UInt64) async throws {
        try await FollowedShop.open { shop in
            var generator = SeededGenerator(seed: seed)
            let builder = shop.builder(batch: 4)
            for round in 0..<6 {
                var changes: [CatalogChange] = []
                for _ in 0..<Int.random(in: 0...6, using: &generator) {
                    let number = Int.random(in: 0..<8, using: &generator)
                    switch Int.random(in: 0..<8, using: &generator) {
                    case 0, 1: changes.append(CatalogChange(withdrawn: "p\(number)"))
                    // What does not fit takes the old one away.
                    case 2: changes.append(CatalogChange(id: "p\(number)", product: #"{"id":"p\#(number)"}"#))
                    case 3: changes.append(CatalogChange(withdrawn: "nobody"))
                    default: changes.append(shop.put(number, "p\(number)", title: ["", "жібек ", "шарф "][round % 3]))
                    }
                }
                try shop.log.append(changes)
                if Bool.random(using: &generator) { try await shop.follow(builder) }
                if Bool.random(using: &generator), (try? shop.published.current()) != nil {
                    _ = try await shop.mirror.refresh()
                }
            }
            try await shop.follow(builder)
            _ = try await shop.mirror.refresh()
            let anew = SnapshotFolder(shop.folder.appending(path: "Anew"))
            let publication = try await builder.rebuild(in: anew)
            let newest = try shop.log.newest()
            #expect(publication.isAnew && publication.position == newest && newest > 0)
            let expected = try FollowedShop.answers(anew.current())
            #expect(try FollowedShop.answers(shop.published.current()) == expected)
            #expect(try FollowedShop.answers(shop.node.current()) == expected)
        }
    }

    @Test("is sound wherever the publisher stops, and the next run comes to the same")
    func stops() async throws {
        try await FollowedShop.open { shop in
            let builder = shop.builder()
            for (round, changes) in [
                (0...2).map { shop.put($0) }, [shop.put(3), CatalogChange(withdrawn: "dutar")],
                [CatalogChange(withdrawn: "nobody")],
            ].enumerated() {
                let before = round == 0 ? 0 : try shop.log.newest()
                let after = try shop.log.append(changes)
                let stops = try await FollowedShop.stopping(shop.published.url, in: shop.folder) {
                    _ = try await builder.follow(in: shop.published)
                }
                let expected = try FollowedShop.answers(shop.published.current())
                #expect(stops.count > 10)
                var positions: Set<Int> = []
                // The last steps are those that put it in place; of the others some are enough.
                for (number, stop) in stops.enumerated()
                where number % LongRun.step(27) == 0 || number > stops.count - 5 {
                    let folder = SnapshotFolder(stop)
                    if let current = try? folder.current() {
                        let snapshot = try Snapshot(current)
                        try snapshot.verify()
                        positions.insert(snapshot.position ?? -1)
                    } else {
                        #expect(round == 0)
                    }
                    _ = try await builder.follow(in: folder)
                    #expect(try FollowedShop.answers(folder.current()) == expected)
                    let left = try FileManager.default.contentsOfDirectory(atPath: stop.path)
                    #expect(!left.contains { $0.hasPrefix(".draft") || $0.hasPrefix(".CURRENT") })
                    try FileManager.default.removeItem(at: stop)
                }
                #expect(positions == (round == 0 ? [after] : [before, after]))
            }
        }
    }

    @Test("is made from nothing where the frame or the day is another, and where it is damaged or not of a log")
    func anew() async throws {
        try await FollowedShop.open { shop in
            try shop.log.append((0..<4).map { shop.put($0) })
            _ = try SnapshotWriter(
                catalogue: shop.catalogue, as: "Catalog", on: CivilDate("2026-11-26"), places: FollowedShop.places
            ).publish(in: shop.published)
            func follow(on day: String = "2026-11-26") async throws -> Bool? {
                try await shop.builder(on: day).follow(in: shop.published)?.isAnew
            }
            #expect(try await follow() == true)
            #expect(try await follow() == nil)
            try Data("шарф, орамал\n".utf8).write(to: shop.catalogue.appending(path: "synonyms/kk.txt"))
            #expect(try await follow() == true)
            #expect(try await follow(on: "2026-11-27") == true)
            #expect(try await follow(on: "2026-11-27") == nil)
            try shop.log.append([shop.put(1, title: "Жаңа ")])
            #expect(try await follow(on: "2026-11-27") == false)

            // A byte of a line that nobody changes: it is noticed when the next snapshot is tested.
            let lines = try shop.published.current().appending(path: "products.jsonl")
            var data = try Data(contentsOf: lines)
            data[10] ^= 1
            try FileManager.default.removeItem(at: lines)
            try data.write(to: lines)
            try shop.log.append([CatalogChange(withdrawn: "rawap")])
            #expect(try await follow(on: "2026-11-27") == true)
            try Snapshot(shop.published.current()).verify()
        }
    }

    @Test("refuses a log that is shorter than what it was made of; making it from nothing mends that")
    func otherLog() async throws {
        try await FollowedShop.open { shop in
            try shop.log.append((0..<3).map { shop.put($0) })
            let builder = shop.builder()
            try await shop.follow(builder)
            try FileManager.default.removeItem(at: shop.log.url)
            let other = CatalogLogFolder(shop.log.url)
            try other.append([shop.put(0)])
            let anew = SnapshotBuilder(
                of: other, catalogue: shop.catalogue, named: "Catalog", on: CivilDate("2026-11-26"),
                places: FollowedShop.places)
            let refusal = await #expect(throws: SegmentError.self) { try await anew.follow(in: shop.published) }
            #expect(refusal?.code == .otherLog && refusal?.subject == "3 > 1" && refusal?.diagnostic.code == "SRC0124")
            // On a new day everything is made anew, and no log is still no empty shop.
            try FileManager.default.removeItem(at: shop.log.url)
            let nextDay = shop.builder(on: "2026-11-27")
            let gone = await #expect(throws: SegmentError.self) { try await nextDay.follow(in: shop.published) }
            #expect(gone?.code == .otherLog && gone?.subject == "3 > 0")
            try CatalogLogFolder(shop.log.url).append([shop.put(0)])
            let publication = try await anew.rebuild(in: shop.published)
            #expect(publication.position == 1 && publication.products == 1)
        }
    }

    @Test("says which entries do not fit, by their positions, followed or from nothing")
    func findings() async throws {
        try await FollowedShop.open { shop in
            try shop.log.append([shop.put(0), CatalogChange(id: "x", product: #"{"id":"x"}"#), shop.put(1)])
            let builder = shop.builder()
            let first = try #require(try await builder.follow(in: shop.published))
            #expect(first.isAnew && first.products == 2 && Set(first.findings.compactMap(\.position?.line)) == [2])
            try shop.log.append([CatalogChange(id: "y", product: "{")])
            let second = try #require(try await builder.follow(in: shop.published))
            #expect(!second.isAnew && second.products == 2 && second.findings.map(\.position?.line) == [4])
            #expect(second.findings.first?.position?.file == "Log")
        }
    }

    @Test("is published by several builders at once, each entry taken in once")
    func builders() async throws {
        try await FollowedShop.open { shop in
            try shop.log.append((0..<4).map { shop.put($0) })
            let builder = shop.builder(batch: 1)
            let positions = try await withThrowingTaskGroup(of: [Int].self) { group in
                for _ in 0..<3 {
                    group.addTask {
                        var positions: [Int] = []
                        while let publication = try await builder.follow(in: shop.published) {
                            positions.append(publication.position)
                        }
                        return positions
                    }
                }
                try shop.log.append((0..<3).map { shop.put($0, title: "Жаңа ") })
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(Set(positions).count == positions.count && positions.max() == 7)
            #expect(try Snapshot(shop.published.current()).position == 7)
        }
    }
}
