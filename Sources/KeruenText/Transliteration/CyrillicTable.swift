/// A way to write Cyrillic in other letters, given by a table of small letters and by what their neighbours change.
///
/// Letters are numbers from U+0400 on, and what is written lies packed in arrays: nothing is allocated for a letter.
struct CyrillicTable: Sendable {
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
    private var writings: [Writing]
    /// In the order of their precedence.
    private var rules: [Rule]
    /// Letters that some rule speaks of: most letters of most schemes are written the same everywhere.
    private var hasRule: [Bool]

    /// `capital` is for scripts with capitals of their own: Kazakh Latin has İ for i.
    init(
        letters: [Character: String], contexts: [Context] = [], capital: (Character) -> String = { $0.uppercased() }
    ) {
        writings = Self.writings(letters, capital)
        rules = contexts.map { context in
            Rule(
                writings: Self.writings(context.written, capital), after: context.after.map(CyrillicLetter.set),
                before: context.before.map(CyrillicLetter.set))
        }
        hasRule = CyrillicLetter.set(String(contexts.flatMap(\.written.keys)))
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
    func write(_ text: Span<UInt8>, to output: inout [UInt8]) {
        var at = 0
        while at < text.count {
            guard let first = CyrillicLetter(text, at) else {
                output.append(text[at])
                at += 1
                continue
            }
            at = write(wordFrom: at, first, of: text, to: &output)
        }
    }

    /// Returns where the word ends.
    private func write(
        wordFrom start: Int, _ first: CyrillicLetter, of text: Span<UInt8>, to output: inout [UInt8]
    ) -> Int {
        let length = output.count
        var isKnown = true
        var previous: CyrillicLetter?
        var letter = first
        while true {
            let next = CyrillicLetter(text, letter.end)
            let writing = writing(of: letter, after: previous, before: next)
            let written =
                if !letter.isCapital { writing.small } else if (next ?? previous)?.isCapital ?? false {
                    writing.capitals
                } else { writing.title }
            if written.isNone { isKnown = false } else { written.append(to: &output) }
            guard let next else { break }
            previous = letter
            letter = next
        }
        if !isKnown {
            output.removeSubrange(length...)
            for at in start..<letter.end { output.append(text[at]) }
        }
        return letter.end
    }

    @inline(__always)
    private func writing(of letter: CyrillicLetter, after previous: CyrillicLetter?, before next: CyrillicLetter?) -> Writing {
        hasRule[letter.small]
            ? writingByRules(letter.small, previous?.small ?? CyrillicLetter.edge, next?.small ?? CyrillicLetter.edge)
            : writings[letter.small]
    }

    private func writingByRules(_ letter: Int, _ previous: Int, _ next: Int) -> Writing {
        for rule in rules where !rule.writings[letter].small.isNone {
            if rule.after?[previous] ?? true, rule.before?[next] ?? true { return rule.writings[letter] }
        }
        return writings[letter]
    }
}
