public import Foundation
public import Keruen
internal import Synchronization

/// One state of the shop's goods and words: what a request sees from its first line to its last.
///
///     let site = live.current
///     let shop = site.storefront("kz", "kk", at: now)
///
/// Nothing in it changes but what is kept for speed; a reload makes another one (`LiveSite`).
public final class Site: Sendable {
    /// Without products where they are in a snapshot: `product` and `catalog(holding:)` find those.
    public let catalog: Catalog
    public let snapshot: Snapshot?
    public let rates: RateTable
    /// Converted into every script that is served.
    public let strings: StringTables
    /// Finished answers, which go with the site that they were made of.
    public let answers: AnswerCache
    private let compiled = Mutex<[String: CompiledStrings]>([:])
    /// Today's prices and orders, so that a sale begins at the market's midnight without a restart.
    private let storefronts = Mutex<[Key: Storefront]>([:])
    private let counts = Mutex<[Key: [String: Int]]>([:])

    private struct Key: Hashable {
        var market: String
        var language: String
        var day: CivilDate

        /// Yesterday's go, but not while requests of the last second before midnight still ask for them.
        func isKept(beside new: Key) -> Bool {
            market != new.market || abs(Int(day.daysSince1970) - Int(new.day.daysSince1970)) <= 1
        }
    }

    public init(
        catalog: Catalog, strings: StringTables, rates: RateTable = RateTable(), answers: AnswerCache = AnswerCache()
    ) {
        (self.catalog, snapshot, self.rates, self.answers) = (catalog, nil, rates, answers)
        self.strings = strings.converted()
    }

    /// The same over a snapshot, whose prices are those of its day.
    public init(
        snapshot: Snapshot, strings: StringTables, rates: RateTable = RateTable(), answers: AnswerCache = AnswerCache()
    ) {
        (catalog, self.snapshot, self.rates, self.answers) = (snapshot.catalog, snapshot, rates, answers)
        self.strings = strings.converted()
    }

    /// A table of strings by numbers; made once.
    public func compiled(_ table: String) -> CompiledStrings {
        if let known = compiled.withLock({ $0[table] }) { return known }
        let made = CompiledStrings(strings, table: table)
        return compiled.withLock { tables in
            let first = tables[table] ?? made
            tables[table] = first
            return first
        }
    }

    /// Nil where the market or its language is not served.
    public func storefront(_ market: String, _ language: String, at now: Date) -> Storefront? {
        guard let known = catalog.market(market) else { return nil }
        let key = Key(market: market, language: language, day: snapshot?.day ?? CivilDate(now, in: known))
        if let storefront = storefronts.withLock({ $0[key] }) { return storefront }
        let made: Storefront? =
            if let snapshot {
                try? Storefront(snapshot, strings: strings, market: market, language: language)
            } else {
                try? Storefront(catalog, strings: strings, market: market, language: language, at: now)
            }
        return storefronts.withLock { storefronts in
            storefronts = storefronts.filter { $0.key.isKept(beside: key) }
            let first = storefronts[key] ?? made
            storefronts[key] = first
            return first
        }
    }

    /// Puts up the storefront of every market and language, so that no visitor waits for one.
    public func prepare(at now: Date) {
        for market in catalog.markets {
            for language in market.languages { _ = storefront(market.id, language.description, at: now) }
        }
    }

    /// How many products stand in each category that has any in this market: what navigation shows, counted once a day.
    public func categoryCounts(of shop: Storefront) -> [String: Int] {
        let key = Key(market: shop.market.id, language: shop.language.description, day: shop.day)
        if let known = counts.withLock({ $0[key] }) { return known }
        let made = shop.index.counts(category: nil, of: .category, among: catalog.categories.all.map(\.id))
        counts.withLock { counts in
            counts = counts.filter { $0.key.isKept(beside: key) }
            counts[key] = made
        }
        return made
    }

    public func product(_ id: String) -> Product? { snapshot.map { $0[id] } ?? catalog[id] }

    /// A catalogue that has at least these products, for what reckons with SKUs: quotes, and the ways of an order.
    public func catalog(holding products: [String]) -> Catalog {
        guard let snapshot else { return catalog }
        return Catalog(
            products: products.compactMap { snapshot[$0] }, categories: catalog.categories, markets: catalog.markets,
            priceLists: catalog.priceLists, warehouses: catalog.warehouses, materials: catalog.materials,
            regions: catalog.regions, synonyms: catalog.synonyms)
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
