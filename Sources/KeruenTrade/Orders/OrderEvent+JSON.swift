public import Foundation

extension OrderEvent {
    /// The event as a store keeps it: JSON of version 1, times in milliseconds since 1970, amounts in minor units.
    ///
    /// Its order, number and time are the store's to keep beside it.
    public var json: [UInt8] {
        var writer = JSONWriter(capacity: 384)
        writer.object { json in
            json.field("event", change.name)
            change.write(to: &json)
        }
        return writer.bytes
    }

    /// An instant as it is kept; finer than any clock that orders are told by.
    public static func milliseconds(_ instant: Date) -> Int64 {
        // As far as a Double counts milliseconds exactly; what is no instant is the first.
        let milliseconds = (instant.timeIntervalSince1970 * 1_000).rounded()
        return milliseconds.isNaN ? 0 : Int64(min(max(milliseconds, -9e15), 9e15))
    }

    public static func instant(_ milliseconds: Int64) -> Date {
        Date(timeIntervalSince1970: Double(milliseconds) / 1_000)
    }
}

extension Date {
    /// As stores keep it: an order that was read back equals the one that was placed.
    var inWholeMilliseconds: Date { OrderEvent.instant(OrderEvent.milliseconds(self)) }
}

extension OrderEvent.Change {
    /// Stable: it stands in every stored event.
    public var name: String {
        switch self {
        case .placed: "placed"
        case .paymentStarted: "paymentStarted"
        case .authorised: "authorised"
        case .captured: "captured"
        case .paymentFailed: "paymentFailed"
        case .lapsed: "lapsed"
        case .reheld: "reheld"
        case .refundRequested: "refundRequested"
        case .refunded: "refunded"
        case .cancelled: "cancelled"
        case .returnStarted: "returnStarted"
        case .returnReceived: "returnReceived"
        case .receipt: "receipt"
        case .step(let step, _): step.rawValue
        }
    }

    fileprivate func write(to json: inout JSONWriter) {
        switch self {
        case .placed(let placement): placement.write(to: &json)
        case .paymentStarted(let id), .paymentFailed(let id): json.field("payment", id.description)
        case .authorised(let id, let amount), .captured(let id, let amount):
            json.field("payment", id.description)
            json.money(amount)
        case .lapsed, .cancelled: break
        case .reheld(let reservations, let until):
            json.reservations("reservations", reservations)
            json.field("until", OrderEvent.milliseconds(until))
        case .refundRequested(let refund):
            json.field("number", refund.number)
            json.field("payment", refund.payment.description)
            json.money(refund.amount)
        case .refunded(let number): json.field("number", number)
        case .returnStarted(let lines): json.lines(lines)
        case .returnReceived(let lines, let goods):
            json.lines(lines)
            json.reservations("restock", goods)
        case .receipt(let receipt):
            json.field("document", receipt.document)
            json.field("status", receipt.status)
            json.field("time", receipt.time)
        case .step(_, let reference): if let reference { json.field("reference", reference) }
        }
    }
}

extension OrderEvent.Placement {
    fileprivate func write(to json: inout JSONWriter) {
        json.field("key", key.description)
        json.field("market", market)
        json.field("language", language.description)
        json.field("flow", flow.rawValue)
        json.field("currency", total.currency.code)
        json.field("total", total.minorUnits)
        json.field("until", OrderEvent.milliseconds(until))
        if let salesEnd { json.field("salesEnd", OrderEvent.milliseconds(salesEnd)) }
        if let freeCancellation { json.field("freeCancellation", OrderEvent.milliseconds(freeCancellation)) }
        json.array("warehouses") { json in for warehouse in warehouses { json.value(warehouse) } }
        json.array("lines") { json in
            for line in lines {
                json.object { json in
                    json.field("sku", line.sku.description)
                    if line.departure != nil { json.field("item", line.item.description) }
                    json.field("quantity", line.quantity)
                    json.field("unitPrice", line.unitPrice.minorUnits)
                    json.field("includesTax", line.includesTax)
                    json.field("priceList", line.priceList)
                    json.field("total", line.total.minorUnits)
                }
            }
        }
        json.reservations("reservations", reservations)
        if let landing { json.object("landing") { landing.write(to: &$0) } }
        if let quota { json.object("quota") { quota.write(to: &$0) } }
    }
}

extension JSONWriter {
    fileprivate mutating func money(_ amount: Money) {
        field("amount", amount.minorUnits)
        field("currency", amount.currency.code)
    }

    fileprivate mutating func lines(_ lines: [ReturnLine]) {
        array("lines") { json in
            for line in lines {
                json.object { json in
                    json.field("line", line.line)
                    json.field("quantity", line.quantity)
                }
            }
        }
    }

    fileprivate mutating func reservations(_ key: String, _ reservations: [Reservation]) {
        array(key) { json in
            for reservation in reservations {
                json.object { json in
                    json.field("item", reservation.place.item.description)
                    json.field("warehouse", reservation.place.warehouse)
                    json.field("quantity", reservation.quantity)
                }
            }
        }
    }
}
