internal import Foundation
internal import Keruen

/// A parcel's quote as a page shows it: each charge with its rule, rate, base, rounding and source, and who pays it when.
struct QuoteRows {
    let parcel: Parcel
    let page: CheckoutView

    var content: [String: Any] {
        let quote = parcel.quote
        var content: [String: Any] = [
            "route": route, "charges": quote.charges.map(charge), "nowLabel": page.words.quoteNow(),
            "now": page.formatted(quote.total), "explainLabel": page.words.quoteExplain(),
            "until": page.words.quoteUntil(time: page.time(quote.expires)),
            "notices": quote.notices.map { page.reader.sentence(page.readable($0)) },
            "noticesLabel": page.words.quoteNotices(), "hasNotices": !quote.notices.isEmpty,
        ]
        if quote.dueAtBorder.minorUnits > 0 {
            content["border"] = [
                "label": page.words.quoteBorder(), "amount": page.formatted(quote.dueAtBorder),
                "note": page.words.quoteBorderNote(), "landedLabel": page.words.quoteLanded(),
                "landed": page.formatted(quote.landedCost),
            ]
        }
        if let expected { content["expected"] = expected }
        switch quote.outcome {
        case .ready: break
        case .needsReview(let reasons):
            content["open"] = ["text": page.words.quoteReview(email: page.email), "reasons": sentences(reasons)]
        case .blocked(let reasons):
            content["open"] = ["text": page.words.quoteBlocked(), "reasons": sentences(reasons)]
        }
        return content
    }

    /// Where it comes from, and what that means.
    private var route: [String: Any] {
        guard parcel.tour == nil else { return [:] }
        let warehouse = page.shop.catalog.warehouses.first { $0.id == parcel.way.warehouses.first }
        let text =
            if parcel.origin == parcel.destination, let name = page.view.text(warehouse?.name) {
                page.words.parcelFrom(warehouse: name)
            } else {
                page.words.parcelRoute(
                    destination: page.country(parcel.destination), origin: page.country(parcel.origin))
            }
        let meaning =
            if !parcel.way.crossesBorder {
                page.words.parcelHome()
            } else if parcel.way.flow == .domestic {
                page.words.parcelUnion()
            } else {
                page.words.parcelAbroad()
            }
        return ["text": text, "meaning": meaning]
    }

    /// When it comes, or begins.
    private var expected: String? {
        if let (_, tour, day) = parcel.tour, let start = tour.start(on: day) {
            return page.words.quoteStarts(start: page.time(start, in: tour.timeZone))
        }
        return parcel.quote.delivery.map { days in
            page.words.quoteDelivery(
                from: page.shop.formatted(days.lowerBound), through: page.shop.formatted(days.upperBound))
        }
    }

    private func sentences(_ reasons: [Diagnostic]) -> [String] {
        reasons.map { page.reader.sentence(page.readable($0)) }
    }

    private func charge(_ charge: Charge) -> [String: Any] {
        [
            "label": label(charge), "amount": page.formatted(charge.amount),
            "due": charge.due == .now ? "" : words("due.\(charge.due.rawValue)"), "isLater": charge.due != .now,
            "explanation": explanation(charge),
        ]
    }

    private func words(_ key: String, _ arguments: [String: Diagnostic.Argument] = [:]) -> String {
        page.reader.text("quote.\(key)", arguments) ?? ""
    }

    private func label(_ charge: Charge) -> String {
        var arguments: [String: Diagnostic.Argument] = [:]
        if let sku = charge.sku {
            let product = parcel.lines.first { $0.wanted.sku == sku }?.product
            arguments["sku"] = .text(page.view.text(product?.title) ?? sku.description)
        }
        // Of goods the rate is how many there are.
        if charge.kind == .goods, let quantity = charge.rate?.decimalText { arguments["quantity"] = .text(quantity) }
        return words("kind.\(charge.kind.rawValue)", arguments)
    }

    private func explanation(_ charge: Charge) -> [String] {
        var lines = [basis(charge)].compactMap(\.self)
        if let exchange = charge.exchange {
            lines.append(
                words(
                    "explain.exchange",
                    [
                        "from": .text(exchange.from.code), "to": .text(exchange.to.code),
                        "rate": .text(decimal(exchange.ratio.decimalText ?? exchange.ratio.description)),
                        "day": .text(page.shop.formatted(exchange.day)), "bank": .text(exchange.source.uppercased()),
                    ]))
        }
        lines.append(
            words("explain.rounding", ["step": .text(words("rounding.\(charge.rounding?.name ?? "none")"))]))
        lines.append(words("explain.due", ["due": .text(words("due.\(charge.due.rawValue)"))]))
        // Where the product itself says its price, no list is there to be named.
        if !charge.rule.isEmpty { lines.append(words("explain.rule", ["rule": .text(charge.rule)])) }
        if let source = charge.source {
            lines.append(
                words(
                    "explain.source",
                    [
                        "source": .text(source),
                        "confidence": .text(words("confidence.\(charge.confidence.rawValue)")),
                    ]))
        }
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
