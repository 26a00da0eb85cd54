internal import Foundation

/// What a log comes to: of each product the last entry. The log is read twice, so that no product is held.
struct LogFold {
    private let log: any CatalogLog
    private let batch: Int
    /// The last entry that is looked at; what comes while it is read comes to the next snapshot.
    let newest: Int
    private var last: [String: Int] = [:]

    init(_ log: any CatalogLog, batch: Int) async throws(CatalogLogError) {
        (self.log, self.batch) = (log, min(batch, 1_000))
        newest = try await log.newest()
        var position = 0
        while position < newest {
            let entries = try await log.entries(after: position, limit: self.batch)
            guard let end = entries.last else { break }
            for entry in entries where entry.position <= newest { last[entry.change.id] = entry.position }
            position = end.position
        }
    }

    /// Writes the products that there are, a line each.
    /// - Returns: which entry each line was.
    func write(to file: URL) async throws -> [Int] {
        guard FileManager.default.createFile(atPath: file.path, contents: nil),
            let handle = try? FileHandle(forWritingTo: file)
        else { throw SegmentError(.unwritable, file.path) }
        defer { try? handle.close() }
        var (position, positions): (Int, [Int]) = (0, [])
        while position < newest {
            let entries = try await log.entries(after: position, limit: batch)
            guard let end = entries.last else { break }
            var lines: [UInt8] = []
            for entry in entries where last[entry.change.id] == entry.position {
                guard let product = entry.change.product else { continue }
                lines += product.utf8
                lines.append(UInt8(ascii: "\n"))
                positions.append(entry.position)
            }
            do { try handle.write(contentsOf: lines) } catch { throw SegmentError(.unwritable, file.path) }
            position = end.position
        }
        return positions
    }
}
