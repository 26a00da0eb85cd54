internal import Foundation

/// Held by the one who writes in a folder of snapshots.
struct SnapshotLock {
    private let file: Int32

    /// - Parameter waits: whether the thread waits for who holds it.
    /// - Returns: nil where it does not, and somebody does.
    init?(_ folder: SnapshotFolder, waits: Bool) throws(SegmentError) {
        // A snapshot never changes, and none is published within one.
        guard !folder.isSnapshot else { throw SegmentError(.unwritable, folder.url.path) }
        do { try FileManager.default.createDirectory(at: folder.url, withIntermediateDirectories: true) } catch {
            throw SegmentError(.unwritable, folder.url.path)
        }
        file = unsafe open(folder.url.appending(path: ".lock").path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw SegmentError(.unwritable, folder.url.path) }
        while flock(file, waits ? LOCK_EX : LOCK_EX | LOCK_NB) != 0 {
            guard errno != EINTR else { continue }
            let isHeld = errno == EWOULDBLOCK
            close(file)
            guard isHeld else { throw SegmentError(.unwritable, folder.url.path) }
            return nil
        }
    }

    func release() { close(file) }
}
