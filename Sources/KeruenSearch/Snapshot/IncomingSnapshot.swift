internal import Foundation

/// A snapshot on its way to a node: a folder that nobody reads, and that stays when the way is broken off.
struct IncomingSnapshot {
    let url: URL
    private let folder: SnapshotFolder

    /// - Parameter parts: what is wanted; all else that an earlier try left is removed.
    init(in folder: SnapshotFolder, _ parts: [SnapshotManifest.Part]) throws(SegmentError) {
        self.folder = folder
        url = folder.url.appending(path: ".incoming")
        let files = FileManager.default
        try SnapshotManifest.makeShop(in: url)
        do {
            for part in parts {
                let place = url.appending(path: part.name).deletingLastPathComponent()
                try files.createDirectory(at: place, withIntermediateDirectories: true)
            }
            let wanted = Set(parts.map(\.name))
            for name in try files.subpathsOfDirectory(atPath: url.path) where !wanted.contains(name) {
                let file = url.appending(path: name)
                if SnapshotManifest.Part.size(of: file) != nil { try files.removeItem(at: file) }
            }
        } catch { throw SegmentError(.unwritable, url.path) }
    }

    /// Whether a file is there and right, from an earlier try or by a second name of the node's own.
    func has(_ part: SnapshotManifest.Part, or own: OwnSnapshot?) throws(SegmentError) -> Bool {
        if part.isSound(in: url) { return true }
        guard let own, own.has(part) else { return false }
        let file = url.appending(path: part.name)
        try? FileManager.default.removeItem(at: file)
        try SnapshotFile.link(own.url.appending(path: part.name), to: file)
        return true
    }

    func file(_ part: SnapshotManifest.Part) throws(SegmentError) -> IncomingFile { try IncomingFile(part, in: url) }

    /// Puts it in the place of the node's newest.
    /// - Parameter manifest: as it was published.
    func install(_ manifest: Data) throws(SegmentError) -> URL {
        try SnapshotFile.write([UInt8](manifest), to: url.appending(path: SnapshotManifest.file))
        return try folder.install(url)
    }
}

/// A file of it while its bytes come.
final class IncomingFile {
    private let part: SnapshotManifest.Part
    private let folder: URL
    private let handle: FileHandle
    private(set) var count = 0

    private var url: URL { folder.appending(path: part.name) }

    init(_ part: SnapshotManifest.Part, in folder: URL) throws(SegmentError) {
        (self.part, self.folder) = (part, folder)
        let url = folder.appending(path: part.name)
        // A new file: the old one may be a second name of what is served.
        try? FileManager.default.removeItem(at: url)
        guard FileManager.default.createFile(atPath: url.path, contents: nil),
            let handle = try? FileHandle(forWritingTo: url)
        else { throw SegmentError(.unwritable, url.path) }
        self.handle = handle
    }

    deinit { try? handle.close() }

    /// - Throws: `SegmentError`, with `wrongSum` where there is more than was said.
    func add(_ piece: [UInt8]) throws(SegmentError) {
        count += piece.count
        guard count <= part.size else { throw SegmentError(.wrongSum, part.name) }
        do { try handle.write(contentsOf: piece) } catch { throw SegmentError(.unwritable, url.path) }
        SnapshotFile.step?()
    }

    /// - Throws: `SegmentError` with `wrongSum` where it is not what was published.
    func finish() throws(SegmentError) {
        do { try handle.synchronize() } catch { throw SegmentError(.unwritable, url.path) }
        guard part.isSound(in: folder) else {
            try? FileManager.default.removeItem(at: url)
            throw SegmentError(.wrongSum, part.name)
        }
        SnapshotFile.step?()
    }
}
