/// A way to write Cyrillic in other letters, given by a table of small letters and by what their neighbours change.
struct CyrillicTable: Sendable {
    /// Where a letter is written otherwise than by itself.
    struct Context: Sendable {
        var letters: Set<Character>
        var after: (@Sendable (Character?) -> Bool)?
        var before: (@Sendable (Character?) -> Bool)?
        var written: [Character: String]
    }

    var letters: [Character: String]
    /// The first that fits counts.
    var contexts: [Context] = []
    /// Capitals of what is written: Kazakh Latin has İ for i and I for ı.
    var capital: @Sendable (Character) -> String = { $0.uppercased() }

    func apply(_ text: String) -> String {
        let characters = Array(text)
        let small = characters.map { $0.isASCII ? $0 : $0.lowercased().first ?? $0 }
        var result = ""
        result.reserveCapacity(text.utf8.count)
        var next = characters.startIndex
        while next < characters.endIndex {
            let at = next
            if let end = Self.verbatimEnd(characters[at...]) {
                result += String(characters[at..<end])
                next = end
                continue
            }
            next += 1
            guard let written = writing(small, at: at) else {
                result.append(characters[at])
                continue
            }
            guard characters[at] != small[at] else {
                result += written
                continue
            }
            // A capital of several letters is Sh in a name and SH among capitals.
            let following = at + 1 < characters.count ? characters[at + 1] : nil
            let preceding = at > 0 ? characters[at - 1] : nil
            let isAmongCapitals =
                following.map { $0.isLetter } == true ? following?.isUppercase == true : preceding?.isUppercase == true
            if isAmongCapitals {
                result += written.map { capital($0) }.joined()
            } else if let first = written.firstIndex(where: { $0.isLetter }) {
                result += written[..<first] + capital(written[first]) + written[written.index(after: first)...]
            } else {
                result += written
            }
        }
        return result
    }

    private func writing(_ small: [Character], at index: Int) -> String? {
        guard let plain = letters[small[index]] else { return nil }
        for context in contexts where context.letters.contains(small[index]) {
            let previous = index > 0 ? small[index - 1] : nil
            let following = index + 1 < small.count ? small[index + 1] : nil
            guard context.after?(previous) ?? true, context.before?(following) ?? true else { continue }
            if let written = context.written[small[index]] { return written }
        }
        return plain
    }

    /// Where a placeholder or an address ends that begins here: {цена}, ://пример.рф/путь. Neither is text. A brace that is
    /// not closed within 200 characters is none of a placeholder, so that a line of braces takes no quadratic time.
    static func verbatimEnd<Text: Collection<Character>>(_ text: Text) -> Text.Index? {
        switch text.first {
        case "{": text.prefix(200).firstIndex(of: "}").map { text.index(after: $0) }
        case ":" where text.starts(with: "://"): text.firstIndex(where: \.isWhitespace) ?? text.endIndex
        default: nil
        }
    }
}
