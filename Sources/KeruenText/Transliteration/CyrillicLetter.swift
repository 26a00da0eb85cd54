/// A Cyrillic letter read from UTF-8, with the marks on it: a decomposed й and ё is one letter, a stress is not written.
struct CyrillicLetter {
    static let first: UInt32 = 0x400
    static let count = 0x130
    /// Stands for the word's edge in sets of letters.
    static let edge = count

    /// The letter's number from U+0400 on, as a small letter.
    let small: Int
    let isCapital: Bool
    /// Where the next letter begins.
    let end: Int

    /// The first byte of the marks that go on letters.
    static let marks: UInt8 = 0xCC

    /// The letter that begins at `at`, with its marks; nil where none does.
    init?(_ text: Span<UInt8>, _ at: Int) {
        guard var index = Self.index(text, at) else { return nil }
        var end = at + 2
        while end + 1 < text.count, text[end] == Self.marks, let marked = Self.marked(index, by: text[end + 1]) {
            index = marked
            end += 2
        }
        self.end = end
        small = Self.small(index)
        isCapital = small != index
    }

    /// The number of the letter that begins at `at`, without its marks.
    @inline(__always)
    static func index(_ text: Span<UInt8>, _ at: Int) -> Int? {
        // Both bytes lie in the text; a second check of each would be a tenth of the whole work.
        guard at >= 0, at &+ 1 < text.count else { return nil }
        // From D0 80 on, as one number; a second byte that is none leaves a gap beyond the letters.
        let (lead, trail) = unsafe (text[unchecked: at] &- 0xD0, text[unchecked: at &+ 1] &- 0x80)
        let index = Int(lead) << 6 | Int(trail)
        return trail < 0x40 && index < count ? index : nil
    }

    private static func marked(_ letter: Int, by mark: UInt8) -> Int? {
        switch (mark, letter) {
        case (0x81, _): letter
        case (0x86, 0x18), (0x86, 0x38): letter + 1
        case (0x88, 0x15): 0x01
        case (0x88, 0x35): 0x51
        default: nil
        }
    }

    static func index(_ letter: Character) -> Int? {
        guard let value = letter.unicodeScalars.first?.value, (first..<first + UInt32(count)).contains(value) else {
            return nil
        }
        return Int(value - first)
    }

    /// Which letters, and the edge as ^, are among `letters`.
    static func set(_ letters: String) -> [Bool] {
        var set = Array(repeating: false, count: count + 1)
        for letter in letters { set[index(letter) ?? edge] = true }
        return set
    }

    static func small(_ letter: Int) -> Int { Int(smallLetters[letter]) }

    /// The small letter of each; itself where it is one.
    private static let smallLetters: [UInt16] = (0..<count).map { letter in
        guard let scalar = Unicode.Scalar(first + UInt32(letter)),
            let small = String(scalar).lowercased().unicodeScalars.first, small.value >= first
        else { return UInt16(letter) }
        return UInt16(small.value - first)
    }
}
