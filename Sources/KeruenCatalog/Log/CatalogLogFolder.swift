public import Foundation
internal import Synchronization

/// A log in a folder of files, each a row of lines of JSON that are only ever added to.
///
///     let log = CatalogLogFolder(URL(filePath: "Log"))
///     try log.append([CatalogChange(withdrawn: "dutar")])
///     try log.newest()                                    // 1
///
/// One writer at a time, by a lock that others wait for; any number of readers, in other processes too. A line that a stopped machine left
/// half is no entry: readers stop before it, and the next writer cuts it off. A line that was whole once and is not now is `damaged`, and
/// nothing behind it is read.
public final class CatalogLogFolder: CatalogLog {
    public let url: URL
    /// Bytes that a file may have before the next is begun.
    let fileSize: Int
    let cut: @Sendable (_ file: String, _ bytes: Int) -> Void
    /// Where the last reader stopped, and where the log was found to end: what lies before is not read again.
    private let marks = Mutex<(reading: CatalogLogMark?, end: CatalogLogMark?)>((nil, nil))

    /// - Parameter cut: told of what was left half and is cut off.
    public init(
        _ url: URL, fileSize: Int = 64 << 20,
        cut: @escaping @Sendable (_ file: String, _ bytes: Int) -> Void = { _, _ in }
    ) {
        (self.url, self.fileSize, self.cut) = (url, fileSize, cut)
    }

    public func entries(after position: Int, limit: Int) throws(CatalogLogError) -> [CatalogLogEntry] {
        let files = try CatalogLogFiles(url)
        guard limit > 0, let file = files.holding(position + 1) else { return [] }
        // The first files are gone: what they said is not to be passed over.
        guard file <= max(0, position) + 1 else { throw CatalogLogError(.damaged, url.relativePath) }
        let known = marks.withLock { $0.reading }
        let start = known.flatMap { $0.position <= position && $0.file >= file ? $0 : nil }
        var found: [CatalogLogEntry] = []
        let end = try files.read(from: start ?? CatalogLogMark(startOf: file)) { entry in
            if entry.position > position { found.append(entry) }
            return found.count < limit
        }.mark
        marks.withLock { $0.reading = end }
        return found
    }

    public func newest() throws(CatalogLogError) -> Int {
        try end(of: CatalogLogFiles(url)).mark.position
    }

    private func end(of files: CatalogLogFiles) throws(CatalogLogError) -> (mark: CatalogLogMark, torn: Int) {
        guard let last = files.firsts.last else { return (CatalogLogMark(startOf: 1), 0) }
        let known = marks.withLock { $0.end }
        let start = known.flatMap { $0.file == last ? $0 : nil } ?? CatalogLogMark(startOf: last)
        let end = try files.read(from: start) { _ in true }
        marks.withLock { $0.end = end.mark }
        return end
    }

    @discardableResult
    public func append(_ changes: [CatalogChange]) throws(CatalogLogError) -> Int {
        let lock = try CatalogLogLock(url)
        defer { lock.release() }
        let files = try CatalogLogFiles(url)
        var (end, torn) = try end(of: files)
        if torn > 0 { try cutOff(torn, behind: end) }
        guard !changes.isEmpty else { return end.position }
        if end.offset >= fileSize { end = CatalogLogMark(startOf: end.position + 1) }
        let file = CatalogLogFile(url, end.file)
        let isNew = end.offset == 0
        var bytes: [UInt8] = []
        for (number, change) in changes.enumerated() {
            bytes += CatalogLogLine.encode(CatalogLogEntry(position: end.position + number + 1, change: change))
        }
        try file.write(bytes, at: end.offset)
        if isNew { try CatalogLogFile.synchronize(url) }
        end = CatalogLogMark(
            file: end.file, position: end.position + changes.count, offset: end.offset + bytes.count)
        marks.withLock { [end] in $0.end = end }
        return end.position
    }

    private func cutOff(_ torn: Int, behind end: CatalogLogMark) throws(CatalogLogError) {
        let file = CatalogLogFile(url, end.file)
        try file.write([], at: end.offset)
        cut(file.url.lastPathComponent, torn)
    }
}
