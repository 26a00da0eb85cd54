internal import Foundation

extension CatalogRule {
    static let details = [
        CatalogRule("CAT0401") { draft in
            draft.products.compactMap { product in
                let shares = product.value.materials.map(\.share)
                guard shares.contains(where: { $0 != nil }) else { return nil }
                let sum = shares.reduce(0) { $0 + ($1 ?? 0) }
                guard sum != 100 || shares.contains(nil) else { return nil }
                return Diagnostic(
                    "CAT0401", at: product.source.place(product.value.kind.rawValue, "materials"),
                    ["sum": .integer(sum)])
            }
        },
        CatalogRule("CAT0402") { draft in
            let catalog = Catalog(draft)
            return draft.variants.compactMap { product, variant, source in
                guard case .handicraft(let craft) = product.value.details, craft.isOneOfAKind else { return nil }
                let stock = catalog.openingStock(of: variant.sku)
                guard stock > 1 else { return nil }
                return Diagnostic(
                    "CAT0402", at: source.place("sku"),
                    ["sku": .text(variant.sku.description), "stock": .integer(stock)])
            }
        },
        CatalogRule("CAT0403") { draft in
            draft.products.compactMap { product in
                let wantsCode = product.value.kind != .tour
                guard wantsCode != (product.value.hsCode != nil) else { return nil }
                return Diagnostic(
                    wantsCode ? "CAT0404" : "CAT0403", at: product.source.place("hsCode"),
                    ["id": .text(product.value.id)])
            }
        },
        CatalogRule("CAT0405") { draft in
            draft.products.compactMap { product in
                let image = product.value.image
                let path = draft.folder.appending(path: "images").appending(path: image).path
                let isPlain = !image.contains("/") && !image.hasPrefix(".")
                guard !isPlain || !FileManager.default.fileExists(atPath: path) else { return nil }
                return Diagnostic("CAT0405", at: product.source.place("image"), ["image": .text(image)])
            }
        },
        CatalogRule("CAT0406") { draft in
            draft.variants.compactMap { product, variant, source in
                guard product.value.kind != .tour, variant.weight == nil else { return nil }
                return Diagnostic("CAT0406", at: source.place("sku"), ["sku": .text(variant.sku.description)])
            }
        },
        CatalogRule("CAT0408") { draft in
            draft.products.flatMap { product in
                draft.markets.filter { draft.isSold(product.value, in: $0.id) }.flatMap { market in
                    product.source.measures.filter { !market.units.contains($0.measure.unit) }.map { place, measure in
                        Diagnostic(
                            "CAT0408", at: place,
                            ["measure": .text(measure.description), "market": .text(market.id)])
                    }
                }
            }
        },
        CatalogRule("CAT0407") { draft in
            draft.products.compactMap { product in
                guard case .tour(let tour) = product.value.details,
                    TimeZone(identifier: tour.timeZone) == nil || !tour.timeZone.contains("/")
                else { return nil }
                return Diagnostic(
                    "CAT0407", at: product.source.place("tour", "timeZone"), ["zone": .text(tour.timeZone)])
            }
        },
    ]
}

extension DocumentNode {
    /// Every measure below, with its place.
    fileprivate var measures: [(place: SourcePosition, measure: Measure)] {
        switch content {
        case .null: []
        case .scalar(let text): Measure(text).map { [(position, $0)] } ?? []
        case .list(let elements): elements.flatMap(\.measures)
        case .map(let entries): entries.flatMap(\.value.measures)
        }
    }
}
