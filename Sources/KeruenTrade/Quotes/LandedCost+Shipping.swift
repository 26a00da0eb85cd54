extension LandedCost {
    /// Freight and insurance, paid with the price on any terms.
    mutating func ship() throws(MoneyError) {
        guard !parcels.isEmpty else { return }
        try carry()
        if terms.isInsured { try insure() }
    }

    private mutating func carry() throws(MoneyError) {
        guard let tariff = terms.rules.tariff(from: origin, to: destination, on: day) else {
            review(.missingFreightTariff, route)
            return
        }
        estimate(tariff.transit)
        guard let grams = weight() else { return }
        guard grams <= tariff.maximum else {
            review(
                .tooHeavy,
                [
                    "weight": .integer(Int(clamping: grams)), "maximum": .integer(Int(clamping: tariff.maximum)),
                    "rule": .text(tariff.id),
                ])
            return
        }
        guard let price = try inMarket(try tariff.price(of: grams)) else { return }
        freight = price.amount
        add(
            Charge(
                .freight, rule: tariff.id, base: tariff.first, weight: tariff.billed(grams),
                rounding: price.exchange == nil ? .freight : .conversion, amount: freight, due: .now,
                exchange: price.exchange, source: tariff.validity.source, confidence: tariff.validity.confidence))
    }

    /// When it may be there: made ready in two working days of the origin, then on its way while both sides work.
    private mutating func estimate(_ transit: ClosedRange<Int>) {
        guard let time = DeliveryTime(handling: terms.handling, transit: transit) else { return }
        let (origin, destination) = (HolidayCalendar(country: origin), HolidayCalendar(country: destination))
        quote.delivery = time.estimate(shipping: day, from: origin, to: destination).value
    }

    private mutating func insure() throws(MoneyError) {
        guard let tariff = terms.rules.insurance(from: origin, to: destination, on: day) else {
            review(.missingInsuranceTariff, route)
            return
        }
        let value = try goodsValue()
        guard let minimum = try inMarket(tariff.minimum) else { return }
        let byValue = try value.multiplied(by: tariff.rate, RoundingStep.insurance.rounding)
        let isMinimum = byValue.minorUnits < minimum.amount.minorUnits
        insurance = isMinimum ? minimum.amount : byValue
        add(
            Charge(
                .insurance, rule: tariff.id, base: isMinimum ? tariff.minimum : value,
                rate: isMinimum ? nil : tariff.rate, rounding: isMinimum ? nil : .insurance, amount: insurance,
                due: .now, exchange: isMinimum ? minimum.exchange : nil, source: tariff.validity.source,
                confidence: tariff.validity.confidence))
    }

    /// A tariff's amount in the market's currency; nil, and a review, where the rate is missing.
    private mutating func inMarket(_ money: Money) throws(MoneyError) -> (amount: Money, exchange: ExchangeRate?)? {
        guard money.currency != market.currency else { return (money, nil) }
        guard let rate = rate(of: money.currency, bank: nil) else { return nil }
        return (try rate.convert(money, RoundingStep.conversion.rounding), rate)
    }
}
