import TestSupport
import Testing

@testable import KeruenMessages

@Suite("A function of messages")
struct FunctionTests {
    private func text(_ source: String, _ tag: String, _ arguments: [String: MessageArgument] = [:]) throws -> String {
        let formatted = try Message(source).format(arguments, in: LanguageTag(tag), bidi: .none)
        #expect(formatted.errors.isEmpty, "\(formatted.errors)")
        return formatted.text.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
    }

    @Test(
        "writes numbers by its options",
        arguments: [
            ("{1234.5 :number minimumFractionDigits=2}", "ru", "1 234,50"), ("{12345.678 :number}", "kk", "12 345,678"),
            ("{0.1239 :number maximumFractionDigits=2}", "zh-Hans", "0.12"),
            ("{7 :integer minimumIntegerDigits=3}", "ru", "007"),
            ("{12345 :integer useGrouping=never}", "ru", "12345"), ("{5 :number signDisplay=always}", "kk", "+5"),
            ("{12345 :number maximumSignificantDigits=2}", "en", "12,000"), ("{0.256 :percent}", "ru", "26 %"),
            ("{0.256 :percent minimumFractionDigits=1}", "zh-Hans", "25.6%"), ("{3 :offset add=2}", "ru", "5"),
            ("{19900 :currency currency=KZT currencyDisplay=narrowSymbol fractionDigits=0}", "kk", "19 900 ₸"),
            ("{268.5 :currency currency=CNY}", "zh-Hans", "¥268.50"),
            ("{-3490 :currency currency=RUB trailingZeroDisplay=stripIfInteger}", "ru", "-3 490 ₽"),
            ("{5 :unit unit=kilogram}", "ru", "5 кг"),
            ("{5 :unit unit=kilogram unitDisplay=long}", "ru", "5 килограмм"),
            ("{2 :unit unit=kilogram unitDisplay=long}", "ru", "2 килограмма"),
            ("{5 :unit unit=kilogram}", "zh-Hans", "5 kg"),
        ])
    func numbers(source: String, tag: String, expected: String) throws {
        #expect(try text(source, tag) == expected)
    }

    @Test(
        "writes days and times by semantic skeletons",
        arguments: [
            ("{|2027-06-05| :date length=long}", "ru", "5 июня 2027 г."),
            ("{|2027-06-05| :date length=long}", "zh-Hans", "2027年6月5日"),
            ("{|2027-06-05| :date length=long}", "kk", "2027 ж. 5 маусым"),
            ("{|2027-06-05| :date length=long}", "kk-Latn", "2027 j. 5 mausym"),
            ("{|2027-06-05| :date length=long}", "kk-Arab", "2027 ج. 5 ماۋسىم"),
            ("{|2027-06-05| :date fields=month-day length=long}", "ru", "5 июня"),
            ("{|2027-06-05| :date fields=weekday length=long}", "kk", "сенбі"),
            ("{|2027-06-05T09:30:00| :time}", "ru", "09:30"),
            ("{|2027-06-05T09:30:15| :time precision=second}", "zh-Hans", "09:30:15"),
            ("{|2027-06-05T09:30:00+06:00| :time timeZone=|Europe/Moscow|}", "ru", "06:30"),
            ("{|2027-06-05T09:30:00| :time timeZone=|Europe/Moscow|}", "ru", "09:30"),
            ("{|2027-06-05T21:30:00| :time hour12=true}", "en", "9:30 PM"),
        ])
    func moments(source: String, tag: String, expected: String) throws {
        #expect(try text(source, tag) == expected)
    }

    @Test(
        "gives Kazakh words the suffix that agrees with them, in all three scripts",
        arguments: [
            ("{$city :kk:case case=dative} саяхат", "kk", "Алматыға саяхат"),
            ("{$city :kk:case case=ablative}", "kk-Latn", "Almatydan"),
            ("{$city :kk:case case=dative}", "kk-Arab", "الماتىعا"),
            ("{$count :kk:case case=dative} дейін", "kk", "5-ке дейін"),
            ("{$city :kk:case case=dative}", "ru", "Алматы"),
        ])
    func kazakhCase(source: String, tag: String, expected: String) throws {
        let city: MessageArgument = tag == "kk-Latn" ? "Almaty" : tag == "kk-Arab" ? "الماتى" : "Алматы"
        #expect(try text(source, tag, ["city": city, "count": 5]) == expected)
        let wrong = try Message("{$city :kk:case case=vocative}").format(["city": city], in: .kk, bidi: .none)
        #expect(wrong.errors.map(\.code) == [.badOption] && !wrong.text.isEmpty)
    }

    @Test("isolates texts on screens, not at all where asked, and by elements in HTML, which it escapes")
    func bidi() throws {
        let message = try Message("<Бренд> {$name}: {$count :integer}")
        let arguments: [String: MessageArgument] = ["name": "A&B", "count": 3]
        #expect(message.format(arguments, in: .ru).text == "<Бренд> \u{2068}A&B\u{2069}: 3")
        #expect(message.format(arguments, in: .ru, bidi: .none).text == "<Бренд> A&B: 3")
        #expect(message.format(arguments, in: .ru, bidi: .html).text == "&lt;Бренд&gt; <bdi>A&amp;B</bdi>: 3")
        let arabic = try LanguageTag("kk-Arab")
        #expect(message.format(arguments, in: arabic).text == "<Бренд> \u{2068}A&B\u{2069}: \u{2067}3\u{2069}")
    }

    @Test("of one's own is called like any other")
    func custom() throws {
        struct Shout: MessageFunction {
            func resolve(_ call: inout MessageCall) throws(MessageError) -> any MessageValue {
                TextValue(try call.wantedOperand().argument.plain.uppercased())
            }
        }
        let functions = MessageFunctions.standard.adding(Shout(), as: "shop:shout")
        let message = try Message("{$name :shop:shout}!")
        #expect(message.format(["name": "жібек"], in: .kk, bidi: .none, functions: functions).text == "ЖІБЕК!")
        #expect(message.format([:], in: .kk, bidi: .none, functions: functions).text == "{$name}!")
    }

    @Test("gives a number's pieces that are its text when joined")
    func pieces() throws {
        let formatter = try DecimalFormatter(LanguageTag("ru-KZ"), .currency("KZT"))
        let pieces = try formatter.pieces("-19900.5")
        #expect(try pieces.map(\.text).joined() == formatter.format("-19900.5"))
        #expect(pieces.map(\.kind) == [.sign, .integer, .group, .integer, .decimal, .fraction, .literal, .currency])
    }
}
