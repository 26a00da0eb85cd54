internal import Foundation
internal import Keruen

/// A quote as the command line shows it.
struct QuoteText {
    let quote: Quote
    let terms: QuoteTerms
    let market: Market
    let isExplained: Bool
    let report: ReportLanguage

    init(_ quote: Quote, terms: QuoteTerms, market: Market, isExplained: Bool, report: ReportLanguage) {
        (self.quote, self.terms, self.market) = (quote, terms, market)
        (self.isExplained, self.report) = (isExplained, report)
    }

    func text(_ format: ReportFormat) -> String {
        switch format {
        case .json: JSONReport(in: report).encode(QuoteBody(quote, terms: terms, report: report))
        case .text: lines.joined(separator: "\n")
        }
    }

    private func words(_ key: String, _ arguments: [String: Diagnostic.Argument] = [:]) -> String {
        report.text("quote.\(key)", arguments) ?? key
    }

    private func formatted(_ money: Money) -> String { money.formatted(for: market, in: report.tag) }

    private var lines: [String] {
        let head = words(
            "head",
            [
                "origin": .text(terms.shipsFrom), "destination": .text(terms.destination.country),
                "day": .text(quote.day.formatted(for: market, in: report.tag)),
                "incoterm": .text(terms.incoterm.rawValue),
            ])
        var lines = [head]
        for charge in quote.charges {
            lines.append(charge.line(in: market, report))
            if isExplained { lines += explanation(charge).map { "    " + $0 } }
        }
        for (key, amount) in [
            ("total", quote.total), ("border", quote.dueAtBorder), ("landed", quote.landedCost),
        ] {
            lines.append(words(key, ["amount": .text(formatted(amount))]))
        }
        if let delivery = quote.delivery {
            let days = [delivery.lowerBound, delivery.upperBound].map { $0.formatted(for: market, in: report.tag) }
            lines.append(words("delivery", ["from": .text(days[0]), "through": .text(days[1])]))
        }
        lines.append(words("until", ["time": .text(time(quote.expires)), "zone": .text(market.timeZone)]))
        let terminal = TerminalReport(in: report)
        switch quote.outcome {
        // Its notice says that it sells nothing.
        case .ready: if !quote.isQuestion { lines.append(words("outcome.ready")) }
        case .needsReview(let reasons):
            lines += [words("outcome.review")] + reasons.map { terminal.line(report.readable($0)) }
        // The reasons themselves go to standard error, as those of every failure.
        case .blocked: lines.append(words("outcome.blocked"))
        }
        return lines + quote.notices.map { terminal.line(report.readable($0)) }
    }

    private func explanation(_ charge: Charge) -> [String] {
        var lines: [String] = []
        // Where the product itself says its price, no list is there to be named.
        if !charge.rule.isEmpty { lines.append(words("explain.rule", ["rule": .text(charge.rule)])) }
        lines.append(basis(charge))
        if let exchange = charge.exchange {
            lines.append(
                words(
                    "explain.exchange",
                    [
                        "from": .text(exchange.from.code), "to": .text(exchange.to.code),
                        "rate": .text(decimal(exchange.ratio.decimalText ?? exchange.ratio.description)),
                        "day": .text(exchange.day.formatted(for: market, in: report.tag)),
                        "bank": .text(exchange.source),
                    ]))
        }
        let step = words("rounding.\(charge.rounding?.name ?? "none")")
        lines.append(words("explain.rounding", ["step": .text(step)]))
        if charge.shares.count > 1 {
            let shares = charge.shares.map { "\($0.sku) \(formatted($0.amount))" }.joined(separator: "; ")
            lines.append(words("explain.shares", ["shares": .text(shares)]))
        }
        if let source = charge.source {
            lines.append(
                words(
                    "explain.source",
                    [
                        "source": .text(source),
                        "confidence": .text(words("confidence.\(charge.confidence.rawValue)")),
                    ]))
        }
        lines.append(words("explain.due", ["due": .text(words("due.\(charge.due.rawValue)"))]))
        return lines
    }

    /// What the amount was reckoned from.
    private func basis(_ charge: Charge) -> String {
        let base = Diagnostic.Argument.text(formatted(charge.base))
        let grams = charge.weight.map { Diagnostic.Argument.integer(Int($0)) }
        switch charge.kind {
        case .goods:
            let quantity = charge.rate?.decimalText ?? "1"
            return words("explain.quantity", ["quantity": .text(quantity), "base": base])
        case .duty where charge.weight != nil:
            return words("explain.perKilogram", ["base": base, "grams": grams ?? 0])
        case _ where charge.rate != nil:
            let percent = decimal(charge.rate?.percentText ?? "")
            return words("explain.rate", ["percent": .text(percent), "base": base])
        case _ where charge.weight != nil:
            return words("explain.freight", ["base": base, "grams": grams ?? 0])
        default:
            return words("explain.base", ["base": base])
        }
    }

    /// A number as the reader writes it; what is no decimal (22/122) stays.
    private func decimal(_ text: String) -> String {
        let style = NumberStyle(.decimal, fractionDigits: 0...9)
        let formatter = try? DecimalFormatter.shared(market.formattingTag(for: report.tag), style)
        return (try? formatter?.format(text)) ?? text
    }

    private func time(_ instant: Date) -> String {
        guard let local = try? ZonedInstant(instant, zone: market.timeZone) else { return "\(instant)" }
        return "\(local.day) \(local.clock)"
    }
}
