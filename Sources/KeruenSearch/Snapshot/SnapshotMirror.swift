public import Foundation

/// A node's own folder of snapshots, which follows what a publisher publishes.
///
///     let folder = SnapshotFolder(URL(filePath: "/var/lib/shop/Snapshot"))
///     let mirror = SnapshotMirror(of: PublishedFolder(URL(filePath: "/mnt/publisher")), in: folder)
///     let live = try LiveSnapshot(folder)
///     if try await mirror.refresh() != nil { try live.reload() }
///
/// Files are copied beside what is served, under a name that nobody reads; when the size and the checksum of each are right and the whole was
/// opened and tested, it is put in place in one step. Whatever goes wrong before that, the node goes on with what it has. A copy that was broken
/// off is gone on with: files that are there and right are not got again, nor those that the node has already.
public struct SnapshotMirror: Sendable {
    private let source: any SnapshotSource
    private let folder: SnapshotFolder

    public init(of source: any SnapshotSource, in folder: SnapshotFolder) {
        (self.source, self.folder) = (source, folder)
    }

    public struct Arrival: Sendable {
        public var folder: URL
        /// The entry of the catalogue's log up to which changes are in it; nil where the publisher follows none.
        public var position: Int?
        public var products: Int
        /// Bytes that were got, and bytes that were there.
        public var fetched: Int
        public var reused: Int
    }

    /// Looks what is published, and takes it over where it is another than the node's own.
    ///
    /// - Parameter progress: told how many bytes are there, and how many there will be.
    /// - Returns: nil where nothing is new.
    /// - Throws: `SegmentError`: `unreachable`, `wrongSum`, `notListed`, `damaged`, `unwritable` (the disk is full), or `busy` where another
    ///   program does the same. The old snapshot stays.
    public func refresh(
        progress: (@Sendable (_ there: Int, _ all: Int) -> Void)? = nil
    ) async throws -> Arrival? {
        try await folder.exclusively(waits: false) {
            var name = try await newest()
            // A publisher that is faster than the copy removes what is copied; what is the same in the next one is there already.
            for _ in 0..<Self.tries {
                do throws(SegmentError) { return try await take(name, progress) } catch {
                    let next = try await newest()
                    guard error.code == .unreachable, next != name else { throw error }
                    name = next
                }
            }
            throw SegmentError(.unreachable, name)
        }
    }

    private static let tries = 3
    /// More than any manifest has.
    private static let largest = 16 << 20

    private func newest() async throws(SegmentError) -> String {
        let name = String(decoding: try await bytes(SnapshotFolder.pointer, atMost: 100), as: UTF8.self)
        guard let name = SnapshotFolder.name(in: name) else { throw SegmentError(.damaged, SnapshotFolder.pointer) }
        return name
    }

    private func bytes(_ path: String, atMost limit: Int) async throws(SegmentError) -> Data {
        var bytes = Data()
        try await source.read(path) { piece throws(SegmentError) in
            guard bytes.count + piece.count <= limit else { throw SegmentError(.wrongSum, path) }
            bytes += piece
        }
        return bytes
    }

    private func take(
        _ name: String, _ progress: (@Sendable (_ there: Int, _ all: Int) -> Void)?
    ) async throws(SegmentError) -> Arrival? {
        let path = "\(name)/\(SnapshotManifest.file)"
        let data = try await bytes(path, atMost: Self.largest)
        let own = (try? folder.current()).map(OwnSnapshot.init)
        guard own?.isComplete(data) != true else { return nil }
        let manifest = try SnapshotManifest.read(data, from: URL(filePath: path))
        let parts = try manifest.parts()
        let incoming = try IncomingSnapshot(in: folder, parts)
        let all = parts.reduce(0) { $0 + $1.size }
        var arrival = Arrival(
            folder: incoming.url, position: manifest.position, products: manifest.products, fetched: 0, reused: 0)
        for part in parts {
            if try incoming.has(part, or: own) {
                arrival.reused += part.size
            } else {
                let file = try incoming.file(part)
                try await source.read("\(name)/\(part.name)") { piece throws(SegmentError) in
                    try file.add(piece)
                    progress?(arrival.fetched + arrival.reused + file.count, all)
                }
                try file.finish()
                arrival.fetched += part.size
            }
            progress?(arrival.fetched + arrival.reused, all)
        }
        arrival.folder = try incoming.install(data)
        return arrival
    }
}

/// What the node has already.
struct OwnSnapshot {
    let url: URL
    private let manifest: SnapshotManifest?

    init(_ url: URL) {
        self.url = url
        manifest = try? SnapshotManifest.read(url)
    }

    /// Whether it is the snapshot with this manifest, and none of its files is missing or cut.
    func isComplete(_ data: Data) -> Bool {
        guard (try? Data(contentsOf: url.appending(path: SnapshotManifest.file))) == data else { return false }
        return manifest?.files?.allSatisfy { SnapshotManifest.Part.size(of: url.appending(path: $0.name)) == $0.size }
            ?? false
    }

    /// Whether it has a file, to the last bit.
    func has(_ part: SnapshotManifest.Part) -> Bool {
        manifest?.files?.contains(part) == true && part.isSound(in: url)
    }
}
