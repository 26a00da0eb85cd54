extension CatalogRule {
    private static let controlledKnives = "公通字〔2007〕2号《管制刀具认定标准》"

    /// Sizes of things, and what makes a knife one that may not be sent.
    static let blades = [
        CatalogRule.product("CAT0409", bad: "blade: {length: 90 g}", good: "blade: {length: 90 mm}") { product, _ in
            var measures = (product.details?["size"]?.entries ?? []).map { ("size.\($0.key)", $0.value) }
            for field in ["length", "tipRadius"] {
                if let node = product.details?["blade"]?[field] { measures.append(("blade.\(field)", node)) }
            }
            return measures.compactMap { field, node in
                guard let measure = node.text.flatMap(Measure.init), !measure.unit.isLength else { return nil }
                return Diagnostic(
                    "CAT0409", at: node.position, ["field": .text(field), "measure": .text(measure.description)])
            }
        },
        CatalogRule.product(
            "CAT0410", bad: "size: {length: 21 cm}, blade: {length: 210 mm}",
            good: "size: {length: 21 cm}, blade: {length: 110 mm}"
        ) { product, _ in
            guard case .handicraft(let craft) = product.value.details, let blade = craft.blade?.length,
                let whole = craft.size["length"], blade.unit.isLength, whole.unit.isLength,
                blade.inBaseThousandths >= whole.inBaseThousandths
            else { return [] }
            return [
                Diagnostic(
                    "CAT0410", at: product.source.place("handicraft", "blade", "length"),
                    ["blade": .text(blade.description), "length": .text(whole.description)])
            ]
        },
        CatalogRule.product(
            "CAT0411", .warning, bad: "blade: {length: 160 mm, sharpened: true}",
            good: "blade: {length: 140 mm, sharpened: true}", source: controlledKnives
        ) { product, context in
            guard let blade = product.longBlade(over: context.settings.limits.blade), blade.isSharpened else {
                return []
            }
            return [
                Diagnostic(
                    "CAT0411", at: product.source.place(product.value.kind.rawValue, "blade", "length"),
                    [
                        "id": .text(product.value.id), "length": .text(blade.length.description),
                        "limit": .integer(context.settings.limits.blade),
                    ])
            ]
        },
        CatalogRule.product(
            "CAT0412", .warning, bad: "blade: {length: 160 mm, sharpened: false, tipRadius: 2.5 mm}",
            good: "blade: {length: 160 mm, sharpened: false, tipRadius: 3 mm}", source: controlledKnives
        ) { product, context in
            guard let blade = product.longBlade(over: context.settings.limits.blade), !blade.isSharpened,
                // More than 2.5 mm.
                (blade.tipRadius?.inBaseThousandths ?? 0) <= 2_500
            else { return [] }
            return [
                Diagnostic(
                    "CAT0412", at: product.source.place(product.value.kind.rawValue, "blade", "tipRadius"),
                    ["id": .text(product.value.id), "radius": .text(blade.tipRadius?.description ?? "—")])
            ]
        },
    ]
}

extension CatalogDraft.Sourced<Product> {
    /// The blade where it is longer than so many millimetres, and its tip's angle does not say whether it is a controlled one.
    fileprivate func longBlade(over limit: Int) -> Blade? {
        guard let blade = value.blade, blade.tipAngle == nil, blade.length.unit.isLength,
            blade.length.inBaseThousandths > Int64(limit) * 1_000
        else { return nil }
        return blade
    }
}
