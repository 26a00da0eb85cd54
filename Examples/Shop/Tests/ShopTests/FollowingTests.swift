import Foundation
import Keruen
import Logging
import ShopServer
import ShopSite
import Synchronization
import Testing

@Suite("A node of the shop")
struct FollowingTests {
    @Test("swaps what its publisher published, and keeps what it has where that is wrong")
    func follows() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "shop-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        let catalogue = TestShop.root.appending(path: "Catalog")
        let log = CatalogLogFolder(folder.appending(path: "Log"))
        let last = try log.append(try CatalogDraft.load(folder: catalogue).products.map { CatalogChange($0) })
        let builder = SnapshotBuilder(
            of: log, catalogue: catalogue, on: CivilDate("2026-11-27"), places: [("kz", "ru")])
        let published = SnapshotFolder(folder.appending(path: "Published"))
        let own = SnapshotFolder(folder.appending(path: "Own"))
        _ = try await builder.follow(in: published)
        _ = try await SnapshotMirror(of: PublishedFolder(published.url), in: own).refresh()

        let strings = try TestShop.site.get().strings
        let live = try LiveSite { Site(snapshot: try Snapshot(own.current()), strings: strings) }
        let services = Services(
            live: live, store: InMemoryStore(), keyring: nil, payments: InMemoryPayments(style: .card),
            tokens: Tokens(), origin: "", now: { ShopOpening.noon })
        let lines = Mutex<[String]>([])
        let logger = Logger(label: "shop") { label in
            JSONLogHandler(label: label) { line in lines.withLock { $0.append(line) } }
        }
        let following = Following(
            published.url.path, into: own.url.path, every: .seconds(1), services, logger: logger
        ) { _ in true }
        #expect(await following.look() == nil && live.current.snapshot?.position == last)

        try log.append([CatalogChange(withdrawn: "dutar")])
        _ = try await builder.follow(in: published)
        let file = try published.current().appending(path: "kz.ru.segment")
        let whole = try Data(contentsOf: file)
        var wrong = whole
        wrong[wrong.count / 2] ^= 1
        try wrong.write(to: file)
        let before = live.current
        let reason = try #require(await following.look())
        #expect(reason.hasPrefix("SRC0126"))
        #expect(await following.look(after: reason) == reason)
        #expect(live.current.snapshot?.position == last && live.current.snapshot?["dutar"] != nil)
        #expect(lines.withLock(\.count) == 1 && lines.withLock { $0[0].contains("kept the old snapshot") })

        try whole.write(to: file)
        #expect(await following.look(after: reason) == nil)
        #expect(live.current.snapshot?.position == last + 1 && live.current.snapshot?["dutar"] == nil)
        #expect(lines.withLock { $0.last?.contains("swapped") == true && $0.last?.contains("\(last + 1)") == true })
        // A request that began on the old one ends on it.
        #expect(before.snapshot?["dutar"] != nil && before.snapshot?.damage == nil)
    }
}
