import Foundation
import KeruenSearch
import KeruenTrade
import TestSupport
import Testing

@Suite("A catalogue")
struct CatalogTests {
    let catalog = SmallShop.catalog()

    private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

    @Test("has the price of the list that began last, while it lasts")
    func sale() throws {
        #expect(catalog.price(of: SmallShop.cap, in: "kz", on: try day("2026-11-30"))?.amount.decimalText == "8500.00")
        #expect(catalog.price(of: SmallShop.cap, in: "kz", on: try day("2026-12-01"))?.list == "kz-sale")
        #expect(catalog.price(of: SmallShop.cap, in: "kz", on: try day("2027-01-10"))?.amount.decimalText == "7000.00")
        #expect(catalog.price(of: SmallShop.cap, in: "kz", on: try day("2027-01-11"))?.amount.decimalText == "8500.00")
        #expect(catalog.price(of: SmallShop.cap, in: "kz", on: try day("2025-12-31")) == nil)
        #expect(catalog.price(of: SmallShop.cap, in: "cn", on: try day("2026-12-01")) == nil)
    }

    @Test("keeps the first of two that share an id, and finds every variant")
    func lookups() {
        #expect(catalog.item(SmallShop.scarf)?.product.id == "scarf")
        #expect(catalog["nothing"] == nil)
        #expect(catalog.openingStock(of: SmallShop.scarf) == 10)
        #expect(catalog.warehouses(serving: SmallShop.kz).map(\.id) == ["almaty", "urumqi"])
        #expect(catalog.warehouses(serving: SmallShop.cn).map(\.id) == ["urumqi"])
    }

    @Test(
        "has SKUs of one written form",
        arguments: ["xj-1", "A--B", "-A", "A-", "", "A B", "Қ-1", String(repeating: "A", count: 25)])
    func skus(text: String) {
        #expect(SKU(text) == nil)
    }
}

@Suite("The sample catalogue")
struct SampleCatalogTests {
    static let catalog = Result { try Catalog.load(folder: Project.root.appending(path: "Catalog")) }

    @Test("is whole: crafts, tours and imported goods in three languages")
    func size() throws {
        let products = try Self.catalog.get().products
        #expect(products.count >= 60)
        #expect(products.count { $0.kind == .tour } >= 12)
        #expect(products.count { $0.kind == .imported } >= 8)
        #expect(products.count { $0.kind == .handicraft } >= 38)
        for product in products {
            for language in [LanguageTag.zhHans, .ru, .kk] {
                #expect(product.title[language] != nil && product.summary[language] != nil, "\(product.id) \(language)")
            }
        }
    }

    @Test("sells no knife across a border, and has one at most")
    func knives() throws {
        let catalog = try Self.catalog.get()
        let knives = catalog.products.filter {
            if case .handicraft(let craft) = $0.details { craft.blade != nil } else { false }
        }
        #expect(knives.count <= 1)
        let day = try #require(CivilDate("2026-12-01"))
        for knife in knives {
            #expect(catalog.lowestPrice(of: knife, in: "ru", on: day) == nil)
            #expect(catalog.lowestPrice(of: knife, in: "kz", on: day) == nil)
        }
    }

    @Test("is read the same by the published JSON Schema")
    func schema() throws {
        for (name, shape) in [
            ("product", Shape.product), ("price-list", .priceList), ("opening-stock", .openingStock),
            ("market", Market.shape),
        ] {
            let file = Project.root.appending(path: "docs/schemas/\(name).schema.json")
            let schema = shape.jsonSchema(id: "\(name).schema.json", title: "Keruen \(name)")
            // KERUEN_UPDATE=1 writes it anew after a change of the format.
            if ProcessInfo.processInfo.environment["KERUEN_UPDATE"] != nil { try schema.write(to: file) }
            #expect(
                try Data(contentsOf: file) == schema, "docs/schemas/\(name).schema.json is not what the decoder reads")
        }
    }
}

@Suite("A search index")
struct SearchIndexTests {
    private func index(_ market: Market, _ language: LanguageTag) throws -> SearchIndex {
        try SearchIndex(
            SmallShop.catalog(), market: market, language: language, on: CivilDate(SmallShop.now, in: market))
    }

    @Test("browses in the order of the reader's language")
    func order() throws {
        // The carving has no Kazakh title, so it stands by its Russian one.
        #expect(try index(SmallShop.kz, .kk).browse().map(\.id) == ["scarf", "carving", "cap"])
        #expect(try index(SmallShop.kz, .ru).browse().map(\.id) == ["carving", "cap", "scarf"])
        #expect(try index(SmallShop.cn, .zhHans).browse().map(\.id) == ["carving", "scarf"])
    }

    @Test(
        "finds by whole words, beginnings, endings and SKUs",
        arguments: [
            ("жібек", "scarf"), ("Жібек орам", "scarf"), ("тақ", "cap"), ("ЖІБЕК", "scarf"), ("орамалдар", "scarf"),
            ("T-CAP-1", "cap"),
        ])
    func kazakh(query: String, expected: String) throws {
        #expect(try index(SmallShop.kz, .kk).search(query).first?.product.id == expected)
    }

    @Test("finds Chinese by one character and by many, in that order only")
    func chinese() throws {
        let index = try index(SmallShop.cn, .zhHans)
        #expect(index.search("丝绸").map(\.product.id) == ["scarf"])
        #expect(index.search("玉").map(\.product.id) == ["carving"])
        #expect(index.search("绸丝").isEmpty)
    }

    @Test("says nothing to nothing", arguments: ["", "   ", "!?", "\0", String(repeating: "ж", count: 10_000)])
    func nothing(query: String) throws {
        #expect(try index(SmallShop.kz, .kk).search(query).isEmpty)
    }

    @Test("gives as many as asked for, and none for less than one")
    func limits() throws {
        let index = try index(SmallShop.kz, .kk)
        #expect(index.search("т", limit: 1).count == 1)
        #expect(index.search("т", limit: -5).isEmpty)
    }

    @Test("shows only what the market sells")
    func sold() throws {
        #expect(try index(SmallShop.cn, .zhHans).browse().contains { $0.id == "cap" } == false)
    }
}
