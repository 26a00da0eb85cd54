/// China's retail imports above their limits, and goods of which a year has only so much.
extension LandedCost {
    /// Whether the buyer's year has room for a value; a review where it hasn't: then it is general trade, with papers of its own.
    mutating func hasRoom(for value: Money) throws(MoneyError) -> Bool {
        guard let quota = terms.rules.quotas.rule(for: destination, on: day),
            quota.annual.currency == market.currency
        else { return true }
        let used = terms.quotaUsed ?? .zero(market.currency)
        guard (try used + value).minorUnits > quota.annual.minorUnits else { return true }
        review(
            .quotaAnnual,
            [
                "limit": .text(quota.annual.description), "used": .text(used.description),
                "wanted": .text(value.description), "year": .text("\(day.components.year)"),
            ])
        return false
    }

    /// Goods of which a person may have only so much sent in a year.
    mutating func weighYearlyGoods() {
        for row in terms.rules.yearlyWeights.filter({ $0.country == destination }).inForce(on: day) {
            var grams: Int64 = 0
            for item in parcels where row.selector.precision(for: item.product) != nil {
                // A weight that is not known has been told of.
                grams += min(item.grams ?? 0, .max / 2 - grams)
            }
            guard grams > row.limit else { continue }
            review(
                .yearlyWeight,
                [
                    "weight": .integer(Int(clamping: grams)), "limit": .integer(Int(clamping: row.limit)),
                    "rule": .text(row.id),
                ])
        }
    }

    /// One piece above the limit of an order: full duty, consumption tax and VAT, each of what stands before it.
    /// - Returns: false where it is none, or no row lets a piece pass.
    mutating func clearInFull(_ regime: DutyRegime, of value: Money, above limit: Money) throws(MoneyError) -> Bool {
        guard terms.rules.quotas.rule(for: destination, on: day) != nil, parcels.count == 1,
            let item = parcels.first, item.line.quantity == 1
        else { return false }
        let rows = terms.rules.dutyRates.filter { $0.country == destination }
        guard let duty = rows.closest(to: item.product, on: day, by: \.selector) else {
            review(
                .dutyRateUnknown, ["sku": .text(item.line.sku.description), "limit": .text(limit.description)])
            return true
        }
        let paid = try value.multiplied(by: duty.rate, RoundingStep.duty.rounding)
        add(
            Charge(
                .duty, rule: duty.id, base: value, rate: duty.rate, rounding: .duty, amount: paid,
                shares: shares(of: [paid], over: [item]), due: due(regime), source: duty.validity.source,
                confidence: duty.validity.confidence))
        guard let vat = rateOfTax(on: item), case .known(let consumption) = consumptionTax(on: item, of: value) else {
            return true
        }
        var base = try value + paid
        if let consumption, let rate = consumption.onTop {
            let tax = try addTax(.consumptionTax, consumption, at: rate, of: base, on: item, regime)
            base = try base + tax
        }
        try addTax(.importVAT, vat, at: vat.rate, of: base, on: item, regime)
        return true
    }

    enum Consumption {
        /// Nil where the goods are not taxed.
        case known(ConsumptionTax?)
        /// A review says why.
        case unknown
    }

    /// The consumption tax on goods whose value customs know.
    mutating func consumptionTax(on item: Item, of value: Money) -> Consumption {
        let rows = terms.rules.consumptionTaxes.filter { $0.country == destination }
        guard let tax = rows.closest(to: item.product, on: day, by: \.selector) else { return .known(nil) }
        for least in [tax.perUnit, tax.perPiece] {
            guard let least, least.currency != market.currency else { continue }
            review(
                .missingRate,
                [
                    "from": .text(least.currency.code), "to": .text(market.currency.code),
                    "day": .text(day.description),
                ])
            return .unknown
        }
        guard let isTaxed = tax.taxes(value, pieces: item.line.quantity, of: item.product) else {
            review(.contentUnknown, ["sku": .text(item.line.sku.description)])
            return .unknown
        }
        return .known(isTaxed ? tax : nil)
    }
}

extension Diagnostic.Code {
    /// Above the limit of an order full duty is due, and no row says how much.
    public static let dutyRateUnknown = Self("TRD0711")
    /// Millilitres or grams, by which a consumption tax is decided.
    public static let contentUnknown = Self("TRD0712")
    /// More of some goods than a person may have sent in a year.
    public static let yearlyWeight = Self("TRD0713")
}
