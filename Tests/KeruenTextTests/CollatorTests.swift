import Foundation
import KeruenText
import TestSupport
import Testing

@Suite("A collator")
struct CollatorTests {
    @Test("puts Kazakh in the order of its 42 letters")
    func kazakhAlphabet() throws {
        let alphabet = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя".map { String($0) }
        #expect(alphabet.count == 42)
        #expect(try Collator("kk").sorted(alphabet.reversed(), by: \.self) == alphabet)
    }

    @Test("puts Kazakh names where Kazakh readers look for them")
    func kazakhNames() throws {
        let names = ["Үй", "Ұн", "Іні", "Ине", "Әке", "Ана"]
        #expect(names.sorted(using: try Collator("kk").comparator) == ["Ана", "Әке", "Ине", "Ұн", "Үй", "Іні"])
        // What peers do under ru: і after и, ү before ұ.
        #expect(try names.sorted(using: Collator("ru").comparator) != ["Ана", "Әке", "Ине", "Ұн", "Үй", "Іні"])
    }

    @Test("puts Kazakh Latin in the order of its 31 letters, small and capital")
    func kazakhLatin() throws {
        let collator = try Collator("kk-Latn")
        let alphabet = "aäbdefgğhıijklmnñoöpqrsştuūüvyz".map { String($0) }
        #expect(alphabet.count == 31)
        #expect(collator.sorted(alphabet.reversed(), by: \.self) == alphabet)
        let capitals = "AÄBDEFGĞHIİJKLMNÑOÖPQRSŞTUŪÜVYZ".map { String($0) }
        #expect(collator.sorted(capitals.reversed(), by: \.self) == capitals)
        let words = ["ütık", "ūn", "ūsta", "ıne", "ine", "äke", "ana", "şapan", "sandyq", "jüzık"]
        #expect(
            collator.sorted(words.reversed(), by: \.self)
                == ["ana", "äke", "ıne", "ine", "jüzık", "sandyq", "şapan", "ūn", "ūsta", "ütık"])
    }

    @Test("puts Kazakh Arabic in the Kazakh order, whatever the hamza", arguments: ["kk-Arab", "kk-CN"])
    func kazakhArabic(tag: String) throws {
        let collator = try Collator(tag)
        let alphabet = "ا ب ۆ گ ع د ە ج ز ي ك ق ل م ن ڭ و پ ر س ت ۋ ۇ ف ح ھ چ ش ى".split(separator: " ").map(
            String.init)
        #expect(collator.sorted(alphabet.reversed(), by: \.self) == alphabet)
        // ана, әке, бал, жібек, ұн, үй, іні: the hamza of әке, үй and іні never takes a word to the front.
        let words = ["انا", "\u{674}اكە", "بال", "جىبەك", "\u{674}ۇي", "ۇن", "\u{674}ىنى"]
        #expect(
            collator.sorted(words.reversed(), by: \.self) == [
                "\u{674}اكە", "انا", "بال", "جىبەك", "\u{674}ۇي", "ۇن", "\u{674}ىنى",
            ])
        // Both spellings of the hamza, and a keyboard's own kaf, are the same letter to a reader.
        #expect(try Collator("\(tag)-u-ks-level1").compare("\u{674}ات", "\u{621}ات") == .orderedSame)
        #expect(try Collator("\(tag)-u-ks-level1").compare("\u{6A9}وك", "كوك") == .orderedSame)
    }

    @Test("follows a tag's options", arguments: [("ru", "9 см"), ("kk-Latn", "9 sm"), ("kk-Arab", "9 سم")])
    func options(language: String, nine: String) throws {
        let ten = "10" + nine.dropFirst()
        #expect(try Collator(language).sorted([nine, ten], by: \.self) == [ten, nine])
        #expect(try Collator("\(language)-u-kn").sorted([ten, nine], by: \.self) == [nine, ten])
        #expect(try Collator("\(language)-u-kf-upper").sorted(["s", "S"], by: \.self) == ["S", "s"])
        #expect(try Collator("\(language)-u-ks-level1").compare("S", "s") == .orderedSame)
    }

    @Test("knows Chinese by sound and by stroke")
    func chinese() throws {
        let cities = ["重庆", "北京", "上海", "乌鲁木齐", "喀什"]
        #expect(try Collator("zh-Hans").sorted(cities, by: \.self) == ["北京", "重庆", "喀什", "上海", "乌鲁木齐"])
        #expect(try Collator("zh-Hans-u-co-stroke").sorted(cities, by: \.self) == ["上海", "乌鲁木齐", "北京", "重庆", "喀什"])
    }

    @Test("takes decomposed й for what it is")
    func normalization() throws {
        #expect(try Collator("ru").compare("Край", "Кра\u{438}\u{306}") == .orderedSame)
    }

    @Test(
        "refuses what its language does not have",
        arguments: [
            ("xx", "unsupported-language"), ("kk-u-co-stroke", "unsupported-collation"),
            ("zh-u-co-klingon", "unsupported-collation"), ("kk-Grek", "unsupported-script"),
            ("kk-Latn-u-co-pinyin", "unsupported-collation"), ("ru-u-kn-maybe", "unsupported-collation"),
            ("kk-Arab-u-ks-level9", "unsupported-collation"), ("zh_CN.UTF-8", "malformed-tag"), ("", "malformed-tag"),
        ])
    func refused(tag: String, code: String) {
        let error = #expect(throws: TextError.self) { try Collator(tag) }
        #expect(error?.code.rawValue == code)
    }

    @Test(
        "gives keys that stand in the order of comparing",
        arguments: [
            "kk", "kk-Latn", "kk-Arab", "ru", "ru-u-kn-kf-upper", "zh-Hans", "zh-Hans-u-co-stroke", "zh-Hant",
        ])
    func keysAgree(tag: String) throws {
        let collator = try Collator(tag)
        var random = SeededGenerator(seed: 42)
        let letters = Array("аәбёеийіұүАЁЙ ьъ-1azZéıİūü\u{674}اوى重庆丝绸围巾\u{306}\u{200F}😀\0")
        let texts = (0..<200).map { _ in
            String(
                (0..<Int.random(in: 0...6, using: &random)).map { _ in
                    letters[Int.random(in: 0..<letters.count, using: &random)]
                })
        }
        for a in texts {
            for b in texts.prefix(40) {
                let (x, y) = (collator.sortKey(a), collator.sortKey(b))
                let byKey: ComparisonResult = x < y ? .orderedAscending : y < x ? .orderedDescending : .orderedSame
                #expect(byKey == collator.compare(a, b), "\(a.debugDescription) \(b.debugDescription)")
            }
        }
    }

    @Test("sorts as a plain sort by comparing does", arguments: ["kk", "kk-Arab", "ru-u-ks-level1", "zh-Hans", "en"])
    func sortsAsComparing(tag: String) throws {
        let collator = try Collator(tag)
        var random = SeededGenerator(seed: 11)
        let letters = Array("аәбАЁеё 1aZ重庆丝\u{674}اى\0")
        let texts = (0..<600).map { _ in
            String(
                (0..<Int.random(in: 0...9, using: &random)).map { _ in
                    letters[Int.random(in: 0..<letters.count, using: &random)]
                })
        }
        let numbered = Array(texts.enumerated())
        let plain = numbered.sorted { a, b in
            let order = collator.compare(a.element, b.element)
            return order == .orderedSame ? a.offset < b.offset : order == .orderedAscending
        }
        #expect(collator.sorted(numbered, by: \.element).map(\.offset) == plain.map(\.offset))
    }

    @Test("keeps equal texts as they came, and reverses on request")
    func stable() throws {
        let pairs = [("ёж", 1), ("Ана", 2), ("ёж", 3)]
        #expect(try Collator("ru").sorted(pairs, by: \.0).map(\.1) == [2, 1, 3])
        var comparator = try Collator("kk").comparator
        comparator.order = .reverse
        #expect(["Ана", "Әке"].sorted(using: comparator) == ["Әке", "Ана"])
    }

    @Test("may be shared between threads")
    func shared() async throws {
        let collator = try Collator("kk")
        let words = ["Үй", "Ұн", "Іні", "Ине", "Әке", "Ана"]
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask { (0..<200).allSatisfy { _ in collator.sorted(words, by: \.self).last == "Іні" } }
            }
            for await isRight in group { #expect(isRight) }
        }
    }

    @Test("survives a ten-megabyte line")
    func longText() throws {
        let long = String(repeating: "қолөнер ", count: 700_000)
        #expect(try Collator("kk").sortKey(long).bytes.count > 1_000_000)
    }
}
