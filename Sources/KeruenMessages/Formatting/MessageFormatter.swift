/// A message bound to a language and compiled: for texts that are written again and again.
///
///     let formatter = MessageFormatter(try Message("Себетте {$count :integer} тауар"), .kk)
///     formatter.format(["count": 3]).text
///     formatter.append([.integer(3)], to: &page)        // by the arguments' ids: their places in argumentNames
///
/// Messages of texts, numbers, money and plurals, which is nearly all, are written from flat arrays without an allocation but
/// the output's own; others, and arguments that do not fit, take the way of `Message.format`. Both give the same bytes.
public final class MessageFormatter: Sendable {
    public let message: Message
    public let language: LanguageTag
    /// The names of the arguments; their places are the ids that `append` takes.
    public let argumentNames: [String]
    private let functions: MessageFunctions
    private let program: MessageProgram?

    public init(_ message: Message, _ language: LanguageTag, functions: MessageFunctions = .standard) {
        self.message = message
        self.language = language
        self.functions = functions
        argumentNames = message.argumentNames
        program = MessageProgram(message, language, arguments: argumentNames)
    }

    public func format(
        _ arguments: [String: MessageArgument] = [:], bidi: BidiStrategy = .default
    ) -> FormattedMessage {
        guard let program, bidi != .html else {
            return message.format(arguments, in: language, bidi: bidi, functions: functions)
        }
        var values: [MessageArgument] = []
        for name in argumentNames {
            guard let value = arguments[name] else {
                return message.format(arguments, in: language, bidi: bidi, functions: functions)
            }
            values.append(value)
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(program.usualLength)
        guard program.append(values.span, to: &bytes, isolating: bidi == .default) else {
            return message.format(arguments, in: language, bidi: bidi, functions: functions)
        }
        return FormattedMessage(text: String(decoding: bytes, as: UTF8.self), errors: [])
    }

    /// Appends the text's UTF-8; `values` stand in the order of `argumentNames`. Returns what went wrong.
    @discardableResult
    public func append(
        _ values: Span<MessageArgument>, to bytes: inout [UInt8], bidi: BidiStrategy = .default
    ) -> [MessageError] {
        if let program, bidi != .html, program.append(values, to: &bytes, isolating: bidi == .default) { return [] }
        var arguments: [String: MessageArgument] = [:]
        for (id, name) in argumentNames.enumerated() where id < values.count { arguments[name] = values[id] }
        let formatted = message.format(arguments, in: language, bidi: bidi, functions: functions)
        bytes += formatted.text.utf8
        return formatted.errors
    }

    /// The same for an array of values.
    @discardableResult
    public func append(
        _ values: [MessageArgument], to bytes: inout [UInt8], bidi: BidiStrategy = .default
    ) -> [MessageError] {
        append(values.span, to: &bytes, bidi: bidi)
    }

    public func parts(
        _ arguments: [String: MessageArgument] = [:], bidi: BidiStrategy = .default
    ) -> (parts: [MessagePart], errors: [MessageError]) {
        message.parts(arguments, in: language, bidi: bidi, functions: functions)
    }
}
