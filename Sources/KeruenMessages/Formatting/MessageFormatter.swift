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

    public convenience init(_ message: Message, _ language: LanguageTag, functions: MessageFunctions = .standard) {
        self.init(message, language, functions: functions, isSound: message.validate().isEmpty)
    }

    /// Parses, checks and compiles.
    /// - Throws: `MessageError` with a position in the source.
    public convenience init(
        _ source: String, _ language: LanguageTag, functions: MessageFunctions = .standard
    ) throws(MessageError) {
        self.init(try Message(source), language, functions: functions, isSound: true)
    }

    private init(_ message: Message, _ language: LanguageTag, functions: MessageFunctions, isSound: Bool) {
        self.message = message
        self.language = language
        self.functions = functions
        argumentNames = message.argumentNames
        program = isSound ? MessageProgram(message, .shared(language), arguments: argumentNames) : nil
    }

    public func format(
        _ arguments: [String: MessageArgument] = [:], bidi: BidiStrategy = .default
    ) -> FormattedMessage {
        guard program != nil, bidi != .html else {
            return message.format(arguments, in: language, bidi: bidi, functions: functions)
        }
        var values: [MessageArgument] = []
        for name in argumentNames {
            guard let value = arguments[name] else {
                return message.format(arguments, in: language, bidi: bidi, functions: functions)
            }
            values.append(value)
        }
        guard let text = text(values.span, isolating: bidi == .default) else {
            return message.format(arguments, in: language, bidi: bidi, functions: functions)
        }
        return FormattedMessage(text: text, errors: [])
    }

    /// The text for values in the order of `argumentNames`: what generated code calls, which knows their places.
    public func format(_ values: [MessageArgument], bidi: BidiStrategy = .default) -> FormattedMessage {
        if bidi != .html, let text = text(values.span, isolating: bidi == .default) {
            return FormattedMessage(text: text, errors: [])
        }
        return message.format(named(values.span), in: language, bidi: bidi, functions: functions)
    }

    private func text(_ values: Span<MessageArgument>, isolating: Bool) -> String? {
        guard let program else { return nil }
        let text: String? = unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1_024) { room in
            guard let base = room.baseAddress else { return nil }
            var sink = unsafe StackSink(room, base)
            return program.append(values, to: &sink, isolating: isolating) && !sink.isOverflowing ? sink.string : nil
        }
        if let text { return text }
        var bytes: [UInt8] = []
        return program.append(values, to: &bytes, isolating: isolating) ? String(decoding: bytes, as: UTF8.self) : nil
    }

    /// Appends the text's UTF-8; `values` stand in the order of `argumentNames`. Returns what went wrong.
    @discardableResult
    public func append(
        _ values: Span<MessageArgument>, to bytes: inout [UInt8], bidi: BidiStrategy = .default
    ) -> [MessageError] {
        if let program, bidi != .html, program.append(values, to: &bytes, isolating: bidi == .default) { return [] }
        let formatted = message.format(named(values), in: language, bidi: bidi, functions: functions)
        bytes += formatted.text.utf8
        return formatted.errors
    }

    private func named(_ values: Span<MessageArgument>) -> [String: MessageArgument] {
        var arguments: [String: MessageArgument] = [:]
        for (id, name) in argumentNames.enumerated() where id < values.count { arguments[name] = values[id] }
        return arguments
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
