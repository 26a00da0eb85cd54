/// Something suspicious in a text, and where.
///
///     let finding = TextInspection(.kk).findings(in: "Қазaқстан").first    // a Latin a
///     finding?.repair                                                      // "Қазақстан", all Cyrillic
public struct TextFinding: Hashable, Sendable {
    public var kind: Kind
    /// Where `text` begins, in characters (`Character`) from the start of the inspected text.
    public var offset: Int
    /// The piece in question: always whole characters, usually a word.
    public var text: Substring
    /// What the piece most likely should be; nil where that is a person's to decide.
    public var repair: String?

    public init(_ kind: Kind, _ text: Substring, at offset: Int, repair: String? = nil) {
        self.kind = kind
        self.offset = offset
        self.text = text
        self.repair = repair
    }

    /// What is suspicious; the raw values stay as they are.
    public enum Kind: String, CaseIterable, Sendable {
        /// A word of letters of two scripts: «cлишком» with a Latin c.
        case mixedScript = "mixed-script"
        /// A Kazakh letter played by another Cyrillic one, as in «Ќазаќстан».
        case homoglyph
        /// A text read by the wrong encoding: «РЁРµР»Рє» was «Шелк».
        case mojibake
        /// A letter and its mark as two code points, such as й from и and a breve: it looks alike and is found by no search.
        case notNFC = "not-nfc"
        /// A character that nobody sees: a zero-width space, a soft hyphen, a control.
        case invisible
        case traditionalInSimplified = "traditional-in-simplified"
        case simplifiedInTraditional = "simplified-in-traditional"
        /// A Russian text where a Kazakh one belongs; there is no repair but a translation.
        case russianInKazakh = "russian-in-kazakh"
        case kazakhInRussian = "kazakh-in-russian"
        /// A letter that is lost: U+FFFD, or a text of nothing but question marks.
        case replacementCharacter = "replacement-character"
    }
}
