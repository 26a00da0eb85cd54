/// Which words are there for which market and language: interface strings and product texts together.
///
///     let coverage = Coverage(strings: tables, draft: draft)
///     coverage.percent(of: "kz")                // 100
///     coverage.findings.first?.position         // Locales/kk/shop.json:12:15
///
/// A text counts as there when it has a non-empty value of its own in that language; what a fallback would serve does not
/// count. Percentages are cut, never rounded up: 100 means that nothing is missing.
public struct Coverage: Sendable {
    public var cells: [Cell]
    /// What is missing or broken, by place.
    public var findings: [Diagnostic]

    /// One market in one of its required languages.
    public struct Cell: Hashable, Sendable {
        public var market: String
        public var language: LanguageTag
        public var strings: Count
        public var products: Count

        public var percent: Int { (strings + products).percent }
    }

    public struct Count: Hashable, Sendable {
        public var present: Int
        public var total: Int

        public var percent: Int { total == 0 ? 100 : present * 100 / total }

        static func + (a: Self, b: Self) -> Self {
            Count(present: a.present + b.present, total: a.total + b.total)
        }
    }

    /// The lowest percentage among a market's required languages; nil for an unknown market.
    public func percent(of market: String) -> Int? {
        cells.filter { $0.market == market }.map(\.percent).min()
    }

    public init(strings: StringTables, draft: CatalogDraft) {
        let wanted = strings.sources
        var findings = StringCheck(strings: strings).findings(in: strings.languages)
        var cells: [Cell] = []
        let languages = Set(draft.markets.flatMap(\.languages).map(\.description))
        for market in draft.markets.sorted(by: { $0.id < $1.id }) {
            for language in market.requiredLanguages {
                let present = wanted.keys.count { key in
                    strings.strings[language]?[key]?.message.map { !$0.isEmpty } ?? false
                }
                let texts = draft.products.filter { draft.isSold($0.value, in: market.id) }
                    .flatMap { ProductText.all(of: $0, languages: languages) }
                let missing = texts.filter { !$0.isPresent(in: language) }
                findings += missing.map { $0.missing(in: language, market: market.id) }
                cells.append(
                    Cell(
                        market: market.id, language: language,
                        strings: Count(present: present, total: wanted.count),
                        products: Count(present: texts.count - missing.count, total: texts.count)))
            }
        }
        self.cells = cells
        self.findings = findings.inReadingOrder
    }
}

extension CatalogDraft {
    func isSold(_ product: Product, in market: String) -> Bool {
        product.variants.contains { variant in
            priceLists.contains { $0.value.market == market && $0.value.prices[variant.sku] != nil }
        }
    }
}

/// A localized map somewhere in a product's document.
struct ProductText {
    var product: String
    /// Where it stands: `handicraft.technique`.
    var field: String
    var node: DocumentNode

    func isPresent(in language: LanguageTag) -> Bool {
        node[language.description]?.text.map { !$0.allSatisfy(\.isWhitespace) } ?? false
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
