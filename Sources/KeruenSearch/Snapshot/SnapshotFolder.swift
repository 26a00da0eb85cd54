public import Foundation

/// Where snapshots are published: a folder for each, and a file that names the newest.
///
///     let folder = SnapshotFolder(URL(filePath: "Snapshot"))
///     let live = try LiveSnapshot(folder)
///     live.current.index(market: "kz", language: .kk)
///
/// A snapshot is written beside the others under a name that nobody reads, tested, and renamed into place; then the file that names it is
/// replaced in one step. Whoever has opened an older one goes on with it: its files stay until they are closed.
public struct SnapshotFolder: Sendable {
    public let url: URL

    static let pointer = "CURRENT"
    /// Older ones that are kept, for readers on the way to opening or copying them and for who wants to go back.
    let kept: Int

    /// - Parameter keeping: how many older snapshots stay when one is published.
    public init(_ url: URL, keeping: Int = 1) { (self.url, kept) = (url, max(0, keeping)) }

    /// The folder of the newest snapshot; of one snapshot, itself: so an older one is gone back to.
    /// - Throws: `SegmentError` with `notASnapshot` where none was published.
    public func current() throws(SegmentError) -> URL {
        if isSnapshot { return url }
        guard let data = try? Data(contentsOf: url.appending(path: Self.pointer)) else {
            throw SegmentError(.notASnapshot, url.path)
        }
        guard let name = Self.name(in: String(decoding: data, as: UTF8.self)) else {
            throw SegmentError(.damaged, Self.pointer)
        }
        return url.appending(path: name)
    }

    /// The name that a pointer holds; nil where it leads elsewhere.
    static func name(in pointer: String) -> String? {
        let name = pointer.filter { !$0.isWhitespace }
        return name.hasPrefix("snapshot-") && !name.contains("/") ? name : nil
    }

    /// Whether it is one snapshot, and not a folder of them.
    var isSnapshot: Bool {
        FileManager.default.fileExists(atPath: url.appending(path: SnapshotManifest.file).path)
    }

    /// Does something alone: other writers wait, in other processes too, so that no change is built on what another replaces.
    func exclusively<Result>(_ body: () throws -> Result) throws -> Result {
        guard let lock = try SnapshotLock(self, waits: true) else { throw SegmentError(.busy, url.path) }
        defer { lock.release() }
        removeUnfinished()
        return try body()
    }

    /// The same for what waits for others meanwhile.
    ///
    /// - Parameter waits: whether it stands in line, without holding a thread.
    /// - Throws: `SegmentError` with `busy` where it does not, and another writes.
    func exclusively<Result>(waits: Bool, _ body: () async throws -> Result) async throws -> Result {
        var lock = try SnapshotLock(self, waits: false)
        while lock == nil {
            guard waits else { throw SegmentError(.busy, url.path) }
            try await Task.sleep(for: .milliseconds(100))
            lock = try SnapshotLock(self, waits: false)
        }
        defer { lock?.release() }
        removeUnfinished()
        return try await body()
    }

    /// What a writer left that was stopped.
    private func removeUnfinished() {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
        where name.hasPrefix(".draft-") || name.hasPrefix(".\(Self.pointer)-") {
            try? FileManager.default.removeItem(at: url.appending(path: name))
        }
    }

    /// Has a snapshot written into a folder of its own and publishes it; for who does it exclusively.
    func publish(_ write: (URL) throws(SegmentError) -> Void) throws(SegmentError) -> URL {
        let files = FileManager.default
        let draft = url.appending(path: ".draft-\(UUID().uuidString)")
        do { try files.createDirectory(at: draft, withIntermediateDirectories: true) } catch {
            throw SegmentError(.unwritable, draft.path)
        }
        do throws(SegmentError) {
            try write(draft)
            return try install(draft)
        } catch {
            try? files.removeItem(at: draft)
            throw error
        }
    }

    /// Puts a folder in the place of the newest snapshot, once every byte in it was found to be right; for who does it exclusively.
    func install(_ draft: URL) throws(SegmentError) -> URL {
        for part in SnapshotManifest.shopParts { SnapshotFile.synchronize(draft.shop.appending(path: part)) }
        SnapshotFile.synchronize(draft.shop)
        SnapshotFile.synchronize(draft)
        // All of it is read once more: what was written wrongly is never published.
        try Snapshot(draft).verify()
        let place = try rename(draft)
        removeOld(but: place)
        return place
    }

    private func rename(_ draft: URL) throws(SegmentError) -> URL {
        let place = url.appending(path: Self.name((published().last ?? 0) + 1))
        try SnapshotFile.rename(draft, to: place)
        SnapshotFile.synchronize(url)
        let pointer = url.appending(path: ".\(Self.pointer)-\(UUID().uuidString)")
        try SnapshotFile.write(Array("\(place.lastPathComponent)\n".utf8), to: pointer)
        try SnapshotFile.rename(pointer, to: url.appending(path: Self.pointer))
        SnapshotFile.synchronize(url)
        return place
    }

    private static func name(_ number: Int) -> String {
        let digits = String(number)
        return "snapshot-" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }

    /// The numbers of what was published, the newest last.
    private func published() -> [Int] {
        ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? [])
            .compactMap { $0.hasPrefix("snapshot-") ? Int($0.dropFirst("snapshot-".count)) : nil }.sorted()
    }

    private func removeOld(but place: URL) {
        for number in published().dropLast(kept + 1) where Self.name(number) != place.lastPathComponent {
            try? FileManager.default.removeItem(at: url.appending(path: Self.name(number)))
        }
    }
}
