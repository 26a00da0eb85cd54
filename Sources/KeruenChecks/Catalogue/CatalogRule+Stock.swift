extension CatalogRule {
    static let stock = [
        CatalogRule("CAT0501") { draft in
            guard !draft.lacksProducts else { return [] }
            let known = Set(draft.variants.map(\.variant.sku.description))
            return draft.stock.flatMap { node in
                (node["stock"]?.entries ?? []).compactMap { entry in
                    known.contains(entry.key)
                        ? nil : Diagnostic("CAT0501", at: entry.keyPosition, ["sku": .text(entry.key)])
                }
            }
        },
        CatalogRule("CAT0502") { draft in
            let known = Set(draft.warehouses.map(\.id))
            return draft.stock.compactMap { node in
                let warehouse = node["warehouse"]?.text ?? ""
                guard !known.contains(warehouse) else { return nil }
                return Diagnostic("CAT0502", at: node.place("warehouse"), ["warehouse": .text(warehouse)])
            }
        },
        CatalogRule("CAT0503") { draft in repeatedIDs(draft.warehouses.map(\.id), "warehouses.yaml", "CAT0503", draft)
        },
        CatalogRule("CAT0504") { draft in repeatedIDs(draft.markets.map(\.id), "markets", "CAT0504", draft) },
    ]

    private static func repeatedIDs(
        _ ids: [String], _ file: String, _ code: Diagnostic.Code, _ draft: CatalogDraft
    ) -> [Diagnostic] {
        Dictionary(grouping: ids, by: \.self).filter { $0.value.count > 1 }.keys.sorted().map { id in
            Diagnostic(code, at: SourcePosition(file: "\(draft.name)/\(file)"), ["id": .text(id)])
        }
    }
}
