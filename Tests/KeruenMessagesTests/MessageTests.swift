import KeruenMessages
import Testing

@Suite("A message")
struct MessageTests {
    private let goods =
        ".input {$count :integer} .match $count one {{{$count} товар}} few {{{$count} товара}} many {{{$count} товаров}} * {{{$count} товара}}"

    @Test(
        "takes the Russian plural that its number asks for",
        arguments: [
            (0, "0 товаров"), (1, "1 товар"), (3, "3 товара"), (11, "11 товаров"), (21, "21 товар"), (22, "22 товара"),
            (1_005, "1005 товаров"), (25_000, "25 000 товаров"),
        ])
    func russian(count: Int, expected: String) throws {
        let text = try Message(goods).format(["count": .integer(count)], in: .ru).text
        #expect(text.replacing("\u{A0}", with: " ") == expected || text.replacing("\u{A0}", with: "") == expected)
    }

    @Test("keeps Kazakh nouns singular and Chinese ones as they are")
    func kazakhAndChinese() throws {
        let kazakh = try Message(".input {$count :integer} {{{$count} тауар}}")
        #expect(kazakh.format(["count": 5], in: .kk).text == "5 тауар")
        let chinese = try Message(".input {$count :integer} .match $count * {{共 {$count} 件商品}}")
        #expect(chinese.format(["count": 2], in: .zhHans).text == "共 2 件商品")
    }

    @Test("prefers an exact number to a category, and a category to the rest")
    func exactFirst() throws {
        let message = try Message(".input {$n :integer} .match $n * {{много}} one {{одна}} 1 {{ровно одна}}")
        #expect(message.format(["n": 1], in: .ru).text == "ровно одна")
        #expect(message.format(["n": 21], in: .ru).text == "одна")
        #expect(message.format(["n": 5], in: .ru).text == "много")
    }

    @Test("selects ordinals on request, and reports options that it does not know")
    func options() throws {
        let ordinal = try Message(".input {$n :integer select=ordinal} .match $n two {{{$n}nd}} * {{{$n}th}}")
        #expect(ordinal.format(["n": 2], in: .en).text == "2nd")
        #expect(ordinal.format(["n": 5], in: .en).text == "5th")
        let digits = try Message("{$n :number minimumFractionDigits=2}").format(["n": 5], in: .ru)
        #expect(digits.text == "5,00" && digits.errors.isEmpty)
        let bad = try Message("{$n :number minimumFractionDigits=жоқ}").format(["n": 5], in: .ru)
        #expect(bad.text == "5" && bad.errors.map(\.code) == [.badOption])
    }

    @Test("matches two values column by column")
    func twoColumns() throws {
        let message = try Message(
            """
            .input {$days :integer} .input {$kind :string}
            .match $kind $days
            tour one {{{$days} день в горах}}
            tour *   {{{$days} дн. в горах}}
            * *      {{просто товар}}
            """)
        #expect(message.format(["days": 1, "kind": "tour"], in: .ru).text == "1 день в горах")
        #expect(message.format(["days": 7, "kind": "tour"], in: .ru).text == "7 дн. в горах")
        #expect(message.format(["days": 1, "kind": "rug"], in: .ru).text == "просто товар")
    }

    @Test("always gives some text, and says what was wrong with it")
    func fallbacks() throws {
        let missing = try Message("Сәлем, {$name}!").format([:], in: .kk, bidi: .none)
        #expect(missing.text == "Сәлем, {$name}!" && missing.errors.map(\.code) == [.unresolvedVariable])
        let function = try Message("{42 :abracadabra}").format([:], in: .kk, bidi: .none)
        #expect(function.text == "{|42|}" && function.errors.map(\.code) == [.unknownFunction])
        let operand = try Message("{$x :number}").format(["x": "жібек"], in: .kk, bidi: .none)
        #expect(operand.text == "{$x}" && operand.errors.map(\.code) == [.badOperand])
    }

    @Test("reads escapes, literals, markup and attributes")
    func syntax() throws {
        #expect(try Message("\\{жақша\\} \\\\").format(in: .kk).text == "{жақша} \\")
        #expect(try Message("{|a \\| b|}").format(in: .kk, bidi: .none).text == "a | b")
        #expect(try Message("{#b}жібек{/b}{#br /}").format(in: .kk).text == "жібек")
        #expect(try Message("{$x @translate=no}").format(["x": "Keruen"], in: .kk, bidi: .none).text == "Keruen")
        #expect(try Message(".local $p = {0.15 :percent} {{{$p}}}").format(in: .zhHans).text == "15%")
        #expect(try Message("").format(in: .kk).text == "")
    }

    @Test(
        "that is broken says where",
        arguments: [
            ("{$count", "syntax-error", 8), ("text }", "syntax-error", 6), ("{}", "syntax-error", 2),
            (".match $x * {{a}}", "missing-selector-annotation", 8),
            (".input {$n :integer} .match $n one {{a}}", "missing-fallback-variant", 29),
            (".input {$n :integer} .match $n * {{a}} * {{b}}", "duplicate-variant", 40),
            (".input {$n :integer} .match $n one two {{a}} * {{b}}", "variant-key-mismatch", 32),
            (".input {$n} .input {$n} {{a}}", "duplicate-declaration", 13),
            ("{$n :integer a=1 a=2}", "duplicate-option-name", 1),
            ("\\n", "syntax-error", 2), ("{|open", "syntax-error", 2),
        ])
    func broken(source: String, code: String, column: Int) {
        let error = #expect(throws: MessageError.self) { try Message(source) }
        #expect(error?.code.rawValue == code)
        #expect(error?.line == 1)
        #expect(error?.column == column)
    }

    @Test("writes a number of five thousand digits too")
    func hugeNumber() throws {
        let digits = String(repeating: "7", count: 5_000)
        #expect(try Message("{$x :number}").format(["x": .text(digits)], in: .kk).text.filter(\.isNumber) == digits)
    }

    @Test("never crashes on what people and machines may write")
    func anything() {
        let pieces = [
            "{", "}", "{{", "}}", "$", ":", ".match", ".input", ".local", "|", "\\", "*", " ", "n", "=", "@", "#", "/",
            "жібек", "\n", "丝",
        ]
        var state: UInt64 = 7
        for _ in 0..<20_000 {
            var source = ""
            for _ in 0..<12 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                source += pieces[Int(state >> 33) % pieces.count]
            }
            _ = (try? Message(source))?.format(["n": 1], in: .ru)
        }
    }
}

@Suite("Numbers and dates")
struct FormattingTests {
    @Test(
        "are written as each market writes them",
        arguments: [
            ("kk-KZ", "KZT", "19900.00", "19 900 ₸"), ("ru-KZ", "KZT", "19900.00", "19 900 ₸"),
            ("ru-RU", "RUB", "3490.00", "3 490 ₽"),
            ("ru-RU", "RUB", "0.50", "0,50 ₽"), ("zh-Hans-CN", "CNY", "268.00", "¥268"),
            ("zh-Hans-CN", "CNY", "12345.50", "¥12,345.50"),
        ])
    func money(tag: String, currency: String, amount: String, expected: String) throws {
        let text = try DecimalFormatter(LanguageTag(tag), .currency(currency)).format(amount)
        #expect(text.replacing("\u{A0}", with: " ") == expected)
    }

    @Test("refuse a language that ICU would silently take for another", arguments: ["tlh", "kk-Grek", "ug-Cyrl"])
    func unsupported(tag: String) {
        #expect(throws: TextError.self) { try DecimalFormatter(LanguageTag(tag), .decimal) }
    }

    @Test("give dates in the words of the language")
    func dates() throws {
        #expect(
            try MomentFormatter(.ru, skeleton: "yMMMMd").format(MessageMoment(daysSince1970: 20_974)).hasPrefix(
                "5 июня 2027"))
        #expect(
            try MomentFormatter(.zhHans, skeleton: "yMMMMd").format(MessageMoment(daysSince1970: 20_974)) == "2027年6月5日"
        )
        #expect(
            try MomentFormatter(.kk, skeleton: "yMMMMd").format(MessageMoment(daysSince1970: 20_974)).contains(
                "5 маусым"))
    }

    @Test("fall into the plural categories of CLDR")
    func categories() throws {
        #expect(Set(try PluralRules(.ru).categories) == [.one, .few, .many, .other])
        #expect(Set(try PluralRules(.kk).categories) == [.one, .other])
        #expect(try PluralRules(.zhHans).categories == [.other])
    }
}
