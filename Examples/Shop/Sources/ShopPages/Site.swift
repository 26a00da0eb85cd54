public import Foundation
public import Keruen
internal import Synchronization

/// The shop's goods and words, with a storefront for each market and language of the day.
public final class Site: Sendable {
    public let catalog: Catalog
    private let tables: StringTables
    private let strings: CompiledStrings
    /// Today's prices and orders, so that a sale begins at the market's midnight without a restart.
    private let storefronts = Mutex<[Key: Storefront]>([:])

    private struct Key: Hashable {
        var market: String
        var language: String
        var day: CivilDate
    }

    /// Nil where the strings are not those that `Strings` was written for.
    public init?(catalog: Catalog, strings: StringTables) {
        self.catalog = catalog
        tables = strings.converted()
        self.strings = CompiledStrings(tables, table: "shop")
        guard Strings(self.strings, along: []) != nil else { return nil }
    }

    /// The interface in a storefront's language; English where its chain lacks a string.
    func strings(for shop: Storefront, noting served: ServedLanguages) -> Strings? {
        Strings(strings, along: shop.market.chain(for: shop.language) + [.en], noting: { served.note($0) })
    }

    /// Nil where the market or its language is not served.
    public func storefront(_ market: String, _ language: String, at now: Date = Date()) -> Storefront? {
        guard let known = catalog.market(market) else { return nil }
        let key = Key(market: market, language: language, day: CivilDate(now, in: known))
        return storefronts.withLock { cache in
            if let storefront = cache[key] { return storefront }
            cache = cache.filter { $0.key.day == key.day || $0.key.market != market }
            let made = try? Storefront(catalog, strings: tables, market: market, language: language, at: now)
            cache[key] = made
            return made
        }
    }

    /// Where someone with these languages is at home: the market that has their first language as its own.
    public func home(for accepted: AcceptLanguage) -> (market: Market, language: LanguageTag)? {
        for wanted in accepted.preferred {
            let own = catalog.markets.first { $0.languages.first?.readsLike(wanted) == true }
            if let market = own ?? catalog.markets.first(where: { $0.languages.contains { $0.readsLike(wanted) } }) {
                return (market, market.language(for: accepted))
            }
        }
        return catalog.markets.first.map { ($0, $0.language(for: accepted)) }
    }
}
