extension TextInspection {
    /// ICU's NFC. Swift has one, but only within its standard library.
    private static let composer = try? ICUTransform("NFC")

    /// Words whose letters are not composed as far as Unicode composes them (NFC).
    func decomposed(in text: String) -> [TextFinding] {
        guard text.hasScalar(where: \.mayDecompose), let composer = Self.composer else { return [] }
        return text.runs(where: \.isLetter).compactMap { word, offset in
            guard word.unicodeScalars.contains(where: \.mayDecompose),
                let composed = try? composer.string(String(word))
            else { return nil }
            // Swift's == calls both equal; that is the very reason why nobody notices.
            guard !composed.unicodeScalars.elementsEqual(word.unicodeScalars) else { return nil }
            return TextFinding(.notNFC, word, at: offset, repair: composed)
        }
    }
}

extension Unicode.Scalar {
    /// Whether NFC may write the code point another way: marks, and letters that stand in Unicode twice.
    fileprivate var mayDecompose: Bool {
        switch value {
        case 0..<0x300, 0x400...0x482, 0x48A...0x58F, 0x4E00...0x9FFF: false
        case 0x2126, 0x212A, 0x212B, 0xF900...0xFAFF, 0x2F800...0x2FA1F: true
        default: properties.canonicalCombiningClass != .notReordered
        }
    }
}
