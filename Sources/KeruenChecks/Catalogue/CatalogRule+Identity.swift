extension CatalogRule {
    static let identity = [
        CatalogRule("CAT0101") { draft in
            repeated(draft.variants.map { ($0.variant.sku.description, $0.source.place("sku")) }) { sku, place, first in
                Diagnostic("CAT0101", at: place, ["sku": .text(sku), "first": .text("\(first)")])
            }
        },
        CatalogRule("CAT0102") { draft in
            repeated(draft.products.map { ($0.value.id, $0.source.place("id")) }) { id, place, first in
                Diagnostic("CAT0102", at: place, ["id": .text(id), "first": .text("\(first)")])
            }
        },
        CatalogRule("CAT0103") { draft in
            draft.products.compactMap { product in
                let name = product.source.position.file.split(separator: "/").last?.split(separator: ".").first
                guard let name, name != product.value.id else { return nil }
                return Diagnostic(
                    "CAT0103", at: product.source.place("id"),
                    ["id": .text(product.value.id), "file": .text(String(name))])
            }
        },
        CatalogRule("CAT0104") { draft in
            draft.variants.compactMap { _, variant, source in
                guard let gtin = source["gtin"]?.text, variant.gtin == nil,
                    let digit = GTIN.checkDigit(of: gtin.dropLast())
                else { return nil }
                return Diagnostic(
                    "CAT0104", at: source.place("gtin"), ["gtin": .text(gtin), "digit": .integer(Int(digit))])
            }
        },
        CatalogRule("CAT0105") { draft in
            let known = Set(draft.categories.all.filter(\.children.isEmpty).map(\.id))
            // An unread list of codes is one finding, not one for each product.
            guard !known.isEmpty else { return [] }
            return draft.products.compactMap { product in
                guard !known.contains(product.value.category) else { return nil }
                return Diagnostic(
                    "CAT0105", at: product.source.place("category"),
                    [
                        "category": .text(product.value.category),
                        "known": .text(known.sorted().joined(separator: ", ")),
                    ])
            }
        },
        CatalogRule("CAT0106") { draft in
            draft.products.flatMap { product -> [Diagnostic] in
                let details = product.source[product.value.kind.rawValue]
                var found: [Diagnostic] = []
                if let region = product.value.region, !draft.regions.isEmpty, draft.regions[region] == nil {
                    found.append(
                        Diagnostic(
                            "CAT0106", at: details?.place("region"), ["code": .text(region), "file": "regions.yaml"]))
                }
                for line in details?["materials"]?.elements ?? [] {
                    guard let material = line["material"]?.text, !draft.materials.isEmpty,
                        draft.materials[material] == nil
                    else { continue }
                    found.append(
                        Diagnostic(
                            "CAT0106", at: line.place("material"),
                            ["code": .text(material), "file": "materials.yaml"]))
                }
                return found
            }
        },
    ]

    private static func repeated(
        _ values: [(String, SourcePosition)],
        _ report: (_ value: String, _ place: SourcePosition, _ first: SourcePosition) -> Diagnostic
    ) -> [Diagnostic] {
        var seen: [String: SourcePosition] = [:]
        return values.compactMap { value, place in
            guard let first = seen[value] else {
                seen[value] = place
                return nil
            }
            return report(value, place, first)
        }
    }
}
