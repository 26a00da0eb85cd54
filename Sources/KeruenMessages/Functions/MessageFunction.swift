/// A function that placeholders and declarations may call: `{$city :kk:case case=dative}`.
///
///     struct Shout: MessageFunction {
///         func resolve(_ call: inout MessageCall) throws(MessageError) -> any MessageValue {
///             guard let operand = call.operand else { throw MessageError(.badOperand, "nothing to shout") }
///             return TextValue(operand.argument.plain.uppercased())
///         }
///     }
///     MessageFunctions.standard.adding(Shout(), as: "shop:shout")
public protocol MessageFunction: Sendable {
    /// - Throws: `MessageError` with `badOperand` or `badOption` where nothing can be made of the call; its placeholder then
    ///   shows its fallback. What is wrong but can be passed over is appended to `call.errors`.
    func resolve(_ call: inout MessageCall) throws(MessageError) -> any MessageValue

    /// The names of the options that it has; nil where any will do.
    var optionNames: Set<String>? { get }
}

extension MessageFunction {
    public var optionNames: Set<String>? { nil }
}

/// A call of a function, its operand and options resolved.
public struct MessageCall {
    /// The name that it is called by.
    public var name: String
    /// Nil where there is none.
    public var operand: (any MessageValue)?
    public var options: [String: Option]
    public var language: LanguageTag
    public var errors: [MessageError] = []

    public struct Option {
        public var text: String
        /// Whether it stands in the message itself: some options decide what a message means, and may not come from outside.
        public var isLiteral: Bool
    }

    /// The operand.
    /// - Throws: `MessageError` with `badOperand` where there is none.
    public func wantedOperand() throws(MessageError) -> any MessageValue {
        guard let operand else { throw MessageError(.badOperand, ":\(name) wants a value before it") }
        return operand
    }

    /// A whole number from zero on; nil, with an error noted, where the option is something else.
    public mutating func count(_ option: String, _ allowed: ClosedRange<Int> = 0...100) -> Int? {
        guard let text = options[option]?.text else { return nil }
        if let count = Int(text), allowed.contains(count), text.utf8.allSatisfy({ $0 != UInt8(ascii: "+") }) {
            return count
        }
        noteBadOption(option, "is a number from \(allowed.lowerBound) to \(allowed.upperBound)")
        return nil
    }

    /// One of a list of words; nil, with an error noted, where the option is something else.
    public mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(_ option: String) -> Choice? {
        guard let text = options[option]?.text else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        noteBadOption(option, "is one of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
        return nil
    }

    public mutating func noteBadOption(_ option: String, _ what: String) {
        errors.append(MessageError(.badOption, "the option \(option) of :\(name) \(what)"))
    }
}

/// What a function has made of its operand.
public protocol MessageValue: Sendable {
    /// The value for another function that is called with this one: `.local $n = {$x :integer} {{{$n :currency …}}}`.
    var argument: MessageArgument { get }
    /// The kind of its part: number, string, datetime …
    var kind: String { get }
    /// Nil where only the text tells: such values are isolated.
    var direction: MessageDirection? { get }
    /// - Throws: `MessageError` where the value can only be matched.
    func text() throws(MessageError) -> String
    /// Those of the keys that fit, the best first.
    /// - Throws: `MessageError` with `badSelector` where the value can't be matched.
    func preferredKeys(among keys: Set<String>) throws(MessageError) -> [String]
}

extension MessageValue {
    public var direction: MessageDirection? { nil }

    public func preferredKeys(among keys: Set<String>) throws(MessageError) -> [String] {
        throw MessageError(.badSelector, "a value of :\(kind) can't be matched")
    }
}

public enum MessageDirection: String, CaseIterable, Hashable, Sendable {
    case leftToRight = "ltr"
    case rightToLeft = "rtl"
    case auto
}

/// The functions that messages may call.
public struct MessageFunctions: Sendable {
    private var functions: [String: any MessageFunction]

    public subscript(name: String) -> (any MessageFunction)? { functions[name] }

    /// With one more; by convention a name of one's own has a namespace, as `shop:shout`.
    public func adding(_ function: any MessageFunction, as name: String) -> MessageFunctions {
        var result = self
        result.functions[name] = function
        return result
    }

    /// LDML 48's, and `kk:case`.
    public static let standard = MessageFunctions(functions: [
        "string": StringFunction(), "number": NumberFunction.number, "integer": NumberFunction.integer,
        "offset": OffsetFunction(), "percent": NumberFunction.percent, "currency": NumberFunction.currency,
        "unit": NumberFunction.unit, "date": MomentFunction.date, "time": MomentFunction.time,
        "datetime": MomentFunction.datetime, "kk:case": KazakhCaseFunction(),
    ])
}
