internal import Foundation

/// What a snapshot consists of: a line with its version and a checksum, then JSON.
struct SnapshotManifest: Codable, Sendable {
    static let file = "snapshot.json"
    static let version = "1"
    static let magic = "KERUEN-SNAPSHOT"

    /// Whose prices are in the indexes.
    var day: String
    var products: Int
    /// Files of products' lines, by their numbers.
    var lines: [String]
    var indexes: [Index]
    /// Everything else that was taken over from the catalogue, under `shop/`.
    var shop: [File]
    /// The entry of a log up to which changes are in it.
    var position: Int?
    /// All files but this one, for who copies them; of snapshots that older programs wrote, nil.
    var files: [Part]?

    /// The path of a file below the snapshot's folder, and what is in it.
    struct Part: Codable, Hashable {
        var name: String
        var size: Int
        /// Hexadecimal.
        var checksum: String
    }

    struct Index: Codable {
        var market: String
        var language: String

        var file: String { "\(market).\(language).segment" }
    }

    struct File: Codable {
        var name: String
        /// Hexadecimal.
        var checksum: String
    }

    func write(to folder: URL) throws(SegmentError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let body = try? encoder.encode(self) else { throw SegmentError(.unwritable, Self.file) }
        let head = "\(Self.magic) \(Self.version) \(Self.checksum(body))\n"
        try SnapshotFile.write(Array(head.utf8) + body, to: folder.appending(path: Self.file))
    }

    /// - Throws: `SegmentError` where the file is missing, of another version or damaged.
    static func read(_ folder: URL) throws(SegmentError) -> SnapshotManifest {
        let url = folder.appending(path: file)
        guard let data = try? Data(contentsOf: url) else { throw SegmentError(.unreadable, url.path) }
        return try read(data, from: url)
    }

    static func read(_ data: Data, from url: URL) throws(SegmentError) -> SnapshotManifest {
        let end = data.firstIndex(of: UInt8(ascii: "\n")) ?? data.endIndex
        let head = String(decoding: data[..<end], as: UTF8.self).split(separator: " ")
        guard head.first.map(String.init) == magic else { throw SegmentError(.notASnapshot, url.path) }
        guard head.count == 3, head[1] == version else {
            throw SegmentError(.unknownVersion, head.dropFirst().first.map(String.init) ?? "")
        }
        let body = Data(data[end...].dropFirst())
        guard head[2] == checksum(body), let manifest = try? JSONDecoder().decode(Self.self, from: body) else {
            throw SegmentError(.damaged, file)
        }
        return manifest
    }

    static func checksum(_ data: Data) -> String {
        String(unsafe data.withUnsafeBytes { unsafe SectionFile.checksum($0) }, radix: 16)
    }
}
