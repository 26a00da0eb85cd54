import Foundation
import TestSupport
import Testing

@testable import KeruenSearch

@Suite("A snapshot")
struct SnapshotTests {
    private static let catalogue = Project.root.appending(path: "Catalog")
    private static let places = [("kz", "kk"), ("ru", "ru"), ("cn", "zh-Hans")]

    private func day() throws -> CivilDate { try #require(CivilDate("2026-11-26")) }

    private func withSnapshot<R>(
        of catalogue: URL = Self.catalogue, _ body: (SnapshotFolder, SnapshotWriter.Report) async throws -> R
    ) async throws -> R {
        try await Project.withTemporaryFolder { folder in
            let published = SnapshotFolder(folder.appending(path: "Snapshot"))
            let report = try SnapshotWriter(
                catalogue: catalogue, as: "Catalog", on: try day(), places: Self.places
            ).publish(in: published)
            return try await body(published, report)
        }
    }

    @Test("answers as an index in memory does, in every order and with every filter")
    func same() async throws {
        let catalog = try Catalog.load(folder: Self.catalogue)
        try await withSnapshot { folder, report in
            #expect(report.findings.isEmpty && report.products == catalog.products.count)
            let snapshot = try Snapshot(folder.current())
            try snapshot.verify()
            #expect(snapshot.count == catalog.products.count)
            for (market, language) in Self.places {
                let place = try #require(catalog.market(market))
                let memory = try SearchIndex(catalog, market: place, language: LanguageTag(language), on: day())
                let mapped = try snapshot.index(market: market, language: LanguageTag(language))
                let (own, other) = (try mapped.answers(), try memory.answers())
                #expect(own == other)
            }
            #expect(snapshot["dutar"]?.title[.kk] == catalog["dutar"]?.title[.kk])
            #expect(snapshot["no-such-product"] == nil && snapshot.damage == nil)
        }
    }

    @Test("says which index it does not have, and where there is no snapshot")
    func missing() async throws {
        try await withSnapshot { folder, _ in
            let snapshot = try Snapshot(folder.current())
            let error = #expect(throws: SegmentError.self) { try snapshot.index(market: "kz", language: .ru) }
            #expect(error?.code == .noIndex)
            let nowhere = #expect(throws: SegmentError.self) {
                try SnapshotFolder(Project.root.appending(path: "Catalog")).current()
            }
            #expect(nowhere?.code == .notASnapshot)
        }
    }

    @Test("with changes in it is what it would be had it been written of the changed catalogue")
    func changes() async throws {
        try await Project.withCopy { copy in
            let catalogue = copy.appending(path: "Catalog")
            let snapshots = SnapshotFolder(copy.appending(path: "Snapshot"))
            _ = try SnapshotWriter(catalogue: catalogue, as: "Catalog", on: day(), places: Self.places).publish(
                in: snapshots)
            // A scarf gets another title, a drum goes, a second dutar comes; twice, so that changes stand on changes.
            for round in 1...2 {
                let products = catalogue.appending(path: "products")
                let scarf = products.appending(path: "atlas-silk-scarf.yaml")
                var text = try String(contentsOf: scarf, encoding: .utf8)
                text.replace("title:\n  zh-Hans: \"", with: "title:\n  zh-Hans: \"新\(round)")
                try Data(text.utf8).write(to: scarf)
                var dutar = try String(contentsOf: products.appending(path: "dutar.yaml"), encoding: .utf8)
                dutar.replace("id: dutar", with: "id: dutar-\(round)")
                dutar.replace(
                    "sku: XJ-DUT-315", with: "sku: XJ-DUT-\(round)\n    prices: {kz: 99000.00, ru: 9900.00, cn: 880.00}"
                )
                try Data(dutar.utf8).write(to: products.appending(path: "dutar-\(round).yaml"))
                let gone = round == 1 ? "dap-frame-drum" : "rawap"
                try FileManager.default.removeItem(at: products.appending(path: "\(gone).yaml"))

                let lines = try [scarf, products.appending(path: "dutar-\(round).yaml")].map {
                    try DocumentReader().read(file: $0).json
                }
                let feed = copy.appending(path: "changes.jsonl")
                try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: feed)
                let report = try SnapshotChange(file: feed, removing: [gone, "nobody"]).publish(in: snapshots)
                #expect([report.added, report.changed, report.removed] == [1, 1, 1] && report.unknown == ["nobody"])

                let whole = SnapshotFolder(copy.appending(path: "Whole-\(round)"))
                let written = try SnapshotWriter(
                    catalogue: catalogue, as: "Catalog", on: day(), places: Self.places
                ).publish(in: whole)
                let (changed, anew) = (try Snapshot(snapshots.current()), try Snapshot(whole.current()))
                try changed.verify()
                #expect(changed.count == written.products && report.products == written.products)
                for (market, language) in Self.places {
                    let own = try changed.index(market: market, language: LanguageTag(language))
                    let other = try anew.index(market: market, language: LanguageTag(language))
                    let (mine, theirs) = (try own.answers(), try other.answers())
                    #expect(mine == theirs)
                    #expect((0..<own.count).allSatisfy { own.id(at: $0) == other.id(at: $0) })
                }
                #expect(changed[gone] == nil && changed["dutar-\(round)"] != nil)
            }
        }
    }

    @Test("is swapped under readers: each goes on with what it opened, and the next finds the new one")
    func swapping() async throws {
        try await withSnapshot { folder, _ in
            let live = try LiveSnapshot(folder)
            let before = live.current
            let old = try before.index(market: "kz", language: .kk)
            let isNewer = try live.reload()
            #expect(!isNewer)
            let answered = try old.answers()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<2 {
                    group.addTask {
                        for _ in 0..<20 {
                            let index = try live.current.index(market: "kz", language: .kk)
                            #expect([old.count, old.count - 1, old.count - 2].contains(index.count))
                            #expect(!index.search("жібек").isEmpty)
                        }
                    }
                }
                group.addTask {
                    for id in ["rawap", "dutar"] {
                        _ = try SnapshotChange(file: nil, removing: [id]).publish(in: folder)
                        let isNewer = try live.reload()
                        #expect(isNewer)
                    }
                }
                try await group.waitForAll()
            }
            #expect(live.current["dutar"] == nil && before["dutar"] != nil)
            let again = try old.answers()
            #expect(again == answered)
        }
    }

    @Test("whose bytes are damaged or cut is refused or tells of it, and is never read past its end")
    func damage() async throws {
        try await withSnapshot { published, _ in
            let folder = try published.current()
            var generator = SeededGenerator(seed: 7)
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.contains(".") }
                .sorted()
            var outcomes: [String] = []
            for round in 0..<(LongRun.isOn ? 3_000 : 60) {
                let file = folder.appending(path: names[round % names.count])
                let whole = try Data(contentsOf: file)
                var damaged = whole
                let place = Int.random(in: 0..<whole.count, using: &generator)
                if round % 3 == 0 {
                    damaged = whole.prefix(place)
                } else {
                    damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
                }
                // A new file, for the old one is mapped somewhere still.
                try FileManager.default.removeItem(at: file)
                try damaged.write(to: file)
                outcomes.append(outcome(of: folder))
                try FileManager.default.removeItem(at: file)
                try whole.write(to: file)
            }
            let count = Dictionary(grouping: outcomes, by: \.self).mapValues(\.count)
            let unharmed = count["unharmed"] ?? 0
            // What lies between sections belongs to nobody.
            #expect(count["refused"] != nil && count["told"] != nil && unharmed * 10 < outcomes.count)
            try Snapshot(folder).verify()
        }
    }

    /// What comes of opening a snapshot and asking it everything.
    private func outcome(of folder: URL) -> String {
        guard let snapshot = try? Snapshot(folder), let index = try? snapshot.index(market: "kz", language: .kk) else {
            return "refused"
        }
        for query in SearchIndex.asked { _ = index.search(query).map(\.product.id) }
        _ = index.browse().map(\.id)
        return snapshot.damage != nil || (try? snapshot.verify()) == nil ? "told" : "unharmed"
    }

    @Test("leaves out what does not fit, and says why and where")
    func findings() async throws {
        try await Project.withCopy { copy in
            let catalogue = copy.appending(path: "Catalog")
            let feed = catalogue.appending(path: "products/feed.jsonl")
            let dutar = try DocumentReader().read(file: catalogue.appending(path: "products/dutar.yaml")).json
            try Data("\(dutar)\n{\"id\": \"broken\"\n{\"id\":\"x\"}\n".utf8).write(to: feed)
            try await withSnapshot(of: catalogue) { folder, report in
                let codes = report.findings.map { "\($0.code) \($0.position?.line ?? 0)" }
                #expect(codes.contains("CAT0102 1") && codes.contains("DOC0007 2") && codes.contains("DOC0101 3"))
                let snapshot = try Snapshot(folder.current())
                #expect(snapshot.count == report.products)
            }
        }
    }

    @Test("takes in changes of several writers at once, none lost")
    func writers() async throws {
        try await withSnapshot { folder, report in
            let dutar = try DocumentReader().read(file: Self.catalogue.appending(path: "products/dutar.yaml")).json
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<3 {
                    group.addTask {
                        let feed = folder.url.appending(path: "feed-\(number).jsonl")
                        try Data(dutar.replacing("\"dutar\"", with: "\"dutar-\(number)\"").utf8).write(to: feed)
                        let change = try SnapshotChange(file: feed).publish(in: folder)
                        #expect(change.added == 1)
                    }
                }
                try await group.waitForAll()
            }
            let snapshot = try Snapshot(folder.current())
            #expect(snapshot.count == report.products + 3)
        }
    }

    @Test("is not published of a catalogue without one of its markets, nor for nothing")
    func refusals() async throws {
        try await Project.withCopy { copy in
            let catalogue = copy.appending(path: "Catalog")
            try Data("id: [".utf8).write(to: catalogue.appending(path: "markets/kz.yaml"))
            let folder = SnapshotFolder(copy.appending(path: "Snapshot"))
            let refusal = #expect(throws: Refusal.self) {
                try SnapshotWriter(catalogue: catalogue, as: "Catalog", on: day()).publish(in: folder)
            }
            #expect(refusal?.diagnostics.first?.code == .brokenSyntax)
        }
        try await withSnapshot { folder, report in
            let before = try folder.current()
            let change = try SnapshotChange(file: nil, removing: ["nobody"]).publish(in: folder)
            let after = try folder.current()
            #expect(change.unknown == ["nobody"] && change.products == report.products && after == before)
            let older = try Snapshot(SnapshotFolder(before).current())
            #expect(older.count == report.products)
        }
    }
}
