/// What differs between documents of one order, gathered.
struct Comparison {
    private(set) var problems: [Diagnostic] = []
    private let order: String

    init(order: String) { self.order = order }

    /// A line as order and list both have it.
    struct Line {
        var name: String
        var unit: CustomsUnit
        var quantity: CEBDecimal
        var price: Money
        var total: Money

        init(_ name: String, _ unit: CustomsUnit, _ quantity: CEBDecimal, _ price: Money, _ total: Money) {
            (self.name, self.unit, self.quantity, self.price, self.total) = (name, unit, quantity, price, total)
        }

        /// Whether the total is quantity × price.
        var isRight: Bool {
            guard price.currency == total.currency, let price = CEBDecimal(price), let total = CEBDecimal(total) else {
                return false
            }
            return quantity.times(price, is: total)
        }
    }

    /// Two fields that must be the same to the letter.
    mutating func same<Value: Equatable>(_ a: Value, _ field: String, _ b: Value, _ other: String) {
        guard a != b else { return }
        report(.customsMismatch, ["field": .text(field), "other": .text(other)])
    }

    mutating func sum(_ total: Money, _ field: String, of parts: [Money], _ other: String) {
        guard Self.sum(parts, total.currency) != total else { return }
        report(.customsSumMismatch, ["field": .text(field), "other": .text(other)])
    }

    /// Nil for amounts of several currencies, or too large a sum.
    static func sum(_ parts: [Money], _ currency: Currency) -> Money? {
        var sum = Money.zero(currency)
        for part in parts {
            guard let next = try? sum + part else { return nil }
            sum = next
        }
        return sum
    }

    /// goodsValue + freight + taxTotal − discount = acturalPaid = amountPaid
    mutating func sums(of order: ImportOrder, _ payment: ImportPayment) {
        var parts = [order.goodsValue, order.freight, order.taxTotal]
        parts.append(Money(minorUnits: 0 &- order.discount.minorUnits, order.discount.currency))
        sum(order.paid, "CEB311.acturalPaid", of: parts, "CEB311.goodsValue + freight + taxTotal − discount")
        same(payment.amountPaid, "CEB411.amountPaid", order.paid, "CEB311.acturalPaid")
    }

    mutating func people(
        of order: ImportOrder, _ payment: ImportPayment, _ waybill: ImportWaybill, _ list: ImportList
    ) {
        same(waybill.consignee.name, "CEB511.consignee", order.consignee.name, "CEB311.consignee")
        same(
            waybill.consignee.telephone, "CEB511.consigneeTelephone", order.consignee.telephone,
            "CEB311.consigneeTelephone")
        same(waybill.consignee.address, "CEB511.consigneeAddress", order.consignee.address, "CEB311.consigneeAddress")
        same(list.consigneeAddress, "CEB621.consigneeAddress", order.consignee.address, "CEB311.consigneeAddress")
        same(payment.payer.name, "CEB411.payerName", order.buyer.name, "CEB311.buyerName")
        same(payment.payer.identityNumber, "CEB411.payerIdNumber", order.buyer.identityNumber, "CEB311.buyerIdNumber")
        same(list.buyer.name, "CEB621.buyerName", order.buyer.name, "CEB311.buyerName")
        same(list.buyer.identityNumber, "CEB621.buyerIdNumber", order.buyer.identityNumber, "CEB311.buyerIdNumber")
        same(list.buyer.telephone, "CEB621.buyerTelephone", order.buyer.telephone, "CEB311.buyerTelephone")
    }

    /// Lines correspond by their numbers, one to one, and each is right in itself.
    mutating func lines(_ order: String, _ ordered: [Line], _ list: String, _ listed: [Line]) {
        if ordered.count != listed.count {
            let counts: [String: Diagnostic.Argument] = [
                "field": .text("\(list).InventoryList"), "other": .text("\(order).OrderList"),
                "found": .integer(listed.count), "expected": .integer(ordered.count),
            ]
            report(.customsLinesMismatch, counts)
        }
        for (index, line) in ordered.enumerated() where !line.isRight { wrong("\(order).OrderList[\(index + 1)]") }
        for (index, line) in listed.enumerated() where !line.isRight { wrong("\(list).InventoryList[\(index + 1)]") }
        for (index, (ours, theirs)) in zip(listed, ordered).enumerated() {
            let (left, right) = ("\(list).InventoryList[\(index + 1)]", "\(order).OrderList[\(index + 1)]")
            same(ours.name, "\(left).gname", theirs.name, "\(right).itemName")
            same(ours.unit, "\(left).unit", theirs.unit, "\(right).unit")
            same(ours.quantity, "\(left).qty", theirs.quantity, "\(right).qty")
            same(ours.price, "\(left).price", theirs.price, "\(right).price")
            same(ours.total, "\(left).totalPrice", theirs.total, "\(right).totalPrice")
        }
    }

    private mutating func wrong(_ line: String) {
        report(.customsSumMismatch, ["field": .text("\(line).totalPrice"), "other": .text("\(line).qty × price")])
    }

    private mutating func report(_ code: Diagnostic.Code, _ arguments: [String: Diagnostic.Argument]) {
        var arguments = arguments
        arguments["order"] = .text(order)
        problems.append(Diagnostic(code, .error, at: nil, arguments))
    }
}

extension Diagnostic.Code {
    /// Two documents of an order say different things.
    public static let customsMismatch = Self("CUS0201")
    /// An amount is not the sum or product that it has to be.
    public static let customsSumMismatch = Self("CUS0202")
    /// List and order have different numbers of lines.
    public static let customsLinesMismatch = Self("CUS0203")
}
