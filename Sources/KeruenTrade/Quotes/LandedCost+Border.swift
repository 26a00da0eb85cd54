extension LandedCost {
    /// What the border costs, or, inside a country, its tax on the sale.
    mutating func clear() throws(MoneyError) {
        guard !isInland else {
            for item in items { try tax(item, of: item.net) }
            return
        }
        for item in items where !item.isParcel && !item.line.includesTax {
            review(.missingTaxRule, taxArguments(item, goods: Product.Kind.tour.rawValue))
        }
        guard !parcels.isEmpty else { return }
        guard let regime = terms.rules.regime(from: origin, to: destination, on: day) else {
            review(.missingDutyRule, route)
            return
        }
        let values = try customsValues(regime)
        var value = Money.zero(market.currency)
        for part in values { value = try value + part }
        quote.customsValue = value
        weighYearlyGoods()
        guard try hasRoom(for: value) else { return }
        if let limit = regime.limit {
            guard let isWithin = isWithin(limit, value, regime) else { return }
            guard isWithin else {
                guard try !clearInFull(regime, of: value, above: limit) else { return }
                review(.overLimit, ["limit": .text(limit.description), "rule": .text(regime.id)])
                return
            }
        }
        guard let duties = try duty(regime, on: value, values) else { return }
        try importTax(regime, values, duties)
    }

    /// What customs count each parcel's line as.
    private func customsValues(_ regime: DutyRegime) throws(MoneyError) -> [Money] {
        var values = parcels.map(\.net)
        guard regime.valuation == .landed else { return values }
        let carriage = try (try freight + insurance).allocated(by: values.map(\.minorUnits))
        for index in values.indices { values[index] = try values[index] + carriage[index] }
        return values
    }

    /// Whether a value does not pass a threshold, exactly; nil, and a review, where the rate to know it is missing.
    /// Near it, a notice.
    private mutating func isWithin(_ threshold: Money, _ value: Money, _ regime: DutyRegime) -> Bool? {
        let exchange = threshold.currency == market.currency ? nil : rate(of: threshold.currency, bank: regime.bank)
        func order(_ percent: Int32) -> Int? {
            value.order(against: threshold, times: Ratio(percent: percent), at: exchange)
        }
        guard let exact = order(100), let above = order(105), let below = order(95) else {
            // A missing rate has been told of; one of too many digits has not.
            if let exchange { review(.badRate, ["value": .text(exchange.ratio.description)]) }
            return nil
        }
        if above <= 0, below >= 0 {
            notice(
                .nearThreshold, .warning,
                [
                    "value": .text(value.description), "threshold": .text(threshold.description),
                    "rule": .text(regime.id),
                ])
        }
        return exact <= 0
    }

    /// The duty as it falls on each parcel's line; nil where it can't be known.
    private mutating func duty(
        _ regime: DutyRegime, on value: Money, _ values: [Money]
    ) throws(MoneyError) -> [Money]? {
        let nothing = values.map { _ in Money.zero(market.currency) }
        guard regime.method != .none, let threshold = regime.threshold, let rate = regime.rate else { return nothing }
        guard let isWithin = isWithin(threshold, value, regime) else { return nil }
        var exchange: ExchangeRate?
        if threshold.currency != market.currency {
            exchange = self.rate(of: threshold.currency, bank: regime.bank)
        }
        var (base, counted) = (value, weight())
        var isFree = isWithin
        if regime.method == .excess {
            let local = try exchange?.convert(threshold, RoundingStep.conversion.rounding) ?? threshold
            base = isWithin ? .zero(market.currency) : try value - local
            counted = counted.map { max(0, $0 - (regime.weightLimit ?? .max)) }
            isFree = isWithin && counted == 0
        }
        var charge = Charge(
            .duty, rule: regime.id, base: base, rate: rate, rounding: .duty, amount: .zero(market.currency),
            due: due(regime), exchange: exchange, source: regime.validity.source,
            confidence: regime.validity.confidence)
        if isFree {
            // Told even so: a buyer near the threshold asks why nothing is due.
            (charge.base, charge.rate, charge.rounding) = (value, .zero, nil)
        } else {
            charge.amount = try base.multiplied(by: rate, RoundingStep.duty.rounding)
            if let perKilogram = regime.perKilogram, let counted {
                guard let least = try least(perKilogram, for: counted, at: exchange) else {
                    review(.badRate, ["value": .text(exchange?.ratio.description ?? perKilogram.description)])
                    return nil
                }
                if least.minorUnits > charge.amount.minorUnits {
                    (charge.base, charge.rate, charge.weight, charge.amount) = (perKilogram, nil, counted, least)
                }
            }
        }
        let parts = try charge.amount.allocated(by: values.map(\.minorUnits))
        charge.shares = shares(of: parts, over: parcels)
        add(charge)
        if !isFree, let fee = regime.fee, fee.currency != market.currency {
            review(
                .missingRate,
                [
                    "from": .text(fee.currency.code), "to": .text(market.currency.code), "day": .text(day.description),
                ])
        }
        if !isFree, let fee = regime.fee, fee.currency == market.currency {
            add(
                Charge(
                    .customsFee, rule: regime.id, base: fee, amount: fee, due: due(regime),
                    source: regime.validity.source, confidence: regime.validity.confidence))
        }
        return parts
    }

    /// An amount for each kilogram in the market's currency: grams and rate are multiplied first, and rounded once.
    private func least(
        _ perKilogram: Money, for grams: Int64, at exchange: ExchangeRate?
    ) throws(MoneyError) -> Money? {
        guard let kilograms = Ratio(grams, over: 1_000) else { return nil }
        guard let exchange, perKilogram.currency != market.currency else {
            return try perKilogram.multiplied(by: kilograms, RoundingStep.duty.rounding)
        }
        guard let factor = exchange.factor(from: perKilogram.currency)?.times(kilograms) else { return nil }
        let units = try perKilogram.multiplied(by: factor, RoundingStep.duty.rounding).minorUnits
        return Money(minorUnits: units, market.currency)
    }

    func due(_ regime: DutyRegime) -> Charge.Due {
        regime.collection == .sale || terms.incoterm == .ddp ? .nowForCustoms : .atBorder
    }

    private mutating func importTax(
        _ regime: DutyRegime, _ values: [Money], _ duties: [Money]
    ) throws(MoneyError) {
        let share: Ratio
        let kind: Charge.Kind
        switch regime.vat {
        case .untaxed: return
        case .unknown:
            review(.unknownImportTax, route.merging(["rule": .text(regime.id)]) { $1 })
            return
        case .share(let part): (share, kind) = (part, .combinedTax)
        case .aboveThreshold, .aboveThresholdUnknownBelow:
            // Below the threshold the duty's own charge says so.
            guard let duty = quote.charges.last(where: { $0.kind == .duty }), duty.rate != .zero else {
                guard regime.vat == .aboveThresholdUnknownBelow else { return }
                return review(.unknownImportTax, route.merging(["rule": .text(regime.id)]) { $1 })
            }
            (share, kind) = (.one, .importVAT)
        }
        for (index, item) in parcels.enumerated() {
            guard let tax = rateOfTax(on: item) else { continue }
            var consumption: ConsumptionTax?
            // A part of all taxes is a part of this one too.
            if kind == .combinedTax {
                guard case .known(let known) = consumptionTax(on: item, of: values[index]) else { continue }
                consumption = known
            }
            guard let whole = consumption.map({ $0.combined(with: tax.rate) }) ?? tax.rate,
                let rate = whole.times(share)
            else {
                review(.badRate, ["value": .text(tax.rate.description)])
                continue
            }
            let base = try values[index] + duties[index]
            if let consumption {
                try addTax(kind, consumption, at: rate, of: base, on: item, regime)
            } else {
                try addTax(kind, tax, at: rate, of: base, on: item, regime)
            }
        }
    }

    /// Adds a line's tax, and tells where the price has one in it already.
    @discardableResult
    mutating func addTax(
        _ kind: Charge.Kind, _ row: some DatedRule, at rate: Ratio, of base: Money, on item: Item, _ regime: DutyRegime
    ) throws(MoneyError) -> Money {
        let amount = try base.multiplied(by: rate, RoundingStep.taxLine.rounding)
        add(
            Charge(
                kind, rule: row.id, sku: item.line.sku, base: base, rate: rate, rounding: .taxLine, amount: amount,
                due: due(regime), source: row.validity.source, confidence: row.validity.confidence))
        if item.line.includesTax, amount.minorUnits > 0 {
            notice(.taxOnTop, .warning, ["sku": .text(item.line.sku.description)])
        }
        return amount
    }

    /// The tax on a sale inside a country: in the price already, or on top of it.
    private mutating func tax(_ item: Item, of net: Money) throws(MoneyError) {
        guard item.isParcel else {
            if !item.line.includesTax {
                review(.missingTaxRule, taxArguments(item, goods: Product.Kind.tour.rawValue))
            }
            return
        }
        guard let tax = rateOfTax(on: item) else { return }
        // Of a gross price, rate ÷ (1 + rate) is tax: 22/122.
        guard let inPrice = Ratio(tax.rate.numerator, over: tax.rate.numerator + tax.rate.denominator) else { return }
        let rate = item.line.includesTax ? inPrice : tax.rate
        add(
            Charge(
                .vat, rule: tax.id, sku: item.line.sku, base: net, rate: rate, rounding: .taxLine,
                amount: try net.multiplied(by: rate, RoundingStep.taxLine.rounding),
                due: item.line.includesTax ? .included : .now, source: tax.validity.source,
                confidence: tax.validity.confidence))
    }

    mutating func rateOfTax(on item: Item) -> ValueAddedTax? {
        guard item.product.hsCode != nil else {
            review(.missingHSCode, ["sku": .text(item.line.sku.description)])
            return nil
        }
        let (goods, row) = terms.rules.taxClass(of: item.product, in: destination, on: day)
        if let row, row.validity.confidence == .low {
            notice(.unconfirmedRule, .warning, ["rule": .text(row.id), "source": .text(row.validity.source)])
        }
        guard let tax = terms.rules.tax(on: goods, in: destination, on: day) else {
            review(.missingTaxRule, taxArguments(item, goods: goods))
            return nil
        }
        return tax
    }

    private func taxArguments(_ item: Item, goods: String) -> [String: Diagnostic.Argument] {
        [
            "sku": .text(item.line.sku.description), "class": .text(goods), "country": .text(destination),
            "day": .text(day.description),
        ]
    }
}
