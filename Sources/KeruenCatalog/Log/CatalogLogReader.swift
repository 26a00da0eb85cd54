internal import Foundation

/// Reads a file of a log line by line.
final class CatalogLogReader {
    private static let step = 1 << 20
    private let url: URL
    private let file: Int32
    private var buffer: [UInt8] = []
    /// Of the next line in the buffer.
    private var start = 0
    private var isAtEnd = false
    /// Of the next line in the file.
    private(set) var offset: Int

    init(_ file: CatalogLogFile, from offset: Int) throws(CatalogLogError) {
        url = file.url
        self.file = unsafe open(url.path, O_RDONLY | O_CLOEXEC)
        self.offset = offset
        guard self.file >= 0 else { throw CatalogLogError(.unreadable, url.path) }
        var facts = stat()
        // What was read once does not go: it is another log by the same name.
        guard unsafe fstat(self.file, &facts) == 0, Int(facts.st_size) >= offset else {
            Foundation.close(self.file)
            throw CatalogLogError(.damaged, url.path)
        }
    }

    func close() { Foundation.close(file) }

    /// - Returns: a line without its end, or what is left behind the last end; nil behind everything.
    func next() throws(CatalogLogError) -> (bytes: ArraySlice<UInt8>, isWhole: Bool)? {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                defer { (offset, start) = (offset + end - start + 1, end + 1) }
                return (buffer[start..<end], true)
            }
            searched = buffer.count - start
            try fill()
            guard !isAtEnd else { break }
        }
        guard start < buffer.count else { return nil }
        defer { (offset, start) = (offset + buffer.count - start, buffer.count) }
        return (buffer[start...], false)
    }

    /// Drops the lines that were read, and reads more.
    private func fill() throws(CatalogLogError) {
        buffer.removeFirst(start)
        let place = offset + buffer.count
        start = 0
        var step = [UInt8](repeating: 0, count: Self.step)
        var count = -1
        repeat {
            count = unsafe step.withUnsafeMutableBytes { step in
                unsafe pread(file, step.baseAddress, step.count, off_t(place))
            }
        } while count < 0 && errno == EINTR
        guard count >= 0 else { throw CatalogLogError(.unreadable, url.path) }
        isAtEnd = count == 0
        buffer += step[..<count]
    }

    /// Waits until what was read is on the disk: a writer may have stopped before it did so itself.
    func synchronize() throws(CatalogLogError) {
        guard fdatasync(file) == 0 else { throw CatalogLogError(.unreadable, url.path) }
    }
}
