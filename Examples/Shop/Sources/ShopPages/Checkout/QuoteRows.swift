internal import Foundation
internal import Keruen

/// A parcel's quote as a page shows it: each charge with its rate, base, rounding and law, and who pays it when; and what happens next where
/// it can't be ordered.
struct QuoteRows {
    let parcel: Parcel
    /// Whether other parcels of the cart could be ordered without this one.
    let hasOthers: Bool
    let page: CheckoutView

    private var strings: CheckoutStrings { page.words }

    var content: [String: Any] {
        let quote = parcel.quote
        var content: [String: Any] = [
            "route": route, "explainLabel": strings.quoteExplain(),
            "charges": quote.charges.map(explained),
            "notices": sentences(quote.notices), "noticesLabel": strings.quoteNotices(),
            "hasNotices": !quote.notices.isEmpty,
        ]
        switch quote.outcome {
        case .ready:
            content["sum"] = ["label": strings.quoteNow(), "amount": page.formatted(quote.total)]
            content["until"] = strings.quoteUntil(time: page.time(quote.expires))
        case .needsReview(let reasons):
            content["sum"] = ["label": strings.lookEstimate(), "amount": page.formatted(quote.total)]
            content["review"] = review(reasons)
        case .blocked(let reasons):
            content["blocked"] = ["text": strings.quoteBlocked(), "reasons": sentences(reasons)]
        }
        guard !quote.isBlocked else { return content }
        if quote.dueAtBorder.minorUnits > 0 {
            content["border"] = [
                "label": strings.quoteBorder(), "amount": page.formatted(quote.dueAtBorder),
                "note": strings.quoteBorderNote(), "landedLabel": strings.quoteLanded(),
                "landed": page.formatted(quote.landedCost),
            ]
        }
        if let expected { content["expected"] = expected }
        return content
    }

    /// What the buyer does now and when they hear from us; then what has to be settled.
    private func review(_ reasons: [Diagnostic]) -> [String: Any] {
        let titles = parcel.lines.compactMap { page.view.text($0.product?.title) }
        let subject = strings.lookSubject(titles: titles.joined(separator: ", "))
        var content: [String: Any] = [
            "title": strings.lookTitle(), "next": strings.lookNext(email: page.email), "write": strings.lookWrite(),
            "why": strings.lookWhy(), "reasons": sentences(reasons),
        ]
        if let subject = subject.addingPercentEncoding(withAllowedCharacters: .alphanumerics) {
            content["letter"] = "mailto:\(page.email)?subject=\(subject)"
        }
        if hasOthers { content["rest"] = strings.lookRest() }
        return content
    }

    /// Where it comes from, and what that means.
    private var route: [String: Any] {
        guard parcel.tour == nil else { return [:] }
        let warehouse = page.shop.catalog.warehouses.first { $0.id == parcel.way.warehouses.first }
        let text =
            if parcel.origin == parcel.destination, let name = page.view.text(warehouse?.name) {
                strings.parcelFrom(warehouse: name)
            } else {
                strings.parcelRoute(destination: page.country(parcel.destination), origin: page.country(parcel.origin))
            }
        let meaning =
            if !parcel.way.crossesBorder {
                strings.parcelHome()
            } else if parcel.way.flow == .domestic {
                strings.parcelUnion()
            } else {
                strings.parcelAbroad()
            }
        return ["text": text, "meaning": meaning]
    }

    /// When it comes, or begins.
    private var expected: String? {
        if let (_, tour, day) = parcel.tour, let start = tour.start(on: day) {
            return strings.quoteStarts(start: page.time(start, in: tour.timeZone))
        }
        return parcel.quote.delivery.map { days in
            strings.quoteDelivery(days: DaySpan(days, in: page.shop).text(strings))
        }
    }

    private func sentences(_ findings: [Diagnostic]) -> [String] {
        let products = parcel.lines.compactMap(\.product)
        var said: [String] = []
        for finding in findings {
            let sentence = page.view.sentence(finding, about: products)
            // One sentence of two rules is said once.
            if !said.contains(sentence) { said.append(sentence) }
        }
        return said
    }

    private func row(_ charge: Charge) -> [String: Any] {
        let product = charge.sku.flatMap { sku in parcel.lines.first { $0.wanted.sku == sku }?.product }
        return page.row(charge, of: page.view.text(product?.title) ?? charge.sku?.description ?? "")
    }

    private func words(_ key: String, _ arguments: [String: Diagnostic.Argument] = [:]) -> String {
        page.reader.text("quote.\(key)", arguments) ?? ""
    }

    private func explained(_ charge: Charge) -> [String: Any] {
        var row = row(charge)
        let isNone = row["isNone"] as? Bool == true
        // When nothing is paid needs no telling.
        let due = isNone ? nil : words("explain.due", ["due": .text(words("due.\(charge.due.rawValue)"))])
        row["explanation"] = explanation(charge, due)
        return row
    }

    private func explanation(_ charge: Charge, _ due: String?) -> [String] {
        var lines = [basis(charge)].compactMap(\.self)
        if let exchange = charge.exchange {
            lines.append(
                words(
                    "explain.exchange",
                    [
                        "from": .text(exchange.from.code), "to": .text(exchange.to.code),
                        "rate": .text(decimal(exchange.ratio.decimalText ?? exchange.ratio.description)),
                        "day": .text(page.shop.formatted(exchange.day)), "bank": .text(page.view.bank(exchange)),
                    ]))
        }
        if let rounding = charge.rounding {
            lines.append(words("explain.rounding", ["step": .text(words("rounding.\(rounding.name)"))]))
        }
        if let due { lines.append(due) }
        // A tariff or a price of the shop's own follows no law.
        if let law = page.view.law(of: charge) { lines.append(strings.checkoutBasis(source: law)) }
        return lines
    }

    /// What the amount was reckoned from; nil where that says nothing, as of a share of a price with tax in it.
    private func basis(_ charge: Charge) -> String? {
        let base = Diagnostic.Argument.text(page.formatted(charge.base))
        let grams = charge.weight.map { Diagnostic.Argument.integer(Int($0)) } ?? 0
        switch charge.kind {
        case .goods:
            return words("explain.quantity", ["quantity": .text(charge.rate?.decimalText ?? "1"), "base": base])
        case .duty where charge.weight != nil: return words("explain.perKilogram", ["base": base, "grams": grams])
        case _ where charge.rate != nil:
            guard let percent = charge.rate?.percentText, !percent.contains("/") else { return nil }
            return words("explain.rate", ["percent": .text(decimal(percent)), "base": base])
        case _ where charge.weight != nil: return words("explain.freight", ["base": base, "grams": grams])
        default: return words("explain.base", ["base": base])
        }
    }

    /// A number as the reader writes it.
    private func decimal(_ text: String) -> String {
        let tag = page.market.formattingTag(for: page.shop.language)
        let formatter = try? DecimalFormatter.shared(tag, NumberStyle(.decimal, fractionDigits: 0...9))
        return (try? formatter?.format(text)) ?? text
    }
}
