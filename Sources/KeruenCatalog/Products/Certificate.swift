/// A paper about goods: what kind it is, its number, who gave it, in which language.
///
///     Certificate(kind: "cites-permit", number: "KZ-2026-0117", issuer: "Комитет лесного хозяйства", language: .ru)
public struct Certificate: Hashable, Sendable {
    /// A word of restrictions: `cites-permit`, `phytosanitary-certificate`, `veterinary-certificate` …
    public var kind: String
    public var number: String
    public var issuer: String
    public var language: LanguageTag
    /// The last day that it counts; nil where it has no end.
    public var through: CivilDate?

    public init(kind: String, number: String, issuer: String, language: LanguageTag, through: CivilDate? = nil) {
        self.kind = kind
        self.number = number
        self.issuer = issuer
        self.language = language
        self.through = through
    }
}
