import Foundation
import TestSupport
import Testing

@testable import KeruenText

@Suite("Pinyin")
struct PinyinTests {
    @Test(
        "reads the words of shops, places, crafts and money as people do",
        arguments: [
            ("银行卡", "yín háng kǎ"), ("音乐盒", "yīn yuè hé"), ("长城", "cháng chéng"), ("重庆", "chóng qìng"),
            ("重量", "zhòng liàng"),
            ("喀什", "kā shí"), ("西藏", "xī zàng"), ("伊犁", "yī lí"), ("葡萄干", "pú táo gān"),
            ("羊毛毡地毯", "yáng máo zhān dì tǎn"),
            ("行长", "háng zhǎng"), ("乌鲁木齐", "wū lǔ mù qí"), ("六安", "lù ān"), ("还款", "huán kuǎn"), ("收藏", "shōu cáng"),
            ("西藏宝藏", "xī zàng bǎo zàng"), ("都塔尔", "dū tǎ ěr"), ("绿色", "lǜ sè"), ("〇", "líng"),
            ("銀行卡", "yín háng kǎ"), ("音樂盒", "yīn yuè hé"), ("葡萄乾", "pú táo gān"), ("長度", "cháng dù"),
            ("調味", "tiáo wèi"), ("裡面", "lǐ miàn"), ("东西", "dōng xi"), ("东西方", "dōng xī fāng"),
            ("里面的口袋", "lǐ miàn de kǒu dài"), ("孩子长大了", "hái zi zhǎng dà le"),
            ("散发清香", "sàn fā qīng xiāng"),
        ])
    func words(text: String, pinyin: String) throws {
        #expect(try Transliterator(.hanToPinyinSyllables).apply(text) == pinyin)
    }

    @Test("joins the syllables of a word, with an apostrophe before a vowel, and writes Western marks")
    func spacing() throws {
        let transliterator = try Transliterator(.hanToPinyin)
        #expect(try transliterator.apply("西安的银行，天安门（新）") == "xī'ān de yínháng, tiān'ānmén (xīn)")
        #expect(try transliterator.apply("A级180厘米USB线") == "A jí 180 límǐ USB xiàn")
        #expect(try transliterator.apply("{数量}件") == "{数量} jiàn")
        #expect(try transliterator.apply("《{书名}》，{作者}") == "《{书名}》, {作者}")
        #expect(try transliterator.apply("江西安福，位于田间") == "jiāngxī ānfú, wèiyú tiánjiān")
        #expect(try transliterator.apply("慢慢地走，高兴地说：目的地是产地") == "mànmànde zǒu, gāoxìngde shuō: mùdìdì shì chǎndì")
        #expect(try Transliterator(.hanToPinyinNumbers).apply("绿色吗") == "lü4se4 ma")
        #expect(try Transliterator(.hanToPinyinPlain).apply("绿色") == "lvse")
        #expect(try Transliterator(.hanNamesToPinyin).apply("单雄信") == "shàn xióngxìn")
        #expect(try Transliterator(.hanNamesToPinyin).apply("尉迟恭") == "yùchí gōng")
        #expect(try transliterator.apply("花儿，女儿，儿童") == "huār, nǚ'ér, értóng")
    }

    @Test(
        "becomes Palladius's Cyrillic with its ъ, and places keep their Russian names",
        arguments: [
            ("长安", "чанъань"), ("朋友", "пэнъю"), ("乌鲁木齐，北京", "Урумчи, Пекин"), ("天安门", "тяньаньмэнь"),
            ("和田玉", "Хотан юй"), ("位于田间", "вэйюй тяньцзянь"), ("陕西和山西", "Шэньси хэ Шаньси"),
        ])
    func palladius(text: String, expected: String) throws {
        #expect(try Transliterator(.hanToPalladius).apply(text) == expected)
    }

    @Test(
        "is read by Palladius with and without marks",
        arguments: [
            ("cháng'ān", "чанъань"), ("Xi'an", "Сиань"), ("péngyǒu", "пэнъю"), ("XI'AN", "СИАНЬ"),
            ("lǜ lv4 lü", "люй люй люй"),
            ("hello wǒ", "hello во"), ("made in china", "made in china"), ("Zhang Ziyi", "Чжан Цзыи"), ("", ""),
            ("Чай из Hangzhou", "Чай из Ханчжоу"),
        ])
    func fromPinyin(pinyin: String, expected: String) throws {
        #expect(try Transliterator(.pinyinToPalladius).apply(pinyin) == expected)
    }

    @Test("knows places by any of their names")
    func gazetteer() throws {
        let places = Gazetteer.standard
        #expect(places.name(of: "乌鲁木齐", in: .ru) == "Урумчи")
        #expect(try places.name(of: "үрімші", in: LanguageTag("zh-Hant")) == "烏魯木齊")
        #expect(try places.name(of: "Кашгар", in: LanguageTag("kk-Latn")) == "Qaşqar")
        #expect(try places.name(of: "Yining", in: LanguageTag("kk-Arab")) == "قۇلجا")
        #expect(places.name(of: "Атлантида", in: .ru) == nil)
    }

    @Test("reads each character as ICU does, but for those whose commonest reading is another")
    func readings() throws {
        let icu = try ICUTransform("Han-Latin")
        let ours = HanReadings.standard
        var different = 0
        var count = 0
        for scalar in (UInt32(0x4E00)...0x9FFF).compactMap(Unicode.Scalar.init)
        where scalar.value % UInt32(LongRun.step(7)) == 0 {
            guard let character = HanCharacter(String(scalar).utf8.span, 0) else { continue }
            count += 1
            let id = ours.entry(character).syllable
            let theirs = try icu.string(String(scalar))
            if theirs != String(scalar), ours.marked[id].string != theirs { different += 1 }
        }
        #expect(count > 2_900 && different * 100 < count, "\(different) of \(count)")
    }

    @Test("takes a dictionary in CC-CEDICT's format, and goes on past lines that are broken")
    func dictionary() throws {
        let cedict = """
            # CC-CEDICT
            銀杏 银杏 [yin2 xing4] /ginkgo/
            綠洲 绿洲 [lu:4 zhou1] /oasis/
            AA制 AA制 [A A zhi4] /to split the bill/
            broken line
            重逢 重逢 [chong2 feng2
            """
        let dictionary = PinyinDictionary(cedict: cedict)
        #expect(dictionary.count == 4)
        #expect(
            try Transliterator(.hanToPinyinSyllables, dictionary: dictionary).apply("绿洲银杏銀杏")
                == "lǜ zhōu yín xìng yín xìng")
    }
}

@Suite("Pinyin's public suites", .enabled(if: Conformance.folder != nil, "KERUEN_CONFORMANCE is not set"))
struct PinyinConformanceTests {
    private struct Score {
        var phrases = 0
        var rightPhrases = 0
        var syllables = 0
        var rightSyllables = 0

        mutating func add(_ ours: [Substring], _ expected: [Substring]) {
            phrases += 1
            syllables += expected.count
            rightSyllables += zip(ours, expected).count { $0 == $1 }
            if ours == expected { rightPhrases += 1 }
        }

        var text: String {
            String(
                format: "%5d of %5d phrases %.1f %%, syllables %.1f %%", rightPhrases, phrases,
                100 * Double(rightPhrases) / Double(max(1, phrases)),
                100 * Double(rightSyllables) / Double(max(1, syllables)))
        }

        var syllableShare: Double { Double(rightSyllables) / Double(max(1, syllables)) }
    }

    /// 一 and 不 as dictionaries print them: the data writes some with the tone of their neighbours.
    private func unsandhied(_ syllable: Substring, _ character: Unicode.Scalar) -> Substring {
        switch (character, syllable) {
        case ("一", "yí"), ("一", "yì"): "yī"
        case ("不", "bú"): "bù"
        default: syllable
        }
    }

    @Test(
        "read phrases better than ICU does, and better still with a dictionary of phrases",
        arguments: ["pinyin.txt.gz", "di.txt", "overwrite.txt"])
    func phrases(file: String) throws {
        let ours = try Transliterator(.hanToPinyinSyllables)
        let icu = try ICUTransform("Han-Latin")
        let own = HanReadings.standard.words
        var scores = [
            "icu": Score(), "ours": Score(), "icu unseen": Score(), "ours unseen": Score(), "icu own": Score(),
            "ours own": Score(),
        ]
        for (number, line) in try Conformance.text("pinyin-phrase-data/\(file)").split(whereSeparator: \.isNewline)
            .enumerated()
        {
            let fields = line.prefix { $0 != "#" }.split(separator: ":", maxSplits: 1)
            // Every third phrase of the long file, in full in a long run.
            guard fields.count == 2, file != "pinyin.txt.gz" || number % LongRun.step(3) == 0 else { continue }
            let phrase = String(fields[0]).filter { !$0.isWhitespace }
            let scalars = Array(phrase.unicodeScalars)
            let expected = fields[1].split(separator: " ")
            guard expected.count == scalars.count else { continue }
            let right = zip(expected, scalars).map(unsandhied)
            let hasOwn = own.contains(anyOf: phrase)
            for (name, read) in [("icu", try icu.string(phrase)), ("ours", try ours.apply(phrase))] {
                let syllables = read.split(separator: " ")
                for group in ["", hasOwn ? " own" : " unseen"] { scores[name + group]?.add(syllables, right) }
            }
        }
        for name in scores.keys.sorted() { print("\(file) \(name):", scores[name]?.text ?? "") }
        // di.txt holds adverbs in 地 alone, which is de in them and dì nearly everywhere else.
        guard file != "di.txt" else { return }
        let (theirs, mine) = (try #require(scores["icu"]), try #require(scores["ours"]))
        #expect(mine.syllableShare > theirs.syllableShare)
        if file == "pinyin.txt.gz" { #expect(mine.syllableShare > 0.96) }
    }

    @Test("are read with a dictionary behind our words: those of two and three, for the phrases of four and more")
    func dictionary() throws {
        var lines: [String] = []
        var tested: [(phrase: String, right: [Substring])] = []
        let suite = try Conformance.text("pinyin-phrase-data/pinyin.txt.gz").split(whereSeparator: \.isNewline)
        for line in suite {
            let fields = line.split(separator: ":", maxSplits: 1)
            guard fields.count == 2 else { continue }
            let syllables = fields[1].split(separator: " ")
            guard syllables.count == fields[0].unicodeScalars.count else { continue }
            if syllables.count < 4 {
                let numbered = syllables.map { syllable in
                    let (letters, tone) = PinyinSyllable.toneless(String(syllable))
                    return letters.replacing("ü", with: "u:") + String(tone == 0 ? 5 : tone)
                }
                lines.append("\(fields[0]) \(fields[0]) [\(numbered.joined(separator: " "))] //")
            } else {
                tested.append((String(fields[0]), zip(syllables, fields[0].unicodeScalars).map(unsandhied)))
            }
        }
        let dictionary = PinyinDictionary(cedict: lines.joined(separator: "\n"))
        let plain = try Transliterator(.hanToPinyinSyllables)
        let helped = try Transliterator(.hanToPinyinSyllables, dictionary: dictionary)
        var scores = (without: Score(), with: Score())
        for (phrase, right) in tested {
            scores.without.add(try plain.apply(phrase).split(separator: " "), right)
            scores.with.add(try helped.apply(phrase).split(separator: " "), right)
        }
        print("pinyin.txt.gz, phrases of four and more, ours alone:", scores.without.text)
        print("pinyin.txt.gz, with the shorter ones as a dictionary of \(dictionary.count) words:", scores.with.text)
        // Idioms gain nothing from shorter words; nor may they lose by them.
        #expect(dictionary.count > 20_000 && scores.with.syllableShare > scores.without.syllableShare - 0.002)
    }

    @Test("read pypinyin's own vectors")
    func vectors() throws {
        struct Vector: Decodable {
            var function: String
            var args: [Argument]?
            var kwargs: [String: Argument]?
            var isPlain: Bool { function == "pinyin" && args?.count == 1 && kwargs?.isEmpty ?? true }
            var expected: Argument?
        }
        /// Whatever JSON holds; only texts and lists of them are looked at.
        enum Argument: Decodable {
            case text(String), list([Argument]), other
            init(from decoder: any Decoder) throws {
                let value = try decoder.singleValueContainer()
                self =
                    (try? value.decode(String.self)).map(Self.text) ?? (try? value.decode([Argument].self)).map(
                        Self.list) ?? .other
            }
        }
        let vectors = try JSONDecoder().decode(
            [Vector].self, from: Data(Conformance.text("pinyin-pypinyin-tests/vectors.json").utf8))
        let ours = try Transliterator(.hanToPinyinSyllables)
        let icu = try ICUTransform("Han-Latin")
        var scores = ["icu": Score(), "ours": Score()]
        for vector in vectors where vector.isPlain {
            guard case .text(let phrase)? = vector.args?.first, case .list(let expected)? = vector.expected else {
                continue
            }
            let syllables: [Substring] = expected.compactMap {
                if case .list(let readings) = $0, case .text(let first)? = readings.first { first[...] } else { nil }
            }
            let scalars = Array(phrase.unicodeScalars)
            guard syllables.count == scalars.count, scalars.allSatisfy({ HanCharacter.index($0.value) != nil }) else {
                continue
            }
            let right = zip(syllables, scalars).map(unsandhied)
            for (name, read) in [("icu", try icu.string(phrase)), ("ours", try ours.apply(phrase))] {
                scores[name]?.add(read.split(separator: " "), right)
            }
        }
        for name in scores.keys.sorted() { print("pypinyin's vectors, \(name):", scores[name]?.text ?? "") }
        #expect((scores["ours"]?.syllableShare ?? 0) >= (scores["icu"]?.syllableShare ?? 1))
    }
}

extension PhraseTrie {
    /// Whether a text holds one of the words.
    fileprivate func contains(anyOf text: String) -> Bool {
        let span = text.utf8.span
        return span.indices.contains { at in
            HanCharacter(span, at) != nil && longest(in: span, at: at) != nil
        }
    }
}
