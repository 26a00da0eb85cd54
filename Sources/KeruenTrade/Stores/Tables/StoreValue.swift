package import Foundation

/// What a column of a row holds.
package enum StoreValue: Sendable {
    case null
    case integer(Int64)
    case text(String)
    case bytes(Data)

    package var integer: Int64? { if case .integer(let number) = self { number } else { nil } }

    /// Empty for what is no text.
    package var text: String { if case .text(let text) = self { text } else { "" } }

    package var bytes: Data { if case .bytes(let bytes) = self { bytes } else { Data() } }
}

/// A row in its table's order of columns.
package typealias StoreRow = [StoreValue]
