import Foundation
import TestSupport
import Testing

@testable import KeruenText

@Suite("Kazakh in three scripts")
struct KazakhScriptsTests {
    @Test(
        "comes back from the Latin letters of 2021",
        arguments: [
            ("Qolöner būiymy", "Қолөнер бұйымы"), ("İne men İNE", "Ине мен ИНЕ"), ("jıbek, JIBEK", "жібек, ЖІБЕК"),
            ("qoian aiu kiız", "қоян аю киіз"), ("Qazaqstan Respublikasynyñ", "Қазақстан Республикасының"),
            ("Samsung A5, 12 sm, USB, iPhone, info@keruen.kz", "Samsung A5, 12 см, USB, iPhone, info@keruen.kz"),
            ("{bağa} teñge", "{bağa} теңге"), ("wifi box", "wifi box"), ("tsirk pen tşempion", "цирк пен чемпион"),
            ("", ""),
        ])
    func fromLatin(text: String, expected: String) throws {
        #expect(try Transliterator(.kazakhLatinToCyrillic).apply(text) == expected)
    }

    @Test(
        "comes back from plain Latin letters, as people type it",
        arguments: [
            ("jibek oramal", "жібек орамал"), ("oqu quraly", "оқу құралы"), ("qara koylek", "қара көйлек"),
            ("Shymkent qalasy", "Шымкент қаласы"), ("tuye zhuni", "түйе жүні"), ("auyl balasy", "ауыл баласы"),
            ("shubat, qymyz", "шұбат, қымыз"),
            ("Qoi juninen", "Қой жүнінен"), ("kiiz üy", "киіз үй"), ("Salem, ayel koilegi", "Сәлем, әйел көйлегі"),
            ("jaksy kun, uy", "жақсы күн, үй"),
        ])
    func fromPlainLatin(text: String, expected: String) throws {
        #expect(try Transliterator(.kazakhLatinToCyrillic).apply(text) == expected)
    }

    @Test(
        "leaves names of makers and models, and texts of another language, in Latin letters",
        arguments: [
            ("iPhone 15 Pro Max qaptamasy", "iPhone 15 Pro Max қаптамасы"),
            ("Kaspi Gold kartasy", "Kaspi Gold картасы"),
            ("Samsung telefony", "Samsung телефоны"), ("silk scarf, hand made", "silk scarf, hand made"),
            ("Prada sömkesı", "Prada сөмкесі"), ("Made in China", "Made in China"), ("Free delivery", "Free delivery"),
            ("Women's köilek, Levi's shalbar", "Women's көйлек, Levi's шалбар"), ("TP-Link router", "TP-Link роутер"),
            ("SATYP ALU — TEK BÜGIN", "САТЫП АЛУ — ТЕК БҮГІН"), ("USB KABEL", "USB КАБЕЛЬ"),
            ("Astana qalasy", "Астана қаласы"),
            ("Almatydan kelgen Marat", "Алматыдан келген Марат"),
        ])
    func names(text: String, expected: String) throws {
        #expect(try Transliterator(.kazakhLatinToCyrillic).apply(text) == expected)
    }

    @Test("leaves Uyghur as it is")
    func uyghur() throws {
        #expect(try Transliterator(.kazakhArabicToCyrillic).apply("كۆڭلەك، ئۈرۈمچى") == "كۆڭلەك، ئۈرۈمچى")
        #expect(try Transliterator(.kazakhArabicToCyrillic).apply("ئەتلەس كۆينەك") == "ئەتلەس كۆينەك")
    }

    @Test(
        "comes back from the Latin spellings before it",
        arguments: [
            ("Qazaqstannyń tabıǵaty men óneri, kúmis", "Қазақстанның табиғаты мен өнері, күміс"),
            ("Shymkent shahary, sýret", "Шымкент шаһары, сурет"),
            ("Qazaqstannyn' tabi'g'aty men o'neri, ku'mis", "Қазақстанның табиғаты мен өнері, күміс"),
            ("Qazaqstannyn’ o’neri", "Қазақстанның өнері"),
            ("Zhibek, qoloener, qaghaz, uezhdan", "Жібек, қолөнер, қағаз, үждан"),
            ("Qazaqstannıñ tabïğatı men öneri, kümis", "Қазақстанның табиғаты мен өнері, күміс"),
        ])
    func fromOlderLatin(text: String, expected: String) throws {
        #expect(try Transliterator(.kazakhLatinToCyrillic).apply(text) == expected)
    }

    @Test(
        "comes back from Arabic letters, whichever way the hamza is written",
        arguments: [
            ("قولونەر", "қолөнер"), ("\u{674}ۇي، \u{674}سوز؟", "үй, сөз?"), ("\u{621}ۇي", "үй"), ("\u{677}ي", "үй"),
            ("قاۋىپسىزدىك", "қауіпсіздік"), ("كىتاپتارىنان", "кітаптарынан"), ("قويان، ايۋ", "қоян, аю"),
            ("جىبەك 180 سم Samsung", "жібек 180 см Samsung"), ("كىلەمدەرىمىزدىڭ", "кілемдеріміздің"),
            ("دومبىرامەن", "домбырамен"), ("فابريكا", "фабрика"), ("", ""),
        ])
    func fromArabic(text: String, expected: String) throws {
        #expect(try Transliterator(.kazakhArabicToCyrillic).apply(text) == expected)
    }

    @Test("goes from Latin to Arabic letters and back")
    func latinAndArabic() throws {
        #expect(try Transliterator(.kazakhLatinToArabic).apply("jıbek oramal") == "جىبەك ورامال")
        #expect(try Transliterator(.kazakhArabicToLatin).apply("جىبەك ورامال") == "jıbek oramal")
    }

    @Test("is read from the script that a line is in, or that the caller names")
    func source() {
        typealias Scheme = Transliterator.Scheme
        #expect(Scheme(to: "kk-Latn", of: "қолөнер iPhone") == .kazakhToLatin)
        #expect(Scheme(to: "kk-Latn", of: "قولونەر iPhone") == .kazakhArabicToLatin)
        #expect(Scheme(to: "kk-Cyrl", of: "Qolöner") == .kazakhLatinToCyrillic)
        #expect(Scheme(to: "kk-Arab", of: "iPhone") == .kazakhToArabic)
        #expect(Scheme(to: "kk-Arab", from: "kk-Latn", of: "Qolöner") == .kazakhLatinToArabic)
        #expect(Scheme(to: "pinyin", of: "银行") == .hanToPinyin)
        #expect(Scheme(to: "kk-Cyrl", from: "klingon", of: "") == nil)
        #expect(Scheme(to: "kk-Runr", of: "") == nil)
    }

    /// A form comes back from what it is written as.
    private func percentage(
        _ words: [String], to: Transliterator.Scheme, _ back: some ScriptWriter
    ) throws -> (percent: Double, wrong: [String]) {
        let there = try Transliterator(to)
        let wrong = try words.filter { try back.string(there.apply($0)) != $0 }
        return ((1 - Double(wrong.count) / Double(words.count)) * 100, wrong)
    }

    @Test("comes back from both scripts in the shop's own texts, with the system's dictionary and without")
    func shopTexts() throws {
        let words = try KazakhTexts.words()
        try #require(words.count > 1_000)
        for (name, lexicon) in [("without", KazakhLexicon(dictionary: nil)), ("with", .system)] {
            let arabic = try percentage(words, to: .kazakhToArabic, KazakhFromArabic(lexicon))
            let latin = try percentage(words, to: .kazakhToLatin, KazakhFromLatin(lexicon))
            print(
                "Kazakh round trip of \(words.count) words, \(name) hunspell-kk (installed: \(lexicon.hasDictionary)):",
                String(format: "Arabic %.1f %%, Latin %.1f %%", arabic.percent, latin.percent))
            #expect(arabic.percent > (lexicon.hasDictionary ? 98 : 93), "\(arabic.wrong.prefix(40))")
            #expect(latin.percent > (lexicon.hasDictionary ? 99 : 97.5), "\(latin.wrong.prefix(40))")
        }
    }

    @Test("comes back from both scripts in the forms of nouns")
    func forms() throws {
        let forms = KazakhForms.nouns.flatMap(KazakhForms.forms).enumerated()
            .filter { $0.offset % LongRun.step(7) == 0 }.map(\.element)
        for (name, lexicon) in [("without", KazakhLexicon(dictionary: nil)), ("with", .system)] {
            let arabic = try percentage(forms, to: .kazakhToArabic, KazakhFromArabic(lexicon))
            let latin = try percentage(forms, to: .kazakhToLatin, KazakhFromLatin(lexicon))
            print(
                "Kazakh round trip of \(forms.count) forms of nouns, \(name) hunspell-kk (installed: \(lexicon.hasDictionary)):",
                String(format: "Arabic %.1f %%, Latin %.1f %%", arabic.percent, latin.percent))
            #expect(arabic.percent > (lexicon.hasDictionary ? 97 : 85), "\(arabic.wrong.prefix(40))")
            #expect(latin.percent > 99, "\(latin.wrong.prefix(40))")
        }
    }

    @Test(
        "comes back from both scripts in the words of the dictionary",
        .enabled(if: KazakhLexicon.system.hasDictionary, "hunspell-kk is not installed"))
    func dictionary() throws {
        let words = KazakhLexicon.system.words.enumerated().filter { $0.offset % LongRun.step(12) == 0 }.map(\.element)
        for (name, lexicon) in [("without", KazakhLexicon(dictionary: nil)), ("with", .system)] {
            let arabic = try percentage(words, to: .kazakhToArabic, KazakhFromArabic(lexicon))
            let latin = try percentage(words, to: .kazakhToLatin, KazakhFromLatin(lexicon))
            print(
                "Kazakh round trip of \(words.count) of hunspell-kk's words, \(name) it:",
                String(format: "Arabic %.1f %%, Latin %.1f %%", arabic.percent, latin.percent))
            #expect(arabic.percent > (lexicon.hasDictionary ? 99.5 : 90), "\(arabic.wrong.prefix(40))")
            #expect(latin.percent > (lexicon.hasDictionary ? 99.5 : 95), "\(latin.wrong.prefix(40))")
        }
    }
}

/// The Kazakh words of the sample catalogue and of the project's own sentences.
enum KazakhTexts {
    static func words() throws -> [String] {
        var words: Set<String> = []
        for folder in ["Catalog", "Locales/kk"] {
            let files = FileManager.default.enumerator(
                at: Project.root.appending(path: folder), includingPropertiesForKeys: nil)
            while let file = files?.nextObject() as? URL {
                guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
                for word in text.lowercased().split(whereSeparator: { !$0.isLetter }) {
                    let isKazakh = word.unicodeScalars.allSatisfy { (0x400..<0x530).contains($0.value) }
                    if isKazakh, word.contains(where: { "әғқңөұүһі".contains($0) }) { words.insert(String(word)) }
                }
            }
        }
        return words.sorted()
    }
}
