internal import Foundation
internal import Keruen
internal import ShopSite

/// How one piece of a product comes to the buyer: a way for each country that it lies in, with its days and costs, or why it may not go.
struct Ways {
    let product: Product
    let stock: ShelfStock
    let view: View
    let catalog: Catalog
    let now: Date

    init(of product: Product, _ stock: ShelfStock, _ view: View, at now: Date) {
        (self.product, self.stock, self.view, self.now) = (product, stock, view, now)
        catalog = view.site.catalog(holding: [product.id])
    }

    /// Quoted for one piece of the first variant that lies there, to the market's country.
    var quotes: [(warehouses: [Warehouse], quote: Quote)] {
        guard let country = view.shop.market.countries.first, let destination = try? Destination(country: country)
        else { return [] }
        let serving = catalog.warehouses(serving: view.shop.market)
        var countries: [String] = []
        for warehouse in serving where !countries.contains(warehouse.country) { countries.append(warehouse.country) }
        return countries.compactMap { country in
            let own = serving.filter { $0.country == country }
            let variant = product.variants.first { variant in
                view.shop.price(of: variant) != nil
                    && own.contains { stock.mayLie(variant.sku, in: $0.id) }
            }
            guard let variant else { return nil }
            var cart = Cart()
            try? cart.add(variant.sku)
            let terms = QuoteTerms(to: destination, shipsFrom: country, rates: view.site.rates)
            guard let quote = try? Quote(cart, in: view.shop.market, from: catalog, under: terms, at: now) else {
                return nil
            }
            return (own.filter { stock.mayLie(variant.sku, in: $0.id) }, quote)
        }
    }

    func values(of way: (warehouses: [Warehouse], quote: Quote)) -> [String: Any] {
        let (strings, quote) = (view.strings, way.quote)
        let names = way.warehouses.compactMap { view.text($0.name) }
        var values: [String: Any] = [
            "name": names.dropFirst().reduce(names.first ?? "") { strings.joinSeries(first: $0, next: $1) }
        ]
        if case .blocked(let reasons) = quote.outcome {
            values["blocked"] = ["title": strings.productBlocked(), "reasons": sentences(reasons)]
            return values
        }
        if let days = quote.delivery {
            let span = DaySpan(days, in: view.shop)
            values["arrives"] = strings.productArrives(first: span.first, last: span.last)
        }
        var rows: [[String: Any]] = []
        func row(_ label: String, _ kinds: Set<Charge.Kind>, none: String? = nil) {
            let amounts = quote.charges.filter { kinds.contains($0.kind) && $0.due != .included }.map(\.amount)
            guard !amounts.isEmpty else { return }
            let sum = amounts.reduce(0) { $0 + $1.minorUnits }
            let amount = view.shop.formatted(Money(minorUnits: sum, quote.total.currency))
            rows.append(["label": label, "value": sum == 0 ? none ?? amount : amount])
        }
        row(strings.productFreight(), [.freight, .insurance])
        row(
            strings.productBorder(), [.duty, .importVAT, .combinedTax, .consumptionTax, .customsFee],
            none: strings.productBorderNone())
        rows.append([
            "label": strings.productLanded(), "value": view.shop.formatted(quote.landedCost), "isTotal": true,
        ])
        values["rows"] = rows
        if case .needsReview(let reasons) = quote.outcome {
            values["review"] = ["title": strings.productReview(), "reasons": sentences(reasons)]
        }
        return values
    }

    private func sentences(_ reasons: [Diagnostic]) -> [String] {
        var said: [String] = []
        for reason in reasons {
            let sentence = view.sentence(reason, about: [product])
            if !said.contains(sentence) { said.append(sentence) }
        }
        return said
    }
}

extension Quote {
    var isBlocked: Bool { if case .blocked = outcome { true } else { false } }

    /// The value-added tax that the price has in it already.
    var includedTax: (rate: Ratio, amount: Money)? {
        charges.first { $0.kind == .vat && $0.due == .included }.flatMap { charge in
            charge.rate.map { ($0, charge.amount) }
        }
    }
}
