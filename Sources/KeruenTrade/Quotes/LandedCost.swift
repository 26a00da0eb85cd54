public import Foundation

/// A quote on its way to a landed cost: step by step, each leaving its charges behind.
struct LandedCost {
    let market: Market
    let terms: QuoteTerms
    let day: CivilDate
    var quote: Quote
    var items: [Item]
    var reviews: [Diagnostic] = []
    var blocks: [Diagnostic] = []
    var freight: Money
    var insurance: Money

    struct Item {
        var line: Quote.Line
        var product: Product
        /// What is left of the line after discounts.
        var net: Money
        /// Of all pieces; nil where the weight is not known.
        var grams: Int64?
        /// Tours cross no border and weigh nothing.
        var isParcel: Bool { product.kind != .tour }
    }

    var origin: String { terms.shipsFrom }
    var destination: String { terms.destination.country }
    var isInland: Bool { origin == destination }

    init(_ quote: Quote, in market: Market, from catalog: Catalog, under terms: QuoteTerms) {
        self.market = market
        self.terms = terms
        self.day = quote.day
        self.quote = quote
        freight = .zero(market.currency)
        insurance = .zero(market.currency)
        items = quote.lines.compactMap { line in
            guard let (product, variant) = catalog.item(line.sku) else { return nil }
            let grams = variant.weight?.grams.flatMap { grams -> Int64? in
                let (all, overflow) = grams.multipliedReportingOverflow(by: Int64(line.quantity))
                return overflow ? nil : all
            }
            return Item(line: line, product: product, net: line.total, grams: grams)
        }
    }

    /// Notes a charge, and that its rule is not sure where it isn't.
    mutating func add(_ charge: Charge) {
        quote.charges.append(charge)
        guard charge.confidence == .low, let source = charge.source else { return }
        notice(.unconfirmedRule, .warning, ["rule": .text(charge.rule), "source": .text(source)])
    }

    mutating func notice(
        _ code: Diagnostic.Code, _ severity: Diagnostic.Severity, _ arguments: [String: Diagnostic.Argument]
    ) {
        let notice = Diagnostic(code, severity, at: nil, arguments)
        if !quote.notices.contains(notice) { quote.notices.append(notice) }
    }

    /// Something is unknown: a person has to look.
    mutating func review(_ code: Diagnostic.Code, _ arguments: [String: Diagnostic.Argument]) {
        let reason = Diagnostic(code, .warning, at: nil, arguments)
        if !reviews.contains(reason) { reviews.append(reason) }
    }

    var route: [String: Diagnostic.Argument] {
        ["origin": .text(origin), "destination": .text(destination), "day": .text(day.description)]
    }

    /// The rate of the day between a currency and the market's, a bank's before anybody else's.
    mutating func rate(of currency: Currency, bank: String?) -> ExchangeRate? {
        let own = terms.rates.rate(from: currency, to: market.currency, on: day, source: bank)
        guard let rate = own ?? terms.rates.rate(from: currency, to: market.currency, on: day) else {
            review(
                .missingRate,
                ["from": .text(currency.code), "to": .text(market.currency.code), "day": .text(day.description)])
            return nil
        }
        let shown: [String: Diagnostic.Argument] = [
            "from": .text(rate.from.code), "to": .text(rate.to.code), "day": .text(rate.day.description),
            "bank": .text(rate.source),
        ]
        if let bank, rate.source != bank { notice(.otherBank, .warning, shown.merging(["wanted": .text(bank)]) { $1 }) }
        if Int(day.daysSince1970) - Int(rate.day.daysSince1970) > terms.rules.rateAge { review(.staleRate, shown) }
        notice(.rateIsEstimate, .note, shown)
        return rate
    }

    /// The grams of all parcels together; nil, and a review, where a weight is missing.
    mutating func weight() -> Int64? {
        var sum: Int64 = 0
        for item in items where item.isParcel {
            guard let grams = item.grams else {
                review(.missingWeight, ["sku": .text(item.line.sku.description)])
                return nil
            }
            let (next, overflow) = sum.addingReportingOverflow(grams)
            guard !overflow else {
                review(.missingWeight, ["sku": .text(item.line.sku.description)])
                return nil
            }
            sum = next
        }
        return sum
    }

    var parcels: [Item] { items.filter(\.isParcel) }

    /// What the parcels' goods cost after discounts.
    func goodsValue() throws(MoneyError) -> Money {
        var sum = Money.zero(market.currency)
        for item in parcels { sum = try sum + item.net }
        return sum
    }

    func shares(of amounts: [Money], over items: [Item]) -> [Charge.Share] {
        zip(items, amounts).map { Charge.Share(sku: $0.line.sku, amount: $1) }
    }
}

extension Quote {
    /// The cart landed at its destination.
    ///
    /// - Throws: `TradeError` as for the goods alone, and `unknownCountry`, `notDeliveredThere`, `badDiscount`,
    ///   `discountCurrency`, `discountTooLarge` or `totalTooLarge`. What is unknown or forbidden is no error but the
    ///   quote's `outcome`.
    public init(
        _ cart: Cart, in market: Market, from catalog: Catalog, under terms: QuoteTerms, at now: Date
    ) throws(TradeError) {
        guard Country.codes.contains(terms.shipsFrom) else {
            throw TradeError(.unknownCountry, ["country": .text(terms.shipsFrom)])
        }
        guard market.countries.contains(terms.destination.country) else {
            throw TradeError(
                .notDeliveredThere,
                [
                    "market": .text(market.id), "country": .text(terms.destination.country),
                    "known": .text(market.countries.joined(separator: ", ")),
                ])
        }
        let goods = try Quote(cart, in: market, from: catalog, on: terms.day ?? CivilDate(now, in: market), at: now)
        var cost = LandedCost(goods, in: market, from: catalog, under: terms)
        try cost.discount()
        do throws(MoneyError) {
            cost.restrict()
            try cost.ship()
            try cost.clear()
            self = try cost.sums()
        } catch {
            throw TradeError(.totalTooLarge, ["value": .text(error.subject)])
        }
        endWithTheDay(in: market, from: catalog, rules: terms.rules)
    }
}
