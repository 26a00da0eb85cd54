/// A way to write Cyrillic in other letters, given by a table of small letters and by what their neighbours change.
struct CyrillicTable: Sendable {
    /// Letters that are written otherwise after or before certain neighbours; nil is the word's edge.
    struct Context: Sendable {
        var written: [Character: String]
        var after: (@Sendable (Character?) -> Bool)?
        var before: (@Sendable (Character?) -> Bool)?
    }

    var letters: [Character: String]
    /// The first that fits counts.
    var contexts: [Context] = []
    /// Capitals of what is written: Kazakh Latin has İ for i and I for ı.
    var capital: @Sendable (Character) -> String = { $0.uppercased() }

    /// The text with its words written over. A word with a Cyrillic letter that the table does not have stays whole, for
    /// half of it in another script would be worse.
    func apply(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        var rest = text[...]
        while let first = rest.first {
            guard first.isCyrillic else {
                result.append(first)
                rest.removeFirst()
                continue
            }
            let word = rest.prefix { $0.isCyrillic }
            rest = rest[word.endIndex...]
            result += written(Array(word)) ?? String(word)
        }
        return result
    }

    private func written(_ word: [Character]) -> String? {
        let small = word.map(\.smallCyrillic)
        var result = ""
        for at in word.indices {
            guard let written = writing(small, at: at) else { return nil }
            guard word[at].isUppercase else {
                result += written
                continue
            }
            // A capital of several letters is Sh in a name and SH among capitals.
            let neighbour = at + 1 < word.count ? at + 1 : at - 1
            if word.indices.contains(neighbour), word[neighbour].isUppercase {
                result += written.map { capital($0) }.joined()
            } else if let first = written.firstIndex(where: \.isLetter) {
                result += written[..<first] + capital(written[first]) + written[written.index(after: first)...]
            } else {
                result += written
            }
        }
        return result
    }

    private func writing(_ small: [Character], at index: Int) -> String? {
        let previous = index > 0 ? small[index - 1] : nil
        let following = index + 1 < small.count ? small[index + 1] : nil
        for context in contexts {
            guard let written = context.written[small[index]] else { continue }
            if context.after?(previous) ?? true, context.before?(following) ?? true { return written }
        }
        return letters[small[index]]
    }
}

extension Character {
    var isCyrillic: Bool { unicodeScalars.first.map { (0x400...0x52F).contains($0.value) } ?? false }

    /// The small letter, without the mark of stress that dictionaries and names carry: а́ is а.
    var smallCyrillic: Character {
        let small = lowercased()
        guard small.unicodeScalars.contains("\u{301}") else { return small.first ?? self }
        return String(small.unicodeScalars.filter { $0 != "\u{301}" }).first ?? self
    }
}
