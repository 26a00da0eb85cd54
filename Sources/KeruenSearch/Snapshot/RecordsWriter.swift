internal import Foundation

/// Writes lines of products into a file, and the table that they are found by.
final class RecordsWriter {
    private let file: Int
    private let handle: FileHandle
    private var buffer: [UInt8] = []
    private var offset = 0
    private var sums: [UInt64] = []

    /// By the numbers of the products: where each stands, how long it is, what it is called.
    private(set) var places: [UInt64] = []
    private var lengths: [UInt32] = []
    private(set) var ids: [String] = []
    /// Checksums of earlier files, whose products are known by lower numbers.
    private var before: [[UInt64]] = []
    /// Earlier products that are there still, by their ids.
    private var remaining: [Int] = []

    /// - Parameters:
    ///   - records: earlier ones, which keep their numbers.
    ///   - gone: numbers of those that are there no longer.
    ///   - files: how many files the earlier ones are in.
    /// - Throws: `SegmentError` with `unwritable`.
    init(
        _ url: URL, behind records: ProductRecords? = nil, without gone: Set<Int> = [], files: Int = 0
    ) throws(SegmentError) {
        file = files
        guard FileManager.default.createFile(atPath: url.path, contents: nil),
            let handle = try? FileHandle(forWritingTo: url)
        else { throw SegmentError(.unwritable, url.path) }
        self.handle = handle
        guard let records else { return }
        for number in 0..<records.count {
            let (file, offset) = records.place(number)
            places.append(UInt64(file) << ProductRecords.fileBits | UInt64(offset))
            lengths.append(UInt32(records.length(number)))
            ids.append(records.id(number))
        }
        before = (0..<files).map { records.sums(of: $0) }
        remaining = (0..<records.live).map { records.number(at: $0) }.filter { !gone.contains($0) }
        first = records.count
    }

    /// The number of the first product of this file.
    private var first = 0

    /// The numbers of all products that are there, by their ids.
    private(set) lazy var order: [Int] = {
        let new = (first..<count).sorted { ids[$0] < ids[$1] }
        var (merged, next): ([Int], Int) = ([], 0)
        for number in remaining {
            while next < new.count, ids[new[next]] < ids[number] {
                merged.append(new[next])
                next += 1
            }
            merged.append(number)
        }
        return merged + new[next...]
    }()

    var count: Int { places.count }

    /// Adds a line; returns the product's number.
    func add(_ line: some Collection<UInt8>, id: String) throws(SegmentError) -> Int {
        places.append(UInt64(file) << ProductRecords.fileBits | UInt64(offset))
        lengths.append(UInt32(line.count))
        ids.append(id)
        buffer += line
        buffer.append(UInt8(ascii: "\n"))
        offset += line.count + 1
        if buffer.count >= SectionFile.blockSize { try flush(isLast: false) }
        return count - 1
    }

    private func flush(isLast: Bool) throws(SegmentError) {
        var start = 0
        while buffer.count - start >= SectionFile.blockSize || isLast && start < buffer.count {
            let end = min(start + SectionFile.blockSize, buffer.count)
            unsafe sums.append(buffer[start..<end].withUnsafeBytes { unsafe SectionFile.checksum($0) })
            start = end
        }
        do { try handle.write(contentsOf: buffer[..<start]) } catch { throw SegmentError(.unwritable, "\(error)") }
        buffer.removeFirst(start)
    }

    /// Ends the file and writes the table.
    func finish(_ folder: URL) throws(SegmentError) {
        // An empty file can't be mapped.
        if offset == 0 { buffer = [UInt8(ascii: "\n")] }
        try flush(isLast: true)
        do {
            try handle.synchronize()
            try handle.close()
        } catch { throw SegmentError(.unwritable, "\(error)") }
        var table = SectionWriter()
        table.add("places", places)
        table.add("lengths", lengths)
        table.add("byid", order.map(UInt32.init))
        var offsets: [UInt32] = [0]
        var text: [UInt8] = []
        for id in ids {
            text += id.utf8
            offsets.append(UInt32(text.count))
        }
        table.add("ids", text)
        table.add("idoffs", offsets)
        for (number, sums) in (before + [sums]).enumerated() { table.add("sums\(number)", sums) }
        try SnapshotFile.write(table.bytes, to: folder.appending(path: ProductRecords.table))
    }
}
