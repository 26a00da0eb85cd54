import Foundation
import KeruenText
import TestSupport
import Testing

@Suite("A transliterator")
struct TransliteratorTests {
    @Test(
        "writes the letters of 2021, keeps case, brands, numbers, placeholders and addresses",
        arguments: [
            ("Қолөнер бұйымы", "Qolöner būiymy"), ("Іле", "Ile"), ("Ине", "İne"), ("ИНЕ", "İNE"), ("ЖІБЕК", "JIBEK"),
            ("Үйсін Samsung A5, 12 см", "Üisın Samsung A5, 12 sm"), ("{баға} теңге", "{баға} teñge"),
            ("https://пример.рф/жол қараңыз", "https://пример.рф/жол qarañyz"), ("Юнеско ЮНЕСКО", "İunesko İUNESKO"),
            ("қоян аю киіз", "qoian aiu kiız"), ("Чемодан, щётка", "Tşemodan, şşiotka"), ("", ""), ("丝绸", "丝绸"),
            ("Баға: 5 {ақша :/ {", "Bağa: 5 {aqşa :/ {"),
        ])
    func kazakhLatin(text: String, expected: String) throws {
        #expect(try Transliterator(.kazakhToLatin).apply(text) == expected)
    }

    @Test(
        "writes Kazakh as it is written in China, a hamza only where no letter tells the vowels",
        arguments: [
            ("жібек", "جىبەك"), ("әке", "اكە"), ("үй", "\u{674}ۇي"), ("Ұн", "ۇن"), ("сөз", "\u{674}سوز"),
            ("қолөнер", "قولونەر"), ("қияр", "قيار"), ("мұғалім", "مۇعالىم"), ("қауіпсіздік", "قاۋىپسىزدىك"),
            ("Үй, сөз?", "\u{674}ۇي، \u{674}سوز؟"), ("1,5 м iPhone, {баға}", "1,5 م iPhone, {баға}"),
            ("ар-ождан", "ار-وجدان"), ("12, кілем", "12، كىلەم"), ("а́лма", "الما"), ("Ђоко", "Ђоко"), ("", ""),
        ])
    func kazakhArabic(text: String, expected: String) throws {
        #expect(try Transliterator(.kazakhToArabic).apply(text) == expected)
    }

    @Test(
        "writes capitals of several letters as their neighbours are written",
        arguments: [
            ("Щукин", "Shchukin"), ("ЩУКИН", "SHCHUKIN"), ("Я", "Ia"), ("ООО «Я»", "OOO «Ia»"), ("ЮЩ", "IUSHCH"),
        ])
    func capitals(text: String, expected: String) throws {
        #expect(try Transliterator(.russianToLatinICAO).apply(text) == expected)
    }

    @Test("leaves placeholders and addresses alone by every scheme", arguments: Transliterator.Scheme.allCases)
    func verbatim(scheme: Transliterator.Scheme) throws {
        let text = "{баға} {数量} https://пример.рф/龙?ә=1 {龙} info@почта.рф керуен.қаз/тауар www.дүкен.kz keruen.kz/өнім"
        #expect(try Transliterator(scheme).apply(text) == text)
    }

    @Test("ends an address before the sentence's marks and before Chinese, and takes no two sentences for one")
    func addressEnds() throws {
        let pinyin = try Transliterator(.hanToPinyinSyllables)
        #expect(try pinyin.apply("到https://keruen.cn购买") == "dào https://keruen.cn gòu mǎi")
        #expect(try pinyin.apply("见keruen.cn/丝绸，共{数量}件。") == "jiàn keruen.cn/丝绸, gòng {数量} jiàn.")
        let latin = try Transliterator(.kazakhToLatin)
        #expect(try latin.apply("Сайт: керуен.қаз.") == "Sait: керуен.қаз.")
        #expect(try latin.apply("Келді.Кетті. 5 мин. (https://а.рф/б)") == "Keldı.Kettı. 5 min. (https://а.рф/б)")
        #expect(try latin.apply("а@б @керуен") == "a@b @keruen")
        #expect(try latin.apply("бағасы 199.50/дана") == "bağasy 199.50/dana")
    }

    @Test(
        "reads a long row of full stops, braces, colons or at signs once", arguments: [".", "{", ":", "@", "a.", "://"])
    func leaders(mark: String) throws {
        // By the square of its length this would take hours.
        let row = String(repeating: mark, count: 500_000)
        #expect(try Transliterator(.kazakhToLatin).apply("Бөлім \(row) 5") == "Bölım \(row) 5")
    }

    @Test(
        "writes Roman numerals of Cyrillic letters as numerals, by every scheme of Cyrillic",
        arguments: [
            Transliterator.Scheme.kazakhToLatin, .kazakhToArabic, .kazakhToLatinBGN, .russianToLatinICAO,
        ])
    func romanNumerals(scheme: Transliterator.Scheme) throws {
        let transliterator = try Transliterator(scheme)
        for (typed, numeral) in [("ХХІ", "XXI"), ("ХІХ", "XIX"), ("ІІІ", "III"), ("ХVІІІ", "XVIII"), ("VІІІ", "VIII")] {
            #expect(try transliterator.apply(typed) == numeral)
        }
        #expect(try Transliterator(.kazakhToLatin).apply("ХХ, Х, ІІХ, ХІна, Хх") == "XX, H, IIH, HIna, Hh")
    }

    @Test("never leaves a word in two scripts", arguments: ["Әуезов", "қолөнер", "Ђоко"])
    func unknownLetters(word: String) throws {
        for scheme in [Transliterator.Scheme.russianToLatinBGN, .russianToLatinGOST, .russianToLatinICAO] {
            #expect(
                try Transliterator(scheme).apply("\(word) и я") == "\(word) i "
                    + (scheme == .russianToLatinICAO ? "ia" : "ya"))
        }
    }

    @Test("takes any scalars, and leaves those of other scripts alone", arguments: Transliterator.Scheme.allCases)
    func anyScalars(scheme: Transliterator.Scheme) throws {
        let transliterator = try Transliterator(scheme)
        var random = SeededGenerator(seed: 7)
        for _ in 0..<300 {
            var text = ""
            for _ in 0..<12 {
                let isAnywhere = Bool.random(using: &random)
                let value = UInt32.random(in: isAnywhere ? 0...0x10FFFF : 0x300...0x6FF, using: &random)
                text.unicodeScalars.append(Unicode.Scalar(value) ?? "\u{200F}")
            }
            _ = try transliterator.apply(text)
        }
        #expect(try transliterator.apply("ABC-123 \u{E000}😀") == "ABC-123 \u{E000}😀")
    }

    @Test("survives a hundred thousand open braces", arguments: [Transliterator.Scheme.kazakhToLatin, .kazakhToArabic])
    func openBraces(scheme: Transliterator.Scheme) throws {
        let braces = String(repeating: "{", count: 100_000)
        #expect(try Transliterator(scheme).apply(braces) == braces)
    }

    @Test(
        "writes iuliia's samples of each standard",
        .enabled(if: Conformance.folder != nil, "KERUEN_CONFORMANCE is not set"),
        arguments: [
            (Transliterator.Scheme.russianToLatinBGN, "bgn_pcgn"), (.russianToLatinGOST, "gost_779_alt"),
            (.russianToLatinICAO, "icao_doc_9303"), (.russianToLatinISO9, "gost_779"),
        ])
    func iuliia(scheme: Transliterator.Scheme, name: String) throws {
        struct Schema: Decodable { var samples: [[String]] }
        let file = try #require(Conformance.folder).appending(path: "translit-ru-iuliia/\(name).json")
        let samples = try JSONDecoder().decode(Schema.self, from: Data(contentsOf: file)).samples
        let transliterator = try Transliterator(scheme)
        for sample in samples {
            // The samples write ё for ë, a Cyrillic letter in Latin text, and quotation marks for the primes.
            let expected = sample[1].replacing("ё", with: "ë").replacing("’", with: "ʹ").replacing("”", with: "ʺ")
            #expect(try transliterator.apply(sample[0]) == expected)
        }
        print("iuliia \(name): \(samples.count) samples")
        #expect(!samples.isEmpty)
    }
}
