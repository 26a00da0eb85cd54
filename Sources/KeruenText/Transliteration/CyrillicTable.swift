/// A way to write Cyrillic in other letters, given by a table of small letters and by what their neighbours change.
///
/// Letters are numbers from U+0400 on, and what is written lies packed in arrays: nothing is allocated for a letter.
final class CyrillicTable: ScriptWriter {
    /// Letters that are written otherwise after or before one of some letters; ^ is the word's edge.
    struct Context: Sendable {
        var written: [Character: String]
        var after: String?
        var before: String?
    }

    /// What is written for a letter: small, as a capital, and as a capital among capitals (щ, Щ in Щука, Щ in ЩУКА).
    private struct Writing: Sendable {
        var small = PackedText.none
        var title = PackedText.none
        var capitals = PackedText.none
    }

    private struct Rule: Sendable {
        var writings: [Writing]
        var after: [Bool]?
        var before: [Bool]?
    }

    /// By letter; what is written where no rule fits.
    private let writings: [Writing]
    /// In the order of their precedence.
    private let rules: [Rule]
    /// By letter, capitals too: what is written whatever the neighbours are, as for most letters of most schemes.
    private let plain: [PackedText]

    /// `capital` is for scripts with capitals of their own: Kazakh Latin has İ for i.
    init(
        letters: [Character: String], contexts: [Context] = [], capital: (Character) -> String = { $0.uppercased() }
    ) {
        let writings = Self.writings(letters, capital)
        self.writings = writings
        rules = contexts.map { context in
            Rule(
                writings: Self.writings(context.written, capital), after: context.after.map(CyrillicLetter.set),
                before: context.before.map(CyrillicLetter.set))
        }
        let ruled = CyrillicLetter.set(String(contexts.flatMap(\.written.keys)))
        plain = (0..<CyrillicLetter.count).map { letter in
            // A word with one of these may be a Roman numeral.
            if RomanNumeral.letters[letter] != nil { return .none }
            let small = CyrillicLetter.small(letter)
            let writing = writings[small]
            let isPlain = !ruled[small] && (small == letter || writing.title == writing.capitals)
            return isPlain ? (small == letter ? writing.small : writing.title) : .none
        }
    }

    private static func writings(_ letters: [Character: String], _ capital: (Character) -> String) -> [Writing] {
        var writings = Array(repeating: Writing(), count: CyrillicLetter.count)
        for (letter, written) in letters {
            guard let index = CyrillicLetter.index(letter) else { continue }
            let initial = written.firstIndex(where: \.isLetter)
            let title = initial.map { written[..<$0] + capital(written[$0]) + written[written.index(after: $0)...] }
            writings[index] = Writing(
                small: PackedText(written), title: PackedText(title ?? written[...]),
                capitals: PackedText(written.map(capital).joined()))
        }
        return writings
    }

    /// Appends the text with its words written over. A word with a Cyrillic letter that the table does not have stays
    /// whole, for half of it in another script would be worse.
    func write(_ text: Span<UInt8>, to output: inout UTF8Buffer) {
        let plain = plain
        write(text, by: plain.span, to: &output)
    }

    private func write(_ text: Span<UInt8>, by plain: Span<PackedText>, to output: inout UTF8Buffer) {
        var at = 0
        while true {
            // A letter of two bytes becomes seven at most.
            at = output.withCursor(room: 4 * (text.count - at)) { write(text, from: at, by: plain, to: &$0) }
            guard at < text.count else { return }
            at = write(wordFrom: at, of: text, to: &output)
        }
    }

    /// Writes up to the next word that needs its letters' neighbours; returns where that begins.
    @inline(__always)
    private func write(
        _ text: Span<UInt8>, from start: Int, by plain: Span<PackedText>, to cursor: inout UTF8Buffer.Cursor
    ) -> Int {
        var at = start
        while at < text.count {
            guard CyrillicLetter.index(text, at) != nil else {
                cursor.append(text[at])
                at += 1
                continue
            }
            let (word, wordStart) = (cursor, at)
            var isPlain = true
            while let letter = CyrillicLetter.index(text, at) {
                // A letter's number is an index of every table.
                let written = unsafe plain[unchecked: letter]
                isPlain = isPlain && !written.isNone
                cursor.append(written)
                at &+= 2
            }
            // A mark goes on the letter before it and may change it.
            if !isPlain || at < text.count && text[at] == CyrillicLetter.marks {
                cursor.back(to: word)
                return wordStart
            }
        }
        return at
    }

    /// Writes a word that needs its letters' neighbours; returns where it ends.
    private func write(wordFrom start: Int, of text: Span<UInt8>, to output: inout UTF8Buffer) -> Int {
        if let (numeral, end) = RomanNumeral.inCyrillic(text, from: start) {
            output.append(numeral)
            return end
        }
        let length = output.count
        var isKnown = true
        var end = start
        var previous: CyrillicLetter?
        var letter = CyrillicLetter(text, start)
        while let current = letter {
            let next = CyrillicLetter(text, current.end)
            let writing = writing(of: current, after: previous, before: next)
            let written =
                if !current.isCapital { writing.small } else if (next ?? previous)?.isCapital ?? false {
                    writing.capitals
                } else { writing.title }
            if written.isNone { isKnown = false } else { output.append(written) }
            (previous, letter, end) = (current, next, current.end)
        }
        if !isKnown {
            output.truncate(to: length)
            output.append(text.extracting(start..<end))
        }
        return end
    }

    private func writing(of letter: CyrillicLetter, after previous: CyrillicLetter?, before next: CyrillicLetter?)
        -> Writing
    {
        for rule in rules where !rule.writings[letter.small].small.isNone {
            let previous = previous?.small ?? CyrillicLetter.edge
            let next = next?.small ?? CyrillicLetter.edge
            if rule.after?[previous] ?? true, rule.before?[next] ?? true { return rule.writings[letter.small] }
        }
        return writings[letter.small]
    }
}
