public import Foundation

/// Which words are there for which market and language: interface strings and product texts together.
///
///     let coverage = Coverage(strings: tables, draft: draft)
///     coverage.percent(of: "kz")                // 100
///     coverage.findings.first?.position         // Locales/kk/shop.json:12:15
///
/// A text counts as there when it has a non-empty value of its own in that language whose source has not changed since; what a
/// fallback would serve does not count. Percentages are cut, never rounded up: 100 means that nothing is missing.
public struct Coverage: Sendable {
    public var cells: [Cell]
    /// What is missing or broken, by place.
    public var findings: [Diagnostic]

    /// One market in one of its languages: first those that are required, then those that are written over from others.
    public struct Cell: Hashable, Sendable {
        public var market: String
        public var language: LanguageTag
        /// Whether the market's law wants it; thresholds look at these alone.
        public var isRequired: Bool
        /// Whether what it lacks is written over from another script of it.
        public var isConverted: Bool
        /// Tables of strings, then categories of products; in the order of their names.
        public var parts: [Part]

        public var strings: Count { parts.filter { $0.area != .products }.map(\.count).total }
        public var products: Count { parts.filter { $0.area == .products }.map(\.count).total }
        public var percent: Int { parts.map(\.count).total.percent }
        /// Of the texts that the law asks for.
        public var legal: Count { parts.filter { $0.textClass == .legal }.map(\.count).total }
    }

    /// A table of strings, or a category's products, of one class.
    public struct Part: Hashable, Sendable {
        public var area: Area
        /// The table's name, or the category's id.
        public var name: String
        public var textClass: TextClass
        public var count: Count
    }

    /// Strings come before products.
    public enum Area: String, Hashable, Comparable, Sendable {
        case strings, products

        public static func < (a: Self, b: Self) -> Bool { a == .strings && b == .products }
    }

    public struct Count: Hashable, Sendable {
        public var present: Int
        public var total: Int

        public init(present: Int = 0, total: Int = 0) { (self.present, self.total) = (present, total) }

        public var percent: Int { total == 0 ? 100 : present * 100 / total }

        fileprivate init(_ isPresent: Bool) { self.init(present: isPresent ? 1 : 0, total: 1) }

        static func + (a: Self, b: Self) -> Self {
            Count(present: a.present + b.present, total: a.total + b.total)
        }

        static func += (a: inout Self, b: Self) { a = a + b }
    }

    init(cells: [Cell], findings: [Diagnostic]) { (self.cells, self.findings) = (cells, findings) }

    /// The lowest percentage among a market's required languages; nil for an unknown market.
    public func percent(of market: String) -> Int? {
        cells.filter { $0.market == market && $0.isRequired }.map(\.percent).min()
    }

    /// - Parameter day: for the laws in force.
    public init(strings: StringTables, draft: CatalogDraft, law: LanguageLaw = .standard, on day: CivilDate) {
        self.init(strings: strings, draft: draft, law: law) { _ in day }
    }

    /// With the laws that are in force in each market at a moment, by the market's own clock.
    public init(strings: StringTables, draft: CatalogDraft, law: LanguageLaw = .standard, at now: Date = Date()) {
        self.init(strings: strings, draft: draft, law: law) { CivilDate(now, in: $0) }
    }

    private init(strings: StringTables, draft: CatalogDraft, law: LanguageLaw, day: (Market) -> CivilDate) {
        var findings = StringCheck(strings: strings, markets: draft.markets).findings(in: strings.languages)
        var cells: [Cell] = []
        let languages = Set(draft.markets.flatMap(\.languages).map(\.description))
        for market in draft.markets.sorted(by: { $0.id < $1.id }) {
            let products = draft.products.filter { draft.isSold($0.value, in: market.id) }.map { product in
                (category: product.value.category, texts: ProductText.all(of: product, languages: languages))
            }
            for language in market.requiredLanguages {
                cells.append(Cell(market, language, strings, products))
                findings += products.flatMap(\.texts).filter { !$0.isPresent(along: [language]) }
                    .map { $0.missing(in: language, market: market.id) }
            }
            for language in market.languages where !market.requiredLanguages.contains(language) {
                cells.append(Cell(market, language, strings, products))
            }
            findings += strings.missingLegal(in: law.legalLanguages(of: market, on: day(market)), market: market)
        }
        findings += strings.unknownMarkets(known: Set(draft.markets.map(\.id)).union(law.rows.map(\.market)))
        let tables = Set(strings.sources.keys.map { String($0.prefix { $0 != "." }) })
        findings += tables.sorted().flatMap(strings.accessorCollisions)
        self.cells = cells
        self.findings = findings.inReadingOrder
    }
}

extension Coverage.Cell {
    /// Counts what a reader of the language meets in it: of a required language what is written, of another what is written over
    /// from its other scripts too. What a fallback to another language would serve does not count.
    fileprivate init(
        _ market: Market, _ language: LanguageTag, _ strings: StringTables,
        _ products: [(category: String, texts: [ProductText])]
    ) {
        self.market = market.id
        self.language = language
        isRequired = market.requiredLanguages.contains(language)
        let chain = isRequired ? [language] : market.chain(for: language)
        isConverted = chain.contains { ScriptConversion.into(language, from: $0) != nil }
        let strings = strings.converted(along: chain)
        var counts: [PartKey: Coverage.Count] = [:]
        for source in strings.sources.values where source.isFor(market.id) {
            // A script that the law does not know owes no legal text, and a converted one would stand for none.
            if !isRequired, source.textClass == .legal { continue }
            let key = PartKey(.strings, String(source.key.prefix { $0 != "." }), source.textClass)
            counts[key, default: .init()] += .init(strings.isPresent(source.key, in: language))
        }
        for (category, texts) in products {
            for text in texts {
                counts[PartKey(.products, category, .marketing), default: .init()] += .init(
                    text.isPresent(along: chain))
            }
        }
        parts = counts.map { .init(area: $0.area, name: $0.name, textClass: $0.textClass, count: $1) }
            .sorted { ($0.area, $0.name, $0.textClass.rawValue) < ($1.area, $1.name, $1.textClass.rawValue) }
    }

    private struct PartKey: Hashable {
        var area: Coverage.Area
        var name: String
        var textClass: TextClass

        init(_ area: Coverage.Area, _ name: String, _ textClass: TextClass) {
            (self.area, self.name, self.textClass) = (area, name, textClass)
        }
    }
}

extension [Coverage.Count] {
    var total: Coverage.Count { reduce(Coverage.Count()) { $0 + $1 } }
}

extension StringTables {
    /// Strings for a market that nobody has: a slip there would leave its law's texts unasked for.
    fileprivate func unknownMarkets(known: Set<String>) -> [Diagnostic] {
        sources.values.sorted { $0.key < $1.key }.flatMap { source in
            source.markets.filter { !known.contains($0) }.map { market in
                Diagnostic(
                    "LOC0130", .error, at: source.position,
                    [
                        "key": .text(source.key), "market": .text(market),
                        "known": .text(known.sorted().joined(separator: ", ")),
                    ])
            }
        }
    }

    /// The texts that a market's law wants in these languages and that are not there, or not up to date.
    fileprivate func missingLegal(in languages: [LanguageTag], market: Market) -> [Diagnostic] {
        let legal = sources.values.filter { $0.textClass == .legal && $0.isFor(market.id) }.sorted { $0.key < $1.key }
        return languages.flatMap { language in
            legal.filter { !isPresent($0.key, in: language) }.map { source in
                Diagnostic(
                    "LOC0127", .error, at: self[language, source.key]?.position ?? source.position,
                    [
                        "key": .text(source.key), "language": .text(language.description), "market": .text(market.id),
                    ])
            } + missingFacts(in: language, market: market)
        }
    }

    /// What a legal text names of the seller and the market's file does not give: the page would go without the whole text.
    private func missingFacts(in language: LanguageTag, market: Market) -> [Diagnostic] {
        let facts = market.seller?.facts(in: language) ?? [:]
        return legalSources(of: market.id).flatMap { source -> [Diagnostic] in
            guard let entry = self[language, source.key], let message = entry.message else { return [] }
            return message.argumentNames.filter { facts[$0] == nil }.map { name in
                Diagnostic(
                    "LOC0131", .error, at: entry.position,
                    [
                        "key": .text(source.key), "language": .text(language.description), "market": .text(market.id),
                        "argument": .text(name),
                    ])
            }
        }
    }

    /// Whether a language has a string of its own that is up to date.
    func isPresent(_ key: String, in language: LanguageTag) -> Bool {
        hasText(key, in: language) && (state(of: key, in: language)?.isUsable ?? false)
    }
}
extension CatalogDraft {
    func isSold(_ product: Product, in market: String) -> Bool {
        product.variants.contains { variant in
            variant.prices[market] != nil
                || priceLists.contains { $0.value.market == market && $0.value.prices[variant.sku] != nil }
        }
    }
}

/// A localized map somewhere in a product's document.
struct ProductText {
    var product: String
    /// Where it stands: `handicraft.technique`.
    var field: String
    var node: DocumentNode

    /// Whether a reader of the chain's first language gets it in that language.
    func isPresent(along chain: [LanguageTag]) -> Bool {
        let texts = node.localizedTexts.filter { !$0.value.allSatisfy(\.isWhitespace) }
        return Localized(texts).served(along: chain)?.language == chain.first
    }

    func missing(in language: LanguageTag, market: String) -> Diagnostic {
        Diagnostic(
            "LOC0107", at: node.place(language.description),
            [
                "id": .text(product), "field": .text(field), "language": .text(language.description),
                "market": .text(market),
            ])
    }

    /// Found by its shape: a map with a market's language among its keys is a text, so no field can be forgotten here.
    static func all(of product: CatalogDraft.Sourced<Product>, languages: Set<String>) -> [ProductText] {
        func visit(_ node: DocumentNode, _ path: [String]) -> [ProductText] {
            switch node.content {
            case .null, .scalar: return []
            case .list(let elements): return elements.flatMap { visit($0, path) }
            case .map(let entries):
                let isText = entries.contains { languages.contains($0.key) && $0.value.text != nil }
                if isText {
                    return [ProductText(product: product.value.id, field: path.joined(separator: "."), node: node)]
                }
                return entries.flatMap { visit($0.value, path + [$0.key]) }
            }
        }
        return visit(product.source, [])
    }
}
