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
        // Each text by itself: no phrase runs from one into the next.
        func pieces(_ texts: some Sequence<String>, weight: Int) -> [IndexedText] {
            texts.map { IndexedText(text: $0, weight: weight) }
        }
        return pieces([text(product.title)], weight: 5) + pieces(category, weight: 2) + pieces(materials, weight: 2)
            + pieces([text(product.region.flatMap { catalog.regions[$0] })], weight: 2)
            + pieces([text(product.summary)] + details + Set(options).sorted(), weight: 1)
            + pieces(product.variants.map(\.sku.description), weight: 1)
    }
}
