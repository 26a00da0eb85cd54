extension LandedCost {
    /// Takes discounts off the lines, by largest remainder, so that their shares add up to each discount exactly.
    mutating func discount() throws(TradeError) {
        for (index, discount) in terms.discounts.enumerated() {
            try discount.check(in: market.currency)
            let isTaken: Bool
            var value = Money.zero(market.currency)
            do throws(MoneyError) {
                for item in items { value = try value + item.net }
                isTaken = try take(discount, off: value, rule: "discount-\(index + 1)")
            } catch {
                throw TradeError(.totalTooLarge, ["value": .text(error.subject)])
            }
            guard isTaken else {
                throw TradeError(
                    .discountTooLarge, ["value": .text(discount.text), "goods": .text(value.description)])
            }
        }
    }

    /// - Returns: false where the goods cost less than that.
    private mutating func take(_ discount: Discount, off value: Money, rule: String) throws(MoneyError) -> Bool {
        let amount: Money
        var rate: Ratio?
        switch discount {
        case .percent(let ratio):
            amount = try value.multiplied(by: ratio, RoundingStep.discount.rounding)
            rate = ratio
        case .amount(let money):
            guard money.minorUnits <= value.minorUnits else { return false }
            amount = money
        }
        let parts = try amount.allocated(by: items.map(\.net.minorUnits))
        for (index, part) in parts.enumerated() { items[index].net = try items[index].net - part }
        let negative = parts.map { Money(minorUnits: -$0.minorUnits, market.currency) }
        add(
            Charge(
                .discount, rule: rule, base: value, rate: rate, rounding: rate == nil ? nil : .discount,
                amount: Money(minorUnits: -amount.minorUnits, market.currency),
                shares: shares(of: negative, over: items), due: .now))
        return true
    }
}

extension Discount {
    fileprivate var text: String {
        switch self {
        case .percent(let ratio): "\(ratio.percentText)%"
        case .amount(let money): money.description
        }
    }
}
