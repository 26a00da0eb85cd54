/// The orders of Kazakh in Latin and Arabic script, which no release of CLDR has: ICU sorts both by the root's rules, and
/// every Arabic word that begins with a hamza before all others.
enum KazakhTailoring {
    /// Rules for a tag that needs ours; empty where ICU's own are right.
    /// - Throws: `unsupportedScript` for Kazakh in a script that it is not written in.
    static func rules(for tag: LanguageTag) throws(TextError) -> String {
        guard tag.language == "kk" else { return "" }
        switch tag.maximized.script {
        case "Cyrl": return ""
        case "Latn": return latin
        case "Arab": return arabic
        default: throw TextError(.unsupportedScript, tag.description)
        }
    }

    /// The alphabet of 2021, 31 letters, each a letter of its own: ū and ü stand apart, and ı with its capital I comes
    /// before i with its capital İ.
    static let latin = """
        &A<ä<<<Ä &G<ğ<<<Ğ &[before 1]j<ı<<<I<i<<<İ &N<ñ<<<Ñ &O<ö<<<Ö &S<ş<<<Ş &U<ū<<<Ū<ü<<<Ü
        """

    /// The letters in the order of the Cyrillic ones that they stand for. The hamza that fronts a word's vowels is only a
    /// tertiary difference, as the vowels share their letters; kaf, yeh and heh typed on Arabic and Persian keyboards count
    /// as the Kazakh letters.
    static let arabic = """
        [reorder Arab]\
        &[last secondary ignorable]<<<\u{0674}<<<\u{0621}\
        &\u{0627}<\u{0628}<\u{06C6}<\u{06AF}<\u{0639}<\u{062F}<\u{06D5}<<\u{0647}<\u{062C}<\u{0632}\
        <\u{064A}<<\u{06CC}<\u{0643}<<\u{06A9}<\u{0642}<\u{0644}<\u{0645}<\u{0646}<\u{06AD}<\u{0648}<\u{067E}\
        <\u{0631}<\u{0633}<\u{062A}<\u{06CB}<\u{06C7}<\u{0641}<\u{062D}<\u{06BE}<\u{0686}<\u{0634}<\u{0649}\
        &\u{0627}<<<\u{0675} &\u{0648}<<<\u{0676} &\u{06C7}<<<\u{0677} &\u{0649}<<<\u{0678}
        """
}

extension LanguageTag {
    /// Whether the tag chooses among a language's orders with `-u-co-`.
    var namesCollation: Bool {
        let subtags = description.split(separator: "-")
        guard let extensions = subtags.firstIndex(of: "u") else { return false }
        return subtags[extensions...].contains("co")
    }
}
