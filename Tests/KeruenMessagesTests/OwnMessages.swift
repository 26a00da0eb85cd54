import KeruenMessages

/// A sentence of the shop, and how it reads with these arguments.
struct OwnMessage {
    var language: String
    var source: String
    var arguments: [String: MessageArgument]
    var expected: String
}

/// Sentences as shops between China, Russia and Kazakhstan write them, not translated from one another. What is expected
/// is what is right in the language, whether or not ICU's data has it so.
let ownMessages: [OwnMessage] = [
    russianMessages, russianMeasures, kazakhMessages, chineseMessages, messagesInOtherScripts,
].joined().flatMap { $0 }

func rows(
    _ language: String, _ source: String, _ cases: (arguments: [String: MessageArgument], expected: String)...
) -> [OwnMessage] {
    cases.map { OwnMessage(language: language, source: source, arguments: $0.arguments, expected: $0.expected) }
}
