extension CatalogRule {
    /// Prices that a product carries itself, and markets that a variant was forgotten in.
    static let ownPrices = [
        CatalogRule.product("CAT0308", needs: .markets, bad: "prices: {kz: 0.00}", good: "prices: {kz: 19900.00}") {
            product, context in
            context.eachOwnPrice(of: product) { sku, text, place, market in
                guard let amount = try? Money(text, market.currency), amount.minorUnits <= 0 else { return nil }
                return Diagnostic(
                    "CAT0308", at: place, ["sku": .text(sku), "price": .text(text), "market": .text(market.id)])
            }
        },
        CatalogRule.product("CAT0309", needs: .markets, bad: "prices: {kz: 19900.005}", good: "prices: {kz: 19900.00}")
        {
            product, context in
            context.eachOwnPrice(of: product) { sku, text, place, market in
                guard (try? Money(text, market.currency)) == nil else { return nil }
                return Diagnostic(
                    "CAT0309", at: place,
                    ["sku": .text(sku), "price": .text(text), "currency": .text(market.currency.code)])
            }
        },
        CatalogRule.product("CAT0310", needs: .markets, bad: "prices: {kg: 990.00}", good: "prices: {kz: 990.00}") {
            product, context in
            product.variants.flatMap { _, source in
                (source["prices"]?.entries ?? []).compactMap { entry in
                    guard context.marketsByID[entry.key] == nil else { return nil }
                    return Diagnostic(
                        "CAT0310", at: entry.keyPosition,
                        ["market": .text(entry.key), "known": context.list(context.marketsByID.keys)])
                }
            }
        },
        CatalogRule.product(
            "CAT0311", .warning, needs: [.markets, .prices], bad: "S: {kz: 8500.00}, M: {cn: 120.00}",
            good: "S: {kz: 8500.00}, M: {kz: 8500.00, cn: 120.00}"
        ) { product, context in
            guard product.value.variants.count > 1 else { return [] }
            return context.markets.flatMap { market -> [Diagnostic] in
                guard context.isSold(product.value, in: market.id) else { return [] }
                return product.variants.compactMap { variant, source in
                    guard !context.isSold(variant, in: market.id) else { return nil }
                    return Diagnostic(
                        "CAT0311", at: source.place("sku"),
                        ["sku": .text(variant.sku.description), "market": .text(market.id)])
                }
            }
        },
    ]
}

extension CatalogContext {
    /// Prices of known markets; the others are a finding of their own.
    fileprivate func eachOwnPrice(
        of product: CatalogDraft.Sourced<Product>,
        _ check: (_ sku: String, _ text: String, _ place: SourcePosition, _ market: Market) -> Diagnostic?
    ) -> [Diagnostic] {
        product.variants.flatMap { variant, source in
            (source["prices"]?.entries ?? []).compactMap { entry in
                guard let market = marketsByID[entry.key], let text = entry.value.text else { return nil }
                return check(variant.sku.description, text, entry.value.position, market)
            }
        }
    }
}
