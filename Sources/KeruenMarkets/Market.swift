/// A country's shop: its languages, currency, clock and law's minimum of languages.
///
///     let kz = try Market.load(file: folder.appending(path: "markets/kz.yaml"))
///     kz.chain(for: .kk)      // kk, then ru
public struct Market: Hashable, Sendable, Identifiable {
    /// Short lower-case code, used in addresses: `kz`.
    public var id: String
    /// What the market is called, by language.
    public var names: [LanguageTag: String]
    /// ISO 3166-1 codes of the countries it delivers to.
    public var countries: [String]
    public var currency: Currency
    /// An IANA zone, looked up in the system's tzdata.
    public var timeZone: String
    /// Units that goods may be labelled in.
    public var units: [Measure.Unit]
    /// Languages on offer; the first is the market's own.
    public var languages: [LanguageTag]
    /// Languages that the law wants goods described in. All of them, not one of them.
    public var requiredLanguages: [LanguageTag]
    /// Where a text that is missing in a language is taken from; a page says so when it is.
    public var fallbacks: [LanguageTag: [LanguageTag]]
    /// Who sells here; what the law wants shown of them stands on every page.
    public var seller: Seller?

    public init(
        id: String, names: [LanguageTag: String], countries: [String], currency: Currency, timeZone: String,
        units: [Measure.Unit],
        languages: [LanguageTag], requiredLanguages: [LanguageTag], fallbacks: [LanguageTag: [LanguageTag]],
        seller: Seller? = nil
    ) {
        self.id = id
        self.names = names
        self.countries = countries
        self.currency = currency
        self.timeZone = timeZone
        self.units = units
        self.languages = languages
        self.requiredLanguages = requiredLanguages
        self.fallbacks = fallbacks
        self.seller = seller
    }

    /// The language, then its fallbacks, in order.
    public func chain(for language: LanguageTag) -> [LanguageTag] {
        [language] + (fallbacks[language] ?? [])
    }

    /// The language tag that numbers are formatted by: `ru` in Kazakhstan writes ₸ where Russia's writes KZT.
    public func formattingTag(for language: LanguageTag) -> LanguageTag {
        guard language.region == nil, let country = countries.first,
            let tag = try? LanguageTag("\(language)-\(country)")
        else { return language }
        // What is read in Cyrillic stays so where the country's own custom is another: kk-CN alone would be Arabic. Only Kazakh of the
        // shop's languages changes its letters with the country; the others are spared the question.
        guard language.script == nil, !["zh", "ru", "en"].contains(language.language),
            let script = language.maximized.script, script != tag.maximized.script
        else { return tag }
        return (try? LanguageTag("\(language)-\(script)-\(country)")) ?? tag
    }
}
