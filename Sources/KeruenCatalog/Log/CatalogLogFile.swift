internal import Foundation

/// A file of a log, named by the position that it begins with.
struct CatalogLogFile {
    let url: URL
    private static let suffix = ".jsonl"
    private static let digits = 19

    init(_ folder: URL, _ first: Int) {
        let number = String(first)
        let name = String(repeating: "0", count: Self.digits - number.count) + number + Self.suffix
        url = folder.appending(path: name)
    }

    /// The position in a name; nil where it is no file of a log.
    static func first(in name: String) -> Int? {
        guard name.count == digits + suffix.count, name.hasSuffix(suffix) else { return nil }
        return Int(name.dropLast(suffix.count)).flatMap { $0 > 0 ? $0 : nil }
    }

    /// Puts bytes at a place, with nothing behind them, and waits until they are on the disk; where that fails, the file ends at the place.
    func write(_ bytes: [UInt8], at offset: Int) throws(CatalogLogError) {
        let file = unsafe open(url.path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw CatalogLogError(.unwritable, url.path) }
        defer { close(file) }
        guard ftruncate(file, off_t(offset)) == 0, put(bytes, at: offset, in: file), fsync(file) == 0 else {
            // What was not acknowledged is not to be found either.
            _ = ftruncate(file, off_t(offset))
            _ = fsync(file)
            throw CatalogLogError(.unwritable, url.path)
        }
    }

    private func put(_ bytes: [UInt8], at offset: Int, in file: Int32) -> Bool {
        var done = 0
        while done < bytes.count {
            let count = unsafe bytes[done...].withUnsafeBytes { rest in
                unsafe pwrite(file, rest.baseAddress, rest.count, off_t(offset + done))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            done += count
        }
        return true
    }

    /// Waits until the names in a folder are on the disk.
    static func synchronize(_ folder: URL) throws(CatalogLogError) {
        let file = unsafe open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard file >= 0 else { throw CatalogLogError(.unwritable, folder.path) }
        defer { close(file) }
        guard fsync(file) == 0 else { throw CatalogLogError(.unwritable, folder.path) }
    }
}

/// Held by the one who writes a log; others wait, in other processes too.
struct CatalogLogLock {
    private let file: Int32

    init(_ folder: URL) throws(CatalogLogError) {
        do { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) } catch {
            throw CatalogLogError(.unwritable, folder.path)
        }
        file = unsafe open(folder.appending(path: ".lock").path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw CatalogLogError(.unwritable, folder.path) }
        while flock(file, LOCK_EX) != 0 {
            guard errno == EINTR else {
                close(file)
                throw CatalogLogError(.unwritable, folder.path)
            }
        }
    }

    func release() { close(file) }
}
