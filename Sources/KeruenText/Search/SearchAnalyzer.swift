/// Takes texts of a language apart for search.
///
///     let analyzer = try SearchAnalyzer(.kk)
///     analyzer.indexed("Жібектен кілем").map(\.stem)      // жібек, кілем
///     analyzer.queried("jıbek").map(\.near)               // jibek, as of жібек, جىبەك and zhibek
///     try SearchAnalyzer(.zhHans).indexed("丝绸")           // 丝, 丝绸, 绸 and the pinyin sichou, sc
public struct SearchAnalyzer: Sendable {
    private let stem: @Sendable (String) -> String
    private let isKazakh: Bool
    private let segmenter: WordSegmenter
    private let pinyin = HanReadings.standard

    public init(_ language: LanguageTag) throws(TextError) {
        isKazakh = language.language == "kk"
        stem =
            switch language.language {
            case "ru": RussianStems.stem
            case "kk": KazakhStemmer.stem
            default: { $0 }
            }
        segmenter = try WordSegmenter(.zhHans)
    }

    /// What an index stores of a text, from its start to its end.
    public func indexed(_ text: String) -> [SearchToken] {
        var tokens: [SearchToken] = []
        for run in TextRun.runs(of: text) {
            if run.isHan {
                tokens += bigrams(run) + unigrams(run) + readings(run)
            } else {
                tokens.append(word(run))
            }
        }
        return tokens.sorted { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
    }

    /// What a query asks for: words, and of Han its pairs, or the character where it is one.
    public func queried(_ text: String) -> [SearchToken] {
        TextRun.runs(of: text).flatMap { run in
            run.isHan ? (run.characters.count > 1 ? bigrams(run) : unigrams(run)) : [word(run)]
        }
    }

    /// The words as a dictionary of the language has them: of Han what ICU finds.
    public func words(_ text: String) -> [SearchToken] {
        TextRun.runs(of: text).flatMap { run -> [SearchToken] in
            guard run.isHan else { return [word(run)] }
            var start = run.range.lowerBound
            return segmenter.words(run.text).map { segment in
                let range = start..<start + segment.utf8.count
                start = range.upperBound
                return han(.word, String(segment), range)
            }
        }
    }

    private func word(_ run: TextRun) -> SearchToken {
        let folded = run.text.foldedForSearch
        let stem = stem(folded)
        return SearchToken(
            kind: .word, text: folded, stem: stem, near: NearKey.of(nearStem(folded, stem)), range: run.range)
    }

    /// The stem of Kazakh in Latin and Arabic letters is that of its Cyrillic.
    private func nearStem(_ word: String, _ stem: String) -> String {
        guard isKazakh, let first = word.unicodeScalars.first, !(0x400..<0x530).contains(first.value) else {
            return stem
        }
        let writer: any ScriptWriter = (0x600..<0x700).contains(first.value) ? Self.fromArabic : Self.fromLatin
        return (try? writer.string(word)).map(KazakhStemmer.stem) ?? stem
    }

    private static let fromArabic = KazakhFromArabic()
    private static let fromLatin = KazakhFromLatin()

    private func bigrams(_ run: TextRun) -> [SearchToken] {
        zip(run.characters, run.characters.dropFirst()).map { first, second in
            han(.bigram, first.text + second.text, first.range.lowerBound..<second.range.upperBound)
        }
    }

    private func unigrams(_ run: TextRun) -> [SearchToken] {
        run.characters.map { han(.unigram, $0.text, $0.range) }
    }

    private func han(_ kind: SearchToken.Kind, _ text: String, _ range: Range<Int>) -> SearchToken {
        let folded = text.foldedForSearch
        return SearchToken(kind: kind, text: folded, stem: folded, near: "", range: range)
    }

    /// The pinyin of each word, and its initials; of neighbouring words up to five characters together too, for nobody parts 和田玉 where a
    /// dictionary does.
    private func readings(_ run: TextRun) -> [SearchToken] {
        var words: [(syllables: ArraySlice<String>, range: Range<Int>)] = []
        var tokens: [SearchToken] = []
        var start = run.range.lowerBound
        let syllables = pinyin.typed(run.text)
        var rest = syllables[...]
        func add(_ syllables: [String], _ range: Range<Int>, initials: Bool) {
            guard !syllables.isEmpty, syllables.allSatisfy({ !$0.isEmpty }) else { return }
            tokens.append(reading(.pinyin, syllables.joined(), range))
            if initials { tokens.append(reading(.initials, String(syllables.compactMap(\.first)), range)) }
        }
        for segment in segmenter.segments(run.text) {
            let range = start..<start + segment.text.utf8.count
            start = range.upperBound
            let word = rest.prefix(segment.text.unicodeScalars.count)
            rest = rest.dropFirst(word.count)
            add(Array(word), range, initials: word.count > 1)
            words.append((word, range))
        }
        for first in words.indices {
            var joined = Array(words[first].syllables)
            for next in words[(first + 1)...] {
                joined += next.syllables
                guard joined.count <= 5 else { break }
                add(joined, words[first].range.lowerBound..<next.range.upperBound, initials: joined.count > 2)
            }
        }
        return tokens
    }

    private func reading(_ kind: SearchToken.Kind, _ text: String, _ range: Range<Int>) -> SearchToken {
        SearchToken(kind: kind, text: text, stem: text, near: NearKey.of(text), range: range)
    }
}
