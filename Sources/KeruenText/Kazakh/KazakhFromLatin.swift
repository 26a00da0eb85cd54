/// Kazakh in Cyrillic from Latin letters, the alphabet of 2021 or an older spelling.
///
/// Known words and their forms come back whole; in others i is й behind a vowel and и elsewhere. Names of makers and models
/// stay in Latin letters (iPhone 15 Pro Max, Kaspi Gold), and so do texts that are another language's (silk scarf).
final class KazakhFromLatin: ScriptWriter {
    /// Nil for the system's words, which are read when the first Latin word comes.
    private let own: (index: KazakhIndex, names: Set<String>)?
    private var index: KazakhIndex { own?.index ?? Self.systemIndex }
    private var names: Set<String> { own?.names ?? KazakhLexicon.system.names }

    private static let systemIndex = index(of: .system)

    init() { own = nil }
    init(_ lexicon: KazakhLexicon) { own = (Self.index(of: lexicon), lexicon.names) }

    private static func index(of lexicon: KazakhLexicon) -> KazakhIndex {
        KazakhIndex(lexicon, voiced: ["b": "p", "g": "k", "ğ": "q"]) { (try? KazakhLatin.table.string($0)) ?? $0 }
    }

    func write(_ text: Span<UInt8>, to output: inout UTF8Buffer) {
        let text = text.string
        let pieces = pieces(of: text, Spelling(of: text))
        let isKazakh = Self.isKazakh(pieces)
        for piece in pieces { output.append(isKazakh ? piece.written : piece.text) }
    }

    /// How a text is written.
    private struct Spelling {
        let orthography: LatinOrthography
        /// Without one letter of the alphabet's own a text may be in plain ones.
        let isPlain: Bool
        /// Without a small letter: then short words are no abbreviations.
        let isCapitals: Bool

        init(of text: String) {
            orthography = LatinOrthography(of: text)
            isPlain = orthography == .modern && text.utf8.allSatisfy { $0 < 0x80 }
            isCapitals = text.count(where: \.isUppercase) > 4 && !text.contains(where: \.isLowercase)
        }
    }

    /// A word, or what stands between two.
    private struct Piece {
        var text: String
        var meaning = Meaning.other
        var cyrillic: String?

        var written: String { cyrillic ?? text }
    }

    private enum Meaning {
        /// Kazakh for sure: a known word, or one with letters that English lacks.
        case kazakh
        /// Another language's for sure, and no name.
        case foreign
        case other
    }

    /// «Silk scarf» has no Kazakh, and «wifi baptauy» has.
    private static func isKazakh(_ pieces: [Piece]) -> Bool {
        let foreign = pieces.count { $0.meaning == .foreign }
        return foreign == 0 || pieces.count { $0.meaning == .kazakh } >= foreign
    }

    private func pieces(of text: String, _ spelling: Spelling) -> [Piece] {
        var pieces: [Piece] = []
        var rest = text[...]
        while let first = rest.first {
            let piece = first.isWhitespace ? rest.prefix(1) : rest.prefix { !$0.isWhitespace }
            rest = rest[piece.endIndex...]
            if first.isWhitespace || Self.isAddress(piece) {
                pieces.append(Piece(text: String(piece)))
            } else {
                pieces += words(of: piece, spelling)
            }
        }
        return pieces
    }

    /// An address or a file's name: with @ or _, or with a full stop inside.
    private static func isAddress(_ piece: Substring) -> Bool {
        piece.contains { $0 == "@" || $0 == "_" }
            || zip(piece, piece.dropFirst()).contains { $0 == "." && ($1.isLetter || $1.isNumber) }
    }

    private func words(of piece: Substring, _ spelling: Spelling) -> [Piece] {
        var pieces: [Piece] = []
        var rest = piece
        while let first = rest.first {
            let word = rest.prefix { $0.isLetter || $0.isNumber || isApostrophe($0, spelling.orthography) }
            if !word.isEmpty, let possessive = Self.possessive(rest[word.endIndex...]) {
                // Women's and Levi's.
                pieces.append(Piece(text: String(word) + possessive))
                rest = rest[possessive.endIndex...]
            } else if word.isEmpty {
                pieces.append(Piece(text: String(first)))
                rest.removeFirst()
            } else {
                pieces.append(read(String(word), spelling))
                rest = rest[word.endIndex...]
            }
        }
        return Self.keepingModels(pieces)
    }

    /// An apostrophe and s at a word's end.
    private static func possessive(_ rest: Substring) -> Substring? {
        guard let first = rest.first, LatinOrthography.apostrophes.contains(first), rest.dropFirst().first == "s",
            !(rest.dropFirst(2).first?.isLetter ?? false)
        else { return nil }
        return rest.prefix(2)
    }

    /// What a hyphen ties to an abbreviation or a letter is a part of its name: TP-Link, Type-C.
    private static func keepingModels(_ pieces: [Piece]) -> [Piece] {
        guard pieces.count > 2 else { return pieces }
        var pieces = pieces
        for at in 1..<pieces.count - 1 where pieces[at].text == "-" {
            for (name, other) in [(at - 1, at + 1), (at + 1, at - 1)]
            where pieces[name].cyrillic == nil && pieces[name].text.allSatisfy({ $0.isUppercase && $0.isASCII })
                && pieces[other].meaning != .kazakh && pieces[other].text.allSatisfy(\.isASCII)
            {
                pieces[other].cyrillic = nil
            }
        }
        return pieces
    }

    private func isApostrophe(_ character: Character, _ orthography: LatinOrthography) -> Bool {
        orthography == .apostrophes2017 && LatinOrthography.apostrophes.contains(character)
    }

    private func read(_ word: String, _ spelling: Spelling) -> Piece {
        let orthography = spelling.orthography
        let letters = word.filter(\.isLetter)
        let isCapitals = letters.count > 1 && letters.allSatisfy(\.isUppercase)
        let isCapitalised = letters.first?.isUppercase ?? false
        let isASCII = word.utf8.allSatisfy { $0 < 0x80 }
        let hasInnerCapital = !isCapitals && letters.dropFirst().contains(where: \.isUppercase)
        // USB and A5, iPhone, Samsung.
        guard letters.count == word.count || orthography == .apostrophes2017, !hasInnerCapital,
            !(isCapitals && letters.count < 4 && isASCII && !isWord(word, in: spelling)), !KazakhBrands.contains(word)
        else { return Piece(text: word) }
        func cased(_ cyrillic: String) -> String {
            isCapitals ? cyrillic.uppercased() : isCapitalised ? cyrillic.capitalisedFirst : cyrillic
        }

        let modern = orthography.modernised(orthography.lowercased(word))
        // Many write I for İ.
        let spellings = word.hasPrefix("I") ? [modern, "i" + modern.dropFirst()] : [modern]
        let found = found(spellings, spelling)
        if isASCII, found?.isSure != true, KazakhLatinRules.looksEnglish(word.lowercased()) {
            return Piece(text: word, meaning: .foreign)
        }
        if let found {
            return Piece(text: word, meaning: found.isSure ? .kazakh : .other, cyrillic: cased(found.cyrillic))
        }
        let guess = isASCII ? PlainLatin.withoutDigraphs(modern) : modern
        guard guess.allSatisfy({ KazakhLatinRules.isLetter($0) }) else {
            return Piece(text: word, meaning: isCapitalised ? .other : .foreign)
        }
        if isASCII, isCapitalised, !KazakhLatinRules.mayBeNative(guess) { return Piece(text: word) }
        let cyrillic = cased(KazakhLatinRules.cyrillic(guess, after: ""))
        return Piece(text: word, meaning: isASCII ? .other : .kazakh, cyrillic: cyrillic)
    }

    /// Whether short capitals are a word among other capitals: ТЕК БҮГІН, and not USB.
    private func isWord(_ word: String, in spelling: Spelling) -> Bool {
        guard spelling.isCapitals else { return false }
        let small = spelling.orthography.modernised(spelling.orthography.lowercased(word))
        return index.stems(small).contains { !$0.isVerb }
            || index.stems("i" + small.dropFirst()).contains { !$0.isVerb && word.hasPrefix("I") }
    }

    /// A word of the list, or a form of one.
    private struct Found {
        var cyrillic: String
        var stemLength: Int
        /// Whether the text is Kazakh for it: hand is хан and д only by chance.
        var isSure: Bool
    }

    /// The first spelling that is known; in plain letters what has the longest stem, for jibek is not жи and бек.
    private func found(_ spellings: [String], _ spelling: Spelling) -> Found? {
        let exact = spellings.lazy.compactMap { self.found($0) }.first
        guard spelling.isPlain || exact == nil && spelling.orthography == .modern else { return exact }
        // Жибек is a name, and жібек a word.
        let isTrusted = exact.map { !names.contains($0.cyrillic) } ?? false
        if let exact, exact.stemLength == spellings[0].count, isTrusted { return exact }
        let plain = spellings.flatMap(PlainLatin.spellings).compactMap { found($0, withVerbStems: false) }
            .filter { $0.stemLength > 2 || $0.cyrillic.count == $0.stemLength }
            .map { Found(cyrillic: $0.cyrillic, stemLength: $0.stemLength, isSure: false) }
        let best = plain.max { $0.stemLength < $1.stemLength }
        guard let exact, let best, isTrusted else { return best ?? exact }
        return best.stemLength > exact.stemLength ? best : exact
    }

    private func found(_ word: String, withVerbStems: Bool = true) -> Found? {
        let stems = index.stems(word)
        if let stem = stems.first(where: { !$0.isVerb }) ?? (withVerbStems ? stems.first : nil) {
            return Found(cyrillic: stem.cyrillic, stemLength: word.count, isSure: !stem.isVerb && word.count > 2)
        }
        guard let form = index.forms(of: word).first else { return nil }
        let cyrillic = KazakhIndex.joined(form.cyrillic, KazakhLatinRules.cyrillic(form.suffix, after: form.cyrillic))
        let stemLength = word.count - form.suffix.count
        return Found(
            cyrillic: cyrillic, stemLength: stemLength, isSure: stemLength > 2 && form.suffix.count > 1)
    }
}

/// Names that stay in Latin letters.
enum KazakhBrands {
    private static let names = Set(TextTable.kazakhBrands.words)

    /// Of words with a capital alone: pro and mini are words, too.
    static func contains(_ word: String) -> Bool {
        word.first?.isUppercase == true && names.contains(word.lowercased())
    }
}

extension String {
    fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
