#if Postgres
    internal import Foundation
    internal import PostgresShims

    /// What a statement gave back.
    @safe
    final class PostgresRows {
        private let result: OpaquePointer
        let count: Int

        /// Takes the result over.
        init(_ result: OpaquePointer) {
            unsafe self.result = result
            count = unsafe Int(kpg_rows(result))
        }

        deinit { unsafe kpg_clear(result) }

        /// How many rows a change has touched.
        var changes: Int { unsafe Int(kpg_changes(result)) }

        func isNull(_ row: Int, _ column: Int) -> Bool { unsafe kpg_is_null(result, CInt(row), CInt(column)) }

        func bytes(_ row: Int, _ column: Int) -> [UInt8] { unsafe Array(raw(row, column)) }

        func text(_ row: Int, _ column: Int) -> String { unsafe String(decoding: raw(row, column), as: UTF8.self) }

        /// Of any width.
        func integer(_ row: Int, _ column: Int) -> Int64 {
            let bytes = unsafe raw(row, column)
            let sign: Int64 = unsafe bytes.first.map { $0 >= 128 } == true ? -1 : 0
            return unsafe bytes.reduce(sign) { $0 << 8 | Int64($1) }
        }

        private func raw(_ row: Int, _ column: Int) -> UnsafeRawBufferPointer {
            unsafe UnsafeRawBufferPointer(
                start: kpg_value(result, CInt(row), CInt(column)),
                count: Int(kpg_length(result, CInt(row), CInt(column))))
        }
    }
#endif
