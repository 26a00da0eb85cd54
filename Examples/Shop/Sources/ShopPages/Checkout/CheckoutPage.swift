internal import Hummingbird
internal import Keruen
internal import ShopSite

extension CheckoutRoutes {
    func checkoutPage(_ page: CheckoutView, _ site: Site) async throws -> Response {
        let basket = basket(page, site)
        guard !basket.lines.isEmpty else { return seeOther("cart", page) }
        let plan = try await plan(basket, page, site)
        // What stops the order stands on the page of its price.
        guard plan.isOrderable else { return seeOther("quote", page) }
        return try checkout(plan, basket, page, site)
    }

    /// The form, fresh or with what was typed and what is wrong with it.
    /// - Parameter isPaused: no order was taken just now, whether or not one would be by this time.
    func checkout(
        _ plan: ParcelPlan, _ basket: Basket, _ page: CheckoutView, _ site: Site, typed: FormFields? = nil,
        faults: [CheckoutEntry.Fault] = [], notice: String? = nil, status: HTTPResponse.Status = .ok,
        isPaused: Bool = false
    ) throws -> Response {
        let words = page.words
        // Without keys names could not be kept safely, so nobody is asked for one.
        guard services.keyring != nil else {
            return message(words.checkoutTitle(), words.faultNoKeys(), page, site, status: .serviceUnavailable)
        }
        let asked: AskedDocuments
        do throws(TradeError) { asked = try AskedDocuments(plan.parcels, on: page.today) } catch {
            return message(words.checkoutTitle(), page.sentence(error), page, site, status: .conflict)
        }
        let fields = CheckoutFields(page, typed: typed, faults: faults)
        let hasGoods = plan.parcels.contains { $0.tour == nil }
        var content = try quoted(plan, basket, page)
        content["heading"] = words.checkoutTitle()
        content["shown"] = Self.shown(plan)
        content["duties"] = page.incoterm == .ddp ? CheckoutView.dutiesNow : ""
        content["buyer"] = fields.person("buyer")
        content["address"] = fields.address
        content["kinds"] = fields.kinds
        content["countryName"] = page.country(page.market.countries.first ?? "")
        content["hasGoods"] = hasGoods
        if hasGoods {
            content["recipient"] = fields.person("recipient")
            content["isGift"] = typed?["for"] == "other"
            if let fault = fields.faults["for-me"] { content["forFault"] = fault }
        }
        content["documents"] = asked.items.map(fields.documents)
        content["hasDocuments"] = !asked.items.isEmpty
        if let item = asked.travellers {
            var travellers = fields.why(item)
            travellers["heading"] = words.travellerTitle()
            travellers["tours"] = plan.parcels.enumerated().compactMap { fields.travellers($1, at: $0) }
            content["travellers"] = travellers
        }
        content["consents"] = asked.purposes.map { fields.consent(to: $0.purpose, kept: $0.kept) }
        content["hasConsents"] = !asked.isEmpty
        content["legalTexts"] = page.shop.legal.map { ["legalText": $0.value, "legalLanguage": "\($0.language)"] }
        content["notes"] = notes(plan, page)
        content["pay"] = words.beforePay(total: content["total"] as? String ?? "")
        if let notice { content["notice"] = notice }
        if services.watch.pause != nil || isPaused {
            // Nothing that says «pay» is to be pressed; looking again keeps what was typed.
            content["again"] = words.beforeAgain()
            if notice == nil { content["notice"] = page.view.strings.orderingPaused() }
        }
        if !faults.isEmpty {
            content["summary"] = [
                "title": words.faultTitle(count: faults.count),
                "faults": faults.map { fault in
                    [
                        "href": "#\(fault.field)",
                        "text": fault.whose.map { words.faultOf(sentence: fault.sentence, whose: $0) }
                            ?? fault.sentence,
                    ]
                },
                "documents": words.faultDocuments(), "hasDocuments": !asked.isEmpty,
            ]
        }
        content["labels"] = labels(hasGoods, page)
        return html("checkout", page, site, title: words.checkoutTitle(), content, status: status)
    }

    /// What the buyer saw when they pressed the button: a sum that has changed since is shown before it is taken.
    static func shown(_ plan: ParcelPlan) -> String {
        plan.parcels.map { "\($0.quote.total.minorUnits)+\($0.quote.dueAtBorder.minorUnits)" }.joined(separator: " ")
    }

    /// What else has to be said before paying: until when a tour is cancelled for nothing, and what retail from abroad means in China.
    private func notes(_ plan: ParcelPlan, _ page: CheckoutView) -> [String] {
        var notes = plan.parcels.compactMap { parcel -> String? in
            guard let (product, tour, day) = parcel.tour, let until = tour.freeCancellation(on: day) else { return nil }
            return page.words.beforeCancelFree(
                time: page.time(until, in: tour.timeZone), tour: page.view.text(product.title) ?? product.id)
        }
        if plan.parcels.contains(where: \.countsToQuota) { notes.append(page.legalWords.noticeRetail()) }
        return notes
    }

    private func labels(_ hasGoods: Bool, _ page: CheckoutView) -> [String: Any] {
        let words = page.words
        return [
            "contact": words.checkoutContact(), "for": words.checkoutFor(), "forMe": words.checkoutForMe(),
            "forOther": words.checkoutForOther(), "giftHint": words.checkoutGiftHint(),
            "recipient": words.checkoutRecipient(),
            "address": hasGoods ? words.checkoutAddress() : words.checkoutPostal(),
            "addressHint": hasGoods ? "" : words.checkoutPostalHint(), "country": words.checkoutCountry(),
            "kind": words.checkoutKind(), "documents": words.checkoutDocuments(), "consents": words.consentTitle(),
            "before": words.beforeTitle(), "total": words.beforeTotal(), "back": words.beforeBack(),
        ]
    }
}
