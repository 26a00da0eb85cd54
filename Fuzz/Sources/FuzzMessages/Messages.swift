import KeruenMessages

/// What messages of any source do: they are refused with a place, or are read back from their canonical form, and compiled ones say
/// what those say that are resolved step by step.
struct Messages {
    private let languages: [LanguageTag]
    private let arguments: [String: MessageArgument] = [
        "n": 3, "count": .decimal("1.50"), "name": "жібек", "x": .text("丝绸"),
        "price": .money("19900.00", currency: "KZT"),
        "day": .moment(MessageMoment(daysSince1970: 20_974)), "flag": .flag(true),
    ]

    init() throws {
        languages = [.zhHans, .ru, .kk, try LanguageTag("kk-Arab")]
    }

    func check(_ bytes: UnsafeBufferPointer<UInt8>) {
        let source = String(decoding: bytes, as: UTF8.self)
        let message: Message
        do throws(MessageError) {
            message = try Message(parsing: source)
        } catch {
            precondition(error.line > 0 && error.column > 0, "a refusal has a place")
            return
        }
        for language in languages {
            for bidi in BidiStrategy.allCases {
                let formatted = message.format(arguments, in: language, bidi: bidi)
                let compiled = MessageFormatter(message, language).format(arguments, bidi: bidi)
                precondition(formatted == compiled, "compiling changes nothing")
            }
        }
        guard message.validate(source: source).isEmpty else { return }
        let printed = message.description
        guard let again = try? Message(printed) else { preconditionFailure("\(printed) is not read back") }
        precondition(again.description == printed, "the canonical form is its own")
        precondition(
            again.format(arguments, in: .ru).text.unicodeScalars.elementsEqual(
                message.format(arguments, in: .ru).text.unicodeScalars), "and means the same")
    }
}
