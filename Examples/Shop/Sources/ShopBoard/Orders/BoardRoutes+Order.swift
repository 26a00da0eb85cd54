internal import Foundation
internal import Hummingbird
internal import Keruen
internal import ShopSite

extension BoardRoutes {
    /// One order: what happened to it, and what may be done next.
    func order(_ visit: BoardVisit) async throws -> Response {
        let order = try await known(visit)
        return orderPage(order, try await records(of: order), visit)
    }

    /// - Parameter label: who is sent the parcel and where, for the one answer that shows it.
    func orderPage(
        _ order: Order, _ records: [SealedRecord], _ visit: BoardVisit, label: ParcelLabel? = nil
    ) -> Response {
        let (view, words) = (visit.view, visit.view.strings)
        let market = view.site.catalog.market(order.market)
        var content: [String: Any] = [
            "heading": words.orderHeading(id: order.id.description), "stage": view.stage(order.stage),
            "flow": view.name("flow", order.placement.flow.rawValue), "market": view.marketName(order.market),
            "total": view.money(order.total, in: market), "facts": facts(order, market, view),
            "lines": order.lines.map { line($0, market, view) },
            "history": order.history.map { event($0, market, view) },
            "people": people(records, label, of: order, view),
            "labels": labels(words), "action": "/board/orders/\(order.id)", "seen": order.history.count,
            "token": token(of: visit),
        ]
        if visit.query("done") != nil { content["done"] = words.orderDone() }
        let next = OrderSteps(order: order, market: market, view: view).values
        content["next"] = next
        // Mustache takes a list once for each of its elements: what stands around it asks whether there are any.
        content["hasSteps"] = (next["steps"] as? [[String: Any]])?.isEmpty == false
        content["hasReturnStart"] = next["returnStart"] != nil
        content["hasReturnReceive"] = next["returnReceive"] != nil
        return page("board-order", visit, title: words.orderHeading(id: order.id.description), content)
    }

    func known(_ visit: BoardVisit) async throws -> Order {
        guard let id = visit.context.parameters.get("id").flatMap(Order.ID.init) else { throw HTTPError(.notFound) }
        let found = try await services.store.order(id)
        guard let found else { throw HTTPError(.notFound) }
        return found
    }

    private func facts(_ order: Order, _ market: Market?, _ view: BoardView) -> [String] {
        let words = view.strings
        var facts: [String] = []
        if let landing = order.placement.landing {
            facts.append(
                words.orderRoute(
                    destination: view.shopName("country", landing.destination),
                    origin: view.shopName("country", landing.shipsFrom)))
        }
        if let waybill = order.waybill { facts.append(words.orderWaybill(number: waybill)) }
        if let lapses = order.lapses {
            facts.append(words.orderUntil(time: view.time(lapses, in: market, withZone: true)))
        }
        let captured = order.payments.reduce(Int64(0)) { $0 + $1.captured.minorUnits }
        let givenBack = order.refunds.reduce(Int64(0)) { $0 + ($1.isDone ? $1.amount.minorUnits : 0) }
        func money(_ units: Int64) -> String { view.money(Money(minorUnits: units, order.total.currency), in: market) }
        if captured > 0 { facts.append(words.orderPaid(amount: money(captured))) }
        if givenBack > 0 { facts.append(words.orderGivenBack(amount: money(givenBack))) }
        if order.owed.minorUnits > 0 { facts.append(words.orderOwed(amount: view.money(order.owed, in: market))) }
        return facts
    }

    private func line(_ line: Quote.Line, _ market: Market?, _ view: BoardView) -> [String: Any] {
        let product = view.site.product(of: line.item, in: market?.id)
        return [
            "title": view.text(product?.title) ?? line.sku.description, "sku": line.item.description,
            "quantity": view.number(line.quantity), "sum": view.money(line.total, in: market),
        ]
    }

    private func event(_ event: OrderEvent, _ market: Market?, _ view: BoardView) -> [String: Any] {
        [
            "time": view.time(event.at, in: market, withZone: true),
            "what": view.reader.text("order.event.\(event.change.name)") ?? event.change.name,
            "detail": detail(event.change, market, view),
        ]
    }

    /// The figure or number that belongs to it; of a payment its number's end alone.
    private func detail(_ change: OrderEvent.Change, _ market: Market?, _ view: BoardView) -> String {
        switch change {
        case .placed(let placement): view.money(placement.total, in: market)
        case .authorised(_, let amount), .captured(_, let amount): view.money(amount, in: market)
        case .refundRequested(let refund): view.money(refund.amount, in: market)
        case .receipt(let receipt): "\(receipt.status) · \(receipt.document)"
        case .step(_, let reference): reference ?? ""
        case .paymentStarted, .paymentFailed, .lapsed, .reheld, .refunded, .cancelled, .returnStarted,
            .returnReceived:
            ""
        }
    }

    private func labels(_ words: BoardStrings) -> [String: Any] {
        [
            "lines": words.orderLines(), "item": words.stockItem(), "quantity": words.orderQuantity(),
            "sum": words.orderSum(), "total": words.ordersTotal(), "history": words.orderHistory(),
            "when": words.orderWhen(), "what": words.orderWhat(), "detail": words.orderDetail(),
            "next": words.orderNext(), "stage": words.ordersStage(),
            "reference": words.orderReference(), "screening": words.orderScreening(), "cancel": words.orderCancel(),
            "cancelSure": words.orderCancelSure(), "cancelYes": words.orderCancelYes(),
            "refund": words.orderRefund(), "reviewed": words.orderReviewed(), "pieces": words.orderReturnPieces(),
            "sellable": words.orderReturnSellable(), "where": words.orderReturnWhere(),
            "returnStart": words.orderReturnStart(), "returnReceive": words.orderReturnReceive(),
        ]
    }
}
