/// A piece of a formatted message, for callers who make links of its markup or style its values.
public enum MessagePart: Hashable, Sendable {
    case text(String)
    /// A mark that opens or closes an isolate.
    case bidiIsolation(String)
    case markup(Message.Markup.Kind, name: String, options: [String: String], id: String?)
    case value(Value)
    /// A placeholder that could not be formatted: what stood in it, such as `$name`.
    case fallback(source: String)

    public struct Value: Hashable, Sendable {
        /// number, string, datetime …
        public var kind: String
        public var text: String
        public var direction: MessageDirection?
        /// The message's `u:id`.
        public var id: String?
        /// A number's pieces; empty for other values.
        public var pieces: [NumberPiece] = []
    }

    /// What the part adds to the text.
    public var text: String {
        switch self {
        case .text(let text), .bidiIsolation(let text): text
        case .markup: ""
        case .value(let value): value.text
        case .fallback(let source): "{\(source)}"
        }
    }
}
