internal import Foundation

/// A document of a message: values that say which fields they are.
///
/// Values of any length can be put into a document; whether they fit is said when it is written, for all of them at once. Nothing is ever cut.
public protocol CEBDocument: Hashable, Sendable {
    static var kind: CEBKind { get }
    func fill(_ fields: inout CEBFields)
}

extension CEBDocument {
    /// What customs would not take, field by field; empty for a document that can be sent.
    public var problems: [Diagnostic] {
        var fields = CEBFields(Self.kind, number: 1)
        fill(&fields)
        return fields.problems
    }
}

/// The fields of one document in the schema's order, and what is wrong with them.
public struct CEBFields: Sendable {
    enum Node: Hashable, Sendable {
        case field(String, String)
        case group(String, [Node])
    }

    private(set) var nodes: [Node] = []
    private(set) var problems: [Diagnostic] = []
    /// What amounts must be in; nil before a document has said it.
    private var currency: Currency?
    private var currencyCode: CustomsCurrency?
    private let kind: CEBKind
    /// The document's place in its message, from 1.
    private let number: Int
    /// Of the line that is filled in: `OrderList[2].`
    private var path = ""

    static let maximumLines = 99

    init(_ kind: CEBKind, number: Int) { (self.kind, self.number) = (kind, number) }

    mutating func group(_ name: String, _ body: (inout CEBFields) -> Void) {
        let outer = nodes
        nodes = []
        body(&self)
        nodes = outer + [.group(name, nodes)]
    }

    /// Lines, each opened by its number: its place from 1, unless it says another. There are 1 to 99.
    mutating func lines<Line>(
        _ name: String, _ lines: [Line], numbered number: (Line) -> Int? = { _ in nil },
        _ body: (Line, inout CEBFields) -> Void
    ) {
        if !(1...Self.maximumLines).contains(lines.count) {
            report(.customsBadLineCount, name, ["limit": .integer(Self.maximumLines), "count": .integer(lines.count)])
        }
        for (index, line) in lines.enumerated() {
            path = "\(name)[\(index + 1)]."
            group(name) { fields in
                fields.count("gnum", number(line) ?? index + 1)
                body(line, &fields)
            }
        }
        path = ""
    }

    /// A text that must be there.
    mutating func text(_ name: String, _ value: String, _ limit: Int) { add(name, value, limit, isRequired: true) }

    /// A text that may be missing; an empty one is left out.
    mutating func text(_ name: String, _ value: String?, upTo limit: Int, isRequired: Bool = false) {
        add(name, value ?? "", limit, isRequired: isRequired)
    }

    /// A text of a fixed length.
    mutating func exact(_ name: String, _ value: String?, _ length: Int, isRequired: Bool = true) {
        let value = value ?? ""
        let count = value.unicodeScalars.count
        guard count == length || value.isEmpty else {
            return report(.customsFieldLength, name, ["limit": .integer(length), "length": .integer(count)])
        }
        add(name, value, length, isRequired: isRequired)
    }

    private mutating func add(_ name: String, _ value: String, _ limit: Int, isRequired: Bool) {
        guard value.contains(where: { !$0.isWhitespace }) else {
            return isRequired ? report(.customsFieldMissing, name) : ()
        }
        // The schemas count characters, not bytes.
        let length = value.unicodeScalars.count
        if length > limit {
            report(.customsFieldTooLong, name, ["limit": .integer(limit), "length": .integer(length)])
        }
        // A carriage return would not survive a reader; the others have no way to be written.
        if !XMLText.carries(value) || value.unicodeScalars.contains("\r") { report(.customsBadCharacter, name) }
        nodes.append(.field(name, value))
    }

    mutating func code(_ name: String, _ value: some CustomsCode) { nodes.append(.field(name, value.code)) }

    mutating func code(_ name: String, _ value: (some CustomsCode)?, for subject: String) {
        guard let value else { return report(.customsNoCode, name, ["value": .text(subject)]) }
        code(name, value)
    }

    /// Says what the document's amounts are in, and its code where the list has none.
    mutating func currency(_ currency: Currency, _ code: CustomsCurrency? = nil) {
        (self.currency, currencyCode) = (currency, code)
    }

    mutating func currencyCode(_ name: String) {
        guard let currency else { return }
        code(name, customsCode(of: currency), for: currency.code)
    }

    func customsCode(of currency: Currency) -> CustomsCurrency? {
        currency == self.currency ? currencyCode ?? CustomsCurrency(currency) : CustomsCurrency(currency)
    }

    mutating func amount(_ name: String, _ value: Money) {
        if let currency, value.currency != currency {
            report(
                .customsCurrencyMixed, name, ["expected": .text(currency.code), "found": .text(value.currency.code)])
        }
        decimal(name, CEBDecimal(value))
    }

    mutating func decimal(_ name: String, _ value: CEBDecimal?) {
        guard let value, value >= .zero else { return report(.customsNumberOutOfRange, name) }
        nodes.append(.field(name, value.description))
    }

    /// A number of things, at least one.
    mutating func count(_ name: String, _ value: Int) {
        guard (1...99_999).contains(value) else { return report(.customsNumberOutOfRange, name) }
        nodes.append(.field(name, "\(value)"))
    }

    /// Only residents' identity cards are taken: a foreigner's passport is not, whoever fills it in.
    mutating func identity(_ name: String, _ value: String) {
        let bytes = Array(value.utf8)
        let isCard =
            bytes.count == 18 && bytes.dropLast().allSatisfy { (0x30...0x39).contains($0) }
            && ((0x30...0x39).contains(bytes[17]) || bytes[17] == UInt8(ascii: "X"))
        if !value.isEmpty, !isCard { report(.customsBadIdentity, name) }
        text(name, value, 60)
    }

    mutating func report(
        _ code: Diagnostic.Code, _ name: String, _ arguments: [String: Diagnostic.Argument] = [:]
    ) {
        var arguments = arguments
        arguments["document"] = .text(kind.rawValue)
        arguments["number"] = .integer(number)
        arguments["field"] = .text(path + name)
        problems.append(Diagnostic(code, .error, at: nil, arguments))
    }
}
