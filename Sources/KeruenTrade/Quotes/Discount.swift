/// What a buyer pays less, spread over the lines so that each has its own price for customs and tax.
public enum Discount: Hashable, Sendable {
    /// Off the goods; above 0, at most 1.
    case percent(Ratio)
    /// Off the order, in the market's currency.
    case amount(Money)

    /// Reads "10%", "500", "500 KZT".
    /// - Throws: `TradeError` with `badDiscount`.
    public init(_ text: String, currency: Currency) throws(TradeError) {
        if let ratio = Ratio(percentText: text) {
            self = .percent(ratio)
        } else if let money = Money(amountAndCurrency: text) ?? (try? Money(text, currency)) {
            self = .amount(money)
        } else {
            throw TradeError(.badDiscount, ["value": .text(text)])
        }
        try check(in: currency)
    }

    /// - Throws: `TradeError` with `badDiscount` or `discountCurrency`.
    func check(in currency: Currency) throws(TradeError) {
        switch self {
        case .percent(let ratio):
            guard ratio > .zero, ratio <= .one else {
                throw TradeError(.badDiscount, ["value": .text("\(ratio.percentText)%")])
            }
        case .amount(let money):
            guard money.currency == currency else {
                throw TradeError(
                    .discountCurrency, ["value": .text(money.description), "currency": .text(currency.code)])
            }
            guard money.minorUnits > 0 else { throw TradeError(.badDiscount, ["value": .text(money.description)]) }
        }
    }
}
