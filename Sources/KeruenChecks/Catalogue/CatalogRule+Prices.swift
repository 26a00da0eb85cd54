extension CatalogRule {
    static let prices = [
        CatalogRule("CAT0301") { draft in
            draft.eachPrice { _, sku, amount, text, place in
                guard let amount, amount.minorUnits <= 0 else { return nil }
                return Diagnostic("CAT0301", at: place, ["sku": .text(sku), "price": .text(text)])
            }
        },
        CatalogRule("CAT0302") { draft in
            draft.eachPrice { list, sku, amount, text, place in
                guard amount == nil else { return nil }
                let currency = list.source["currency"]?.text ?? ""
                return Diagnostic(
                    "CAT0302", at: place, ["sku": .text(sku), "price": .text(text), "currency": .text(currency)])
            }
        },
        CatalogRule("CAT0303") { draft in
            guard !draft.lacksProducts else { return [] }
            let known = Set(draft.variants.map(\.variant.sku.description))
            return draft.eachPrice { _, sku, _, _, place in
                known.contains(sku) ? nil : Diagnostic("CAT0303", at: place, ["sku": .text(sku)])
            }
        },
        CatalogRule("CAT0304") { draft in
            draft.priceLists.compactMap { list in
                let currency = list.source["currency"]?.text ?? ""
                guard let market = draft.markets.first(where: { $0.id == list.value.market }) else {
                    return Diagnostic("CAT0305", at: list.source.place("market"), ["market": .text(list.value.market)])
                }
                guard market.currency.code != currency else { return nil }
                return Diagnostic(
                    "CAT0304", at: list.source.place("currency"),
                    [
                        "market": .text(market.id), "currency": .text(currency),
                        "expected": .text(market.currency.code),
                    ])
            }
        },
        // Not sold abroad is a decision; sold nowhere is a slip.
        CatalogRule("CAT0306") { draft in
            let priced = Set(draft.priceLists.flatMap(\.value.prices.keys))
            return draft.variants.compactMap { _, variant, source in
                guard !priced.contains(variant.sku) else { return nil }
                return Diagnostic(
                    "CAT0306", .warning, at: source.place("sku"), ["sku": .text(variant.sku.description)])
            }
        },
        CatalogRule("CAT0307") { draft in
            draft.priceLists.compactMap { list in
                guard let through = list.value.through, through < list.value.from else { return nil }
                return Diagnostic(
                    "CAT0307", at: list.source.place("through"),
                    ["from": .text("\(list.value.from)"), "through": .text("\(through)")])
            }
        },
    ]
}

extension CatalogDraft {
    fileprivate func eachPrice(
        _ check: (
            _ list: Sourced<PriceList>, _ sku: String, _ amount: Money?, _ text: String, _ place: SourcePosition
        ) -> Diagnostic?
    ) -> [Diagnostic] {
        priceLists.flatMap { list in
            (list.source["prices"]?.entries ?? []).compactMap { entry in
                let amount = SKU(entry.key).flatMap { list.value.prices[$0] }
                return check(list, entry.key, amount, entry.value.text ?? "", entry.value.position)
            }
        }
    }
}
