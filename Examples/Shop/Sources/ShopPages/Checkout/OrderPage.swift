internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Keruen
internal import ShopSite

extension CheckoutRoutes {
    /// Where an order stands. Its number, which nobody guesses, is the key to it: so it shows no name and no address, and of documents
    /// two characters.
    func orderPage(
        _ id: Order.ID?, _ page: CheckoutView, _ site: Site, error: String? = nil, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        guard let order = try await known(id, page) else { throw HTTPError(.notFound) }
        let (words, goods) = (page.words, OrderGoods(order, page, site))
        let title = words.orderTitle(id: order.id.description)
        // Its number stays whole at a line's end.
        let around = title.components(separatedBy: order.id.description)
        var content: [String: Any] = [
            "before": around.first ?? "", "number": order.id.description, "after": around.dropFirst().first ?? "",
            "stops": stops(order, page), "events": events(order, page),
            "lines": order.lines.map { goods.line($0) }, "charges": charges(order, goods, page),
            "total": page.formatted(order.total), "money": money(order, page),
            "orderAddress": page.view.address("orders/\(order.id)"), "labels": labels(order, page),
            "seller": page.shop.legal.first.map { ["legalText": $0.value, "legalLanguage": "\($0.language)"] } ?? [:],
        ]
        if let error { content["error"] = error }
        if order.stage == .placed || order.stage == .paid {
            content["thanks"] = order.stage == .paid ? words.orderThanksPaid() : words.orderThanks()
            content["keep"] = words.orderKeep()
        }
        if let expected = goods.expected(order, rates: site.rates) { content["expected"] = expected }
        if order.stage == .placed, let lapses = order.lapses {
            content["until"] = words.orderUntil(time: page.time(lapses))
        }
        try await payment(order, &content, page)
        if order.possible.contains(where: { $0 == .cancelled || $0 == .cancelRequested }) {
            content["cancel"] = ["cancelButton": words.orderCancel(), "cancelHint": cancelHint(order, page)]
        }
        content["returns"] = returns(order, goods, page)
        let siblings = try await siblings(of: order)
        if !siblings.isEmpty {
            content["siblings"] = siblings.map { other in
                [
                    "href": page.view.address("orders/\(other.id)"), "id": other.id.description,
                    "sum": page.formatted(other.total),
                ]
            }
            content["hasSiblings"] = true
        }
        let documents = try await documents(of: order, page)
        content["documents"] = documents
        content["hasDocuments"] = !documents.isEmpty
        return html("order", page, site, title: title, content, status: status)
    }

    /// An order of this market; another market's is none here.
    func known(_ id: Order.ID?, _ page: CheckoutView) async throws(TradeError) -> Order? {
        guard let id else { return nil }
        let found = try await services.store.order(id)
        guard let order = found, order.market == page.market.id else { return nil }
        // A wallet tells late or never: whoever looks has it asked.
        guard order.stage == .placed, !order.payments.isEmpty else { return order }
        do throws(TradeError) {
            return try await services.store.reconcile(
                id, with: services.payments, attempts: order.payments.count, at: page.now)
        } catch {
            guard error.code == .paymentUnanswered else { throw error }
            return order
        }
    }

    private func stops(_ order: Order, _ page: CheckoutView) -> [[String: Any]] {
        OrderTimeline(order).stops.map { stop in
            var content: [String: Any] = [
                // What waited for its money and has it is simply ordered.
                "stage": page.reader.text(
                    stop.stage == .placed && !stop.isNow ? "order.event.placed" : "order.stage.\(stop.stage.rawValue)")
                    ?? stop.stage.rawValue,
                "isNow": stop.isNow, "isAhead": stop.reached == nil,
                // Where nothing comes any more, it is not merely so at the moment.
                "isPassing": stop.isNow && !order.possible.isEmpty,
            ]
            if let reached = stop.reached { content["reached"] = page.time(reached) }
            return content
        }
    }

    private func events(_ order: Order, _ page: CheckoutView) -> [[String: Any]] {
        order.history.map { event in
            [
                "at": page.time(event.at),
                "what": page.reader.text("order.event.\(event.change.name)") ?? event.change.name,
            ]
        }
    }

    private func charges(_ order: Order, _ goods: OrderGoods, _ page: CheckoutView) -> [[String: Any]] {
        (order.placement.landing?.charges ?? []).map { charge in
            page.row(charge, of: charge.sku.map { goods.title(of: $0) } ?? "")
        }
    }

    private func money(_ order: Order, _ page: CheckoutView) -> [[String: Any]] {
        let words = page.words
        var rows = [(words.orderTotal(), order.total), (words.orderPaid(), order.kept)]
        let sent = order.refunds.filter(\.isDone).reduce(0) { $0 + $1.amount.minorUnits }
        if sent > 0 { rows.append((words.orderRefunded(), Money(minorUnits: sent, order.total.currency))) }
        if order.owed.minorUnits > 0 { rows.append((words.orderOwed(), order.owed)) }
        if let due = order.placement.landing?.dueAtBorder, due.minorUnits > 0 {
            rows.append((words.orderBorder(), due))
        }
        return rows.map { ["label": $0, "amount": page.formatted($1)] }
    }

    /// What the buyer has to do for the payment.
    private func payment(
        _ order: Order, _ content: inout [String: Any], _ page: CheckoutView
    ) async throws(TradeError) {
        guard order.stage == .placed, let lapses = order.lapses, page.now <= lapses else { return }
        guard let last = order.payments.last, !last.hasFailed else {
            if order.payments.last != nil { content["payment"] = ["text": page.words.orderFailed()] }
            content["pay"] = page.words.orderPay(total: page.formatted(order.total))
            return
        }
        // The page looks again by itself.
        var payment: [String: Any] = ["text": page.words.orderPending(), "isAwaited": true]
        let request = PaymentRequest(
            order: order.id, attempt: order.payments.count - 1, amount: order.total, expires: lapses)
        // The same attempt again is the same payment, and has the same thing to scan.
        if case .pending(_, let action)? = try? await services.payments.begin(request) {
            payment["code"] = action
            payment["codeLabel"] = page.words.orderCode()
        }
        content["payment"] = payment
    }

    private func cancelHint(_ order: Order, _ page: CheckoutView) -> String {
        guard order.flow.id == .tour, order.stage == .confirmed, let until = order.placement.freeCancellation else {
            return page.words.orderCancelHint()
        }
        return page.now <= until
            ? page.words.orderCancelFree(time: page.time(until)) : page.words.orderCancelLate()
    }

    private func returns(_ order: Order, _ goods: OrderGoods, _ page: CheckoutView) -> [String: Any] {
        guard order.possible.contains(.returnStarted), let last = order.returnable(in: page.market),
            page.today <= last
        else { return [:] }
        return [
            "isOpen": true, "returnHeading": page.words.orderReturn(),
            "returnUntil": page.words.orderReturnUntil(day: page.shop.formatted(last)),
            "returnButton": page.words.orderReturnSend(),
            "returnLines": order.lines.enumerated().map { at, line in
                [
                    "name": "line-\(at)", "most": line.quantity,
                    "label": page.words.orderReturnPieces(title: goods.title(of: line.sku)),
                ] as [String: Any]
            },
        ]
    }

    /// The other orders of one cart: their keys differ in the number at the end.
    private func siblings(of order: Order) async throws(TradeError) -> [Order] {
        let key = order.key.description
        guard let dash = key.lastIndex(of: "-"), Int(key[key.index(after: dash)...]) != nil else { return [] }
        return try await orders(underCart: String(key[..<dash])).filter { $0.id != order.id }
    }

    /// «ИИН ••••12»: enough to know one's own by.
    private func documents(of order: Order, _ page: CheckoutView) async throws(TradeError) -> [String] {
        guard let keyring = services.keyring else { return [] }
        let records = try await services.store.read { transaction throws(TradeError) in
            try transaction.records(of: order.id)
        }
        let fields = CheckoutFields(page)
        return records.flatMap { record -> [String] in
            guard record.purpose != Consent.Purpose.delivery.rawValue, let sealed = try? SealedIdentity(record),
                let shown = try? sealed.open(for: order.key, purpose: sealed.purpose, with: keyring)
            else { return [] }
            return shown.map { document in
                let mask = document.description.split(separator: " ").last.map(String.init) ?? "••••"
                return "\(fields.name(of: document.kind)) \(mask)"
            }
        }
    }

    private func labels(_ order: Order, _ page: CheckoutView) -> [String: Any] {
        let words = page.words
        return [
            "progress": words.orderProgress(), "now": words.orderNow(), "history": words.orderHistory(),
            "money": words.orderMoney(), "receipt": words.orderReceipt(), "item": words.cartItem(),
            "sum": words.cartSum(), "siblings": words.orderSiblings(),
            "documents": words.orderDocuments(), "seller": words.orderSeller(), "find": words.orderFind(),
            "continue": words.cartContinue(), "total": words.orderTotal(),
        ]
    }
}

/// The things of an order as the catalogue names them today; by their SKUs where it has them no more.
struct OrderGoods {
    private let products: [SKU: Product]
    private let page: CheckoutView
    private let site: Site

    init(_ order: Order, _ page: CheckoutView, _ site: Site) {
        (self.page, self.site) = (page, site)
        var products: [SKU: Product] = [:]
        for line in order.lines {
            products[line.sku] = site.product(of: line.item, in: order.market)
        }
        self.products = products
    }

    /// When it comes, or begins; nil once that is settled. A landing keeps no days, so they are reckoned as they were at the placing.
    func expected(_ order: Order, rates: RateTable) -> String? {
        guard OrderTimeline(order).stops.contains(where: { $0.reached == nil }), order.delivered == nil else {
            return nil
        }
        if let line = order.lines.first, let day = line.departure, case .tour(let tour)? = products[line.sku]?.details,
            let start = tour.start(on: day)
        {
            return page.words.quoteStarts(start: page.time(start, in: tour.timeZone))
        }
        guard let landing = order.placement.landing, let destination = try? Destination(country: landing.destination),
            let cart = try? Basket.cart(order.lines.map { Cart.Line(sku: $0.sku, quantity: $0.quantity) })
        else { return nil }
        let terms = QuoteTerms(
            to: destination, shipsFrom: landing.shipsFrom, incoterm: landing.incoterm, on: landing.day, rates: rates)
        let quote = try? Quote(cart, in: page.market, from: site.catalog(holding: ids), under: terms, at: order.placed)
        return quote?.delivery.map { days in
            page.words.quoteDelivery(days: DaySpan(days, in: page.shop).text(page.words))
        }
    }

    var ids: [String] { products.values.map(\.id) }

    func title(of sku: SKU) -> String { page.view.text(products[sku]?.title) ?? sku.description }

    func line(_ line: Quote.Line) -> [String: Any] {
        var variant: [String] = []
        if let product = products[line.sku], let own = product.variants.first(where: { $0.sku == line.sku }) {
            variant.append(ProductFacts(product, page.view).name(of: own))
        }
        if let day = line.departure { variant.append(page.words.cartStarts(day: page.shop.formatted(day))) }
        return [
            "title": title(of: line.sku), "variant": variant.joined(separator: " · "), "quantity": line.quantity,
            "sum": page.formatted(line.total), "href": page.view.address(products[line.sku].map { "p/\($0.id)" } ?? ""),
        ]
    }
}

extension OrderEvent.Change {
    /// As the reports' strings name it.
    fileprivate var name: String {
        switch self {
        case .placed: "placed"
        case .paymentStarted: "paymentStarted"
        case .refundRequested: "refundRequested"
        case .refunded: "refunded"
        case .receipt: "receipt"
        default: flowStep?.rawValue ?? ""
        }
    }
}
