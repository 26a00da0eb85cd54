internal import Hummingbird
internal import Keruen
internal import ShopSite

extension CheckoutRoutes {
    /// What the cart costs landed, and what becomes of it, before anybody is asked for a name.
    func quotePage(_ page: CheckoutView, _ site: Site) async throws -> Response {
        let (words, basket) = (page.words, basket(page, site))
        guard !basket.lines.isEmpty else { return seeOther("cart", page) }
        let plan = try await plan(basket, page, site)
        var content = try quoted(plan, basket, page)
        content["heading"] = words.quoteTitle()
        content["canOrder"] = plan.isOrderable
        if services.watch.pause != nil {
            content["paused"] = page.view.strings.orderingPaused()
            content["canOrder"] = false
        } else if let duties = try await duties(plan, basket, page, site) {
            // Two sums and two ways on stand in place of one.
            content["duties"] = duties
            content["total"] = nil
            content["canOrder"] = false
        }
        content["labels"] = [
            "checkout": words.quoteToCheckout(), "back": words.quoteBack(), "now": words.quoteNow(),
            "problem": words.cartProblem(),
        ]
        return html("quote", page, site, title: words.quoteTitle(), content)
    }

    /// The parcels, what stops a line, and what they come to together.
    func quoted(_ plan: ParcelPlan, _ basket: Basket, _ page: CheckoutView) throws -> [String: Any] {
        let words = page.words
        let (count, sent) = (plan.parcels.count, plan.parcels.filter { $0.tour == nil }.count)
        // Tours stand behind the parcels and are not counted among them.
        let parcels = plan.parcels.enumerated().map { at, parcel -> [String: Any] in
            let name =
                if parcel.tour != nil {
                    words.parcelBooking()
                } else {
                    sent == 1 ? words.parcelOnly() : words.parcelTitle(count: sent, number: at + 1)
                }
            let hasOthers = plan.parcels.contains { $0.isReady }
            return [
                "name": name, "lines": parcel.lines.map { summary($0, page) },
                "quote": QuoteRows(parcel: parcel, hasOthers: hasOthers, page: page).content,
            ]
        }
        var content: [String: Any] = ["parcels": parcels, "stopped": stopped(plan, basket, page)]
        content["hasStopped"] = !plan.faults.isEmpty
        if count > 1 { content["divided"] = words.parcelDivided(count: count) }
        // What can't be ordered is not summed up.
        guard plan.isOrderable else { return content }
        do throws(MoneyError) {
            content["total"] = page.formatted(try plan.total({ $0.total }, in: page.market))
        } catch {
            throw TradeError(.totalTooLarge, ["value": .text(error.subject)])
        }
        return content
    }

    /// The two ways to pay what the border costs, where there is something to pay and the seller can pay it; nil else.
    private func duties(
        _ plan: ParcelPlan, _ basket: Basket, _ page: CheckoutView, _ site: Site
    ) async throws -> [String: Any]? {
        let border = try plan.total({ $0.dueAtBorder }, in: page.market)
        guard plan.isOrderable, border.minorUnits > 0 else { return nil }
        let now = try await self.plan(basket, page.paying(CheckoutView.dutiesNow[...]), site)
        guard now.isOrderable else { return nil }
        let words = page.words
        let total = page.formatted(try plan.total({ $0.total }, in: page.market))
        let all = page.formatted(try now.total({ $0.total }, in: page.market))
        return [
            "title": words.dutiesTitle(), "go": words.quoteToCheckout(),
            "ways": [
                [
                    "id": "duties-later", "way": words.dutiesLater(),
                    "text": words.dutiesLaterText(border: page.formatted(border), now: total),
                    "href": page.view.address("checkout"),
                ],
                [
                    "id": "duties-now", "way": words.dutiesNow(), "text": words.dutiesNowText(now: all),
                    "href": page.view.address("checkout?duties=\(CheckoutView.dutiesNow)"),
                ],
            ],
        ]
    }

    private func stopped(_ plan: ParcelPlan, _ basket: Basket, _ page: CheckoutView) -> [[String: Any]] {
        plan.faults.sorted { $0.key < $1.key }.map { at, error in
            var content = summary(basket.lines[at], page)
            let reason = page.sentence(error)
            content["reason"] = reason
            content["isNamed"] = (content["title"] as? String).map(reason.contains) ?? false
            return content
        }
    }
}
