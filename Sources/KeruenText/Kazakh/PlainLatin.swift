/// Kazakh as people type it who have no keyboard for the alphabet of 2021: jibek for jıbek, quraly for qūraly, shubat for şūbat.
enum PlainLatin {
    /// What the word may be in the alphabet, the likeliest first; to be looked up in a list of words.
    static func spellings(of word: String) -> [String] {
        guard word.utf8.count <= 64 else { return [] }
        let base = marked(word)
        let isFront = KazakhLatinRules.endsFront(base)
        var spellings = dotless(base)
        for (letter, replacement) in [("u", isFront ? "ü" : "ū"), ("o", "ö"), ("g", "ğ"), ("k", "q")]
        where base.contains(letter) {
            spellings += spellings.map { $0.replacing(letter, with: replacement) }
        }
        // Of a front word the first a may be ä: salem is sälem.
        if isFront, let first = base.firstIndex(of: "a") {
            let offset = base.distance(from: base.startIndex, to: first)
            spellings += spellings.map { String($0.enumerated().map { $0.offset == offset ? "ä" : $0.element }) }
        }
        return spellings.map(unmarked).filter { $0 != word }
    }

    /// sh, ch and zh as one letter, and й as the alphabet's i: köylek is köilek.
    static func withoutDigraphs(_ word: String) -> String { unmarked(marked(word)) }

    /// Each i as ı or as itself; of many all or none.
    private static func dotless(_ word: String) -> [String] {
        guard word.count(where: { $0 == "i" }) < 4 else { return [word.replacing("i", with: "ı"), word] }
        return word.reduce(into: [""]) { spellings, letter in
            spellings = spellings.flatMap { letter == "i" ? [$0 + "ı", $0 + "i"] : [$0 + String(letter)] }
        }
    }

    /// The i that stands for й, which is no ı.
    private static let short: Character = "ĭ"

    private static func unmarked(_ word: String) -> String { word.replacing(String(short), with: "i") }

    private static func marked(_ word: String) -> String {
        var result = ""
        var rest = word[...]
        while let letter = rest.popFirst() {
            switch (letter, rest.first) {
            case ("s", "h"): result += "ş"
            case ("c", "h"): result += "tş"
            case ("z", "h"): result += "j"
            // Before a vowel, and behind one but у and и: tüie, köilek; auyl and iyq have ы.
            case ("y", nil) where result.hasSuffix("u"):
                // uy is üi.
                result.append(short)
                continue
            case ("y", let next)
            where next.map(KazakhLatinRules.isVowel) ?? false && next != "y"
                || result.last.map { "aäeoöūü".contains($0) } ?? false:
                result.append(short)
                continue
            default:
                result.append(letter)
                continue
            }
            rest.removeFirst()
        }
        return result
    }
}
