import TestSupport
import Testing

@testable import KeruenMessages

private let commonStyles: [(name: String, style: NumberStyle)] = [
    ("integer", .integer), ("decimal", .decimal), ("percent", .percent), ("CNY", .currency("CNY")),
    ("RUB", .currency("RUB")), ("KZT", .currency("KZT")),
]

/// What is written natively is what ICU writes, byte for byte.
@Suite("A number written natively")
struct NativeNumberTests {
    @Test(
        "equals ICU's, its plural category too",
        arguments: [LanguageTag.zhHans, .ru, .kk], commonStyles.map(\.name))
    func differential(language: LanguageTag, name: String) throws {
        let style = try #require(commonStyles.first { $0.name == name }).style
        let formatter = try DecimalFormatter(language, style)
        let native = try #require(formatter.native)
        let rules = try PluralRules(language)
        let icuRules = try PluralRules(language, isNative: false)
        var random = SeededGenerator(seed: 42)
        let count = LongRun.isOn ? 2_000_000 : 30_000
        var written: [UInt8] = []
        for round in 0..<count {
            // Amounts of all lengths, and the edges of every rounding.
            let digits = Int.random(in: 0...17, using: &random)
            var bound: Int64 = 1
            for _ in 0..<digits { bound *= 10 }
            var coefficient = Int64.random(in: 0..<bound, using: &random)
            if round.isMultiple(of: 5) { coefficient = coefficient / 10 * 10 + 5 }
            if round.isMultiple(of: 7) { coefficient = coefficient / 100 * 100 }
            if round.isMultiple(of: 2) { coefficient.negate() }
            let scale = Int.random(in: 0...min(6, digits), using: &random)
            let number = DecimalNumber(coefficient: coefficient, scale: scale)
            written.removeAll(keepingCapacity: true)
            // A percentage of very much does not fit, and is left to ICU.
            guard native.append(coefficient, scale: scale, to: &written) else { continue }
            let icu = try formatter.rawText(number.text)
            guard written.elementsEqual(icu.utf8) else {
                Issue.record("\(number.text): \(String(decoding: written, as: UTF8.self)), ICU \(icu)")
                return
            }
            // Past 2^53 ICU decides plurals by a rounded double, and is wrong: 99070066483721585 is many, not few.
            guard round.isMultiple(of: 10), coefficient.magnitude < 1 << 46 else { continue }
            let own = try rules.category(of: number.text, as: formatter)
            let theirs = try icuRules.category(of: number.text, as: formatter)
            guard own == theirs else {
                Issue.record("\(number.text): \(own), ICU \(theirs)")
                return
            }
        }
    }

    @Test("keeps amounts exact to the last digit that fits, and hands larger ones to ICU")
    func edges() throws {
        let formatter = try DecimalFormatter(.ru, .currency("RUB"))
        #expect(try formatter.format("92233720368547758.07").filter(\.isNumber) == "9223372036854775807")
        #expect(try formatter.format("922337203685477580700").filter(\.isNumber) == "922337203685477580700")
        #expect(try formatter.format("-0.004") == formatter.rawText("-0.004"))
        #expect(try formatter.format("0.005") == formatter.rawText("0.005"))
        #expect(throws: TextError.self) { try formatter.format("много") }
    }

    @Test(
        "is as ICU has it in every style that is written natively",
        arguments: ["ru", "kk", "zh-Hans", "zh-Hant", "en", "ru-KZ", "kk-Latn", "es", "de-CH", "hi", "fr"])
    func styles(tag: String) throws {
        let language = try LanguageTag(tag)
        var styles: [NumberStyle] = commonStyles.map(\.style)
        for code in ["USD", "JPY", "EUR", "KZT", "CNY"] {
            for display in NumberStyle.CurrencyDisplay.allCases { styles.append(NumberStyle(.currency(code, display))) }
        }
        styles += [NumberStyle(.decimal, fractionDigits: 2...4), NumberStyle(.percent, fractionDigits: 1...1)]
        var ungrouped = NumberStyle.decimal
        ungrouped.grouping = .never
        styles.append(ungrouped)
        for style in styles {
            let formatter = try DecimalFormatter(language, style)
            for number in [
                "0", "7", "-1", "999", "1000", "1234.5", "-9999.995", "10000", "1234567.891", "0.05", "-123456789",
            ] {
                #expect(try formatter.format(number) == formatter.formatByICU(number), "\(style) \(number)")
            }
        }
    }
}
