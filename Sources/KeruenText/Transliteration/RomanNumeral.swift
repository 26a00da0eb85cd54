/// Roman numerals typed with Cyrillic letters, as nearly everybody does: ХХІ ғасыр, ХІХ век.
enum RomanNumeral {
    /// The Latin letter that a Cyrillic capital plays, by its number from U+0400 on.
    static let letters: [Int: UInt8] = [0x25: UInt8(ascii: "X"), 0x06: UInt8(ascii: "I")]

    /// The numeral that begins at a word's start, in Latin letters, and where it ends: of two letters at least, all capitals;
    /// Latin ones may stand among them (ХVІІІ).
    static func inCyrillic(_ text: Span<UInt8>, from start: Int) -> (String, end: Int)? {
        guard start == 0 || !isLatinLetter(text[start - 1]) || isLatinNumeral(text[start - 1]) else { return nil }
        var numeral: [UInt8] = []
        var at = start
        while at < text.count {
            if let index = CyrillicLetter.index(text, at) {
                guard let letter = letters[index] else { return nil }
                numeral.append(letter)
                at += 2
            } else if isLatinNumeral(text[at]) {
                numeral.append(text[at])
                at += 1
            } else {
                break
            }
        }
        guard at == text.count || !isLatinLetter(text[at]) else { return nil }
        // A Latin X or V before the Cyrillic letters belongs to the numeral and is written already.
        var whole = numeral
        var before = start
        while before > 0, isLatinNumeral(text[before - 1]) {
            before -= 1
            whole.insert(text[before], at: 0)
        }
        guard whole.count > 1, isNumeral(whole) else { return nil }
        return (String(decoding: numeral, as: UTF8.self), at)
    }

    private static func isLatinLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    private static func isLatinNumeral(_ byte: UInt8) -> Bool { "IVXLCM".utf8.contains(byte) }

    /// Whether the letters are a number up to 3999, each in its one spelling: ІХ, and not ІІХ.
    private static func isNumeral(_ letters: [UInt8]) -> Bool {
        guard letters.count <= 15 else { return false }
        let values: [UInt8: Int] = [
            UInt8(ascii: "I"): 1, UInt8(ascii: "V"): 5, UInt8(ascii: "X"): 10, UInt8(ascii: "L"): 50,
            UInt8(ascii: "C"): 100, UInt8(ascii: "M"): 1_000,
        ]
        var number = 0
        var last = 0
        for letter in letters.reversed() {
            let value = values[letter] ?? 0
            number += value < last ? -value : value
            last = max(last, value)
        }
        return written(number) == letters
    }

    private static func written(_ number: Int) -> [UInt8] {
        let steps: [(Int, String)] = [
            (1_000, "M"), (900, "CM"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"),
            (4, "IV"), (1, "I"),
        ]
        var rest = number
        var result: [UInt8] = []
        for (value, letters) in steps {
            while rest >= value {
                result += letters.utf8
                rest -= value
            }
        }
        return result
    }
}
