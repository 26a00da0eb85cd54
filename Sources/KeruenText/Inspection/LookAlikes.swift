/// Letters of one script that are drawn like another's.
enum LookAlikes {
    /// The Cyrillic letter that a Latin or Greek one looks like, among the letters of Russian and Kazakh alike.
    static let cyrillic = table(
        "aceopxykmtëABCEHKMOPTXYË" + "ΑΒΕΗΚΜΟΡΤΧο", "асеорхукмтёАВСЕНКМОРТХУЁ" + "АВЕНКМОРТХо")
    /// The same for Kazakh, whose own letters are faked the most: Latin i for і, the schwa of Azerbaijani for ә.
    static let kazakh = cyrillic.merging(
        table("iIhYFəƏǝƎɵƟöÖüÜ", "іІһҮҒәӘәӘөӨөӨүҮ")
    ) { $1 }
    static let latin = table("асеорхукмтАВСЕНКМОРТХУіІјЈѕЅһ", "aceopxykmtABCEHKMOPTXYiIjJsSh")

    /// The letters that stood for Kazakh ones in fonts of the nineties, and those of neighbours that are drawn like them.
    static let playingKazakh = table(
        "ќЌѓЃєЄѕЅґҐўЎїЇјЈћЋҳҲ" + "ҡҠӄӃҝҜҕҔӷӶҥҤӊӉӈӇѳѲµ", "қҚғҒғҒңҢөӨұҰүҮәӘһҺһҺ" + "қҚқҚқҚғҒғҒңҢңҢңҢөӨө")

    static let players = Set(playingKazakh.keys.flatMap(\.unicodeScalars))

    private static func table(_ from: String, _ to: String) -> [Character: Character] {
        Dictionary(zip(from, to)) { first, _ in first }
    }
}

extension String {
    /// The word with each letter of another script replaced by its look-alike; nil unless all have one.
    func written(in script: Script, _ lookAlikes: [Character: Character]) -> String? {
        var result = ""
        for letter in self {
            let own = letter.unicodeScalars.first.flatMap(Script.init(of:)) == script
            guard let replacement = lookAlikes[letter] ?? (own ? letter : nil) else { return nil }
            result.append(replacement)
        }
        return result
    }
}
