#if SQLite
    internal import Foundation
    internal import GRDB
    public import KeruenTrade

    extension SQLiteStore {
        /// Copies the store as it is at one moment, while it is written to: a file of its own that opens as a store.
        ///
        ///     try await store.backup(to: "keruen-2027-01-05.sqlite")
        ///
        /// The copy is read through once and has its name only then; a file of that name is replaced, but never the store itself, by
        /// whatever links the path leads to it.
        /// - Throws: `TradeError` with `storeFailed`, `storeFolderMissing`, `storeForbidden`, or `storeDamaged` where the copy does not hold together.
        public func backup(to path: String) async throws(TradeError) {
            let pool = pool
            guard !StoreFile.isSame(path, pool.path) else {
                throw TradeError(.storeFailed, ["reason": .text("SQLITE_MISUSE")])
            }
            do {
                try await Task.detached {
                    let unfinished = try StoreFile.makeUnfinished(beside: path)
                    defer { Self.removeFiles(of: unfinished) }
                    let copy = try DatabaseQueue(path: unfinished)
                    try pool.backup(to: copy)
                    try copy.writeWithoutTransaction { db in
                        // One file, without a log beside it; the store that opens it goes back to WAL.
                        try db.execute(sql: "PRAGMA journal_mode = DELETE")
                        guard try String.fetchAll(db, sql: "PRAGMA quick_check(1)") == ["ok"] else {
                            throw TradeError(.storeDamaged)
                        }
                    }
                    try copy.close()
                    // A log that an older file of that name has left would be played into the copy.
                    for ending in ["-wal", "-shm", "-journal"] {
                        try? FileManager.default.removeItem(atPath: path + ending)
                    }
                    try Self.sync(unfinished)
                    guard unsafe rename(unfinished, path) == 0 else { throw TradeError(errno: errno) }
                    try Self.sync(URL(filePath: path).deletingLastPathComponent().path)
                }.value
            } catch { throw TradeError(store: error) }
        }

        /// Puts a file or a folder on the disk.
        private static func sync(_ path: String) throws {
            let file = unsafe open(path, O_RDONLY)
            guard file >= 0 else { throw TradeError(errno: errno) }
            defer { close(file) }
            guard fsync(file) == 0 else { throw TradeError(errno: errno) }
        }

        private static func removeFiles(of path: String) {
            for ending in ["", "-wal", "-shm", "-journal"] {
                try? FileManager.default.removeItem(atPath: path + ending)
            }
        }
    }
#endif
