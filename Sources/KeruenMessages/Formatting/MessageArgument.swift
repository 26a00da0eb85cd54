/// A value given to a message.
///
///     message.format(["name": "Айгүл", "count": 3, "price": .money("19900.00", currency: "KZT")], in: .kk)
public enum MessageArgument: Hashable, Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    case text(String)
    case integer(Int)
    /// Decimal digits, such as "2.50"; no amount passes through a `Double`.
    case decimal(String)
    /// An amount in decimal digits and its ISO 4217 code.
    case money(String, currency: String)
    case moment(MessageMoment)
    case flag(Bool)

    public init(stringLiteral value: String) { self = .text(value) }
    public init(integerLiteral value: Int) { self = .integer(value) }

    /// What somebody typed: a number where it is written as one, else a text.
    public init(typed text: String) {
        if let integer = Int(text), String(integer) == text {
            self = .integer(integer)
        } else {
            self = DecimalNumber(text) == nil ? .text(text) : .decimal(text)
        }
    }

    /// The value as plain text, as no language writes it.
    public var plain: String {
        switch self {
        case .text(let text), .decimal(let text), .money(let text, _): text
        case .integer(let integer): String(integer)
        case .moment(let moment): moment.description
        case .flag(let flag): String(flag)
        }
    }

    /// The value as a number; nil where it is none. Texts are read as the syntax writes numbers: 4.20, -1e3.
    var number: DecimalNumber? {
        switch self {
        case .integer(let integer): DecimalNumber(integer)
        case .text(let text), .decimal(let text), .money(let text, _): DecimalNumber(text)
        case .moment, .flag: nil
        }
    }

    var moment: MessageMoment? {
        switch self {
        case .moment(let moment): moment
        case .text(let text): MessageMoment(text)
        default: nil
        }
    }
}
