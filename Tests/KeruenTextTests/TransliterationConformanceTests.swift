import Foundation
import TestSupport
import Testing

@testable import KeruenText

/// Public suites of transliteration; CONTRIBUTING says where they can be had.
@Suite(
    "Transliteration's public suites",
    .enabled(if: Conformance.folder != nil, "KERUEN_CONFORMANCE is not set"))
struct TransliterationConformanceTests {
    /// The lines of a suite's file, which may be packed.
    private func lines(_ path: String) throws -> [String] {
        try Conformance.text(path).split(whereSeparator: \.isNewline).map(String.init)
    }

    @Test("are CLDR's pairs for BGN's Russian, all of them")
    func russianBGN() throws {
        let pairs = try pairs("translit-cldr41-tests/tests/ru-Latn-t-ru-m0-bgn.txt")
        #expect(pairs.count >= 83)
        let transliterator = try Transliterator(.russianToLatinBGN)
        for (source, target) in pairs { #expect(try transliterator.apply(source) == target, "\(source)") }
        print("CLDR ru BGN: \(pairs.count) of \(pairs.count)")
    }

    /// CLDR's rule for й comes too late, when the letter is taken apart; the standard has y.
    @Test("are CLDR's pairs for BGN's Kazakh, but for й, which the standard writes y")
    func kazakhBGN() throws {
        let pairs = try pairs("translit-cldr41-tests/tests/kk-Latn-t-kk-m0-bgn.txt")
        #expect(pairs.count >= 739)
        let transliterator = try Transliterator(.kazakhToLatinBGN)
        var withShortI: [String] = []
        for (source, target) in pairs {
            let ours = try transliterator.apply(source)
            if ours == target { continue }
            #expect(ours == target.replacing("ī\u{306}", with: "y").replacing("Ī\u{306}", with: "Y"), "\(source)")
            withShortI.append("\(source) \(ours)")
        }
        print("CLDR kk BGN: \(pairs.count - withShortI.count) of \(pairs.count); with й: \(withShortI)")
    }

    @Test("are CLDR's pairs from pinyin to Palladius, but for those where ъ is right")
    func palladius() throws {
        let pairs = try pairs("translit-cldr41-tests/tests/ru-t-zh-Latn-pinyin.txt")
        #expect(pairs.count == 523)
        let transliterator = try Transliterator(.pinyinToPalladius)
        var withSign: [String] = []
        for (source, target) in pairs {
            let ours = try transliterator.apply(source)
            if ours == target { continue }
            #expect(ours.replacing("ъ", with: "") == target, "\(source)")
            withSign.append("\(source) \(ours) (CLDR: \(target))")
        }
        #expect(withSign.count < 4, "\(withSign)")
        print("CLDR pinyin to Palladius: \(pairs.count - withSign.count) of \(pairs.count); with ъ: \(withSign)")
    }

    @Test("are OpenCC's cases, by percentage")
    func openCC() throws {
        struct Suite: Decodable { var cases: [Case] }
        struct Case: Decodable {
            var input: String
            var expected: [String: String]
        }
        let text = try lines("zh-opencc/testcases/testcases.json").filter {
            !$0.drop { $0.isWhitespace }.hasPrefix("//")
        }
        let suite = try JSONDecoder().decode(Suite.self, from: Data(text.joined(separator: "\n").utf8))
        let schemes: [(String, Transliterator.Scheme)] = [
            ("s2t", .simplifiedToTraditional), ("t2s", .traditionalToSimplified), ("s2tw", .simplifiedToTaiwan),
            ("s2hk", .simplifiedToHongKong),
        ]
        for (name, scheme) in schemes {
            let transliterator = try Transliterator(scheme)
            let raw = try ICUTransform(name == "t2s" ? "Hant-Hans" : "Hans-Hant")
            let cases = suite.cases.compactMap { test in test.expected[name].map { (test.input, $0) } }
            try #require(!cases.isEmpty)
            let right = try cases.filter { try transliterator.apply($0.0) == $0.1 }.count
            let byICU = try cases.filter { try raw.string($0.0) == $0.1 }.count
            print("OpenCC \(name): ours \(right) of \(cases.count), ICU \(byICU)")
            // Most cases came after the dictionaries that Debian has, and some after ICU's.
            #expect(right >= byICU || ["s2tw", "s2hk"].contains(name))
        }
    }

    @Test("are Snowball's pairs of Russian, all of them")
    func snowball() throws {
        let pairs = try pairs("stem-snowball-russian/pairs.tsv.gz")
        #expect(pairs.count > 49_000)
        let wrong = pairs.filter { RussianStemmer.stem($0.0) != $0.1.replacing("ё", with: "е") }
        #expect(wrong.isEmpty, "\(wrong.prefix(10))")
        print("Snowball Russian: \(pairs.count - wrong.count) of \(pairs.count)")
    }

    @Test("are Unicode's grapheme breaks, as Swift has them")
    func graphemes() throws {
        var wrong: [String] = []
        var count = 0
        for line in try lines("unicode15-break-tests/GraphemeBreakTest.txt.gz") where !line.hasPrefix("#") {
            let test = line.prefix { $0 != "#" }
            let clusters = test.split(separator: "÷").map { cluster in
                cluster.split { $0 == "×" || $0.isWhitespace }.compactMap { UInt32($0, radix: 16) }
                    .compactMap(Unicode.Scalar.init)
            }.filter { !$0.isEmpty }
            count += 1
            let text = String(String.UnicodeScalarView(clusters.flatMap { $0 }))
            if text.map({ Array($0.unicodeScalars) }) != clusters { wrong.append(String(test)) }
        }
        #expect(count > 600)
        // U+2701 is a pictograph that joins in Unicode 15 and none in later versions, which Swift has.
        #expect(wrong.allSatisfy { $0.contains("2701") } && wrong.count < 2, "\(wrong.prefix(5))")
        print("GraphemeBreakTest: \(count - wrong.count) of \(count)")
    }

    private func pairs(_ path: String) throws -> [(String, String)] {
        try lines(path).compactMap { line in
            let fields = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
            return line.hasPrefix("#") || fields.count < 2 ? nil : (String(fields[0]), String(fields[1]))
        }
    }
}
