internal import Foundation

/// What was typed into a field of an address, its spaces tidied; nil where nothing stands there.
struct AddressText {
    let text: String?
    private let field: Address.Field

    /// - Throws: `TradeError` with `addressSign` for a line break or an invisible control, which would break a label.
    init(_ typed: String?, of field: Address.Field) throws(TradeError) {
        self.field = field
        let typed = (typed ?? "").precomposedStringWithCanonicalMapping
        for (at, character) in typed.enumerated() where character.unicodeScalars.contains(where: Self.breaksLabels) {
            throw TradeError(.addressSign, ["field": .text(field.rawValue), "position": .integer(at + 1)])
        }
        let tidied = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        // "-" and "нет." are what forms get that insist on a field; the first of them has no letter.
        text = tidied.contains(where: { $0.isLetter || $0.isNumber }) ? tidied : nil
    }

    func required() throws(TradeError) -> String {
        guard let text else { throw Address.missing(field) }
        return text
    }

    private static func breaksLabels(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        // A tab is a space that was typed by another key.
        case .control: scalar != "\t"
        case .lineSeparator, .paragraphSeparator, .format, .unassigned, .privateUse: true
        default: false
        }
    }
}
