extension CatalogRule {
    static let stock = [
        CatalogRule.catalogue(
            "CAT0501", needs: [.stock, .products], bad: "stock: {XJ-DTU-315: 4}", good: "stock: {XJ-DUT-315: 4}"
        ) { draft, _ in
            guard !draft.lacksProducts else { return [] }
            let known = draft.knownSKUs
            return draft.stock.flatMap { node in
                (node["stock"]?.entries ?? []).compactMap { entry in
                    known.contains(entry.key)
                        ? nil : Diagnostic("CAT0501", at: entry.keyPosition, ["sku": .text(entry.key)])
                }
            }
        },
        CatalogRule.catalogue("CAT0502", needs: .stock, bad: "warehouse: almati", good: "warehouse: almaty") {
            draft, context in
            draft.stock.compactMap { node in
                let warehouse = node["warehouse"]?.text ?? ""
                guard !context.warehouses.contains(warehouse) else { return nil }
                return Diagnostic("CAT0502", at: node.place("warehouse"), ["warehouse": .text(warehouse)])
            }
        },
        CatalogRule.catalogue(
            "CAT0503", needs: .stock, bad: "[{id: almaty}, {id: almaty}]", good: "[{id: almaty}, {id: astana}]"
        ) { draft, _ in repeatedIDs(draft.warehouses.map(\.id), "warehouses.yaml", "CAT0503", draft) },
        CatalogRule.catalogue(
            "CAT0504", needs: .markets, bad: "markets/kz.yaml, markets/kz2.yaml: id: kz",
            good: "markets/kz.yaml: id: kz"
        ) { draft, _ in repeatedIDs(draft.markets.map(\.id), "markets", "CAT0504", draft) },
        CatalogRule.product(
            "CAT0505", needs: .stock, bad: "variants: [{stock: {almati: 4}}]", good: "variants: [{stock: {almaty: 4}}]"
        ) { product, context in
            product.variants.flatMap { _, source in
                (source["stock"]?.entries ?? []).compactMap { entry in
                    guard !context.warehouses.contains(entry.key) else { return nil }
                    return Diagnostic("CAT0505", at: entry.keyPosition, ["warehouse": .text(entry.key)])
                }
            }
        },
    ]

    private static func repeatedIDs(
        _ ids: [String], _ file: String, _ code: Diagnostic.Code, _ draft: CatalogDraft
    ) -> [Diagnostic] {
        Dictionary(grouping: ids, by: \.self).filter { $0.value.count > 1 }.keys.sorted().map { id in
            Diagnostic(code, at: SourcePosition(file: "\(draft.name)/\(file)"), ["id": .text(id)])
        }
    }
}
