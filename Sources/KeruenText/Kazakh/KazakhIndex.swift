/// The known words by their spelling in another script, and how a form is taken apart into one of them and its suffixes.
final class KazakhIndex: Sendable {
    struct Stem: Sendable {
        var cyrillic: String
        /// A verb's stem stands in no text alone, but for a command.
        var isVerb: Bool
    }

    private let stems: [String: [Stem]]
    private let suffixes: Set<String>
    private let longestSuffix: Int
    /// Letters that a voiceless one becomes before a vowel, by the one that it was.
    private let voiced: [Character: Character]
    private let voicedCyrillic: [Character: Character] = ["п": "б", "к": "г", "қ": "ғ"]

    /// `spelling` is the other script's, in small letters; `voiced` gives its б, г and ғ their п, к and қ.
    init(_ lexicon: KazakhLexicon, voiced: [Character: Character], spelling: (String) -> String) {
        var stems: [String: [Stem]] = [:]
        func add(_ stem: Stem) {
            let key = spelling(stem.cyrillic)
            if !stems[key, default: []].contains(where: { $0.cyrillic == stem.cyrillic && !$0.isVerb }) {
                stems[key, default: []].append(stem)
            }
        }
        for word in lexicon.words { add(Stem(cyrillic: word, isVerb: false)) }
        for word in lexicon.words where word.count > 2 {
            for stem in Self.verbStems(word) { add(Stem(cyrillic: stem, isVerb: true)) }
        }
        self.stems = stems
        self.voiced = voiced
        suffixes = Set(KazakhSuffixes.all.map(spelling))
        longestSuffix = suffixes.map(\.unicodeScalars.count).max() ?? 0
    }

    /// What an infinitive is without its ending: келу → кел, оқу → оқы, жою → жой.
    private static func verbStems(_ infinitive: String) -> [String] {
        let rest = String(infinitive.dropLast())
        switch infinitive.last {
        case "у":
            return rest.last.map { "аәеоөұүыіуияю".contains($0) } ?? true
                ? [rest] : [rest, rest + (endsFront(rest) ? "і" : "ы")]
        case "ю": return [rest + "й"]
        default: return []
        }
    }

    func stems(_ spelling: String) -> [Stem] { stems[spelling] ?? [] }

    /// A stem and the suffixes on it, as the text spells them; `cyrillic` is the stem with its last letter voiced where the
    /// form has it so.
    struct Form {
        var stem: Stem
        var cyrillic: String
        var suffix: String
    }

    /// The ways to take a form apart, the longest stem first.
    func forms(of word: String) -> [Form] {
        let letters = Array(word.unicodeScalars)
        // No word is that long, and a line of one letter would take quadratic time.
        guard letters.count > 2, letters.count <= 64 else { return [] }
        let endings = endings(of: letters)
        return (2..<letters.count).reversed().filter { endings[$0] }.flatMap { split -> [Form] in
            let spelled = String(String.UnicodeScalarView(letters[..<split]))
            let suffix = String(String.UnicodeScalarView(letters[split...]))
            let asSpelled = stems(spelled).map { Form(stem: $0, cyrillic: $0.cyrillic, suffix: suffix) }
            guard let last = spelled.last, let voiceless = voiced[last] else { return asSpelled }
            return asSpelled
                + stems(String(spelled.dropLast()) + String(voiceless)).compactMap { stem in
                    stem.cyrillic.last.flatMap { voicedCyrillic[$0] }.map {
                        Form(stem: stem, cyrillic: stem.cyrillic.dropLast() + String($0), suffix: suffix)
                    }
                }
        }
    }

    /// What a stem and its suffix, both in Cyrillic, make: й and the vowel behind it are one letter (жой + атын is жоятын),
    /// and a soft sign falls before ы and і.
    static func joined(_ stem: String, _ suffix: String) -> String {
        switch (stem.last, suffix.first) {
        case ("й", "а"): stem.dropLast() + "я" + suffix.dropFirst()
        case ("й", "у"): stem.dropLast() + "ю" + suffix.dropFirst()
        case ("ь", "ы"), ("ь", "і"): stem.dropLast() + suffix
        default: stem + suffix
        }
    }

    /// By letter, whether all from it to the end is suffixes.
    private func endings(of letters: [Unicode.Scalar]) -> [Bool] {
        var endings = Array(repeating: false, count: letters.count) + [true]
        for start in letters.indices.reversed() {
            endings[start] = (1...longestSuffix).contains { length in
                start + length <= letters.count && endings[start + length]
                    && suffixes.contains(String(String.UnicodeScalarView(letters[start..<start + length])))
            }
        }
        return endings
    }
}
