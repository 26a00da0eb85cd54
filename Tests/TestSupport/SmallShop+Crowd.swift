public import Keruen

extension SmallShop {
    /// `T-HOT-001` and on, which everybody wants at the same time; all lie in Almaty.
    public static func crowded(items: Int, pieces: Int) -> Catalog {
        let goods = (0..<items).map(hotItem)
        return Catalog(
            products: goods.enumerated().map { number, sku in
                product("hot-\(number)", [.kk: "Жібек орамал \(number)", .ru: "Шёлковый шарф \(number)"], sku)
            },
            categories: CategoryTree([.init(id: "crafts", name: [.kk: "Қолөнер", .ru: "Ремёсла"], children: [])]),
            markets: [kz],
            priceLists: [
                list(
                    "kz-2026", "kz", from: "2026-01-01",
                    Dictionary(goods.map { ($0, 1_990_000) }, uniquingKeysWith: { first, _ in first }), .kzt)
            ],
            warehouses: [
                Warehouse(
                    id: "almaty", name: [.kk: "Алматы"], country: "KZ", markets: ["kz"],
                    openingStock: Dictionary(goods.map { ($0, pieces) }, uniquingKeysWith: { first, _ in first }))
            ])
    }

    public static func hotItem(_ number: Int) -> SKU { sku("T-HOT-\(number + 1)") }
}
