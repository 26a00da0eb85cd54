internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Keruen
internal import ShopSite

extension CheckoutRoutes {
    /// Places an order for each parcel and pays them; pressing twice does it once.
    func placeOrders(_ form: FormFields, _ page: CheckoutView, _ site: Site) async throws -> Response {
        var page = page.paying(form["duties"][...])
        do { return try await placeOrders(form, &page, site) } catch let error as TradeError {
            guard error.isOutage else { throw error }
            return try await paused(form, page, site)
        }
    }

    private func placeOrders(_ form: FormFields, _ page: inout CheckoutView, _ site: Site) async throws -> Response {
        if let earlier = try await placed(by: page.view.cart) {
            // An earlier answer was lost on its way. The same goods are that order; others get a key of their own, and the buyer is
            // told before anything is ordered twice.
            guard !Self.holds(earlier, page.view.cart.cart) else { return try await settled(earlier, page) }
            let isPart = Self.isPart(earlier, of: page.view.cart.cart)
            page.view.cart = page.view.cart.renewed()
            guard isPart else { return try await again(form, page, site, notice: page.words.faultPlacedBefore()) }
            // A pause came between one parcel and the next.
            for order in earlier { try await services.store.cancel(order.id, at: page.now) }
        }
        let basket = basket(page, site)
        guard !basket.lines.isEmpty else { return cartPage(page, site, status: .conflict) }
        let plan = try await plan(basket, page, site)
        guard plan.isOrderable else { return seeOther("quote", page) }
        // Whoever looked whether orders are taken again has not ordered yet.
        guard !form.has("again") else { return try await again(form, page, site) }
        guard let keyring = services.keyring else { return try checkout(plan, basket, page, site) }
        let asked: AskedDocuments
        do throws(TradeError) { asked = try AskedDocuments(plan.parcels, on: page.today) } catch {
            return message(page.words.checkoutTitle(), page.sentence(error), page, site, status: .conflict)
        }
        guard form["shown"] == Self.shown(plan) else {
            return try checkout(
                plan, basket, page, site, typed: form, notice: page.words.faultPriceChanged(), status: .conflict)
        }
        let entry = CheckoutEntry(form, for: plan, asking: asked, on: page)
        guard entry.faults.isEmpty, let parties = entry.parties else {
            return try checkout(
                plan, basket, page, site, typed: form, faults: entry.faults, status: .unprocessableContent)
        }
        do throws(TradeError) {
            let orders = try await place(plan, entry, parties, keyring, page)
            return try await settled(orders, page)
        } catch  where error.code == .reusedIdempotencyKey {
            // Pressed twice at once: the other press was first.
            if let earlier = try await placed(by: page.view.cart), Self.holds(earlier, page.view.cart.cart) {
                return try await settled(earlier, page)
            }
            page.view.cart = page.view.cart.renewed()
            return try await again(form, page, site, notice: page.words.faultPlacedBefore())
        } catch  where error.isOutage || [.storeFailed, .storeTooNew].contains(error.code) {
            throw error
        } catch {
            // Nothing of it is ordered. What was begun under this key is called off, so that the next try has one of its own.
            page.view.cart = page.view.cart.renewed()
            return try await again(form, page, site, notice: page.sentence(error))
        }
    }

    /// All of a plan's orders or none: where a later one is refused, those before it are called off.
    private func place(
        _ plan: ParcelPlan, _ entry: CheckoutEntry, _ parties: Parties, _ keyring: Keyring, _ page: CheckoutView
    ) async throws(TradeError) -> [Order] {
        var orders: [Order] = []
        do throws(TradeError) {
            for (at, parcel) in plan.parcels.enumerated() {
                let request = try request(for: parcel, at: at, entry, parties, keyring, page)
                orders.append(try await services.store.place(request, by: [parcel.way], at: page.now))
            }
        } catch {
            // What can't be called off now is when the buyer comes again, or lapses.
            if error.code != .reusedIdempotencyKey, !error.isOutage {
                for order in orders where order.stage == .placed {
                    try await services.store.cancel(order.id, at: page.now)
                }
            }
            throw error
        }
        return orders
    }

    /// What is said of people is sealed here, before a store sees it.
    private func request(
        for parcel: Parcel, at place: Int, _ entry: CheckoutEntry, _ parties: Parties, _ keyring: Keyring,
        _ page: CheckoutView
    ) throws(TradeError) -> OrderRequest {
        let key = try Self.key(page.view.cart.key, place)
        var request = OrderRequest(key: key, quote: parcel.quote, language: page.shop.language)
        let asked = try IdentityRules.standard.requirements(for: parcel.identityRoute, on: page.today)
        var documents: [Party.Role: [IdentityDocument]] = [:]
        for requirement in asked {
            let shown =
                requirement.role == .traveller ? entry.travellers[place] ?? [] : entry.documents[requirement.role] ?? []
            documents[requirement.role] = shown.filter { requirement.documents.contains($0.kind) }
        }
        let records = try IdentityRules.standard.records(
            for: parcel.identityRoute, on: page.today, parties: parties, documents: documents,
            consents: entry.consents, at: page.now)
        request.identities = [try parties.sealed(for: key, with: keyring, on: page.today).record]
        for record in records {
            guard let sealed = try record.sealed(for: key, with: keyring, on: page.today).record else { continue }
            request.identities.append(sealed)
        }
        request.people = keyring.digest(of: parties, documents: documents.values.flatMap(\.self))
        if parcel.countsToQuota, let card = documents[.buyer]?.first(where: { $0.kind == .residentID }) {
            request.quotaBuyer = try keyring.quotaBuyer(of: card, at: page.now)
        }
        return request
    }

    /// A parcel's key: the cart's and its place.
    private static func key(_ cart: String, _ place: Int) throws(TradeError) -> IdempotencyKey {
        try IdempotencyKey("\(cart)-\(place + 1)")
    }

    // MARK: What was ordered before

    /// The orders that this cart's key has placed; nil where there are none.
    private func placed(by cart: CartCookie) async throws(TradeError) -> [Order]? {
        let orders = try await orders(underCart: cart.key)
        return orders.isEmpty ? nil : orders
    }

    /// Orders that were placed together, in their order.
    func orders(underCart cart: String) async throws(TradeError) -> [Order] {
        try await services.store.read { transaction throws(TradeError) in
            var orders: [Order] = []
            while orders.count < 100 {
                guard let known = try transaction.placed(by: try Self.key(cart, orders.count)),
                    let order = try transaction.order(known.id)
                else { return orders }
                orders.append(order)
            }
            return orders
        }
    }

    /// Whether they are of this cart's goods, and stand.
    private static func holds(_ orders: [Order], _ cart: Cart) -> Bool {
        guard orders.allSatisfy({ ![.cancelled, .lapsed].contains($0.stage) }) else { return false }
        let ordered = orders.flatMap(\.lines).map {
            Cart.Line(sku: $0.sku, quantity: $0.quantity, departure: $0.departure)
        }
        return Set(ordered) == Set(cart.lines) && ordered.count == cart.lines.count
    }

    /// Whether they are some of this cart's parcels, and nobody has been asked to pay them.
    private static func isPart(_ orders: [Order], of cart: Cart) -> Bool {
        guard orders.allSatisfy({ $0.stage == .placed && $0.payments.isEmpty }) else { return false }
        let ordered = orders.flatMap(\.lines).map {
            Cart.Line(sku: $0.sku, quantity: $0.quantity, departure: $0.departure)
        }
        return Set(ordered).isStrictSubset(of: cart.lines)
    }

    // MARK: Afterwards

    /// Asks for the money of what waits for it, empties the cart and shows the first order, which names the others.
    private func settled(_ orders: [Order], _ page: CheckoutView) async throws(TradeError) -> Response {
        for order in orders where order.stage == .placed && order.payments.isEmpty {
            // Who can't be asked now is asked on the order's page.
            do throws(TradeError) {
                _ = try await services.store.pay(order.id, through: services.payments, at: page.now)
            } catch {
                guard [.paymentUnanswered, .notAllowedNow].contains(error.code) else { throw error }
            }
        }
        var response = seeOther(orders.first.map { "orders/\($0.id)" } ?? "orders", page)
        response.setCookie(CartCookie.gone(market: page.market.id, isSecure: services.isSecure))
        return response
    }

    /// The form once more, mostly under another key, with what is to be said.
    private func again(
        _ form: FormFields, _ page: CheckoutView, _ site: Site, notice: String? = nil, isPaused: Bool = false
    ) async throws -> Response {
        let basket = basket(page, site)
        // What this very order may have taken does not stand in its way.
        let plan = try await plan(basket, page, site, isCounted: !isPaused)
        let status: HTTPResponse.Status = isPaused ? .serviceUnavailable : notice == nil ? .ok : .conflict
        var response =
            plan.isOrderable
            ? try checkout(
                plan, basket, page, site, typed: form, notice: notice, status: status, isPaused: isPaused)
            : cartPage(page, site, error: notice, status: status)
        response.setCookie(page.view.cart.cookie(market: page.market.id, isSecure: services.isSecure))
        return response
    }

    /// The form as it was sent, under the key that it had: whether or not an order came of it, pressing again gives one.
    private func paused(_ form: FormFields, _ page: CheckoutView, _ site: Site) async throws -> Response {
        var response = try await again(form, page, site, notice: page.words.faultPaused(), isPaused: true)
        response.headers[.retryAfter] = String(OrderingPause.retryAfter)
        return response
    }
}
