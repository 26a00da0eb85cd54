import TestSupport
import Testing

@testable import KeruenText

@Suite("Search keys")
struct SearchTests {
    private func texts(_ tokens: [SearchToken], _ kinds: Set<SearchToken.Kind>) -> [String] {
        tokens.filter { kinds.contains($0.kind) }.map(\.text)
    }

    @Test("are pairs of Han and words of letters, in the order of the text")
    func tokens() throws {
        let analyzer = try SearchAnalyzer(.zhHans)
        #expect(analyzer.queried("艾德莱斯绸 Шарф-180").map(\.text) == ["艾德", "德莱", "莱斯", "斯绸", "шарф", "180"])
        #expect(analyzer.queried("绸").map(\.text) == ["绸"])
        #expect(analyzer.queried("丝绸silk").map(\.text) == ["丝绸", "silk"])
        #expect(analyzer.queried(" ,;—").isEmpty)
        #expect(analyzer.queried("‘платок’ 'd’or'").map(\.text) == ["платок", "d’or"])
        #expect(texts(analyzer.indexed("丝绸"), [.bigram, .unigram]) == ["丝", "丝绸", "绸"])
    }

    @Test("read Han in pinyin and initials beside the Han, never instead")
    func pinyin() throws {
        let analyzer = try SearchAnalyzer(.zhHans)
        let tokens = analyzer.indexed("银行 景点")
        #expect(texts(tokens, [.pinyin]) == ["yinhang", "jingdian"])
        #expect(texts(tokens, [.initials]) == ["yh", "jd"])
        // 景点 and 经典 sound alike and stay two.
        #expect(texts(analyzer.indexed("经典"), [.bigram]) != texts(analyzer.indexed("景点"), [.bigram]))
    }

    @Test(
        "meet in the second tier across scripts and spellings",
        arguments: [
            ["жібек", "jıbek", "جىبەك", "zhibek", "ЖІБЕК", "жибек", "жыбек"],
            ["көйлек", "койлек", "köilek", "koeilek", "كويلەك"],
            ["жүзік", "жузик", "jüzık", "zhuzik", "\u{674}جۇزىك", "ju'zik"], ["қазақ", "казак", "qazaq", "قازاق"],
            ["шаңырақ", "шанырак", "şañyraq", "shanyrak", "شاڭىراق"],
        ])
    func acrossScripts(spellings: [String]) throws {
        let analyzer = try SearchAnalyzer(.kk)
        let keys = spellings.map { analyzer.queried($0).map(\.near) }
        #expect(keys.allSatisfy { $0.count == 1 && $0 == keys[0] }, "\(keys)")
        // The first tier keeps them apart.
        #expect(Set(spellings.flatMap { analyzer.queried($0).map(\.text) }).count >= spellings.count - 1)
    }

    @Test(
        "meet in all forms of a word",
        arguments: [
            ("kk", "кілем", "кілемдеріміздің"), ("kk", "кітап", "кітабы"), ("kk", "жібек", "жібектен"),
            ("ru", "платками", "платков"), ("ru", "шёлковый", "шелковые"), ("ru", "серьга", "серьги"),
            ("ru", "платок", "платки"), ("ru", "ковёр", "коврами"), ("ru", "медаль", "медали"),
            ("ru", "чашек", "чашка"),
        ])
    func stems(language: String, lemma: String, form: String) throws {
        let analyzer = try SearchAnalyzer(LanguageTag(language))
        let (a, b) = (analyzer.queried(lemma), analyzer.queried(form))
        #expect(a.map(\.stem) == b.map(\.stem))
    }

    @Test(
        "keep apart what only looks alike",
        arguments: [("ru", "мёд", "медь"), ("kk", "қазы", "қаз"), ("kk", "сабын", "сап"), ("kk", "тағам", "таға")])
    func apart(language: String, one: String, other: String) throws {
        let analyzer = try SearchAnalyzer(LanguageTag(language))
        #expect(analyzer.queried(one).map(\.stem) != analyzer.queried(other).map(\.stem))
    }

    @Test(
        "are read from other keyboard layouts",
        arguments: [
            ("ghbdtn", "привет"), ("0fpf0", "қазақ"), ("ыфьыгтп", "samsung"), ("0аза0", "қазақ"), ("к-йлек", "көйлек"),
            ("2rt", "әке"), ("gkfnjr", "платок"), ("itkr", "шелк"),
        ])
    func keyboards(typed: String, meant: String) {
        #expect(KeyboardLayout.readings(of: typed).contains(meant), "\(KeyboardLayout.readings(of: typed))")
    }

    @Test(
        "take numbers, Han and right words of a layout as they are, and no letters for signs",
        arguments: ["180", "2026-11-24", "丝绸", "", "  ", "ъыъыъ", "хъжэ"])
    func noReadings(text: String) {
        #expect(KeyboardLayout.readings(of: text).isEmpty)
    }

    @Test(
        "know where too many letters fell together to tell one word from others",
        arguments: [
            ("kk", "ңғүұқ", true), ("ru", "qqxxzz", true), ("ru", "ъъъъш", true), ("ru", "ххххх", true),
            ("kk", "аққу", false), ("ru", "касса", false), ("kk", "жібектеріміздің", false), ("ru", "шёлк", false),
            ("zh-Hans", "zhong", false), ("kk", "zhezhe", false), ("ru", "кашшшемир", false), ("ru", "", false),
        ])
    func blurred(language: String, word: String, isBlurred: Bool) throws {
        #expect(try SearchAnalyzer(LanguageTag(language)).queried(word).contains(where: \.isBlurred) == isBlurred)
    }

    @Test("never step back and always lie on characters, of any text", arguments: ["zh-Hans", "ru", "kk", "en"])
    func offsets(language: String) throws {
        let analyzer = try SearchAnalyzer(LanguageTag(language))
        var random = SeededGenerator(seed: 11)
        let alphabet = Array(
            "аәбқіңШёе\u{308}и\u{306}丝绸银行長🧵\u{1F468}\u{200D}a1'’ -\u{674}جىبەك\0\u{FFFD}\u{202E}ﷺ½ß".unicodeScalars)
        for _ in 0..<300 {
            let scalars = (0..<Int.random(in: 0...24, using: &random)).compactMap { _ in
                alphabet.randomElement(using: &random)
            }
            let text = String(String.UnicodeScalarView(scalars))
            var last = 0
            for token in analyzer.indexed(text) {
                #expect(
                    token.range.lowerBound >= last && token.range.upperBound <= text.utf8.count && !token.range.isEmpty)
                last = token.range.lowerBound
                let bytes = Array(text.utf8)[token.range]
                #expect(String(validating: bytes, as: UTF8.self) != nil, "\(token)")
            }
        }
    }
}
