internal import Foundation
internal import Hummingbird
internal import Keruen
internal import ShopSite

extension CheckoutRoutes {
    func cartPage(
        _ page: CheckoutView, _ site: Site, error: String? = nil, status: HTTPResponse.Status = .ok
    ) -> Response {
        let (words, basket) = (page.words, basket(page, site))
        var total: Money? = .zero(page.market.currency)
        for line in basket.lines {
            guard let price = line.price, let sum = total else {
                total = nil
                continue
            }
            total = try? sum + price.total
        }
        let isWhole = total != nil && !basket.lines.isEmpty
        let isPaused = services.watch.pause != nil
        var content: [String: Any] = [
            "heading": words.cartTitle(), "lines": basket.lines.map { line($0, page) },
            "isEmpty": basket.lines.isEmpty, "canOrder": isWhole && !isPaused,
            "total": total.map(page.formatted) ?? "—",
            "labels": [
                "empty": words.cartEmpty(), "continue": words.cartContinue(), "item": words.cartItem(),
                "price": words.cartPrice(), "quantity": words.cartQuantity(), "sum": words.cartSum(),
                "goods": words.cartGoods(), "notYet": words.cartNotYet(), "quote": words.cartToQuote(),
                "change": words.cartChange(), "remove": words.cartRemove(), "find": words.orderFind(),
            ],
        ]
        if isPaused { content["paused"] = page.view.strings.orderingPaused() }
        if let error {
            content["error"] = error
        } else if !isWhole, !basket.lines.isEmpty {
            content["error"] = words.cartProblem()
        }
        return html("cart", page, site, title: words.cartTitle(), content, status: status)
    }

    /// A line as it is in the cart; without prices where the market no longer sells it.
    private func line(_ line: Basket.Line, _ page: CheckoutView) -> [String: Any] {
        var content = summary(line, page)
        content["sku"] = line.wanted.sku.description
        content["departure"] = line.wanted.departure?.description ?? ""
        content["maximum"] = Cart.maximumQuantity
        let title = content["title"] as? String ?? ""
        content["quantityLabel"] = page.words.cartQuantityOf(title: title)
        content["removeLabel"] = page.words.cartRemoveOf(title: title)
        if let refusal = line.refusal {
            content["refusal"] = page.sentence(refusal)
            content["gone"] = page.words.cartGone()
        }
        return content
    }

    /// What a line is, wherever it is shown.
    func summary(_ line: Basket.Line, _ page: CheckoutView) -> [String: Any] {
        let title = page.view.text(line.product?.title) ?? line.wanted.sku.description
        var variant: [String] = []
        if let product = line.product, let own = line.variant {
            variant.append(ProductFacts(product, page.view).name(of: own))
        }
        if let day = line.wanted.departure { variant.append(page.words.cartStarts(day: page.shop.formatted(day))) }
        var content: [String: Any] = [
            "title": title, "variant": variant.joined(separator: " · "), "quantity": line.wanted.quantity,
            "price": line.price.map { page.formatted($0.unitPrice) } ?? "—",
            "sum": line.price.map { page.formatted($0.total) } ?? "—",
            "href": page.view.address(line.product.map { "p/\($0.id)" } ?? ""),
        ]
        if let image = line.product?.image { content["image"] = image }
        return content
    }

    func changeCart(_ form: FormFields, _ page: CheckoutView, _ site: Site) async throws -> Response {
        var page = page
        let before = page.view.cart
        guard let sku = SKU(form["sku"]) else { throw RequestRefusal(.form) }
        let day = form.has("departure") ? CivilDate(form["departure"]) : nil
        guard day != nil || !form.has("departure") else { throw RequestRefusal(.form) }
        let wanted = Cart.Line(sku: sku, quantity: 1, departure: day)
        do throws(TradeError) {
            if form.has("remove") {
                try page.view.cart.set(wanted, quantity: 0)
            } else if form.has("change") {
                try page.view.cart.set(wanted, quantity: Self.quantity(form["quantity"], of: sku))
            } else {
                try await add(wanted, form, &page.view.cart, page, site)
            }
        } catch {
            page.view.cart = before
            return cartPage(page, site, error: page.sentence(error), status: .unprocessableContent)
        }
        guard page.view.cart.fits else {
            page.view.cart = before
            return cartPage(page, site, error: page.words.faultCartFull(), status: .unprocessableContent)
        }
        var response = seeOther("cart", page)
        response.setCookie(page.view.cart.cookie(market: page.market.id, isSecure: services.isSecure))
        return response
    }

    /// What can't be sold here never gets into the cart; what lies in it already is the cart page's business.
    private func add(
        _ wanted: Cart.Line, _ form: FormFields, _ cart: inout CartCookie, _ page: CheckoutView, _ site: Site
    ) async throws(TradeError) {
        let id = form.has("product") ? form["product"] : site.catalog.item(wanted.sku)?.product.id
        let quantity = form.has("quantity") ? try Self.quantity(form["quantity"], of: wanted.sku) : 1
        var alone = CartCookie(nil)
        try alone.add(wanted.sku, of: id, quantity: quantity, departure: wanted.departure)
        if let refusal = Basket(alone, in: page.market, of: site, at: page.now).lines.first?.refusal { throw refusal }
        try cart.add(wanted.sku, of: id, quantity: quantity, departure: wanted.departure)
    }

    private static func quantity(_ text: String, of sku: SKU) throws(TradeError) -> Int {
        let isNumber = !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
        guard isNumber, let number = Int(text), number <= Cart.maximumQuantity else {
            throw TradeError(.badQuantity, ["sku": .text(sku.description), "maximum": .integer(Cart.maximumQuantity)])
        }
        return number
    }
}
