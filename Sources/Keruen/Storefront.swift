public import Foundation

/// What one market sees in one language: its shelves in its order, its words, its prices.
///
///     let shop = try Storefront(catalog, strings: strings, market: "kz", language: "kk")
///     for item in shop.browse(category: "silk") { print(item.title.value, item.price) }
///
/// - Throws: `StorefrontError` where the market, or the language in it, is not served.
public struct Storefront: Sendable {
    public let catalog: Catalog
    public let market: Market
    public let language: LanguageTag
    /// The day whose prices are in force.
    public let day: CivilDate
    /// What the market's law wants on every page: who sells, returns, complaints.
    public let legal: [Served<String>]
    private let strings: StringTables
    /// What it searches and lists with.
    public let index: SearchIndex
    private let products: @Sendable (String) -> Product?

    public init(
        _ catalog: Catalog, strings: StringTables, market id: String, language name: String? = nil,
        at now: Date = Date()
    ) throws(StorefrontError) {
        let (market, language) = try Self.place(in: catalog, id, name)
        let day = CivilDate(now, in: market)
        let index: SearchIndex
        do throws(TextError) {
            index = try SearchIndex(catalog, market: market, language: language, on: day)
        } catch {
            throw StorefrontError(.unknownLanguage, language.description)
        }
        self.init(catalog, strings, market, language, day, index) { catalog[$0] }
    }

    /// The same over a snapshot: nothing is loaded or indexed, and prices are those of the snapshot's day.
    ///
    ///     let shop = try Storefront(live.current, strings: strings, market: "kz", language: "kk")
    ///
    /// - Throws: `StorefrontError`; or `SegmentError` where the snapshot has no such index, or a damaged one.
    public init(
        _ snapshot: Snapshot, strings: StringTables, market id: String, language name: String? = nil
    ) throws {
        let (market, language) = try Self.place(in: snapshot.catalog, id, name)
        let index = try snapshot.index(market: market.id, language: language)
        self.init(snapshot.catalog, strings, market, language, snapshot.day, index) { snapshot[$0] }
    }

    private static func place(
        in catalog: Catalog, _ id: String, _ name: String?
    ) throws(StorefrontError) -> (Market, LanguageTag) {
        guard let market = catalog.market(id) else { throw StorefrontError(.unknownMarket, id) }
        guard let language = name.map(market.language(named:)) ?? market.languages.first else {
            throw StorefrontError(.unknownLanguage, name ?? "")
        }
        return (market, language)
    }

    private init(
        _ catalog: Catalog, _ strings: StringTables, _ market: Market, _ language: LanguageTag, _ day: CivilDate,
        _ index: SearchIndex, products: @escaping @Sendable (String) -> Product?
    ) {
        self.catalog = catalog
        // What the caller has converted already costs nothing here.
        self.strings = strings.converted(along: market.chain(for: language))
        (self.market, self.language, self.day, self.index) = (market, language, day, index)
        legal = strings.legalBlock(of: market, for: language, on: day)
        self.products = products
    }

    /// A product as a list shows it.
    public struct Item: Sendable {
        public var product: Product
        public var title: Served<String>
        /// The lowest price among the variants, as the market writes it.
        public var price: String
        /// Whether some variants cost more.
        public var isLowestOfSeveral: Bool
    }

    /// A product by its id; nil where this market does not sell it.
    public subscript(id: String) -> Item? {
        guard let product = products(id), catalog.lowestPrice(of: product, in: market.id, on: day) != nil else {
            return nil
        }
        return item(product)
    }

    /// A text along the market's chain, written over into the reader's script where the chain crosses one; nil where no language of it
    /// has one.
    public func text(_ value: Localized<String>?) -> Served<String>? {
        value?.served(along: market.chain(for: language))
    }

    /// An interface string; English where the chain has none, empty where nobody has: never the key.
    public func string(_ key: String, _ arguments: [String: MessageArgument] = [:]) -> String {
        servedString(key, arguments)?.value ?? ""
    }

    /// An interface string with the language that it is in.
    public func servedString(_ key: String, _ arguments: [String: MessageArgument] = [:]) -> Served<String>? {
        strings.text(key, arguments, along: market.chain(for: language) + [.en])
    }

    public func price(of variant: Variant) -> Price? {
        catalog.price(of: variant, in: market.id, on: day)
    }

    public func formatted(_ money: Money) -> String { money.formatted(for: market, in: language) }

    public func formatted(_ date: CivilDate) -> String { date.formatted(for: market, in: language) }

    func item(_ product: Product) -> Item {
        let prices = product.variants.compactMap(price(of:)).map(\.amount)
        let lowest = prices.min { $0.minorUnits < $1.minorUnits }
        return Item(
            product: product,
            title: text(product.title) ?? Served(value: product.id, language: .en, origin: .fallback(from: language)),
            price: lowest.map(formatted) ?? "",
            isLowestOfSeveral: Set(prices).count > 1)
    }
}

/// A market or language that is not served.
public struct StorefrontError: Error, Hashable, Sendable, CustomStringConvertible {
    public var code: Code
    public var subject: String

    init(_ code: Code, _ subject: String) {
        self.code = code
        self.subject = subject
    }

    public struct Code: RawRepresentable, Hashable, Sendable {
        public var rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let unknownMarket = Self(rawValue: "unknown-market")
        public static let unknownLanguage = Self(rawValue: "unknown-language")
    }

    public var description: String { "\(code.rawValue): \(subject)" }
}
