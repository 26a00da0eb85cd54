/// Which orders customs' answers are about.
///
/// Orders and lists carry the order's own number (`DocumentNumber`). A carrier's and a payment provider's numbers are found in the events
/// of orders: the reference of the steps `screened` and `submitted`, and the payments.
public struct ReceiptIndex: Sendable {
    private var waybills: [String: Set<Order.ID>] = [:]
    private var payments: [String: Set<Order.ID>] = [:]

    public init() {}

    /// Notes what an event says of an order's documents.
    public mutating func add(_ event: OrderEvent, of order: Order.ID) {
        if let number = event.waybill { waybills[number, default: []].insert(order) }
        switch event.change {
        case .captured(let payment, _): payments[payment.transaction, default: []].insert(order)
        default: break
        }
    }

    /// The order that a receipt's own numbers name; nil for a carrier's, a provider's, and those of other shops.
    public static func named(by receipt: CEBReceipt) -> Order.ID? {
        let named =
            switch receipt.kind {
            case .exportOrder, .importOrder, .exportCollection: Order.ID(receipt.document)
            case .exportList, .importList, .exportCancellation, .listCancellation, .listRefund:
                DocumentNumber(receipt.document)?.order
            case .format: CEBGUID(receipt.document)?.order
            case .importPayment, .exportWaybill, .importWaybill: Order.ID?.none
            }
        return named ?? receipt.orderNumber.flatMap { Order.ID($0) }
    }

    /// The one order that a receipt is about; nil for a number of no order, or of several.
    public func order(of receipt: CEBReceipt) -> Order.ID? {
        if let named = Self.named(by: receipt) { return named }
        let found =
            switch receipt.kind {
            case .exportWaybill, .importWaybill: waybills[receipt.document]
            case .importPayment: payments[receipt.document]
            default: Set<Order.ID>?.none
            }
        return found?.count == 1 ? found?.first : nil
    }
}

extension OrderStore {
    /// Reads the numbers that carriers and payment providers have given to this store's orders.
    public func receiptIndex() async throws(TradeError) -> ReceiptIndex {
        var index = ReceiptIndex()
        var position: Int64 = 0
        while true {
            let after = position
            let events = try await read { transaction throws(TradeError) in
                try transaction.events(after: after, limit: 1_000)
            }
            for told in events { index.add(told.event, of: told.order) }
            guard let last = events.last else { return index }
            position = last.position
        }
    }
}
