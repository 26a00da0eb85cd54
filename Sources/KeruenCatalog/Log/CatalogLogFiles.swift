internal import Foundation

/// A place between two lines of a log.
struct CatalogLogMark: Sendable {
    /// The position that the file begins with.
    var file: Int
    /// The last entry before the place.
    var position: Int
    var offset: Int

    init(file: Int, position: Int, offset: Int) { (self.file, self.position, self.offset) = (file, position, offset) }

    init(startOf file: Int) { self.init(file: file, position: file - 1, offset: 0) }
}

/// The files of a log, as they lay there when somebody looked.
struct CatalogLogFiles {
    private let folder: URL
    /// The positions that the files begin with, in order.
    let firsts: [Int]

    /// A folder that is not there is a log without an entry.
    init(_ folder: URL) throws(CatalogLogError) {
        self.folder = folder
        guard FileManager.default.fileExists(atPath: folder.path) else {
            firsts = []
            return
        }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else {
            throw CatalogLogError(.unreadable, folder.relativePath)
        }
        firsts = names.compactMap(CatalogLogFile.first).sorted()
    }

    /// The file that an entry stands in, or would.
    func holding(_ position: Int) -> Int? { firsts.last { $0 <= position } ?? firsts.first }

    /// Hands on each entry behind a mark, until it is told to stop.
    ///
    /// - Returns: where it stopped, and how many bytes behind the last entry of all are a line that was left half.
    /// - Throws: `damaged` where a whole line is wrong, or positions do not follow each other.
    func read(
        from start: CatalogLogMark, _ body: (CatalogLogEntry) -> Bool
    ) throws(CatalogLogError) -> (mark: CatalogLogMark, torn: Int) {
        var mark = start
        for first in firsts where first >= start.file {
            if first != start.file {
                guard first == mark.position + 1 else { throw damaged(first, mark.position + 1) }
                mark = CatalogLogMark(startOf: first)
            }
            let lines = try CatalogLogReader(CatalogLogFile(folder, first), from: mark.offset)
            defer { lines.close() }
            var torn = 0
            while let line = try lines.next() {
                guard let entry = line.isWhole ? CatalogLogLine.decode(line.bytes) : nil else {
                    torn += line.bytes.count + (line.isWhole ? 1 : 0)
                    continue
                }
                // What is wrong before a sound line was not left half by whoever wrote last.
                guard torn == 0, entry.position == mark.position + 1 else { throw damaged(first, mark.position + 1) }
                (mark.position, mark.offset) = (entry.position, lines.offset)
                guard body(entry) else {
                    try lines.synchronize()
                    return (mark, 0)
                }
            }
            guard torn == 0 || first == firsts.last else { throw damaged(first, mark.position + 1) }
            try lines.synchronize()
            if first == firsts.last { return (mark, torn) }
        }
        return (mark, 0)
    }

    private func damaged(_ first: Int, _ position: Int) -> CatalogLogError {
        let name = CatalogLogFile(folder, first).url.lastPathComponent
        return CatalogLogError(.damaged, "\(folder.relativePath)/\(name):\(position - first + 1)")
    }
}
