internal import Foundation

/// Search and sorted browsing in one language, over one immutable catalogue.
///
///     let index = try SearchIndex(catalog, market: kz, language: .kk, on: today)
///     index.search("жібек").map(\.product.id)
///     index.browse(category: "silk", in: catalog)     // in the order of the Kazakh alphabet
///
/// Documents are numbered by their title's rank in the language's collation, so that a sorted page is a scan.
public struct SearchIndex: Sendable {
    public let language: LanguageTag
    /// In title order: a document's number is its place here.
    public let documents: [Product]

    private let analyzer: SearchAnalyzer
    private let postings: [String: [Posting]]
    /// Sorted, for prefixes.
    private let terms: [String]
    private let lengths: [Double]
    private let averageLength: Double

    struct Posting: Sendable {
        var document: Int
        var weight: Double
    }

    /// One found product; higher scores first.
    public struct Hit: Sendable {
        public var product: Product
        public var score: Double
    }

    /// Indexes what the market sells on a day.
    /// - Throws: `TextError` where the language has no collation.
    public init(_ catalog: Catalog, market: Market, language: LanguageTag, on day: CivilDate) throws(TextError) {
        let chain = market.chain(for: language)
        let sold = catalog.products.filter { catalog.lowestPrice(of: $0, in: market.id, on: day) != nil }
        documents = try Collator(language).sorted(sold) { $0.title.served(along: chain)?.value ?? $0.id }
        self.language = language
        analyzer = try SearchAnalyzer(language)

        var postings: [String: [Posting]] = [:]
        var lengths: [Double] = []
        for (number, product) in documents.enumerated() {
            var weights: [String: Double] = [:]
            for field in Self.fields(of: product, in: catalog, along: chain) {
                for token in analyzer.indexed(field.text) {
                    for key in Set(Self.keys(of: token)) { weights[key, default: 0] += field.weight }
                }
            }
            lengths.append(weights.values.reduce(0, +))
            for (token, weight) in weights {
                postings[token, default: []].append(Posting(document: number, weight: weight))
            }
        }
        self.postings = postings
        self.lengths = lengths
        terms = postings.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        averageLength = lengths.isEmpty ? 1 : lengths.reduce(0, +) / Double(lengths.count)
    }

    /// The first tier is kept as it is; a sign that is in no word sets off the second.
    private static func keys(of token: SearchToken) -> [String] {
        switch token.kind {
        case .pinyin, .initials: [near + token.near]
        case .word: [token.text, stem + token.stem, near + token.near]
        case .bigram, .unigram: [token.text]
        }
    }

    static let stem = "="
    static let near = "~"

    /// What of a product is searched, and how much a word there counts.
    private static func fields(
        of product: Product, in catalog: Catalog, along chain: [LanguageTag]
    ) -> [(text: String, weight: Double)] {
        func text(_ value: Localized<String>?) -> String { value?.served(along: chain)?.value ?? "" }
        let category = catalog.categories.path(to: product.category).map { text($0.name) }
        let materials = product.materials.map { text(catalog.materials[$0.material]) }
        return [
            (text(product.title), 4), (category.joined(separator: " "), 2), (materials.joined(separator: " "), 2),
            (text(product.region.flatMap { catalog.regions[$0] }), 2), (text(product.summary), 1),
            (product.variants.map(\.sku.description).joined(separator: " "), 1),
        ]
    }
}

extension SearchIndex {
    /// Products that hold every word of the query, best first.
    ///
    /// The last word may be unfinished. Where nothing is found, other forms of the words are tried, then other scripts and
    /// spellings of them, then the query written over from the language's other scripts, and then as it would be from another keyboard.
    public func search(_ query: String, limit: Int = 20) -> [Hit] {
        let query = String(query.prefix(200))
        let scripts = ScriptConversion.all(into: language).map { $0.text(query) }.filter { $0 != query }
        for query in [query] + scripts + KeyboardLayout.readings(of: query) {
            let tokens = analyzer.queried(query)
            let tiers: [(SearchToken, _ isLast: Bool) -> [String]] = [
                { $1 ? self.terms(from: $0.text) : [$0.text] },
                { token, _ in [token.text, Self.stem + token.stem] },
                { token, isLast in
                    guard !token.near.isEmpty else { return [token.text] }
                    return isLast ? self.terms(from: Self.near + token.near) : [Self.near + token.near]
                },
            ]
            for tier in tiers where !tokens.isEmpty {
                let scores = self.scores(tokens, tier)
                if !scores.isEmpty { return hits(scores, limit) }
            }
        }
        return []
    }

    private func hits(_ scores: [Int: Double], _ limit: Int) -> [Hit] {
        scores.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .prefix(max(0, limit))
            .map { Hit(product: documents[$0.key], score: $0.value) }
    }

    /// Products of a category and those below it, in title order; all products for nil.
    public func browse(category: String? = nil, in catalog: Catalog) -> [Product] {
        guard let category else { return documents }
        let leaves = catalog.categories.leaves(below: category)
        return documents.filter { leaves.contains($0.category) }
    }

    /// BM25 (k1 = 1.2, b = 0.75), summed over the tokens, of the documents that have them all.
    private func scores(
        _ tokens: [SearchToken], _ expand: (_ token: SearchToken, _ isLast: Bool) -> [String]
    ) -> [Int: Double] {
        var scores: [Int: Double]?
        for (place, token) in tokens.enumerated() {
            var best: [Int: Double] = [:]
            for term in expand(token, place == tokens.count - 1) {
                let list = postings[term] ?? []
                let rarity = inverseDocumentFrequency(list.count)
                for posting in list {
                    let norm = 1.2 * (0.25 + 0.75 * lengths[posting.document] / averageLength)
                    let score = rarity * posting.weight * 2.2 / (posting.weight + norm)
                    best[posting.document] = max(best[posting.document] ?? 0, score)
                }
            }
            scores =
                scores.map { known in
                    best.reduce(into: [:]) { both, entry in
                        if let score = known[entry.key] { both[entry.key] = score + entry.value }
                    }
                } ?? best
        }
        return scores ?? [:]
    }

    /// ln(1 + (N − n + ½) / (n + ½)).
    private func inverseDocumentFrequency(_ count: Int) -> Double {
        Foundation.log(1 + (Double(documents.count - count) + 0.5) / (Double(count) + 0.5))
    }

    private func terms(from prefix: String) -> [String] {
        var low = 0
        var high = terms.count
        while low < high {
            let middle = (low + high) / 2
            if terms[middle].utf8.lexicographicallyPrecedes(prefix.utf8) { low = middle + 1 } else { high = middle }
        }
        return Array(terms[low...].prefix { $0.utf8.starts(with: prefix.utf8) })
    }
}
