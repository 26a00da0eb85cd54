/// What a query would be if it was typed with another keyboard layout switched on.
///
///     KeyboardLayout.readings(of: "ghbdtn")     // привет
///     KeyboardLayout.readings(of: "0fpf0")      // қазақ
///     KeyboardLayout.readings(of: "ыфьыгтп")    // samsung
public enum KeyboardLayout {
    /// Readings that differ from the text, the likeliest first. The Kazakh layout has letters on the row of digits, and is
    /// the Russian one elsewhere.
    public static func readings(of text: String) -> [String] {
        let small = text.lowercased()
        let words = small.split(separator: " ")
        guard !words.isEmpty, text.utf8.count <= 200 else { return [] }
        var readings: [String] = []
        for layout in [russian, kazakh, english] {
            let read = words.map { word in
                layout.reads(word) ? String(word.map { layout.keys[$0] ?? $0 }) : String(word)
            }
            .joined(separator: " ")
            if read != small, !readings.contains(read) { readings.append(read) }
        }
        return readings
    }

    /// A layout by what its keys give where another is switched on.
    private struct Layout: Sendable {
        var keys: [Character: Character]
        /// Whether a word can have been meant for it: its letters are another script's, or digits stand in it.
        var reads: @Sendable (Substring) -> Bool
    }

    private static let latinKeys = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
    private static let russianKeys = "йцукенгшщзхъфывапролджэячсмитьбюё"

    private static let russian = Layout(keys: Dictionary(uniqueKeysWithValues: zip(latinKeys, russianKeys))) { word in
        word.contains { ("a"..."z").contains($0) } && !word.contains(where: \.isNumber)
    }

    private static let kazakh: Layout = {
        let digits = zip("234589 0-=", "әіңғүұ қөһ").filter { $0.0 != " " }
        return Layout(
            keys: Dictionary(uniqueKeysWithValues: zip(latinKeys, russianKeys)).merging(digits) { first, _ in first }
        ) { word in
            // Digits alone are a number, and a hyphen parts words.
            let letters = word.filter(\.isLetter)
            let keys = word.filter { "234589-0=".contains($0) }
            return letters.count > 1 && !keys.isEmpty && !word.contains { "167".contains($0) }
        }
    }()

    /// Keys of Cyrillic letters that give signs are struck in no Latin word: ъыъыъ is not ]s]s].
    private static let english: Layout = {
        let keys = Dictionary(uniqueKeysWithValues: zip(russianKeys, latinKeys).filter { $0.1.isLetter })
        return Layout(keys: keys) { word in
            word.contains { ("а"..."я").contains($0) } && word.allSatisfy { keys[$0] != nil || !$0.isLetter }
        }
    }()
}
