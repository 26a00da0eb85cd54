#if SQLite
    internal import Foundation
    internal import GRDB
    internal import GRDBSQLite
    internal import KeruenTrade

    /// A statement between its binding and its reset. Its connection keeps it for the next time.
    @safe
    struct PreparedStatement {
        private let pointer: OpaquePointer

        @unsafe init(pointer: OpaquePointer) { unsafe self.pointer = pointer }

        func bind(_ place: Int32, _ value: Int64) { unsafe sqlite3_bind_int64(pointer, place, value) }

        func bind(_ place: Int32, _ value: Int64?) {
            if let value { bind(place, value) } else { unsafe sqlite3_bind_null(pointer, place) }
        }

        func bind(_ place: Int32, _ value: String) {
            var value = value
            _ = value.withUTF8 { bytes in
                unsafe sqlite3_bind_text(pointer, place, bytes.baseAddress, Int32(bytes.count), Self.copied)
            }
        }

        /// Text that is UTF-8 already.
        func bind(_ place: Int32, text: [UInt8]) {
            _ = unsafe text.withUnsafeBytes { bytes in
                let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
                unsafe sqlite3_bind_text(pointer, place, start, Int32(bytes.count), Self.copied)
            }
        }

        func bind(_ place: Int32, _ value: Data) {
            // A null pointer would bind NULL, not an empty value.
            guard !value.isEmpty else { return _ = unsafe sqlite3_bind_zeroblob(pointer, place, 0) }
            _ = unsafe value.withUnsafeBytes { bytes in
                unsafe sqlite3_bind_blob(pointer, place, bytes.baseAddress, Int32(bytes.count), Self.copied)
            }
        }

        /// SQLite copies what it is given before the call returns.
        private static var copied: sqlite3_destructor_type {
            unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        }

        /// Goes on to the next row.
        /// - Returns: whether there is one.
        /// - Throws: `TradeError` with `storeFailed`.
        func step() throws(TradeError) -> Bool {
            switch unsafe sqlite3_step(pointer) {
            case SQLITE_ROW: return true
            case SQLITE_DONE: return false
            case let code: throw TradeError(sqlite: code)
            }
        }

        /// Runs a statement that gives no rows, and makes it ready for the next time.
        func run() throws(TradeError) {
            defer { reset() }
            _ = try step()
        }

        /// As `run`, for a statement that a table's CHECK may refuse.
        /// - Returns: false where it did.
        func runUnlessRefused() throws(TradeError) -> Bool {
            defer { reset() }
            switch unsafe sqlite3_step(pointer) {
            case SQLITE_DONE: return true
            case ResultCode.SQLITE_CONSTRAINT_CHECK.rawValue: return false
            case let code: throw TradeError(sqlite: code)
            }
        }

        func reset() { unsafe sqlite3_reset(pointer) }

        func finish() { unsafe sqlite3_finalize(pointer) }

        func integer(_ column: Int32) -> Int64 { unsafe sqlite3_column_int64(pointer, column) }

        func text(_ column: Int32) -> String {
            guard let start = unsafe sqlite3_column_text(pointer, column) else { return "" }
            let bytes = unsafe UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(pointer, column)))
            return unsafe String(decoding: bytes, as: UTF8.self)
        }

        func bytes(_ column: Int32) -> [UInt8] {
            guard let start = unsafe sqlite3_column_blob(pointer, column) else { return [] }
            return unsafe Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(pointer, column))))
        }
    }
#endif
