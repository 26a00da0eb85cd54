#if SQLite
    internal import Foundation
    internal import KeruenTrade

    /// A store's file before SQLite sees it, so that nothing is made beside a file that is no store.
    enum StoreFile {
        /// Looks whether a file can be a store: it is not there yet, is empty, or begins as SQLite's files do.
        /// - Throws: `TradeError` with `storeDamaged` for any other file and for a folder, `storeForbidden` where it can't be read.
        static func check(_ path: String) throws(TradeError) {
            // What a crash has left half written is whole again once SQLite has read its journal.
            guard !["-journal", "-wal"].contains(where: { unsafe access(path + $0, F_OK) == 0 }) else { return }
            let file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
            guard file >= 0 else {
                // What is not there is made; whether its folder is, opening it will tell.
                if errno == ENOENT { return }
                throw TradeError(errno: errno)
            }
            defer { close(file) }
            var head = [UInt8](repeating: 0, count: magic.count)
            let count = unsafe head.withUnsafeMutableBytes { unsafe read(file, $0.baseAddress, $0.count) }
            guard count == 0 || count == magic.count && head == magic else { throw TradeError(.storeDamaged) }
        }

        private static let magic = Array("SQLite format 3\0".utf8)

        /// Whether two paths lead to one file, through whatever links.
        static func isSame(_ a: String, _ b: String) -> Bool {
            guard let first = identity(a), let second = identity(b) else {
                return URL(filePath: a).standardizedFileURL == URL(filePath: b).standardizedFileURL
            }
            return first == second
        }

        /// The disk and the place on it; nil for what is not there.
        static func identity(_ path: String) -> [UInt64]? {
            var status = stat()
            guard unsafe stat(path, &status) == 0 else { return nil }
            return [UInt64(status.st_dev), UInt64(status.st_ino)]
        }

        /// Makes an empty file beside another one, under a name that nobody else has.
        static func makeUnfinished(beside path: String) throws -> String {
            while true {
                let name = "\(path)-unfinished-\(UInt64.random(in: 0 ... .max))"
                let file = unsafe open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
                if file >= 0 {
                    close(file)
                    return name
                }
                guard errno == EEXIST else { throw TradeError(errno: errno) }
            }
        }
    }
#endif
