internal import Hummingbird
internal import Keruen
internal import ShopSite

extension CheckoutRoutes {
    /// The form that asks for a number, or the way to the order that it names.
    func findOrder(_ request: Request, _ page: CheckoutView, _ site: Site) async throws -> Response {
        let words = page.words
        let typed = request.uri.queryParameters["number"].map { String($0).filter { !$0.isWhitespace } } ?? ""
        var content: [String: Any] = [
            "heading": words.orderFind(), "number": String(typed.prefix(40)),
            "labels": ["number": words.orderNumber(), "search": words.orderSearch(), "hint": words.orderHint()],
        ]
        guard !typed.isEmpty else { return html("orders", page, site, title: words.orderFind(), content) }
        guard let id = Order.ID(typed) else {
            content["error"] = page.sentence(TradeError(.badOrderID))
            return html("orders", page, site, title: words.orderFind(), content, status: .unprocessableContent)
        }
        if try await known(id, page) != nil { return seeOther("orders/\(id)", page) }
        content["error"] = words.orderUnknown()
        return html("orders", page, site, title: words.orderFind(), content, status: .notFound)
    }

    /// Another try to pay.
    func payOrder(_ id: Order.ID?, _ form: FormFields, _ page: CheckoutView, _ site: Site) async throws -> Response {
        try await change(id, page, site) { order throws(TradeError) in
            _ = try await services.store.pay(
                order.id, through: services.payments, attempt: order.payments.count, at: page.now)
        }
    }

    /// Calls an order off, and sends back what it owes.
    func cancelOrder(
        _ id: Order.ID?, _ form: FormFields, _ page: CheckoutView, _ site: Site
    ) async throws -> Response {
        try await change(id, page, site) { order throws(TradeError) in
            _ = try await services.store.cancel(order.id, at: page.now)
            // What fails here stays owed, and is sent later.
            _ = try await services.store.sendRefunds(of: order.id, through: services.payments, at: page.now)
            _ = try await services.store.voidAuthorisations(of: order.id, through: services.payments, at: page.now)
        }
    }

    /// Announces what is sent back, within the law's time.
    func returnGoods(
        _ id: Order.ID?, _ form: FormFields, _ page: CheckoutView, _ site: Site
    ) async throws -> Response {
        guard let order = try await known(id, page) else { throw HTTPError(.notFound) }
        let lines = order.lines.indices.compactMap { at -> ReturnLine? in
            guard let quantity = Int(form["line-\(at)"]), quantity > 0 else { return nil }
            return ReturnLine(line: at, quantity: quantity)
        }
        guard !lines.isEmpty else {
            return try await orderPage(
                id, page, site, error: page.words.orderReturnNone(), status: .unprocessableContent)
        }
        let catalog = site.catalog(holding: OrderGoods(order, page, site).ids)
        return try await change(id, page, site) { order throws(TradeError) in
            _ = try await services.store.startReturn(of: lines, order.id, under: .standard, in: catalog, at: page.now)
        }
    }

    /// Makes a step, and shows the order; what can't be done now is said above it.
    private func change(
        _ id: Order.ID?, _ page: CheckoutView, _ site: Site, _ step: (Order) async throws(TradeError) -> Void
    ) async throws -> Response {
        guard let order = try await known(id, page) else { throw HTTPError(.notFound) }
        do throws(TradeError) { try await step(order) } catch {
            guard ![.storeFailed, .storeTooNew].contains(error.code) else { throw error }
            return try await orderPage(id, page, site, error: page.sentence(error), status: .conflict)
        }
        return seeOther("orders/\(order.id)", page)
    }
}
