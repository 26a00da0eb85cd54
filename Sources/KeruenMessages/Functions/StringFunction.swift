/// `:string`: a text, to be shown or matched as it is.
struct StringFunction: MessageFunction {
    func resolve(_ call: inout MessageCall) throws(MessageError) -> any MessageValue {
        TextValue(try call.wantedOperand().argument.plain, isMatched: true)
    }
}

/// A text; what a placeholder without a function shows.
public struct TextValue: MessageValue {
    private let value: String
    private let isMatched: Bool

    public init(_ text: String) { self.init(text, isMatched: false) }

    init(_ text: String, isMatched: Bool) { (value, self.isMatched) = (text, isMatched) }

    public var argument: MessageArgument { .text(value) }
    public var kind: String { "string" }

    public func text() -> String { value }

    public func preferredKeys(among keys: Set<String>) throws(MessageError) -> [String] {
        guard isMatched else { throw MessageError(.badSelector, "a text without :string can't be matched") }
        // Strings are compared as if composed (NFC).
        return keys.contains(value) ? [value] : []
    }
}
