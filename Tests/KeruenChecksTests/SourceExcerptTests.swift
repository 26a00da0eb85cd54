import Foundation
import TestSupport
import Testing

@testable import KeruenChecks

@Suite("An excerpt")
struct SourceExcerptTests {
    private func lines(_ text: String, _ column: Int, width: Int = 100) -> [String] {
        SourceExcerpt(text, line: 6, column: column, width: width).lines
    }

    /// The cell that the mark stands under, and what stands there.
    private func marked(_ lines: [String]) -> String {
        let cell = lines[1].terminalWidth - 1
        var before = 0
        for character in lines[0] {
            if before == cell { return String(character) }
            before += String(character).terminalWidth
        }
        return before == cell ? "end" : "between"
    }

    @Test("marks a place below Russian, full-width Chinese, tabs and letters with marks of their own")
    func places() {
        #expect(lines("  ru: \"Шeлк\"", 9) == ["6 |   ru: \"Шeлк\"", "  |         ^"])
        #expect(lines("zh-Hans: 丝绸围巾", 12) == ["6 | zh-Hans: 丝绸围巾", "  |              ^"])
        #expect(lines("a:\t\"ұ\"", 4) == ["6 | a:  \"ұ\"", "  |     ^"])
        // й of two characters is one letter on the screen, and two columns of the file.
        #expect(lines("и\u{306}ук", 3) == ["6 | и\u{306}ук", "  |  ^"])
        #expect(lines("", 1) == ["6 | ", "  | ^"] && lines("ab", 9) == ["6 | ab", "  |   ^"])
        #expect(lines("ab", 0) == ["6 | ab", "  | ^"])
    }

    @Test("cuts a long line around the place, full-width or not")
    func long() {
        let text = String(repeating: "丝绸", count: 60) + "X" + String(repeating: "шёлк", count: 60)
        let cut = lines(text, 121, width: 40)
        #expect(marked(cut) == "X" && cut[0].hasPrefix("6 | …") && cut[0].hasSuffix("…"))
        #expect(lines(text, 1, width: 40)[0].hasPrefix("6 | 丝绸"))
        #expect(lines(text, 361, width: 40)[0].hasSuffix("шёлк"))
    }

    @Test("shows the terminal nothing that would steer it, and what nobody sees as a mark")
    func hidden() {
        let shown = lines("a\u{1B}[31m\u{200B}\u{202E}b\u{7}", 10)
        #expect(shown[0] == "6 | a\u{FFFD}[31m\u{FFFD}\u{FFFD}b\u{FFFD}" && marked(shown) == "\u{FFFD}")
    }

    @Test("marks the character of the column, whatever stands before it")
    func random() {
        var random = SeededGenerator(seed: 6)
        let letters = ["a", "ш", "қ", "丝", "，", "\t", "й", "👘", " "]
        for _ in 0..<2_000 {
            let length = Int.random(in: 1...120, using: &random)
            var text = (0..<length).map { _ in letters.randomElement(using: &random) ?? "a" }
            let place = Int.random(in: 0..<length, using: &random)
            text[place] = "Ж"
            let shown = lines(text.joined(), place + 1, width: 40)
            #expect(marked(shown) == "Ж", "\(text.joined())")
            #expect(shown[0].terminalWidth <= 44 && shown[1].allSatisfy { " |^".contains($0) })
        }
    }

    @Test("reads lines by number from files with any ends of lines, as a plain reader does")
    func reading() async throws {
        try await Project.withTemporaryFolder { folder in
            var random = SeededGenerator(seed: 7)
            for round in 0..<20 {
                let lines = (0..<300).map { _ in
                    String(repeating: "шёлк 丝 ", count: Int.random(in: 0...80, using: &random))
                }
                let ending = ["\n", "\r\n", "\r"][round % 3]
                let file = folder.appending(path: "a.yaml").path
                try Data(lines.joined(separator: ending).utf8).write(to: URL(filePath: file))
                let wanted = Set((0..<5).map { _ in Int.random(in: 1...300, using: &random) })
                let read = SourceLines.read(wanted, of: file)
                for number in wanted { #expect(read[number, default: ""] == lines[number - 1]) }
            }
            #expect(SourceLines.read([1], of: "/nonexistent") == [:])
        }
    }
}

@Suite("A look at a text's blocks")
struct ScriptBlocksTests {
    @Test("says what ICU says letter by letter, or nothing")
    func naive() {
        var random = SeededGenerator(seed: 8)
        // Blocks of every kind, with their edges.
        let edges: [UInt32] = [
            0x20, 0x41, 0x7F, 0xA0, 0xAB, 0xB5, 0xBB, 0xC0, 0x2B0, 0x300, 0x3FF, 0x400, 0x481, 0x482, 0x483, 0x48A,
            0x52F,
            0x530, 0x620, 0x2010, 0x2026, 0x2116, 0x2C60, 0x3000, 0x3005, 0x3007, 0x3042, 0x4DFF, 0x4E00, 0x9FFF,
            0xA000,
            0xFF01, 0xFF08, 0xFF21, 0x20000,
        ]
        var told = 0
        for _ in 0..<4_000 {
            let text = (0..<Int.random(in: 0...4, using: &random)).map { _ -> String in
                let value = (edges.randomElement(using: &random) ?? 0x41) + UInt32.random(in: 0...3, using: &random)
                return Unicode.Scalar(value).map { String($0) } ?? ""
            }.joined()
            guard let seen = ScriptBlocks(of: text) else { continue }
            told += seen.isEmpty ? 0 : 1
            let letters = text.lettersByScript.keys.reduce(into: ScriptBlocks()) { $0.formUnion(ScriptBlocks($1)) }
            #expect(
                seen == letters && seen.rawValue.nonzeroBitCount == text.lettersByScript.count,
                "\(text.unicodeScalars.map { $0.value })")
            if seen.isOne { #expect(text.mixedScriptWords.isEmpty) }
        }
        #expect(told > 200)
        #expect(ScriptBlocks(of: "Шёлковый шарф «хан-атлас», 180 см") == .cyrillic)
        #expect(ScriptBlocks(of: "Қолдан тоқылған жібек орамал") == .cyrillic)
        #expect(ScriptBlocks(of: "艾德莱斯绸长巾（100% 桑蚕丝）") == .han)
    }
}
