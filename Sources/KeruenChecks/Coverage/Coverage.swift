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

    /// One market in one of its required languages.
    public struct Cell: Hashable, Sendable {
        public var market: String
        public var language: LanguageTag
        /// By class, and by the table or kind of text; in the order of their names.
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

    public enum Area: String, Hashable, Sendable { case strings, products }

    public struct Count: Hashable, Sendable {
        public var present: Int
        public var total: Int

        public init(present: Int = 0, total: Int = 0) { (self.present, self.total) = (present, total) }

        public var percent: Int { total == 0 ? 100 : present * 100 / total }

        static func + (a: Self, b: Self) -> Self {
            Count(present: a.present + b.present, total: a.total + b.total)
        }
    }

    /// The lowest percentage among a market's required languages; nil for an unknown market.
    public func percent(of market: String) -> Int? {
        cells.filter { $0.market == market }.map(\.percent).min()
    }

    /// - Parameter day: for the laws in force.
    public init(strings: StringTables, draft: CatalogDraft, law: LanguageLaw = .standard, on day: CivilDate) {
        var findings = StringCheck(strings: strings, markets: draft.markets).findings(in: strings.languages)
        var cells: [Cell] = []
        let languages = Set(draft.markets.flatMap(\.languages).map(\.description))
        for market in draft.markets.sorted(by: { $0.id < $1.id }) {
            let texts = draft.products.filter { draft.isSold($0.value, in: market.id) }.map { product in
                (category: product.value.category, texts: ProductText.all(of: product, languages: languages))
            }
            for language in market.requiredLanguages {
                var parts: [PartKey: Count] = [:]
                for source in strings.sources.values where source.isFor(market.id) {
                    let key = PartKey(.strings, String(source.key.prefix { $0 != "." }), source.textClass)
                    let isPresent = strings.isPresent(source.key, in: language)
                    parts[key, default: Count()] =
                        parts[key, default: Count()] + Count(present: isPresent ? 1 : 0, total: 1)
                }
                for (category, texts) in texts {
                    let key = PartKey(.products, category, .marketing)
                    let missing = texts.filter { !$0.isPresent(in: language) }
                    findings += missing.map { $0.missing(in: language, market: market.id) }
                    parts[key, default: Count()] =
                        parts[key, default: Count()] + Count(present: texts.count - missing.count, total: texts.count)
                }
                cells.append(
                    Cell(
                        market: market.id, language: language,
                        parts: parts.map { Part(area: $0.area, name: $0.name, textClass: $0.textClass, count: $1) }
                            .sorted {
                                ($0.area.rawValue, $0.name, $0.textClass.rawValue) > (
                                    $1.area.rawValue, $1.name, $1.textClass.rawValue
                                )
                            }
                            .reversed()))
            }
        }
        findings += strings.unknownMarkets(known: Set(draft.markets.map(\.id)).union(law.rows.map(\.market)))
        for market in draft.markets {
            let languages = law.languages(market: market.id, class: .legal, on: day)
            findings += strings.missingLegal(in: languages, market: market.id)
        }
        self.cells = cells
        self.findings = findings.inReadingOrder
    }

    private struct PartKey: Hashable {
        var area: Area
        var name: String
        var textClass: TextClass

        init(_ area: Area, _ name: String, _ textClass: TextClass) {
            (self.area, self.name, self.textClass) = (area, name, textClass)
        }
    }
}

extension [Coverage.Count] {
    var total: Coverage.Count { reduce(Coverage.Count()) { $0 + $1 } }
}

extension SourceString {
    func isFor(_ market: String) -> Bool { markets.isEmpty || markets.contains(market) }
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
    fileprivate func missingLegal(in languages: [LanguageTag], market: String) -> [Diagnostic] {
        let legal = sources.values.filter { $0.textClass == .legal && $0.isFor(market) }.sorted { $0.key < $1.key }
        return languages.flatMap { language in
            legal.filter { !isPresent($0.key, in: language) }.map { source in
                Diagnostic(
                    "LOC0127", .error, at: self[language, source.key]?.position ?? source.position,
                    [
                        "key": .text(source.key), "language": .text(language.description), "market": .text(market),
                    ])
            }
        }
    }

    /// Whether a language has a string of its own that is up to date.
    func isPresent(_ key: String, in language: LanguageTag) -> Bool {
        guard let message = self[language, key]?.message, !message.isEmpty else { return false }
        return state(of: key, in: language)?.isUsable ?? false
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
