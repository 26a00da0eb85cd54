/// A syllable of pinyin in the ways that it is written.
struct PinyinSyllable: Sendable {
    /// lǜ
    let marked: PackedText
    /// lü4; the neutral tone has no number.
    let numbered: PackedText
    /// lv, as typed on a keyboard.
    let plain: PackedText
    /// люй
    let palladius: String
    /// Whether an apostrophe goes before it within a word: xī'ān.
    let needsApostrophe: Bool

    /// `marked` as dictionaries write it, with the mark composed.
    init(_ marked: String) {
        self.marked = PackedText(marked)
        let (toneless, tone) = Self.toneless(marked)
        numbered = PackedText(tone == 0 ? toneless : toneless + String(tone))
        plain = PackedText(toneless.replacing("ü", with: "v"))
        palladius = Palladius.syllables[toneless] ?? toneless
        needsApostrophe = toneless.first.map { "aoe".contains($0) } ?? false
    }

    /// The syllable without its mark, and the mark's number; 0 is the neutral tone.
    static func toneless(_ marked: String) -> (String, tone: Int) {
        var tone = 0
        let letters = String(
            String.UnicodeScalarView(
                marked.unicodeScalars.compactMap { scalar in
                    guard let (letter, mark) = Self.marks[scalar] else { return scalar }
                    tone = mark
                    return letter
                }))
        return (letters, tone)
    }

    private static let marks: [Unicode.Scalar: (Unicode.Scalar?, Int)] = {
        var marks: [Unicode.Scalar: (Unicode.Scalar?, Int)] = [
            "\u{304}": (nil, 1), "\u{301}": (nil, 2), "\u{30C}": (nil, 3), "\u{300}": (nil, 4),
        ]
        for (letter, marked) in [
            ("a", "āáǎà"), ("e", "ēéěè"), ("i", "īíǐì"), ("o", "ōóǒò"), ("u", "ūúǔù"), ("ü", "ǖǘǚǜ"),
            ("ê", "\u{0}ế\u{0}ề"),
            ("n", "\u{0}ńňǹ"), ("m", "\u{0}ḿ"),
        ] as [(Unicode.Scalar, String)] {
            for (tone, scalar) in marked.unicodeScalars.enumerated() { marks[scalar] = (letter, tone + 1) }
        }
        return marks
    }()
}
