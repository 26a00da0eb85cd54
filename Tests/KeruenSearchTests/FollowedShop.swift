import Foundation
import TestSupport
import Testing

@testable import KeruenSearch

/// A shop whose products come by a log: the sample's frame, a few of its products, and a publisher that follows.
struct FollowedShop {
    static let places = [("kz", "kk"), ("ru", "ru")]
    let folder: URL
    let log: CatalogLogFolder
    let products: [(id: String, json: String)]
    /// Where snapshots are published, and where a node has its own.
    let published: SnapshotFolder
    let node: SnapshotFolder

    var catalogue: URL { folder.appending(path: "Catalog") }

    static func open(_ body: (FollowedShop) async throws -> Void) async throws {
        try await Project.withCopy { folder in
            let names = ["atlas-silk-scarf", "dutar", "rawap", "dap-frame-drum"]
            let products = try names.map { name in
                let file = folder.appending(path: "Catalog/products/\(name).yaml")
                return (name, try DocumentReader().read(file: file).json)
            }
            // Of the frame alone, so that nothing of what follows can come from there.
            let own = folder.appending(path: "Catalog/products")
            try FileManager.default.removeItem(at: own)
            try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
            try await body(
                FollowedShop(
                    folder: folder, log: CatalogLogFolder(folder.appending(path: "Log")), products: products,
                    published: SnapshotFolder(folder.appending(path: "Published")),
                    node: SnapshotFolder(folder.appending(path: "Node"))))
        }
    }

    func builder(batch: Int = 50_000, on day: String = "2026-11-26") -> SnapshotBuilder {
        SnapshotBuilder(
            of: log, catalogue: catalogue, named: "Catalog", on: CivilDate(day), places: Self.places,
            batch: batch)
    }

    var mirror: SnapshotMirror { SnapshotMirror(of: PublishedFolder(published.url), in: node) }

    /// A product under an id of its own, with a title that nobody else has.
    func put(_ number: Int, _ id: String? = nil, title: String = "") -> CatalogChange {
        let (old, json) = products[number % products.count]
        let id = id ?? old
        return CatalogChange(
            id: id,
            product: json.replacing("\"id\":\"\(old)\"", with: "\"id\":\"\(id)\"")
                .replacing(
                    "\"sku\":\"XJ-", with: "\"prices\":{\"kz\":\"9900.00\",\"ru\":\"990.00\"},\"sku\":\"P\(id.count)-"
                )
                .replacing("\"kk\":\"", with: "\"kk\":\"\(title)"))
    }

    /// Follows until nothing is new.
    func follow(_ builder: SnapshotBuilder) async throws {
        while try await builder.follow(in: published) != nil {}
    }

    /// Everything that a snapshot says of its products.
    static func answers(_ folder: URL) throws -> [String] {
        let snapshot = try Snapshot(folder)
        try snapshot.verify()
        var answers = ["\(snapshot.count) \(snapshot.position ?? -1)"]
        for (market, language) in places {
            answers += try snapshot.index(market: market, language: LanguageTag(language)).answers()
        }
        let lines = (0..<snapshot.records.live).map { snapshot.records.line(snapshot.records.number(at: $0)) ?? [] }
        return answers + lines.map { String(decoding: $0, as: UTF8.self) }
    }

    /// Copies a folder at each step that reaches the disk: what a machine that stops there leaves behind.
    static func stopping(
        _ watched: URL, in folder: URL, _ body: () async throws -> Void
    ) async throws -> [URL] {
        let stops = Stops(watched: watched, folder: folder)
        try await SnapshotFile.$step.withValue({ stops.copy() }, operation: body)
        return stops.copies
    }

    private final class Stops: @unchecked Sendable {
        let watched: URL
        let folder: URL
        var copies: [URL] = []

        init(watched: URL, folder: URL) { (self.watched, self.folder) = (watched, folder) }

        func copy() {
            let copy = folder.appending(path: "Stop-\(UUID().uuidString)")
            do { try FileManager.default.copyItem(at: watched, to: copy) } catch { Issue.record(error) }
            copies.append(copy)
        }
    }
}
