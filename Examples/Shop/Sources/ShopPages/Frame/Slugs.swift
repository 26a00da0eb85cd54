internal import Keruen
internal import Synchronization

/// The last parts of addresses, in the page's language. What makes them is opened once for each language.
enum Slugs {
    private static let sluggers = Mutex<[LanguageTag: Slugger]>([:])

    /// Nil where there is no text in this language or one that it falls back to.
    static func slug(of text: Localized<String>, in market: Market, _ language: LanguageTag) -> String? {
        guard let title = text.served(along: market.chain(for: language)) else { return nil }
        return slugger(title.language)?.slug(title.value)
    }

    private static func slugger(_ language: LanguageTag) -> Slugger? {
        if let known = sluggers.withLock({ $0[language] }) { return known }
        let made = try? Slugger(language)
        sluggers.withLock { $0[language] = made }
        return made
    }
}
