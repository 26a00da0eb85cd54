internal import Foundation

/// What the rules of one product know of the catalogue around it, made once.
///
///     let context = CatalogContext(draft)
///     context.findings(of: product)
///
/// It needs nothing of the draft's products: they may come one by one, and be checked by several threads. Checking a product touches
/// no file.
public struct CatalogContext: Sendable {
    public let settings: CatalogSettings
    /// Of markets that share an id, the first.
    public let markets: [Market]
    let marketsByID: [String: Market]
    /// What at least one market's law wants goods described in, with those markets' ids.
    let requiredLanguages: [(language: LanguageTag, markets: String)]
    /// The languages of all markets: a handful, found sooner by looking at each than in a dictionary.
    let languages: [TextLanguage]
    /// Those whose labels don't know every unit.
    let unitMarkets: [Market]
    /// Leaves of the category tree.
    let categories: Set<String>
    let materials: Set<String>
    let regions: Set<String>
    /// Market → what its price lists name.
    let listed: [String: Set<SKU>]
    let warehouses: Set<String>
    /// What lies in all warehouses by their files.
    let openingStock: [SKU: Int]
    /// Where each SKU lies by the warehouses' files.
    let shelves: [SKU: Set<String>]
    /// File names of the images folder.
    let images: Set<String>
    /// The ways of parcels from countries with a warehouse to the markets that it serves.
    let ways: [Way]
    /// The rows of all ways.
    let restrictions: [Restriction]

    private let productRules: [ActiveRule<CatalogDraft.Sourced<Product>>]
    private let catalogueRules: [ActiveRule<CatalogDraft>]

    struct TextLanguage: Sendable {
        /// What its texts stand under.
        var key: String
        var tag: LanguageTag
        var script: Script?
        var blocks: ScriptBlocks

        init(_ tag: LanguageTag) {
            (key, self.tag, script) = (tag.description, tag, Script(writing: tag))
            blocks = ScriptBlocks(script)
        }
    }

    /// A way of parcels, and the restrictions that have a say on it.
    struct Way: Sendable {
        var market: String
        var route: ParcelRoute
        /// Those of the country.
        var warehouses: Set<String>
        var rows: [Restriction]
    }

    private struct ActiveRule<Subject>: Sendable {
        var severity: Diagnostic.Severity
        var needs: CatalogRule.Needs
        var check: @Sendable (Subject, CatalogContext) -> [Diagnostic]
    }

    /// - Parameters:
    ///   - draft: its products are not looked at; they may be missing.
    ///   - restrictions: those without an end are asked, so that a catalogue is not another one tomorrow.
    public init(
        _ draft: CatalogDraft, settings: CatalogSettings = CatalogSettings(), rules: [CatalogRule] = CatalogRule.all,
        restrictions: [Restriction] = TradeRules.standard.restrictions
    ) {
        self.settings = settings
        var known: Set<String> = []
        let markets = draft.markets.filter { known.insert($0.id).inserted }
        self.markets = markets
        marketsByID = Dictionary(uniqueKeysWithValues: markets.map { ($0.id, $0) })
        requiredLanguages = Set(markets.flatMap(\.requiredLanguages)).sorted().map { language in
            let ids = markets.filter { $0.requiredLanguages.contains(language) }.map(\.id).sorted()
            return (language, ids.joined(separator: ", "))
        }
        languages = Set(markets.flatMap(\.languages)).sorted().map(TextLanguage.init)
        unitMarkets = markets.filter { Set($0.units) != Set(Measure.Unit.allCases) }
        categories = Set(draft.categories.all.filter(\.children.isEmpty).map(\.id))
        materials = Set(draft.materials.keys)
        regions = Set(draft.regions.keys)
        listed = draft.priceLists.reduce(into: [:]) { listed, list in
            listed[list.value.market, default: []].formUnion(list.value.prices.keys)
        }
        var places: Set<String> = []
        openingStock = draft.warehouses.filter { places.insert($0.id).inserted }.reduce(into: [:]) { stock, place in
            stock.merge(place.openingStock) { $0 + $1 }
        }
        warehouses = places
        let folder = draft.folder.appending(path: "images").path
        images = Set((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])

        shelves = draft.warehouses.reduce(into: [:]) { shelves, warehouse in
            for sku in warehouse.openingStock.keys { shelves[sku, default: []].insert(warehouse.id) }
        }
        let standing = restrictions.filter { $0.validity.through == nil }
        self.restrictions = standing
        ways = Self.ways(markets, draft.warehouses, standing)

        var productRules: [ActiveRule<CatalogDraft.Sourced<Product>>] = []
        var catalogueRules: [ActiveRule<CatalogDraft>] = []
        for rule in rules {
            guard let severity = settings.severity(of: rule) else { continue }
            switch rule.check {
            case .product(let check): productRules.append(.init(severity: severity, needs: rule.needs, check: check))
            case .catalogue(let check):
                catalogueRules.append(.init(severity: severity, needs: rule.needs, check: check))
            }
        }
        self.productRules = productRules
        self.catalogueRules = catalogueRules
    }

    /// What one product breaks, in the order of the rules.
    public func findings(of product: CatalogDraft.Sourced<Product>) -> [Diagnostic] {
        findings(of: product, productRules)
    }

    /// What the catalogue as a whole breaks: what is there twice, or named and not there.
    /// - Parameter without: parts that the draft lacks, because they are read otherwise; rules that need them are passed over.
    public func findings(of draft: CatalogDraft, without: CatalogRule.Needs = []) -> [Diagnostic] {
        findings(of: draft, catalogueRules.filter { $0.needs.isDisjoint(with: without) })
    }

    private func findings<Subject>(of subject: Subject, _ rules: [ActiveRule<Subject>]) -> [Diagnostic] {
        var result: [Diagnostic] = []
        for rule in rules {
            for var finding in rule.check(subject, self) {
                finding.severity = rule.severity
                result.append(finding)
            }
        }
        return result
    }
}

extension CatalogContext {
    private static func ways(_ markets: [Market], _ warehouses: [Warehouse], _ rows: [Restriction]) -> [Way] {
        var ways: [Way] = []
        for market in markets {
            for destination in market.countries {
                let serving = warehouses.filter { $0.markets.contains(market.id) }
                for (country, places) in Dictionary(grouping: serving, by: \.country).sorted(by: { $0.key < $1.key }) {
                    let route = ParcelRoute(from: country, to: destination)
                    ways.append(
                        Way(
                            market: market.id, route: route, warehouses: Set(places.map(\.id)),
                            rows: rows.filter { $0.covers(route) }))
                }
            }
        }
        return ways
    }
}

extension CatalogContext {
    func isSold(_ variant: Variant, in market: String) -> Bool {
        variant.prices[market] != nil || listed[market]?.contains(variant.sku) ?? false
    }

    func isSold(_ product: Product, in market: String) -> Bool {
        product.variants.contains { isSold($0, in: market) }
    }

    /// Codes for a finding's sentence, sorted.
    func list(_ codes: some Sequence<String>) -> Diagnostic.Argument { .text(codes.sorted().joined(separator: ", ")) }
}
