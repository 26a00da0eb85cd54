/// Kazakh in Cyrillic from Latin letters, the alphabet of 2021 or an older spelling.
///
/// Known words and their forms come back whole; in others i is й behind a vowel and и elsewhere. Words that are none of
/// Kazakh's stay: with w, x or c, with digits, with capitals inside, and short ones all in capitals (USB).
final class KazakhFromLatin: ScriptWriter {
    private let index: KazakhIndex

    private static let systemIndex = index(of: .system)

    init() { index = Self.systemIndex }
    init(_ lexicon: KazakhLexicon) { index = Self.index(of: lexicon) }

    private static func index(of lexicon: KazakhLexicon) -> KazakhIndex {
        KazakhIndex(lexicon, voiced: ["b": "p", "g": "k", "ğ": "q"]) { (try? KazakhLatin.table.string($0)) ?? $0 }
    }

    func write(_ text: Span<UInt8>, to output: inout UTF8Buffer) {
        let text = text.string
        let orthography = LatinOrthography(of: text)
        var rest = text[...]
        while let first = rest.first {
            let piece = first.isWhitespace ? rest.prefix(1) : rest.prefix { !$0.isWhitespace }
            rest = rest[piece.endIndex...]
            if first.isWhitespace || Self.isAddress(piece) {
                output.append(piece)
            } else {
                write(piece, orthography, to: &output)
            }
        }
    }

    /// An address or a file's name: with @ or _, or with a full stop inside.
    private static func isAddress(_ piece: Substring) -> Bool {
        piece.contains { $0 == "@" || $0 == "_" }
            || zip(piece, piece.dropFirst()).contains { $0 == "." && ($1.isLetter || $1.isNumber) }
    }

    private func write(_ piece: Substring, _ orthography: LatinOrthography, to output: inout UTF8Buffer) {
        var rest = piece
        while let first = rest.first {
            let word = rest.prefix { $0.isLetter || $0.isNumber || isApostrophe($0, orthography) }
            if word.isEmpty {
                output.append(String(first))
                rest.removeFirst()
            } else {
                output.append(cyrillic(of: String(word), orthography) ?? String(word))
                rest = rest[word.endIndex...]
            }
        }
    }

    private func isApostrophe(_ character: Character, _ orthography: LatinOrthography) -> Bool {
        orthography == .apostrophes2017 && LatinOrthography.apostrophes.contains(character)
    }

    /// Nil for a word that is not Kazakh.
    private func cyrillic(of word: String, _ orthography: LatinOrthography) -> String? {
        let letters = word.filter(\.isLetter)
        let isCapitals = letters.count > 1 && letters.allSatisfy(\.isUppercase)
        let hasInnerCapital = !isCapitals && letters.dropFirst().contains(where: \.isUppercase)
        guard !hasInnerCapital, !(isCapitals && letters.count < 4 && letters.allSatisfy(\.isASCII)) else { return nil }
        let modern = orthography.modernised(orthography.lowercased(word))
        guard modern.allSatisfy({ KazakhLatinRules.isLetter($0) }) else { return nil }
        // Many write I for İ.
        let found = known(modern) ?? (word.hasPrefix("I") ? known("i" + modern.dropFirst()) : nil)
        let small = found ?? KazakhLatinRules.cyrillic(modern, after: "")
        return isCapitals ? small.uppercased() : letters.first?.isUppercase ?? false ? small.capitalisedFirst : small
    }

    private func known(_ word: String) -> String? {
        let stems = index.stems(word)
        if let stem = stems.first(where: { !$0.isVerb }) ?? stems.first { return stem.cyrillic }
        guard let form = index.forms(of: word).first else { return nil }
        return KazakhIndex.joined(form.cyrillic, KazakhLatinRules.cyrillic(form.suffix, after: form.cyrillic))
    }
}

extension String {
    fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
