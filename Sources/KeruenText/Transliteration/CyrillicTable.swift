/// A way to write Cyrillic in other letters, given by a table of small letters and by what their neighbours change.
///
/// Letters are numbers from U+0400 on, and what is written is looked up in arrays as UTF-8: dictionaries of characters took
/// several times as long.
struct CyrillicTable: Sendable {
    /// Letters that are written otherwise after or before one of some letters; ^ is the word's edge.
    struct Context: Sendable {
        var written: [Character: String]
        var after: String?
        var before: String?
    }

    /// What is written for a letter: small, as a capital, and as a capital among capitals (щ, Щ in Щука, Щ in ЩУКА).
    private struct Writing: Sendable {
        var small: [UInt8]
        var title: [UInt8]
        var capitals: [UInt8]
        var after: [Bool]?
        var before: [Bool]?
    }

    private static let first: UInt32 = 0x400
    private static let count = 0x130
    /// Stands for the word's edge among the letters.
    private static let edge = count
    /// The small letter of each; itself where it is one.
    private static let small: [Int] = (0..<count).map { letter in
        guard let scalar = Unicode.Scalar(first + UInt32(letter)),
            let small = String(scalar).lowercased().unicodeScalars.first, small.value >= first
        else { return letter }
        return Int(small.value - first)
    }

    /// By letter; the first that fits counts, and the last fits everywhere.
    private var writings: [[Writing]]

    /// `capital` is for scripts with capitals of their own: Kazakh Latin has İ for i.
    init(
        letters: [Character: String], contexts: [Context] = [], capital: (Character) -> String = { $0.uppercased() }
    ) {
        writings = Array(repeating: [], count: Self.count)
        for context in contexts + [Context(written: letters)] {
            for (letter, written) in context.written {
                guard let index = Self.index(letter) else { continue }
                let initial = written.firstIndex(where: \.isLetter)
                let title = initial.map {
                    written[..<$0] + capital(written[$0]) + written[written.index(after: $0)...]
                }
                writings[index].append(
                    Writing(
                        small: Array(written.utf8), title: Array((title ?? written[...]).utf8),
                        capitals: Array(written.map(capital).joined().utf8), after: context.after.map(Self.set),
                        before: context.before.map(Self.set)))
            }
        }
    }

    private static func index(_ letter: Character) -> Int? {
        guard let value = letter.unicodeScalars.first?.value, (first..<first + UInt32(count)).contains(value) else {
            return nil
        }
        return Int(value - first)
    }

    private static func set(_ letters: String) -> [Bool] {
        var set = Array(repeating: false, count: count + 1)
        for letter in letters { set[index(letter) ?? edge] = true }
        return set
    }

    /// The text with its words written over. A word with a Cyrillic letter that the table does not have stays whole, for
    /// half of it in another script would be worse.
    func apply(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 2)
        var word: [Int] = []
        var at = 0
        while at < bytes.count {
            let start = at
            word.removeAll(keepingCapacity: true)
            while let letter = Self.letter(bytes, at: &at, after: word.last) {
                // A decomposed й and ё replaces its и and е; the mark of stress on а́ is not written.
                if letter.isMark { word.removeLast() }
                word.append(letter.index)
            }
            if word.isEmpty {
                result.append(bytes[at])
                at += 1
            } else {
                let length = result.count
                if !write(word, to: &result) {
                    result.removeSubrange(length...)
                    result += bytes[start..<at]
                }
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Reads a Cyrillic letter, or a mark on the letter before it, which it then gives anew.
    private static func letter(_ bytes: [UInt8], at: inout Int, after last: Int?) -> (index: Int, isMark: Bool)? {
        guard at + 1 < bytes.count else { return nil }
        let value = UInt32(bytes[at] & 0x1F) << 6 | UInt32(bytes[at + 1] & 0x3F)
        switch bytes[at] {
        case 0xD0...0xD4 where value < first + UInt32(count):
            at += 2
            return (Int(value - first), false)
        case 0xCC:
            guard let last, let marked = marked(last, by: value) else { return nil }
            at += 2
            return (marked, true)
        default: return nil
        }
    }

    private static func marked(_ letter: Int, by mark: UInt32) -> Int? {
        switch (mark, letter) {
        case (0x301, _): letter
        case (0x306, 0x18), (0x306, 0x38): letter + 1
        case (0x308, 0x15): 0x01
        case (0x308, 0x35): 0x51
        default: nil
        }
    }

    /// False where the word has a letter that is not in the table.
    private func write(_ word: [Int], to result: inout [UInt8]) -> Bool {
        for at in word.indices {
            let small = Self.small[word[at]]
            let previous = at > 0 ? Self.small[word[at - 1]] : Self.edge
            let next = at + 1 < word.count ? Self.small[word[at + 1]] : Self.edge
            guard
                let writing = writings[small].first(where: {
                    $0.after?[previous] ?? true && $0.before?[next] ?? true
                })
            else { return false }
            if word[at] == small {
                result += writing.small
            } else {
                let neighbour = at + 1 < word.count ? word[at + 1] : at > 0 ? word[at - 1] : nil
                let isAmongCapitals = neighbour.map { Self.small[$0] != $0 } ?? false
                result += isAmongCapitals ? writing.capitals : writing.title
            }
        }
        return true
    }
}
