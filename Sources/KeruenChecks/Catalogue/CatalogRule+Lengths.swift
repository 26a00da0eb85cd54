extension CatalogRule {
    /// How long texts may be, by `CatalogSettings.Limits`.
    static let lengths = [
        CatalogRule.product(
            "CAT0206", .warning, needs: .markets, bad: "title: {ru: 151 × А}", good: "title: {ru: 150 × А}",
            source: "Google Merchant Center: title ≤ 150"
        ) { product, context in
            context.longTexts(in: product.source["title"], "title", limit: context.settings.limits.title, "CAT0206")
        },
        CatalogRule.product(
            "CAT0207", .warning, needs: .markets, bad: "description: {ru: 5 001 × А}",
            good: "description: {ru: 5 000 × А}",
            source: "Google Merchant Center: description ≤ 5000"
        ) { product, context in
            context.longTexts(
                in: product.source["description"], "description", limit: context.settings.limits.description, "CAT0207")
        },
        CatalogRule.product(
            "CAT0208", .warning, needs: .markets, bad: "care: {ru: 1 001 × А}", good: "care: {ru: 1 000 × А}",
            source: "海关跨境电商报文 CEB311: itemDescribe C..1000"
        ) { product, context in
            product.source.entries.flatMap { entry -> [Diagnostic] in
                guard entry.key != "title", entry.key != "description" else { return [] }
                // What is said of the product's kind is named by its own fields.
                let fields = entry.key == product.value.kind.rawValue ? entry.value.entries : [entry]
                return fields.flatMap { field in
                    context.longTexts(in: field.value, field.key, limit: context.settings.limits.text, "CAT0208")
                }
            }
        },
    ]
}

extension CatalogContext {
    fileprivate func longTexts(
        in node: DocumentNode?, _ field: String, limit: Int, _ code: Diagnostic.Code
    ) -> [Diagnostic] {
        guard let node else { return [] }
        return eachText(in: node) { language, text, position in
            // No text has more characters than bytes, and bytes are counted at once.
            guard text.utf8.count > limit else { return [] }
            let length = text.count
            guard length > limit else { return [] }
            return [
                Diagnostic(
                    code, at: position,
                    [
                        "field": .text(field), "language": .text(language.tag.description), "length": .integer(length),
                        "limit": .integer(limit),
                    ])
            ]
        }
    }
}
