public import Foundation

/// A catalogue as it was read, with the place of every value: what rules are checked on.
///
///     let draft = try CatalogDraft.load(folder: URL(filePath: "Catalog"))
///     draft.findings              // values that are not written as the format asks
///     Catalog(draft)              // the immutable catalogue of what could be read
public struct CatalogDraft: Sendable {
    /// The folder's name as diagnostics show it.
    public var name: String
    public var folder: URL
    public var products: [Sourced<Product>] = []
    public var categories = CategoryTree()
    public var markets: [Market] = []
    public var priceLists: [Sourced<PriceList>] = []
    public var warehouses: [Warehouse] = []
    public var stock: [DocumentNode] = []
    /// Files of many products that were left for later.
    public var lines: [ProductLines] = []
    /// SKUs that those files are known to have, of those that price lists and stock name.
    public var skusInLines: Set<String> = []
    public var materials: [String: Localized<String>] = [:]
    public var regions: [String: Localized<String>] = [:]
    public var synonyms: [LanguageTag: Synonyms] = [:]
    /// What did not fit the format; the value it stands in was left out.
    public var findings: [Diagnostic] = []

    /// A value with the document it came from.
    public struct Sourced<Value: Sendable>: Sendable {
        public var value: Value
        public var source: DocumentNode

        public init(value: Value, source: DocumentNode) { (self.value, self.source) = (value, source) }
    }
}

extension Catalog {
    /// What could be read of a draft.
    public init(_ draft: CatalogDraft) {
        self.init(
            products: draft.products.map(\.value), categories: draft.categories, markets: draft.markets,
            priceLists: draft.priceLists.map(\.value), warehouses: draft.warehouses, materials: draft.materials,
            regions: draft.regions, synonyms: draft.synonyms)
    }

    /// Loads a folder whose every file fits the format; the rules of a shop are `KeruenChecks`' business.
    /// - Throws: `Refusal` with everything that does not fit.
    public static func load(folder: URL) throws(Refusal) -> Catalog {
        let draft = try CatalogDraft.load(folder: folder)
        guard draft.findings.isEmpty else { throw Refusal(draft.findings) }
        return Catalog(draft)
    }
}
