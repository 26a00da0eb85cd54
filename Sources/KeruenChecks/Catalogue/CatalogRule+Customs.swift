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
        CatalogRule.product("CAT0413", bad: "kind: tour, origin: CN", good: "kind: tour") { product, _ in
            guard product.value.kind == .tour else { return [] }
            var found: [(field: String, place: SourcePosition)] = ["origin", "hsCodes"].compactMap { field in
                product.source[field].map { (field, $0.position) }
            }
            for (_, source) in product.variants {
                found += ["gtin", "weight"].compactMap { field in source[field].map { (field, $0.position) } }
            }
            return found.map { field, place in
                Diagnostic("CAT0413", at: place, ["id": .text(product.value.id), "field": .text(field)])
            }
        },
        CatalogRule.product(
            "CAT0414", bad: "hsCode: \"621410\", hsCodes: {KZ: \"6214200000\"}",
            good: "hsCode: \"621410\", hsCodes: {KZ: \"6214100000\"}", source: "HS 2022, WCO; ТН ВЭД ЕАЭС; 海关商品编号"
        ) { product, _ in
            product.value.nationalCodes.sorted { $0.key < $1.key }.compactMap { country, code in
                let common = product.value.hsCode ?? ""
                guard common.isEmpty || !code.hasPrefix(common) else { return nil }
                return Diagnostic(
                    "CAT0414", at: product.source.place("hsCodes", country),
                    ["country": .text(country), "code": .text(code), "common": .text(common.isEmpty ? "—" : common)])
            }
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
