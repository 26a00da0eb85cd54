internal import FoundationEssentials
internal import Synchronization

/// The newest snapshot of a folder, for many readers at once.
public final class LiveSnapshot: Sendable {
    private let folder: SnapshotFolder
    private let snapshot: Mutex<Snapshot>

    public init(_ folder: SnapshotFolder) throws(SegmentError) {
        self.folder = folder
        snapshot = Mutex(try Snapshot(folder.current()))
    }

    /// Keep what this gives for as long as one answer takes: a page is of one snapshot.
    public var current: Snapshot { snapshot.withLock(\.self) }

    /// Opens what was published last and puts it in the old one's place; readers of that one go on with it.
    /// - Returns: whether there is a newer one.
    /// - Throws: `SegmentError` where the newer one can't be opened; the old one stays.
    @discardableResult
    public func reload() throws(SegmentError) -> Bool {
        let newest = try folder.current()
        guard newest.lastPathComponent != current.folder.lastPathComponent else { return false }
        let opened = try Snapshot(newest)
        return snapshot.withLock { snapshot in
            // Another thread may have been faster.
            guard newest.lastPathComponent.isNumberedAfter(snapshot.folder.lastPathComponent) else { return false }
            snapshot = opened
            return true
        }
    }
}

extension String {
    /// Names of more digits are later ones.
    fileprivate func isNumberedAfter(_ other: String) -> Bool { (utf8.count, self) > (other.utf8.count, other) }
}
