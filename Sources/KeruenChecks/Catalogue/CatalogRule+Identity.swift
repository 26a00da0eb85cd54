extension CatalogRule {
    static let identity = [
        CatalogRule.catalogue("CAT0101", needs: .products, bad: "sku: XJ-DUT-315, twice", good: "sku: XJ-DUT-315-WAL") {
            draft, _ in
            let places = draft.products.flatMap { product in
                product.variants.map { ($0.variant.sku.description, $0.source.place("sku")) }
            }
            return repeated(places) { sku, place, first in
                Diagnostic("CAT0101", at: place, ["sku": .text(sku), "first": .text("\(first)")])
            }
        },
        CatalogRule.catalogue("CAT0102", needs: .products, bad: "id: dutar, twice", good: "id: dutar-walnut") {
            draft, _ in
            repeated(draft.products.map { ($0.value.id, $0.source.place("id")) }) { id, place, first in
                Diagnostic("CAT0102", at: place, ["id": .text(id), "first": .text("\(first)")])
            }
        },
        CatalogRule.product("CAT0103", bad: "dutar.yaml: id: rawap", good: "dutar.yaml: id: dutar") { product, _ in
            let file = product.source.position.file
            // A file of many products has a name of its own.
            guard file.hasSuffix(".yaml") || file.hasSuffix(".yml"),
                let name = file.split(separator: "/").last?.split(separator: ".").first, name != product.value.id
            else { return [] }
            return [
                Diagnostic(
                    "CAT0103", at: product.source.place("id"),
                    ["id": .text(product.value.id), "file": .text(String(name))])
            ]
        },
        CatalogRule.product(
            "CAT0104", bad: "gtin: \"4006381333932\"", good: "gtin: \"4006381333931\"",
            source: "GS1 General Specifications §7.9"
        ) { product, _ in
            product.variants.compactMap { variant, source in
                guard variant.gtin == nil, let gtin = source["gtin"]?.text,
                    let digit = GTIN.checkDigit(of: gtin.dropLast())
                else { return nil }
                return Diagnostic(
                    "CAT0104", at: source.place("gtin"), ["gtin": .text(gtin), "digit": .integer(Int(digit))])
            }
        },
        CatalogRule.product("CAT0105", needs: .categories, bad: "category: guitars", good: "category: instruments") {
            product, context in
            // An unread list of codes is one finding, not one for each product.
            guard !context.categories.isEmpty, !context.categories.contains(product.value.category) else { return [] }
            return [
                Diagnostic(
                    "CAT0105", at: product.source.place("category"),
                    ["category": .text(product.value.category), "known": context.list(context.categories)])
            ]
        },
        CatalogRule.product("CAT0106", needs: .vocabularies, bad: "region: atlantis", good: "region: hotan") {
            product, context in
            var found: [Diagnostic] = []
            if let region = product.value.region, !context.regions.isEmpty, !context.regions.contains(region) {
                found.append(
                    Diagnostic(
                        "CAT0106", at: product.details?.place("region"),
                        ["code": .text(region), "file": "regions.yaml"]))
            }
            for line in product.details?["materials"]?.elements ?? [] {
                guard let material = line["material"]?.text, !context.materials.isEmpty,
                    !context.materials.contains(material)
                else { continue }
                found.append(
                    Diagnostic(
                        "CAT0106", at: line.place("material"), ["code": .text(material), "file": "materials.yaml"]))
            }
            return found
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
