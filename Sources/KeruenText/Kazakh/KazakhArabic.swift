/// Kazakh Cyrillic in the Arabic letters that Kazakhs in China write (төте жазу).
///
/// The letters ا و ۇ ى each stand for a back and a front vowel; a hamza before the word says that its vowels are front. It is
/// left out where another letter says so already: ە, ك, گ, and, in words that mix vowels, beside ق and ع.
final class KazakhArabic: ScriptWriter {
    static let hamza = PackedText("\u{674}")

    private let table = CyrillicTable(
        letters: KazakhArabic.letters,
        // ия and ию need one ي, not two.
        contexts: [.init(written: ["и": ""], before: "яю")])
    private let front = CyrillicLetter.set("әөүі")
    private let telling = CyrillicLetter.set("еэгкғқ")

    func write(_ text: Span<UInt8>, to output: inout UTF8Buffer) {
        let start = output.count
        var at = 0
        var rest = 0
        while at < text.count {
            guard CyrillicLetter(text, at) != nil else {
                at += 1
                continue
            }
            if let (numeral, end) = RomanNumeral.inCyrillic(text, from: at) {
                table.write(text.extracting(rest..<at), to: &output)
                output.append(numeral)
                (rest, at) = (end, end)
                continue
            }
            let (end, isFront) = scan(text, at)
            table.write(text.extracting(rest..<at), to: &output)
            let before = output.count
            table.write(text.extracting(at..<end), to: &output)
            // Not before a word that stayed as it was, nor before a numeral.
            if isFront, output.count > before, Self.opensArabic(output[before]) {
                output.insert(Self.hamza, at: before)
            }
            rest = end
            at = end
        }
        table.write(text.extracting(rest..<at), to: &output)
        writeMarks(&output, from: start)
    }

    /// Where the word ends, and whether only the hamza can say that its vowels are front.
    private func scan(_ text: Span<UInt8>, _ start: Int) -> (end: Int, isFront: Bool) {
        var end = start
        var hasFront = false
        var isTold = false
        while let letter = CyrillicLetter(text, end) {
            hasFront = hasFront || front[letter.small]
            isTold = isTold || telling[letter.small]
            end = letter.end
        }
        return (end, hasFront && !isTold)
    }

    /// Commas, semicolons and question marks become Arabic beside Kazakh words, and not in 1,5 or between Latin ones.
    private func writeMarks(_ output: inout UTF8Buffer, from start: Int) {
        let written = (start..<output.count).map { output[$0] }
        guard let first = written.firstIndex(where: { Self.mark($0) != nil }) else { return }
        output.truncate(to: start + first)
        for (at, byte) in written.enumerated().dropFirst(first) {
            if let mark = Self.mark(byte),
                output.count > start + 1 && Self.endsArabic(output, start)
                    || at == 0 && Self.endsWithPlaceholder(output)
                    || written[(at + 1)...].first(where: { $0 != 0x20 }).map(Self.opensArabic) ?? false
            {
                output.append(mark)
            } else {
                output.append(byte)
            }
        }
    }

    /// Whether a word of Arabic letters ends here, a full stop of its abbreviation between.
    private static func endsArabic(_ output: borrowing UTF8Buffer, _ start: Int) -> Bool {
        var end = output.count
        if end > start + 2, output[end - 1] == UInt8(ascii: ".") { end -= 1 }
        return opensArabic(output[end - 2])
    }

    /// Whether a placeholder ends here, not far behind Arabic letters: {$address}، not {$address},
    private static func endsWithPlaceholder(_ output: borrowing UTF8Buffer) -> Bool {
        guard output.count > 0, output[output.count - 1] == UInt8(ascii: "}") else { return false }
        return (max(0, output.count - 200)..<output.count).contains { opensArabic(output[$0]) }
    }

    private static func mark(_ byte: UInt8) -> PackedText? {
        switch byte {
        case UInt8(ascii: ","): PackedText("\u{60C}")
        case UInt8(ascii: ";"): PackedText("\u{61B}")
        case UInt8(ascii: "?"): PackedText("\u{61F}")
        default: nil
        }
    }

    /// Whether a byte opens a character of U+0600–06FF.
    private static func opensArabic(_ byte: UInt8) -> Bool { (0xD8...0xDB).contains(byte) }

    private static let letters: [Character: String] = [
        "а": "\u{627}", "ә": "\u{627}", "б": "\u{628}", "в": "\u{6C6}", "г": "\u{6AF}", "ғ": "\u{639}", "д": "\u{62F}",
        "е": "\u{6D5}", "э": "\u{6D5}", "ё": "\u{64A}\u{648}", "ж": "\u{62C}", "з": "\u{632}", "и": "\u{64A}",
        "й": "\u{64A}", "к": "\u{643}", "қ": "\u{642}", "л": "\u{644}", "м": "\u{645}", "н": "\u{646}", "ң": "\u{6AD}",
        "о": "\u{648}", "ө": "\u{648}", "п": "\u{67E}", "р": "\u{631}", "с": "\u{633}", "т": "\u{62A}", "у": "\u{6CB}",
        "ұ": "\u{6C7}", "ү": "\u{6C7}", "ф": "\u{641}", "х": "\u{62D}", "һ": "\u{6BE}", "ц": "\u{62A}\u{633}",
        "ч": "\u{686}", "ш": "\u{634}", "щ": "\u{634}\u{634}", "ъ": "", "ь": "", "ы": "\u{649}", "і": "\u{649}",
        "ю": "\u{64A}\u{6CB}", "я": "\u{64A}\u{627}",
    ]
}
