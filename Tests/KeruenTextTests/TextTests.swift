import KeruenText
import Testing

@Suite("Texts")
struct TextTests {
    @Test(
        "are written over by a named scheme",
        arguments: [
            (Transliterator.Scheme.hanToPinyin, "丝绸", "sīchóu"), (.russianToLatinBGN, "Хохлома", "Khokhloma"),
            (.kazakhToLatinBGN, "Қазақстан", "Qazaqstan"), (.simplifiedToTraditional, "丝绸围巾", "絲綢圍巾"),
            (.traditionalToSimplified, "絲綢圍巾", "丝绸围巾"),
        ])
    func transliteration(scheme: Transliterator.Scheme, text: String, expected: String) throws {
        #expect(try Transliterator(scheme).apply(text) == expected)
    }

    @Test("can be written over by every scheme on the list", arguments: Transliterator.Scheme.allCases)
    func everySchemeOpens(scheme: Transliterator.Scheme) throws {
        #expect(try Transliterator(scheme).apply("") == "")
        #expect(try Transliterator(scheme).apply("123") == "123")
    }

    @Test("fall into words")
    func words() throws {
        #expect(try WordSegmenter(.zhHans).words("手工刺绣丝绸围巾") == ["手工", "刺绣", "丝绸", "围巾"])
        #expect(
            try WordSegmenter(.kk).words("Қолдан соғылған пышақ, 12 см") == ["Қолдан", "соғылған", "пышақ", "12", "см"])
    }

    @Test(
        "lose nothing when they are segmented",
        arguments: ["", " ", "Сырмақ — киіз.", "丝绸 silk\r\n围巾", "a\0b", "👨‍👩‍👧 отбасы"])
    func segmentsJoin(text: String) throws {
        let segments = try WordSegmenter(.kk).segments(text)
        #expect(segments.map { String($0.text) }.joined() == text)
    }

    @Test("meet in search whatever their case, width or ё, and keep their own letters")
    func folding() {
        #expect("Ёлка".foldedForSearch == "елка")
        #expect("ＳＩＬＫ".foldedForSearch == "silk")
        #expect("Қолөнер".foldedForSearch == "қолөнер")
        #expect("Май".foldedForSearch == "май")
    }

    @Test("show a Latin letter inside a Cyrillic word, and where")
    func mixedScripts() throws {
        let slip = try #require("Шарф cиний, слишком яркий".mixedScriptWords.first)
        #expect(slip.word == "cиний" && slip.intruder == "c" && slip.offset == 5 && slip.script == .latin)
        #expect("Платок «Орнамент» 90".mixedScriptWords.isEmpty)
        #expect("USB-кабель, GOST по-русски".mixedScriptWords.isEmpty)
        #expect("和田玉 A级 HS编码".mixedScriptWords.isEmpty)
        #expect("Қазaқстан".mixedScriptWords.first?.intruder == "a")
    }
}
