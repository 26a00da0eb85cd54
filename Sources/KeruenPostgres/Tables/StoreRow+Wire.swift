#if Postgres
    internal import Foundation
    internal import KeruenTrade

    extension StoreTable.Kind {
        var wire: WireValue.Kind {
            switch self {
            case .integer: .integer
            case .text: .text
            case .bytes: .bytes
            }
        }

        fileprivate var list: WireValue.Kind {
            switch self {
            case .integer: .listOfIntegers
            case .text: .listOfTexts
            case .bytes: .listOfBytes
            }
        }
    }

    extension StoreValue {
        /// As a part of a key, which is never null and never bytes.
        var wire: WireValue { integer.map(WireValue.integer) ?? .text(text) }
    }

    extension [StoreRow] {
        /// All of them in one statement, a list for each column.
        func insertion(into table: StoreTable) -> Query {
            let places = table.columns.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
            let insert = Statement(
                """
                INSERT INTO \(table.name) (\(table.columns.map(\.name).joined(separator: ", "))) \
                \(table.isNumbered ? "OVERRIDING SYSTEM VALUE " : "")SELECT * FROM unnest(\(places))
                """, of: table.columns.map(\.kind.list))
            let values = table.columns.enumerated().map { index, column in
                switch column.kind {
                case .integer: WireValue.integers(map(\.[index].integer))
                case .text: WireValue.texts(map(\.[index].text))
                case .bytes: WireValue.blobs(map(\.[index].bytes))
                }
            }
            return Query(statement: insert, values: values)
        }
    }

    extension PostgresRows {
        func storeRows(_ columns: ArraySlice<StoreTable.Column>) -> [StoreRow] {
            (0..<count).map { row in
                columns.enumerated().map { index, column in
                    if isNull(row, index) { return .null }
                    return switch column.kind {
                    case .integer: .integer(integer(row, index))
                    case .text: .text(text(row, index))
                    case .bytes: .bytes(Data(bytes(row, index)))
                    }
                }
            }
        }
    }
#endif
