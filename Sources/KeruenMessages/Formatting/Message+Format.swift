/// A message's text; always some text, with what went wrong beside it.
public struct FormattedMessage: Hashable, Sendable {
    public var text: String
    public var errors: [MessageError]
}

extension Message {
    /// The text for these arguments. What can't be resolved shows as `{$name}` and is reported.
    ///
    /// For a message that is formatted often, a `MessageFormatter` is many times faster.
    public func format(
        _ arguments: [String: MessageArgument] = [:], in language: LanguageTag, bidi: BidiStrategy = .default,
        functions: MessageFunctions = .standard
    ) -> FormattedMessage {
        let (parts, errors) = parts(arguments, in: language, bidi: bidi, functions: functions)
        return FormattedMessage(text: bidi.text(of: parts), errors: errors)
    }

    /// The same in parts: texts, values, markup.
    public func parts(
        _ arguments: [String: MessageArgument] = [:], in language: LanguageTag, bidi: BidiStrategy = .default,
        functions: MessageFunctions = .standard
    ) -> (parts: [MessagePart], errors: [MessageError]) {
        var resolution = MessageResolution(
            message: self, arguments: arguments, language: language, functions: functions)
        let parts = resolution.parts(of: resolution.pattern(), bidi: bidi)
        return (parts, resolution.errors)
    }

    /// The text of a source that may be no message at all: then the replacement character in braces, and why.
    ///
    ///     Message.format("{$", in: .ru).text      // {�}
    public static func format(
        _ source: String, _ arguments: [String: MessageArgument] = [:], in language: LanguageTag,
        bidi: BidiStrategy = .default, functions: MessageFunctions = .standard
    ) -> FormattedMessage {
        do throws(MessageError) {
            let message = try Message(parsing: source)
            let faults = message.validate(source: source)
            guard faults.isEmpty else { return FormattedMessage(text: "{\u{FFFD}}", errors: faults) }
            return message.format(arguments, in: language, bidi: bidi, functions: functions)
        } catch {
            return FormattedMessage(text: "{\u{FFFD}}", errors: [error])
        }
    }
}

extension BidiStrategy {
    func text(of parts: [MessagePart]) -> String {
        parts.map { part in
            // The isolates of HTML are tags, and stay.
            if case .bidiIsolation(let mark) = part { mark } else { escaped(part.text) }
        }.joined()
    }
}
