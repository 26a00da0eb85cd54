/// Writes Chinese in the letters of pinyin or of Palladius.
///
/// Readings come from the longest of our words that begins at a character, else from the character. Where syllables are
/// joined, words are those of ICU's dictionary and ours.
final class HanRomanisation: ScriptWriter {
    enum Form: Sendable { case marked, numbered, plain, palladius }

    let partsWords = true
    private let form: Form
    private let readings: HanReadings
    private let words: PhraseTrie
    private let surnames: PhraseTrie
    private let segmenter: WordSegmenter?
    private let opensWithSurname: Bool

    /// Without a segmenter every syllable is a word. In a text that opens with a surname 单 is shàn there.
    init(
        form: Form, readings: HanReadings = .standard, segmenter: WordSegmenter? = nil, opensWithSurname: Bool = false
    ) {
        self.form = form
        self.readings = readings
        words = readings.words
        surnames = readings.surnames
        self.segmenter = segmenter
        self.opensWithSurname = opensWithSurname
    }

    /// What was written last.
    private enum Neighbour {
        case nothing, letter, stop, syllable(Int)

        var isNothing: Bool { if case .nothing = self { true } else { false } }
    }

    func write(_ text: Span<UInt8>, to output: inout UTF8Buffer) {
        let starts = segmenter?.wordStarts(in: text)
        var neighbour = Neighbour.nothing
        var at = 0
        while at < text.count {
            guard let character = HanCharacter(text, at) else {
                at = write(otherAt: at, of: text, &neighbour, to: &output)
                continue
            }
            if form == .palladius, let (name, end) = Gazetteer.standard.russianName(in: text, at: at),
                starts.map({ $0[at] && $0[end] }) ?? true
            {
                if !neighbour.isNothing { output.append(UInt8(ascii: " ")) }
                output.append(name)
                neighbour = .letter
                at = end
                continue
            }
            let isWordStart = starts?[at] ?? true
            let entry = readings.entry(character)
            if at == 0, opensWithSurname, let surname = surnames.longest(in: text, at: 0) {
                for value in surname.values {
                    write(surnames.value(value), &neighbour, joined: value > surname.values.lowerBound, to: &output)
                }
                at = write(givenNameAt: surname.end, of: text, &neighbour, to: &output)
            } else if entry.node != 0, let word = words.longest(in: text, from: entry.node, behind: character.end) {
                write(word.values, of: words, text, at..<word.end, starts, &neighbour, to: &output)
                at = word.end
            } else if entry.syllable != 0 {
                let isAdverb = character.scalar == 0x5730 && isAdverbEnding(text, at, character.end, starts)
                write(isAdverb ? readings.de : entry.syllable, &neighbour, joined: !isWordStart, to: &output)
                at = character.end
            } else {
                output.append(text.extracting(at..<character.end))
                neighbour = .letter
                at = character.end
            }
        }
    }

    /// Whether 地 makes an adverb of what stands before it: after 慢慢 and 突然, and where it is a word by itself or ends its run
    /// of Han, but not behind what makes a place of it (目的地, 产地).
    private func isAdverbEnding(_ text: Span<UInt8>, _ at: Int, _ end: Int, _ starts: [Bool]?) -> Bool {
        func scalar(_ back: Int) -> UInt32? {
            let start = at - 3 * back
            return start >= 0 ? HanCharacter(text, start).map(\.scalar) : nil
        }
        guard let last = scalar(1) else { return false }
        if last == scalar(2) || last == 0x7136 { return true }
        let isAlone = starts.map { $0[at] && $0[end] } ?? false
        let endsRun = end >= text.count || HanCharacter(text, end) == nil
        return (isAlone || endsRun) && !Self.landEndings.contains(last)
    }

    /// What stands before 地 where it is land or a place.
    private static let landEndings: Set<UInt32> = {
        let endings = """
            的基产场土草湿耕领营内外当本各工胜圣墓林绿园阵驻属源在生住据民散居盆腹要重宝高平洼山坡荒余禁飞着陆遍满落倒发\
            大质心见天实异原两某此该特田野农谷旱极战换租买卖种征拆占用拖扫擦跪趴席铺贴划分失封腾辟牧沙雪冰菜果花麦茶棉稻\
            葬坟宅震隙空白闲废熟处阴阳脚辖省市县区就下境险死恶异他吉福热冷净甲乙双半一这那何随就立坐卧遮立扎掘犁翻整测勘块片亩方层垦
            """
        return Set(endings.unicodeScalars.map(\.value))
    }()

    /// Writes the rest of a person's name as one word; returns where it ends. What is longer than two characters is no name.
    private func write(
        givenNameAt start: Int, of text: Span<UInt8>, _ neighbour: inout Neighbour, to output: inout UTF8Buffer
    ) -> Int {
        var ids: [Int] = []
        var at = start
        while at < text.count, let character = HanCharacter(text, at), ids.count < 3 {
            ids.append(readings.entry(character).syllable)
            at = character.end
        }
        guard (1...2).contains(ids.count), !ids.contains(0) else { return start }
        for (place, id) in ids.enumerated() { write(id, &neighbour, joined: place > 0, to: &output) }
        return at
    }

    /// Our words hold together where ICU's dictionary breaks them (喀/纳/斯), but not across the bound of one of its words:
    /// 江西安福 has no 西安.
    @inline(__always)
    private func write(
        _ values: Range<Int>, of trie: PhraseTrie, _ text: Span<UInt8>, _ range: Range<Int>, _ starts: [Bool]?,
        _ neighbour: inout Neighbour, to output: inout UTF8Buffer
    ) {
        guard let starts else {
            for value in values { write(trie.value(value), &neighbour, joined: false, to: &output) }
            return
        }
        let isWhole = starts[range.lowerBound] && starts[range.upperBound]
        var at = range.lowerBound
        for value in values {
            let isJoined = isWhole ? value > values.lowerBound : !starts[at]
            write(trie.value(value), &neighbour, joined: isJoined, to: &output)
            at = HanCharacter(text, at)?.end ?? range.upperBound
        }
    }

    @inline(__always)
    private func write(_ id: Int, _ neighbour: inout Neighbour, joined: Bool, to output: inout UTF8Buffer) {
        switch neighbour {
        case .nothing: break
        case .syllable where joined && id == readings.er:
            // 花儿 is huār.
            output.append(form == .palladius ? "р" : "r")
            return
        case .syllable(let previous) where joined:
            if form == .palladius {
                if Palladius.needsSign(after: readings.palladius[previous], before: readings.palladius[id]) {
                    output.append("ъ")
                }
            } else if form != .numbered, readings.needsApostrophe[id] {
                output.append(UInt8(ascii: "'"))
            }
        case .letter, .stop, .syllable: output.append(UInt8(ascii: " "))
        }
        switch form {
        case .marked: output.append(readings.marked[id])
        case .numbered: output.append(readings.numbered[id])
        case .plain: output.append(readings.plain[id])
        case .palladius: output.append(readings.palladius[id])
        }
        neighbour = .syllable(id)
    }

    /// Writes the character that begins at `at` and has no reading; returns where the next begins.
    private func write(
        otherAt at: Int, of text: Span<UInt8>, _ neighbour: inout Neighbour, to output: inout UTF8Buffer
    ) -> Int {
        let end = min(at + max(1, (~text[at]).leadingZeroBitCount), text.count)
        if let (mark, opens) = Self.westernMark(text.extracting(at..<end)) {
            if opens, !neighbour.isNothing { output.append(UInt8(ascii: " ")) }
            output.append(mark)
            neighbour = opens ? .nothing : .stop
            return end
        }
        let isLetter = Self.isLetterOrDigit(text[at])
        switch neighbour {
        case .syllable where isLetter, .stop where isLetter: output.append(UInt8(ascii: " "))
        default: break
        }
        output.append(text.extracting(at..<end))
        neighbour = isLetter ? .letter : .nothing
        return end
    }

    /// By the first byte: ASCII's letters and digits, and the alphabets up to U+07FF.
    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), 0xC3...0xDF:
            true
        default: false
        }
    }

    /// What pinyin writes for a Chinese mark, and whether a word follows it without a space.
    private static func westernMark(_ mark: Span<UInt8>) -> (UInt8, opens: Bool)? {
        guard mark.count == 3 else { return nil }
        return switch (mark[0], mark[1], mark[2]) {
        case (0xE3, 0x80, 0x81), (0xEF, 0xBC, 0x8C): (UInt8(ascii: ","), false)
        case (0xE3, 0x80, 0x82): (UInt8(ascii: "."), false)
        case (0xEF, 0xBC, 0x9A): (UInt8(ascii: ":"), false)
        case (0xEF, 0xBC, 0x9B): (UInt8(ascii: ";"), false)
        case (0xEF, 0xBC, 0x81): (UInt8(ascii: "!"), false)
        case (0xEF, 0xBC, 0x9F): (UInt8(ascii: "?"), false)
        case (0xEF, 0xBC, 0x88): (UInt8(ascii: "("), true)
        case (0xEF, 0xBC, 0x89): (UInt8(ascii: ")"), false)
        default: nil
        }
    }
}
