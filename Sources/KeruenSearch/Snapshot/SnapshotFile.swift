internal import Foundation

/// Files and folders of a snapshot, as they reach the disk.
enum SnapshotFile {
    /// Told after each step that reaches the disk, so that tests see what a machine that stops there leaves behind.
    @TaskLocal static var step: (@Sendable () -> Void)?

    /// Writes a file and waits until it is on the disk.
    static func write(_ bytes: [UInt8], to url: URL) throws(SegmentError) {
        do {
            try Data(bytes).write(to: url)
            let handle = try FileHandle(forUpdating: url)
            try handle.synchronize()
            try handle.close()
        } catch { throw SegmentError(.unwritable, url.path) }
        step?()
    }

    /// Waits until the names in a folder are on the disk.
    static func synchronize(_ folder: URL) {
        let descriptor = unsafe open(folder.path, O_RDONLY | O_DIRECTORY)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    static func rename(_ from: URL, to: URL) throws(SegmentError) {
        guard unsafe Foundation.rename(from.path, to.path) == 0 else { throw SegmentError(.unwritable, to.path) }
        step?()
    }

    /// The same file under another name; copied where the disk has no second names.
    static func link(_ from: URL, to: URL) throws(SegmentError) {
        do {
            do { try FileManager.default.linkItem(at: from, to: to) } catch {
                try FileManager.default.copyItem(at: from, to: to)
                let handle = try FileHandle(forUpdating: to)
                try handle.synchronize()
                try handle.close()
            }
        } catch { throw SegmentError(.unwritable, to.path) }
        step?()
    }
}
