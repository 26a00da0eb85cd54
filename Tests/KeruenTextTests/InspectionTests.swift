import Foundation
import KeruenText
import TestSupport
import Testing

@Suite("An inspected text")
struct InspectionTests {
    typealias Kind = TextFinding.Kind

    /// The findings of a kind as «piece→repair», for whole expectations in a line.
    private func found(_ kind: Kind, _ language: LanguageTag?, _ text: String) -> [String] {
        TextInspection(language).findings(in: text).filter { $0.kind == kind }.map { "\($0.text)→\($0.repair ?? "")" }
    }

    @Test(
        "shows words of two scripts, and writes them in one",
        arguments: [
            (LanguageTag.kk, "Қазaқстан", "Қазaқстан→Қазақстан"), (.kk, "əдемi ою", "əдемi→әдемі"),
            (.kk, "Aтлас жiбек Yлкен", "Aтлас→Атлас жiбек→жібек Yлкен→Үлкен"), (.kk, "көк→кöк", "кöк→көк"),
            (.kk, "Kазақ Kафе", "Kазақ→Қазақ Kафе→Кафе"), (.kk, "Fалам", "Fалам→Ғалам"),
            (.ru, "Coк Pуc", "Coк→Сок Pуc→Рус"),
            (.ru, "Шарф cиний", "cиний→синий"), (.ru, "COCHOBЫЙ мёд", "COCHOBЫЙ→СОСНОВЫЙ"),
            (.ru, "Чёpный", "Чёpный→Чёрный"),
            (.ru, "Размер ХXL", "ХXL→XXL"), (.ru, "сцeнаz", "сцeнаz→"), (.ru, "Κовёр", "Κовёр→Ковёр"),
        ])
    func mixedScripts(language: LanguageTag, text: String, expected: String) {
        #expect(found(.mixedScript, language, text).joined(separator: " ") == expected)
    }

    @Test("shows Kazakh letters of the fonts of the nineties, and leaves neighbours their names")
    func homoglyphs() {
        #expect(found(.homoglyph, .kk, "Ќазаќстан жјне бўйым") == ["Ќазаќстан→Қазақстан", "жјне→және", "бўйым→бұйым"])
        #expect(found(.homoglyph, .kk, "кµп їшін жаѕа") == ["кµп→көп", "їшін→үшін", "жаѕа→жаңа"])
        #expect(found(.homoglyph, .kk, "Київ, Ўзбекистан, 5 µм, µл") == [])
        #expect(found(.homoglyph, .ru, "Ўзбекистон, жўмыс") == [])
    }

    @Test("gets the Traditional character of the word, not the first of several")
    func traditionalByWords() throws {
        #expect(try TextInspection(LanguageTag("zh-Hant")).repaired("头发和发展") == "頭髮和發展")
        #expect(TextInspection(.zhHans).repaired("乾隆年間的絲綢") == "乾隆年间的丝绸")
    }

    @Test(
        "is read again as it was written",
        arguments: [
            ("РЁРµР»Рє", "Шелк"), ("РЁС‘Р»Рє Рё Р»С‘РЅ, 180 см", "Шёлк и лён, 180 см"), ("«РЁРµР»Рє»", "«Шелк»"),
            ("Ð\u{9A}Ð¾Ð²Ñ\u{91}Ñ\u{80}", "Ковёр"), ("ÐšÐ¾Ð²Ñ‘Ñ€", "Ковёр"), ("ä¸\u{9D}ç»¸", "丝绸"),
            ("Øåëê è ë¸í", "Шелк и лён"),
            ("ьЕКЙНБШИ ЬЮПТ", "Шелковый шарф"), ("ь╦КЙНБШИ ЬЮПТ", "Шёлковый шарф"),
            ("Øàðô, 98\u{A0}ñì", "Шарф, 98\u{A0}см"), ("Ñûðìàê\u{A0}— êîâ¸ð", "Сырмак\u{A0}— ковёр"), ("вЂ”", "—"),
            ("donâ€™t", "don’t"), ("CafÃ©", "Café"), ("ï»¿id", "id"),
            ("Ò›Ð¾Ð»Ó©Ð½ÐµÑ€", "қолөнер"), ("ТљРѕР»У©РЅРµСЂ", "Қолөнер"),
        ])
    func mojibake(text: String, expected: String) {
        let inspection = TextInspection()
        #expect(inspection.findings(in: text).first?.kind == .mojibake)
        #expect(inspection.repaired(text) == expected)
    }

    @Test("is read again as Chinese, and Chinese as what it was")
    func misreadChinese() {
        #expect(TextInspection(.zhHans).repaired("Ë¿³ñÎ§½í 180 cm") == "丝绸围巾 180 cm")
        #expect(TextInspection().repaired("涓濈桓鍥村肪") == "丝绸围巾")
        #expect(TextInspection(.ru).repaired("楔械谢泻") == "Шелк")
        #expect(TextInspection(.zhHans).findings(in: "小学，小写，联通，些许，§§§§ »»»» °°").isEmpty)
    }

    @Test("of one character is read again where Han is meant")
    func oneCharacter() {
        #expect(TextInspection(.zhHans).repaired("æ£‰") == "棉")
        #expect(TextInspection(.en).findings(in: "« musée »… fidé »").isEmpty)
    }

    @Test("is read again in part, where only the Kazakh letters were misread")
    func halfMisread() {
        #expect(TextInspection(.kk).repaired("кТЇні, ТљТ±жаттар, сУ©йлеу") == "күні, Құжаттар, сөйлеу")
        #expect(TextInspection(.kk).repaired("ТљРѕР»У©РЅРµСЂ С‚РѕТ›С‹РјР°") == "Қолөнер тоқыма")
        #expect(TextInspection(.kk).findings(in: "ТљРѕР»У©РЅРµСЂ С‚РѕТ›С‹РјР°").count == 1)
        #expect(TextInspection(.kk).findings(in: "«КЕНТ» дүкені, „МАРТ“ және УЁ").isEmpty)
    }

    @Test("that was lost before it was misread has no repair")
    func lost() {
        #expect(found(.mojibake, .ru, "пїЅпїЅпїЅ") == ["пїЅпїЅпїЅ→"])
        #expect(found(.replacementCharacter, .kk, "Сыр\u{FFFD}\u{FFFD}қ") == ["\u{FFFD}\u{FFFD}→"])
        #expect(found(.replacementCharacter, .ru, "???? ??????").count == 1)
        #expect(found(.replacementCharacter, .ru, "Почему???? Да").isEmpty)
    }

    @Test("has its letters and their marks as one, to the code point")
    func composition() throws {
        let finding = try #require(TextInspection(.ru).findings(in: "Синии\u{306} шарф").first)
        #expect(finding.kind == .notNFC && finding.offset == 0)
        #expect(finding.repair?.unicodeScalars.count == 5)
        #expect(found(.notNFC, .kk, "Алаg\u{306} ag\u{306}aş") == ["Алаğ→Алаğ", "ağaş→ağaş"])
        #expect(found(.notNFC, .zhHans, "\u{F90A}") == ["\u{F90A}→\u{91D1}"])
        #expect(found(.notNFC, .ru, "за\u{301}мок, Ёлка й") == [])
    }

    @Test(
        "loses what nobody sees, but for what emoji, ideographs and Arabic need",
        arguments: [
            ("Шёл\u{AD}ковый", "Шёлковый" as String?), ("丝\u{200B}绸", "丝绸"), ("\u{FEFF}Киіз", "Киіз"),
            ("a\u{200D}b", "ab"),
            ("\u{202E}Ковёр\u{202C}", "Ковёр"), ("Шарф\u{0}", "Шарф"), ("ш\u{FE0F}", "ш"), ("5\u{A0}000\u{202F}₸", nil),
            ("👨‍👩‍👧 ❤️ 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ™️", nil), ("葛\u{E0100}城", nil), ("می\u{200C}خواهم \u{200F}(A)", nil), ("a\tb\r\nc", nil),
        ])
    func invisible(text: String, expected: String?) {
        let inspection = TextInspection()
        #expect(inspection.findings(in: text).map(\.kind).contains(.invisible) == (expected != nil))
        #expect(inspection.repaired(text).unicodeScalars.elementsEqual((expected ?? text).unicodeScalars))
    }

    @Test("is Simplified or Traditional throughout")
    func hanVariants() throws {
        let hant = try LanguageTag("zh-TW")
        #expect(found(.traditionalInSimplified, .zhHans, "絲綢围巾，手織") == ["絲綢→丝绸", "織→织"])
        #expect(found(.simplifiedInTraditional, hant, "丝绸圍巾") == ["丝绸→絲綢"])
        #expect(found(.traditionalInSimplified, .zhHans, "约翰・史密斯，絲綢の店") == ["絲綢→丝绸"])
        #expect(found(.traditionalInSimplified, .zhHans, "絲綢のみせ").isEmpty)
        #expect(TextInspection(.zhHans).findings(in: "乾隆年间名著，瞭望塔，宫商角徵羽").isEmpty)
        #expect(TextInspection(hant).findings(in: "皇后的茶几，北斗，一斤咖啡，三里").isEmpty)
        #expect(TextInspection(.ru).findings(in: "Шёлк 絲綢").isEmpty)
    }

    @Test(
        "is in its own language",
        arguments: [
            (LanguageTag.kk, "Красный шарф из шерсти", Kind.russianInKazakh as Kind?),
            (.kk, "Серебряные серьги", .russianInKazakh),
            (.kk, "Шарф шёлковый ручной работы", .russianInKazakh), (.kk, "Алматы мен Астана арасында", nil),
            (.kk, "Шапан – ер адамдар мен балалар", nil), (.kk, "Нижний Новгород облысы", nil), (.kk, "Красный", nil),
            (.kk, "Достоевский романдары", nil), (.kk, "от басы, без, не", nil),
            (.kk, "«Война и мир» романының үзіндісі", nil),
            (.ru, "Жібек жолы бойындағы әдемі қалалар", .kazakhInRussian),
            (.ru, "Орнамент «қошқар мүйіз» на сырмаке", nil),
            (.ru, "Қазақстан, Өскемен, Түркістан", nil),
        ])
    func wrongLanguage(language: LanguageTag, text: String, expected: Kind?) {
        #expect(TextInspection(language).findings(in: text).map(\.kind) == [expected].compactMap(\.self))
    }

    @Test(
        "that is ordinary shows nothing",
        arguments: [
            (LanguageTag.ru, "USB-кабель Apple 2 м, ГОСТ 30 %, № 5 «ЦЕНТР»"), (.ru, "СЁСТРЫ БЕРЁЗЫ: ВЁДРА, ЩИ И РЁВ"),
            (.ru, "шЕЛКОВЫЙ шАРФ"), (.kk, "ШІРІ, ГІ, БІР, ІНІ БЕЙНЕ"), (.kk, "Сырмақ — киіз, 45 000 ₸"),
            (.en, "Café Chloé, naïve"),
            (.en, "São Paulo, Ærø, “quoted” – ©"), (.zhHans, "和田玉A级（约5克）——《小学》些许"), (.ru, "Сопротивление 5 кΩ, 3 мкм"),
            (.en, ""),
        ])
    func ordinary(language: LanguageTag, text: String) {
        #expect(TextInspection(language).findings(in: text).isEmpty)
        #expect(TextInspection().findings(in: text).isEmpty)
    }

    @Test("tells its findings in order, each where it says, and has none to repair afterwards")
    func order() {
        let text = "👨‍👩‍👧 Қазaқстан\r\nкии\u{306}iз \u{200B}Øåëê è \u{FFFD} жјне РЁРµР»Рє cон"
        let inspection = TextInspection(.kk)
        let findings = inspection.findings(in: text)
        #expect(findings.map(\.offset) == findings.map(\.offset).sorted())
        #expect(Set(findings.map(\.kind)).count >= 5)
        let characters = Array(text)
        for finding in findings {
            #expect(String(characters[finding.offset..<finding.offset + finding.text.count]) == finding.text)
        }
        #expect(inspection.findings(in: inspection.repaired(text)).allSatisfy { $0.repair == nil })
    }

    @Test("takes time in proportion to its length")
    func length() {
        for piece in ["cиний ", "è ", "Øåëê ", "a\u{200B}", "Т", "絲", "и\u{306}"] {
            let text = String(repeating: piece, count: 20_000)
            let time = ContinuousClock().measure { _ = TextInspection(.kk).findings(in: text) }
            // Quadratic time would be minutes.
            #expect(time < .seconds(20), "\(piece)")
        }
    }

    @Test("of the sample catalogue shows nothing", arguments: [LanguageTag.zhHans, .ru, .kk])
    func sampleCatalogue(language: LanguageTag) throws {
        let catalogue = Project.root.appending(path: "Catalog")
        let files = try FileManager.default.subpathsOfDirectory(atPath: catalogue.path()).filter {
            $0.hasSuffix(".yaml")
        }
        let value = try Regex(
            "\\b\(language): *(?:\"([^\"]*)\"|([^,}\"]+))", as: (Substring, Substring?, Substring?).self)
        var count = 0
        for file in files {
            for line in try String(contentsOf: catalogue.appending(path: file), encoding: .utf8).split(separator: "\n")
            {
                for match in line.matches(of: value) {
                    let text = String(match.1 ?? match.2 ?? "")
                    count += 1
                    #expect(TextInspection(language).findings(in: text).isEmpty, "\(file): \(text)")
                }
            }
        }
        #expect(count > 100)
    }

    @Test("is of the script of most of its letters")
    func dominantScript() {
        #expect("Шёлк Gucci и лён".dominantScript == .cyrillic)
        #expect("和田玉 A级".dominantScript == .han)
        #expect("أطلس".dominantScript == .arabic)
        #expect("Аa".dominantScript == .cyrillic)
        #expect("165/88".dominantScript == nil)
    }
}
