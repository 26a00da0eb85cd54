internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Keruen
internal import ShopSite

extension BoardRoutes {
    /// Does what a button of an order's page says, if the order still stands where the page showed it.
    func changeOrder(_ visit: BoardVisit) async throws -> Response {
        let fields = try await form([String: String].self, of: visit)
        let order = try await known(visit)
        let (view, id, now) = (visit.view, order.id, services.now())
        let words = view.strings
        if let seen = fields["seen"], Int(seen) != order.history.count {
            throw BoardRefusal(.conflict, words.errorFailed(), words.errorMoved(), back: "/board/orders/\(id)")
        }
        let reference = fields["reference"]?.trimmingCharacters(in: .whitespaces)
        let number = reference.flatMap { $0.isEmpty ? nil : $0 }
        switch fields["do"] ?? "" {
        case "cancel":
            try await services.store.cancel(id, at: now)
            try await settle(id, at: now)
        case "refund":
            try await settle(id, at: now)
            let refunded = try await services.store.order(id)
            if let left = refunded?.owed, left.minorUnits > 0 {
                throw BoardRefusal(.badGateway, words.errorFailed(), words.orderRefundWaits())
            }
        case "screened":
            let screening = try OrderSteps.screening(of: order, in: view)
            try await services.store.screen(
                id, by: screening, isReviewed: fields["reviewed"] != nil, reference: number, at: now)
        case "returnStarted":
            try await services.store.startReturn(of: try lines("pieces", fields, order, view), id, at: now)
        case "returnReceived":
            guard let warehouse = fields["warehouse"],
                view.site.catalog.warehouses.contains(where: { $0.id == warehouse })
            else { throw BoardRefusal.stale(view) }
            try await services.store.receiveReturn(
                of: try lines("pieces", fields, order, view), sellable: try lines("sellable", fields, order, view), id,
                into: warehouse, at: now)
            try await settle(id, at: now)
        case let name:
            guard let step = OrderStep(rawValue: name) else { throw BoardRefusal.stale(view) }
            try await services.store.advance(id, step, reference: number, at: now)
            try await settle(id, at: now)
        }
        return seeOther("/board/orders/\(id)?done=1")
    }

    /// Sends what is owed back, and lets go of what a card still holds; what fails stays owed and is seen on the page.
    private func settle(_ id: Order.ID, at now: Date) async throws(TradeError) {
        try await services.store.sendRefunds(of: id, through: services.payments, at: now)
        try await services.store.voidAuthorisations(of: id, through: services.payments, at: now)
    }

    /// The pieces of a form by the numbers of their lines.
    private func lines(
        _ name: String, _ fields: [String: String], _ order: Order, _ view: BoardView
    ) throws -> [ReturnLine] {
        try order.lines.indices.compactMap { number in
            guard let text = fields["\(name)-\(number)"], !text.isEmpty else { return nil }
            guard let quantity = Int(text), quantity >= 0 else {
                throw BoardRefusal(
                    TradeError(.returnTooLarge, ["id": .text(order.id.description)]), in: view)
            }
            return quantity == 0 ? nil : ReturnLine(line: number, quantity: quantity)
        }
    }
}
