/// Whether order, payment, waybill and list of one parcel say the same, as customs will ask before anything else.
///
///     ThreeDocumentMatch.problems(order, payment, waybill, list)      // empty, or what differs
///
/// That each document fits its schema says nothing of it. What is found names fields and numbers of documents, never what stands in them.
public enum ThreeDocumentMatch {
    /// Of an import.
    public static func problems(
        _ order: ImportOrder, _ payment: ImportPayment, _ waybill: ImportWaybill, _ list: ImportList
    ) -> [Diagnostic] {
        var match = Comparison(order: order.number)
        match.sums(of: order, payment)
        match.people(of: order, payment, waybill, list)

        match.same(payment.orderNumber, "CEB411.orderNo", order.number, "CEB311.orderNo")
        match.same(waybill.orderNumber, "CEB511.orderNo", order.number, "CEB311.orderNo")
        match.same(list.orderNumber, "CEB621.orderNo", order.number, "CEB311.orderNo")
        match.same(payment.platform.code, "CEB411.ebpCode", order.platform.code, "CEB311.ebpCode")
        match.same(list.platform.code, "CEB621.ebpCode", order.platform.code, "CEB311.ebpCode")
        match.same(list.merchant.code, "CEB621.ebcCode", order.merchant.code, "CEB311.ebcCode")
        if let provider = order.paymentProvider {
            match.same(payment.provider.code, "CEB411.payCode", provider.code, "CEB311.payCode")
        }
        if let transaction = order.transaction {
            match.same(payment.transaction, "CEB411.payTransactionId", transaction, "CEB311.payTransactionId")
        }
        match.same(list.carrier.code, "CEB621.logisticsCode", waybill.carrier.code, "CEB511.logisticsCode")
        match.same(list.waybillNumber, "CEB621.logisticsNo", waybill.number, "CEB511.logisticsNo")

        match.lines(
            "CEB311", order.lines.map { Comparison.Line($0.name, $0.unit, $0.quantity, $0.price, $0.total) },
            "CEB621", list.lines.map { Comparison.Line($0.name, $0.unit, $0.quantity, $0.price, $0.total) })
        for (index, (ours, theirs)) in zip(list.lines, order.lines).enumerated() {
            let (left, right) = ("CEB621.InventoryList[\(index + 1)]", "CEB311.OrderList[\(index + 1)]")
            match.same(ours.origin, "\(left).country", theirs.origin, "\(right).country")
        }
        match.sum(order.goodsValue, "CEB311.goodsValue", of: order.lines.map(\.total), "CEB311.OrderList.totalPrice")
        return match.problems
    }

    /// Of an export.
    public static func problems(
        _ order: ExportOrder, _ collection: ExportCollection, _ waybill: ExportWaybill, _ list: ExportList
    ) -> [Diagnostic] {
        var match = Comparison(order: order.number)
        match.same(collection.orderNumber, "CEB403.orderNo", order.number, "CEB303.orderNo")
        match.same(list.orderNumber, "CEB603.orderNo", order.number, "CEB303.orderNo")
        match.same(collection.platform.code, "CEB403.ebpCode", order.platform.code, "CEB303.ebpCode")
        match.same(list.platform.code, "CEB603.ebpCode", order.platform.code, "CEB303.ebpCode")
        match.same(collection.merchant.code, "CEB403.ebcCode", order.merchant.code, "CEB303.ebcCode")
        match.same(list.merchant.code, "CEB603.ebcCode", order.merchant.code, "CEB303.ebcCode")
        match.same(list.carrier.code, "CEB603.logisticsCode", waybill.carrier.code, "CEB505.logisticsCode")
        match.same(list.waybillNumber, "CEB603.logisticsNo", waybill.number, "CEB505.logisticsNo")
        match.same(list.parcels, "CEB603.packNo", waybill.parcels, "CEB505.packNo")
        match.same(list.grossWeight, "CEB603.grossWeight", waybill.grossWeight, "CEB505.grossWeight")
        match.lines(
            "CEB303", order.lines.map { Comparison.Line($0.name, $0.unit, $0.quantity, $0.price, $0.total) },
            "CEB603", list.lines.map { Comparison.Line($0.name, $0.unit, $0.quantity, $0.price, $0.total) })
        match.sum(order.goodsValue, "CEB303.goodsValue", of: order.lines.map(\.total), "CEB303.OrderList.totalPrice")
        match.sum(
            collection.amount, "CEB403.charge", of: [order.goodsValue, order.freight], "CEB303.goodsValue + freight")
        return match.problems
    }
}
