internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Keruen
internal import ShopSite

extension APICall {
    /// Places an order once for its key: 201 with its address, and 200 with the same order whenever it is asked for again.
    func placeOrder() async throws -> Response {
        let key = try idempotencyKey()
        var (root, reader) = try await body()
        let draft = try reader.orderDraft(root, self)
        guard let keyring = services.keyring else {
            throw Problem(TradeError(.keyringMissing, ["name": "KERUEN_KEYS"]))
        }
        let placing = try OrderPlacing(self, draft, key, keyring)
        try draft.lines.check(in: placing.trade.desk.catalog)
        let isKnown = try await services.store.read { transaction throws(TradeError) in
            try transaction.placed(by: key) != nil
        }
        let order = try await placing.place(isKnown: isKnown)
        guard order.market == market.id else { throw Problem(TradeError(.reusedIdempotencyKey)) }
        return own(answer(for: order), status: isKnown ? .ok : .created, location: address(of: order))
    }

    /// Where an order stands: nothing of its people, who only its shop can read.
    func order() async throws -> Response { own(answer(for: try await known())) }

    func cancelOrder() async throws -> Response {
        let order = try await known()
        return own(answer(for: try await services.store.cancel(order.id, at: now)))
    }

    private func idempotencyKey() throws -> IdempotencyKey {
        guard let name = Self.keyField, let text = request.headers[name] else {
            throw Problem(.badRequest, .keyMissing)
        }
        do throws(TradeError) { return try IdempotencyKey(text) } catch {
            throw Problem([Fault(error.diagnostic, at: .header("Idempotency-Key"))], status: .badRequest)
        }
    }

    private static let keyField = HTTPField.Name("Idempotency-Key")

    /// Another market's order is none of this one's.
    private func known() async throws -> Order {
        let unknown = Problem(TradeError(.unknownOrder, ["id": .text(String(place.id.prefix(40)))]))
        guard let id = Order.ID(place.id) else { throw unknown }
        let found = try await services.store.order(id)
        guard let found, found.market == market.id else { throw unknown }
        return found
    }

    private func address(of order: Order) -> String { root + "orders/\(order.id)" }

    private func answer(for order: Order) -> JSONWriter {
        let words = words
        var json = JSONWriter(capacity: 4_096)
        json.object { json in
            json.field("id", order.id.description)
            json.field("href", address(of: order))
            json.field("page", "/\(market.id)/\(shop.language)/orders/\(order.id)")
            json.object("stage") { json in
                json.field("code", order.stage.rawValue)
                json.field("name", words.stage(order.stage.rawValue))
            }
            json.instant("placed", order.placed)
            json.instant("payBy", order.lapses)
            json.array("lines") { json in for line in order.lines { json.object { write(line, to: &$0) } } }
            json.money("total", order.total, shop)
            if let landing = order.placement.landing {
                json.array("charges") { json in
                    for charge in landing.charges { json.object { write(charge, to: &$0, words) } }
                }
                json.object("delivery") { json in
                    json.field("shipsFrom", landing.shipsFrom)
                    json.field("destination", landing.destination)
                    json.field("incoterm", landing.incoterm.rawValue)
                    json.money("dueAtBorder", landing.dueAtBorder, shop)
                    json.optional("waybill", order.waybill)
                }
            }
            json.instant("freeCancellation", order.placement.freeCancellation)
            json.field("isCancellable", order.isCancellable)
            timeline(of: order, to: &json, words)
            payments(of: order, to: &json)
        }
        return json
    }

    private func timeline(of order: Order, to json: inout JSONWriter, _ words: ProblemWords) {
        json.array("timeline") { json in
            for event in order.history {
                json.object { json in
                    json.instant("at", event.at)
                    json.field("code", event.change.name)
                    json.field("name", words.event(event.change.name))
                }
            }
        }
    }

    /// Amounts alone: a payment's number is between the shop and its bank.
    private func payments(of order: Order, to json: inout JSONWriter) {
        json.array("payments") { json in
            for payment in order.payments {
                json.object { json in
                    json.money("authorised", payment.authorised, shop)
                    json.money("captured", payment.captured, shop)
                    json.money("refunded", payment.refunded, shop)
                    json.field("hasFailed", payment.hasFailed)
                }
            }
        }
        json.money("paid", order.kept, shop)
        json.money("owed", order.owed, shop)
    }
}

extension Order {
    /// Whether it may be called off where it stands; with customs, they are asked first.
    fileprivate var isCancellable: Bool {
        possible.contains(.cancelled) || possible.contains(.cancelRequested)
    }
}
