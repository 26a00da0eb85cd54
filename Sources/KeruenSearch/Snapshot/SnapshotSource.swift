public import Foundation

/// Where published snapshots are got from: a folder, or whatever hands out the files of one, such as a web server.
///
///     struct PublishedSite: SnapshotSource {
///         func read(_ path: String, _ take: ([UInt8]) throws(SegmentError) -> Void) async throws(SegmentError) {
///             …                               // GET https://publisher.example/\(path), piece by piece
///         }
///     }
///
/// Nothing of what it says is believed: `SnapshotMirror` tests every byte.
public protocol SnapshotSource: Sendable {
    /// Hands on a file's bytes in their order: of `CURRENT`, or of `snapshot-000007/products.table`.
    /// - Throws: `SegmentError` with `unreachable`, or what `take` throws: then no more is wanted.
    func read(_ path: String, _ take: ([UInt8]) throws(SegmentError) -> Void) async throws(SegmentError)
}

/// A folder that `SnapshotBuilder` or `keruen index` publishes in, on this machine or mounted from another.
public struct PublishedFolder: SnapshotSource {
    private static let step = 1 << 20
    private let url: URL

    public init(_ url: URL) { self.url = url }

    public func read(_ path: String, _ take: ([UInt8]) throws(SegmentError) -> Void) throws(SegmentError) {
        let url = url.appending(path: path)
        guard let handle = try? FileHandle(forReadingFrom: url) else { throw SegmentError(.unreachable, url.path) }
        defer { try? handle.close() }
        while true {
            let piece: Data?
            do { piece = try handle.read(upToCount: Self.step) } catch { throw SegmentError(.unreachable, url.path) }
            guard let piece, !piece.isEmpty else { return }
            try take([UInt8](piece))
        }
    }
}
