import TestSupport
import Testing

@testable import KeruenMessages

@Suite("A compiled message")
struct MessageFormatterTests {
    static let sources = [
        "Сәлем, {$name}!", "{$a}{$b}", "", "Цена: {$a :number minimumFractionDigits=2}", "{$a :percent}",
        ".input {$a :integer} .match $a one {{{$a} товар}} few {{{$a} товара}} many {{{$a} товаров}} * {{{$a} шт.}}",
        ".input {$a :number} .match $a 0 {{ноль}} 1.5 {{полтора}} one {{один}} * {{{$a}}}",
        ".input {$a :integer select=exact} .match $a 1 {{бір}} * {{{$a} көп}}",
        ".input {$a :integer} .input {$b :string} .match $a $b one tour {{1}} * tour {{2}} 5 * {{3}} * * {{4 {$a} {$b}}}",
        ".input {$b :string} .match $b tour {{тур}} жібек {{жібек}} * {{{$b}}}",
        "{#b}{$name}{/b} {$a :currency currency=KZT}",
        ".local $x = {$a :integer} .match $x 1 {{один {$x}}} * {{{$x}}}", "{$a :date}", "{|буквально|} {$a}",
        "{$a :nope}",
        ".input {$a :percent} .match $a one {{1 %}} * {{{$a}}}", "{$a :integer u:dir=rtl}",
    ]

    @Test(
        "gives the bytes and the errors that formatting step by step gives",
        arguments: ["ru", "kk", "zh-Hans", "kk-Latn", "kk-Arab", "en", "tlh"])
    func sameAsStepByStep(tag: String) throws {
        let language = try LanguageTag(tag)
        let values: [MessageArgument] = [
            0, 1, 2, 5, 11, 21, -1, 12_345, .integer(.max), .integer(.min), .decimal("1.5"), .decimal("1.0"),
            .decimal("-0"),
            .decimal("0.01"), .text("3"), .text("жібек"), .text("tour"), .text(""), .text("\u{2068}a\0"), .flag(true),
            .money("10.50", currency: "CNY"), .moment(MessageMoment(daysSince1970: 20_974)),
        ]
        for source in Self.sources {
            let message = try Message(source)
            let formatter = MessageFormatter(message, language)
            for value in values {
                for other in [MessageArgument.text("tour"), .text("x"), 1] {
                    let arguments = ["a": value, "b": other, "name": value]
                    for bidi in BidiStrategy.allCases {
                        let expected = message.format(arguments, in: language, bidi: bidi)
                        let ours = formatter.format(arguments, bidi: bidi)
                        #expect(ours == expected, "\(source) \(value) \(bidi)")
                        var bytes: [UInt8] = [0x2A]
                        let ids = formatter.argumentNames.map { arguments[$0] ?? .text("") }
                        let errors = formatter.append(ids, to: &bytes, bidi: bidi)
                        #expect(bytes.elementsEqual("*\(expected.text)".utf8) && errors == expected.errors)
                    }
                }
            }
            #expect(formatter.format() == message.format(in: language))
        }
    }

    @Test("writes texts that do not fit its first room")
    func longTexts() throws {
        let long = String(repeating: "жібек ", count: 1_000)
        let formatter = try MessageFormatter("{$name}!", .kk)
        #expect(formatter.format(["name": .text(long)], bidi: .none).text == long + "!")
    }

    @Test("is read back from its canonical form as it was")
    func canonical() throws {
        for source in Self.sources + [
            ".input{$n   :integer}.match $n |one|{{a}}*{{b}}", "  {{ x}}", "{{.input}}", "\\{{|a\\|b\\\\|}\\}",
        ] {
            let message = try Message(source)
            let printed = message.description
            let again = try Message(printed)
            #expect(again.description == printed, "\(source)")
            #expect(again.format(["n": 1, "a": 1], in: .ru) == message.format(["n": 1, "a": 1], in: .ru), "\(source)")
        }
        #expect(
            try Message(".input{$n :integer}.match $n |one|{{a}}*{{b}}").description
                == ".input {$n :integer}\n.match $n\none {{a}}\n* {{b}}")
    }

    @Test("says on which line and in which column it is broken")
    func positions() {
        let source = ".input {$n :integer}\n.match $n\none {{тауар}}\n* {{тауар {$n}}"
        let error = #expect(throws: MessageError.self) { try Message(source) }
        #expect(error?.description == "line 4, column 15: expected }} after the text")
    }
}
