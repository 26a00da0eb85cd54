extension SearchIndex {
    /// How a word of a query may stand in a text.
    enum Tier: String { case own, near, misspelt }

    /// One way to read a query.
    struct Attempt {
        /// The query as it is read, without what stands for its words.
        var query: String
        /// The query with its Han in quotes, itself, and with synonyms in a word's place.
        var readings: [String]
        var tier: Tier

        init(_ query: String, _ tier: Tier, readings: [String]? = nil) {
            (self.query, self.readings, self.tier) = (query, readings ?? [query], tier)
        }
    }

    /// From the likeliest to the last.
    func attempts(at query: String) -> [Attempt] {
        let scripts = ScriptConversion.all(into: language).map { $0.text(query) }.filter { $0 != query }
        let others = scripts + KeyboardLayout.readings(of: query).filter(isPlausible)
        let syllables = joinedSyllables(of: query).map { [Attempt($0, .near)] } ?? []
        return [own(query)] + syllables + [Attempt(query, .near)] + others.map(own)
            + others.map { Attempt($0, .near) } + [Attempt(query, .misspelt)]
    }

    /// The query as it stands, the first of its attempts.
    func own(_ reading: String) -> Attempt {
        // Han that stand side by side come before those that are strewn.
        let sideBySide = QuotedText.sideBySide(reading, analyzer).map { [$0] } ?? []
        return Attempt(reading, .own, readings: sideBySide + [reading] + synonyms.readings(of: reading))
    }

    func words(of text: String) -> QueryWords { QueryWords(text, analyzer, in: language) }

    /// Whether another keyboard can have been meant: a letter that stands alone begins some word by chance.
    private func isPlausible(_ reading: String) -> Bool {
        !words(of: reading).tokens.contains { $0.kind == .word && $0.isLetter }
    }

    /// Nil where a word of it stands nowhere. What is in quotes is found as it is written, and by its stems.
    func segmentQuery(_ text: String, _ tier: Tier, _ filters: Filters) -> SegmentQuery? {
        let query = words(of: text)
        guard !query.words.isEmpty, tier == .own || !query.hasPhrases, var all = taken(by: filters) else { return nil }
        for word in query.words {
            let slot = slot(word, tier)
            guard !slot.terms.isEmpty else { return nil }
            all.slots.append(slot)
        }
        all.phrases = query.phrases.map { .init($0) }
        return all
    }

    func slot(_ word: QueryWords.Word, _ tier: Tier) -> SegmentQuery.Slot {
        let (token, isLast) = (word.token, word.isUnfinished)
        var terms: [(term: Int, boost: Float)] = []
        func add(_ key: String, _ boost: Float) {
            guard let term = segment.term(key), !terms.contains(where: { $0.term == term }) else { return }
            terms.append((term, boost))
        }
        func add(from prefix: String, _ boost: Float) {
            // Of many, the commonest: who types one letter wants what there is most of.
            for term in segment.commonest(among: segment.terms(from: prefix), limit: 24)
            where !terms.contains(where: { $0.term == term }) {
                terms.append((term, boost))
            }
        }
        switch tier {
        case .own:
            add(token.text, 1)
            guard token.kind == .word else { break }
            add(SearchKey.stem(token.stem), 0.9)
            if isLast, !token.text.isEmpty { add(from: token.text, 0.7) }
        case .near:
            guard !token.near.isEmpty, !token.isBlurred else {
                add(token.text, 1)
                break
            }
            add(SearchKey.near(token.near), 1)
            // Two thirds of the word at least, for a short stem begins too many others.
            if isLast, token.near.utf8.count * 3 >= token.spelling.utf8.count * 2 {
                add(from: SearchKey.near(token.near), 0.7)
            }
        case .misspelt:
            add(token.text, 1)
            add(SearchKey.stem(token.stem), 0.9)
            guard terms.isEmpty, token.kind == .word, token.text.count >= 5 else { break }
            for term in segment.misspellings(of: token.text) { terms.append((term, 0.6)) }
            guard mayBeMisspelt(token) else { break }
            for term in segment.misspellings(of: SearchKey.near(token.near)) { terms.append((term, 0.4)) }
        }
        return .init(terms)
    }

    /// Whether a slip may be looked for in the key too, which lost something already. Of another script more is asked, and of pinyin that
    /// it is in Latin letters: four are the initials of some words, or nearly.
    private func mayBeMisspelt(_ token: SearchToken) -> Bool {
        let isLatin = token.text.utf8.first.map { $0 < 0x80 } ?? false
        return !token.isBlurred && token.near.unicodeScalars.count >= (isLatin ? 5 : 4)
            && (isLatin || language.language != "zh")
    }

    /// Pinyin that is typed syllable by syllable, written together where the index has it so: «wei jin» is weijin. Nil where it has
    /// nothing of the kind.
    private func joinedSyllables(of query: String) -> String? {
        let words = query.split(whereSeparator: \.isWhitespace).map(String.init)
        guard language.language == "zh", words.count > 1, words.allSatisfy(Self.maySoundAsOne),
            words.contains(where: { $0.count > 1 })
        else { return nil }
        var joined: [String] = []
        var rest = words[...]
        while !rest.isEmpty {
            // The longest first, up to the five characters that an index writes together.
            let length =
                (2...5).reversed().first { $0 <= rest.count && isIndexed(rest.prefix($0).joined(), $0 == rest.count) }
                ?? 1
            joined.append(rest.prefix(length).joined())
            rest = rest.dropFirst(length)
        }
        return joined.count < words.count ? joined.joined(separator: " ") : nil
    }

    /// No syllable of pinyin has more than six letters.
    private static func maySoundAsOne(_ word: String) -> Bool {
        word.count <= 6 && word.allSatisfy { $0.isLetter && $0.unicodeScalars.allSatisfy { $0.value < 0x300 } }
    }

    private func isIndexed(_ pinyin: String, _ mayBeUnfinished: Bool) -> Bool {
        guard let near = analyzer.queried(pinyin).first?.near, !near.isEmpty else { return false }
        let key = SearchKey.near(near)
        return segment.term(key) != nil || mayBeUnfinished && !segment.terms(from: key).isEmpty
    }
}
