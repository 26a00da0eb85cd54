internal import Foundation

/// Orders, stock, quotas and purchases added up anew from their events, beside what the tables say.
package struct StoreCheck {
    private var faults: [Diagnostic] = []
    private var reserved: [StockPlace: Int] = [:]
    private var claimed: [Buyer: Int64] = [:]

    private struct Buyer: Hashable {
        var key: String
        var year: Int
    }

    /// Every disagreement: histories that don't fold to their row, then places, years and purchases.
    package static func faults(in tables: any StoreTables) async throws(TradeError) -> [Diagnostic] {
        var check = StoreCheck()
        try await check.foldOrders(tables)
        try await check.compareStock(tables)
        try await check.compareQuotas(tables)
        try await check.foldPurchases(tables)
        return check.faults
    }

    private mutating func foldOrders(_ tables: any StoreTables) async throws(TradeError) {
        var orders = RowCursor(.orders, of: tables)
        var histories = RowCursor(.histories, of: tables)
        while true {
            let row = try await orders.next()
            guard let row, let number = row[0].integer else { return }
            add(row, Self.order(row, try await histories.rows(of: number)))
        }
    }

    private static func order(_ row: StoreRow, _ events: [StoreRow]) -> Order? {
        guard let id = Order.ID(row[1].text), let history = history(events, OrderEvent.init(number:at:json:)) else {
            return nil
        }
        return try? Order(id: id, history: history)
    }

    /// What happened to an order or a purchase; nil where that can't be read.
    private static func history<Event>(
        _ events: [StoreRow], _ read: (_ number: Int, _ at: Date, _ json: [UInt8]) throws -> Event
    ) -> [Event]? {
        var history: [Event] = []
        for event in events {
            guard let number = event[1].integer, let at = event[2].integer,
                let event = try? read(Int(number), OrderEvent.instant(at), Array(event[3].text.utf8))
            else { return nil }
            history.append(event)
        }
        return history
    }

    private mutating func add(_ row: StoreRow, _ order: Order?) {
        guard let order, order.key.description == row[2].text, order.stage.rawValue == row[4].text,
            order.lapses.map(OrderEvent.milliseconds) == row[5].integer
        else {
            faults.append(TradeError(.brokenHistory, ["id": .text(row[1].text)]).diagnostic)
            return
        }
        for reservation in order.reservations { reserved[reservation.place, default: 0] += reservation.quantity }
        if let claim = order.placement.quota, let counted = order.counted {
            claimed[Buyer(key: claim.buyer.text, year: claim.year), default: 0] += counted.minorUnits
        }
    }

    private mutating func compareStock(_ tables: any StoreTables) async throws(TradeError) {
        var stock = RowCursor(.stock, of: tables)
        while true {
            let row = try await stock.next()
            guard let row else { break }
            let (item, warehouse, counted) = (row[0].text, row[1].text, Int(row[3].integer ?? 0))
            let promised = StockItem(item).flatMap { reserved.removeValue(forKey: StockPlace($0, in: warehouse)) } ?? 0
            if promised != counted { report(item, warehouse, counted: counted, promised: promised) }
        }
        for (place, promised) in reserved.sorted(by: { $0.key < $1.key }) {
            report(place.item.description, place.warehouse, counted: 0, promised: promised)
        }
    }

    private mutating func compareQuotas(_ tables: any StoreTables) async throws(TradeError) {
        var years: Set<Int> = []
        var quotas = RowCursor(.quotas, of: tables)
        while true {
            let row = try await quotas.next()
            guard let row else { break }
            let buyer = Buyer(key: row[1].text, year: Int(row[0].integer ?? 0))
            if claimed.removeValue(forKey: buyer) ?? 0 != row[2].integer { years.insert(buyer.year) }
        }
        for (buyer, promised) in claimed where promised != 0 { years.insert(buyer.year) }
        // Whose it is stays unsaid.
        for year in years.sorted() { faults.append(TradeError.quotaDisagrees(in: year).diagnostic) }
    }

    private mutating func foldPurchases(_ tables: any StoreTables) async throws(TradeError) {
        var purchases = RowCursor(.purchases, of: tables)
        var events = RowCursor(.purchaseEvents, of: tables)
        while true {
            let row = try await purchases.next()
            guard let row, let number = row[0].integer else { return }
            let history = try await events.rows(of: number)
            if Self.purchase(row, history) == nil {
                faults.append(TradeError(.brokenPurchase, ["id": .text(row[1].text)]).diagnostic)
            }
        }
    }

    private static func purchase(_ row: StoreRow, _ events: [StoreRow]) -> Purchase? {
        guard let id = Purchase.ID(row[1].text), let history = history(events, PurchaseEvent.init(number:at:json:))
        else { return nil }
        return try? Purchase(id: id, history: history)
    }

    private mutating func report(_ item: String, _ warehouse: String, counted: Int, promised: Int) {
        let error = TradeError(
            .stockDisagrees,
            [
                "sku": .text(item), "warehouse": .text(warehouse), "counted": .integer(counted),
                "promised": .integer(promised),
            ])
        faults.append(error.diagnostic)
    }
}
