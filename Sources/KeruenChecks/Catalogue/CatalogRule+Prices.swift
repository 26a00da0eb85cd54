extension CatalogRule {
    static let prices = [
        CatalogRule.catalogue("CAT0301", needs: .prices, bad: "XJ-DUT-315: -3.00", good: "XJ-DUT-315: 3.00") {
            draft, _ in
            draft.eachPrice { _, sku, amount, text, place in
                guard let amount, amount.minorUnits <= 0 else { return nil }
                return Diagnostic("CAT0301", at: place, ["sku": .text(sku), "price": .text(text)])
            }
        },
        CatalogRule.catalogue("CAT0302", needs: .prices, bad: "XJ-DUT-315: 268.005", good: "XJ-DUT-315: 268.00") {
            draft, _ in
            draft.eachPrice { list, sku, amount, text, place in
                guard amount == nil else { return nil }
                let currency = list.source["currency"]?.text ?? ""
                return Diagnostic(
                    "CAT0302", at: place, ["sku": .text(sku), "price": .text(text), "currency": .text(currency)])
            }
        },
        CatalogRule.catalogue(
            "CAT0303", needs: [.prices, .products], bad: "XJ-DTU-315: 268.00", good: "XJ-DUT-315: 268.00"
        ) { draft, _ in
            guard !draft.lacksProducts else { return [] }
            let known = draft.knownSKUs
            return draft.eachPrice { _, sku, _, _, place in
                known.contains(sku) ? nil : Diagnostic("CAT0303", at: place, ["sku": .text(sku)])
            }
        },
        CatalogRule.catalogue(
            "CAT0304", needs: [.prices, .markets], bad: "market: kz, currency: RUB", good: "market: kz, currency: KZT"
        ) { draft, context in
            draft.priceLists.compactMap { list in
                let currency = list.source["currency"]?.text ?? ""
                guard let market = context.markets.first(where: { $0.id == list.value.market }),
                    market.currency.code != currency
                else { return nil }
                return Diagnostic(
                    "CAT0304", at: list.source.place("currency"),
                    [
                        "market": .text(market.id), "currency": .text(currency),
                        "expected": .text(market.currency.code),
                    ])
            }
        },
        CatalogRule.catalogue("CAT0305", needs: [.prices, .markets], bad: "market: kg", good: "market: kz") {
            draft, context in
            draft.priceLists.compactMap { list in
                guard !context.markets.contains(where: { $0.id == list.value.market }) else { return nil }
                return Diagnostic("CAT0305", at: list.source.place("market"), ["market": .text(list.value.market)])
            }
        },
        // Not sold abroad is a decision; sold nowhere is a slip.
        CatalogRule.product(
            "CAT0306", .warning, needs: .prices, bad: "sku: XJ-DUT-315", good: "sku: XJ-DUT-315, prices: {cn: 268.00}"
        ) { product, context in
            product.variants.compactMap { variant, source in
                guard variant.prices.isEmpty, !context.listed.values.contains(where: { $0.contains(variant.sku) })
                else { return nil }
                return Diagnostic("CAT0306", at: source.place("sku"), ["sku": .text(variant.sku.description)])
            }
        },
        CatalogRule.catalogue(
            "CAT0307", needs: .prices, bad: "from: 2027-01-01, through: 2026-12-31",
            good: "from: 2026-12-01, through: 2026-12-31"
        ) { draft, _ in
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
