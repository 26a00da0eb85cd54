/// A piece of a product that is searched, and how much a word there counts.
struct IndexedText {
    var text: String
    var weight: Int

    static func fields(of product: Product, in catalog: Catalog, along chain: [LanguageTag]) -> [IndexedText] {
        func text(_ value: Localized<String>?) -> String { value?.served(along: chain)?.value ?? "" }
        let category = catalog.categories.path(to: product.category).map { text($0.name) }
        let materials = product.materials.map { text(catalog.materials[$0.material]) }
        let details: [String] =
            switch product.details {
            case .handicraft(let craft): [text(craft.technique), text(craft.artisan)]
            case .imported(let good): [good.brand, text(good.composition), text(good.manufacturer)]
            case .tour(let tour): [text(tour.includes)]
            }
        let options = product.variants.flatMap(\.options).map { option in
            switch option.value {
            case .plain(let value): value
            case .localized(let value): text(value)
            }
        }
        return [
            .init(text: text(product.title), weight: 5),
            .init(text: category.joined(separator: " "), weight: 2),
            .init(text: materials.joined(separator: " "), weight: 2),
            .init(text: text(product.region.flatMap { catalog.regions[$0] }), weight: 2),
            .init(text: text(product.summary), weight: 1),
            .init(text: details.joined(separator: "\n"), weight: 1),
            .init(text: Set(options).sorted().joined(separator: "\n"), weight: 1),
            .init(text: product.variants.map(\.sku.description).joined(separator: " "), weight: 1),
        ]
    }
}
