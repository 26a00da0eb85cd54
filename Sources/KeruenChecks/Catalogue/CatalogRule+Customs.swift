extension CatalogRule {
    /// What a customs document is made of.
    static let customs = [
        CatalogRule.product("CAT0403", bad: "kind: tour, hsCode: \"490110\"", good: "kind: tour") { product, _ in
            guard product.value.kind == .tour, product.value.hsCode != nil else { return [] }
            return [Diagnostic("CAT0403", at: product.source.place("hsCode"), ["id": .text(product.value.id)])]
        },
        CatalogRule.product(
            "CAT0404", bad: "kind: handicraft", good: "kind: handicraft, hsCode: \"920290\"", source: "HS 2022, WCO"
        ) { product, _ in
            guard product.value.kind != .tour, product.value.hsCode == nil else { return [] }
            return [Diagnostic("CAT0404", at: product.source.place("hsCode"), ["id": .text(product.value.id)])]
        },
        CatalogRule.product("CAT0406", bad: "sku: XJ-DUT-315", good: "sku: XJ-DUT-315, weight: 1.2 kg") { product, _ in
            guard product.value.kind != .tour else { return [] }
            return product.variants.compactMap { variant, source in
                guard variant.weight == nil else { return nil }
                return Diagnostic("CAT0406", at: source.place("sku"), ["sku": .text(variant.sku.description)])
            }
        },
    ]
}
