extension CatalogRule {
    static let details = [
        CatalogRule.product(
            "CAT0401", bad: "[{material: silk, share: 60}, {material: cotton, share: 30}]",
            good: "[{material: silk, share: 60}, {material: cotton, share: 40}]"
        ) { product, _ in
            let shares = product.value.materials.map(\.share)
            guard shares.contains(where: { $0 != nil }) else { return [] }
            let sum = shares.reduce(0) { $0 + ($1 ?? 0) }
            guard sum != 100 || shares.contains(nil) else { return [] }
            return [
                Diagnostic(
                    "CAT0401", at: product.source.place(product.value.kind.rawValue, "materials"),
                    ["sum": .integer(sum)])
            ]
        },
        CatalogRule.product(
            "CAT0402", needs: .stock, bad: "oneOfAKind: true, stock: {urumqi: 3}",
            good: "oneOfAKind: true, stock: {urumqi: 1}"
        ) { product, context in
            guard case .handicraft(let craft) = product.value.details, craft.isOneOfAKind else { return [] }
            return product.variants.compactMap { variant, source in
                let stock = (context.openingStock[variant.sku] ?? 0) + variant.stock.values.reduce(0, +)
                guard stock > 1 else { return nil }
                return Diagnostic(
                    "CAT0402", at: source.place("sku"),
                    ["sku": .text(variant.sku.description), "stock": .integer(stock)])
            }
        },
        CatalogRule.product("CAT0405", needs: .images, bad: "image: ../dutar.svg", good: "image: dutar.svg") {
            product, context in
            let image = product.value.image
            guard !context.images.contains(image) || image.hasPrefix(".") else { return [] }
            return [Diagnostic("CAT0405", at: product.source.place("image"), ["image": .text(image)])]
        },
        CatalogRule.product("CAT0407", bad: "timeZone: Beijing", good: "timeZone: Asia/Shanghai") { product, _ in
            guard case .tour(let tour) = product.value.details,
                !tour.timeZone.contains("/") || TimeZoneOffsets.shared(tour.timeZone) == nil
            else { return [] }
            return [
                Diagnostic("CAT0407", at: product.source.place("tour", "timeZone"), ["zone": .text(tour.timeZone)])
            ]
        },
        CatalogRule.product(
            "CAT0408", needs: [.markets, .prices], bad: "units: [mm, m], size: {length: 180 cm}",
            good: "units: [mm, m], size: {length: 1.8 m}"
        ) { product, context in
            let markets = context.unitMarkets.filter { context.isSold(product.value, in: $0.id) }
            guard !markets.isEmpty else { return [] }
            let measures = product.source.measures
            return markets.flatMap { market in
                measures.filter { !market.units.contains($0.measure.unit) }.map { place, measure in
                    Diagnostic(
                        "CAT0408", at: place,
                        ["measure": .text(measure.description), "market": .text(market.id)])
                }
            }
        },
    ]
}

extension DocumentNode {
    /// Every measure below, with its place.
    fileprivate var measures: [(place: SourcePosition, measure: Measure)] {
        switch content {
        case .null: []
        // Of ten thousand texts one is a measure; its first byte and its length tell the others.
        case .scalar(let text) where text.utf8.count > 16 || !(0x30...0x39).contains(text.utf8.first ?? 0): []
        case .scalar(let text): Measure(text).map { [(position, $0)] } ?? []
        case .list(let elements): elements.flatMap(\.measures)
        case .map(let entries): entries.flatMap(\.value.measures)
        }
    }
}
