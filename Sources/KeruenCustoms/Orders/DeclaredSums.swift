/// What an order cost, by the parts that customs' documents have.
struct DeclaredSums {
    /// Lines after discounts: their declared value.
    var net: Money
    /// Each line after its discounts.
    var nets: [Money]
    var freight: Money
    var insurance: Money
    /// What was taken with the price for customs, of either side.
    var tax: Money
    var total: Money

    /// - Throws: `Refusal` with `customsValueMismatch` where the parts are not the total, to the cent.
    init(_ order: Order) throws(Refusal) {
        let currency = order.total.currency
        let charges = (order.placement.landing?.charges ?? []).filter { $0.due == .now || $0.due == .nowForCustoms }
        func sum(_ fits: (Charge.Kind) -> Bool) -> Money? {
            Comparison.sum(charges.filter { fits($0.kind) }.map(\.amount), currency)
        }
        var nets: [Money]? = order.lines.map(\.total)
        for discount in charges where discount.kind == .discount { nets = nets?.reduced(by: discount.shares) }
        guard let goods = Comparison.sum(order.lines.map(\.total), currency), let discount = sum({ $0 == .discount }),
            let freight = sum({ $0 == .freight }), let insurance = sum({ $0 == .insurance }),
            // Whatever else is taken with the price is handed on to a state.
            let tax = sum({ ![.goods, .discount, .freight, .insurance].contains($0) }), let nets,
            discount.minorUnits <= 0, nets.allSatisfy({ $0.minorUnits >= 0 }),
            let net = Comparison.sum([goods, discount], currency), Comparison.sum(nets, currency) == net,
            Comparison.sum([net, freight, insurance, tax], currency) == order.total
        else {
            throw Refusal(
                .customsValueMismatch, ["id": .text(order.id.description), "total": .text(order.total.description)])
        }
        self.net = net
        self.nets = nets
        self.freight = freight
        self.insurance = insurance
        self.tax = tax
        total = order.total
    }

    /// Everything that is paid beside the goods.
    var beside: Money {
        Money(minorUnits: freight.minorUnits + insurance.minorUnits + tax.minorUnits, total.currency)
    }

    /// Freight and insurance together, which orders have one field for.
    var carriage: Money { Money(minorUnits: freight.minorUnits + insurance.minorUnits, total.currency) }
}

extension [Money] {
    /// Each less its share, which is below zero; nil where the shares are not one for each.
    fileprivate func reduced(by shares: [Charge.Share]) -> [Money]? {
        guard shares.count == count else { return nil }
        var result: [Money] = []
        for (amount, share) in zip(self, shares) {
            guard let sum = try? amount + share.amount else { return nil }
            result.append(sum)
        }
        return result
    }
}
