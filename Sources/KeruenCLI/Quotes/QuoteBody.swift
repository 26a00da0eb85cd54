internal import Foundation
internal import Keruen

/// A quote for programs; docs/cli.md tells its keys.
struct QuoteBody: Encodable {
    var version = 1
    var market: String
    var origin: String
    var destination: Place
    var incoterm: String
    var day: String
    var made: Date
    var expires: Date
    var currency: String
    var total: String
    var dueAtBorder: String
    var landedCost: String
    /// First and last day; two of them.
    var delivery: [String]?
    var outcome: String
    var reasons: [JSONReport.Finding]
    var notices: [JSONReport.Finding]
    var charges: [Part]

    struct Place: Encodable {
        var country: String
        var region: String?
        var city: String?
        var postcode: String?
    }

    struct Part: Encodable {
        var kind: String
        var rule: String
        var sku: String?
        var base: String
        var baseCurrency: String
        var rate: String?
        var weight: Int64?
        var rounding: Step?
        var amount: String
        var shares: [Share]
        var due: String
        var payer: String
        var exchange: Rate?
        var source: String?
        var confidence: String
    }

    struct Step: Encodable {
        var name: String
        var mode: String
    }

    struct Share: Encodable {
        var sku: String
        var amount: String
    }

    struct Rate: Encodable {
        var from: String
        var to: String
        var ratio: String
        var day: String
        var source: String
    }

    init(_ quote: Quote, terms: QuoteTerms, report: ReportLanguage) {
        let json = JSONReport(in: report)
        market = quote.market
        origin = terms.shipsFrom
        destination = Place(
            country: terms.destination.country, region: terms.destination.region, city: terms.destination.city,
            postcode: terms.destination.postcode)
        incoterm = terms.incoterm.rawValue
        day = quote.day.description
        made = quote.made
        expires = quote.expires
        currency = quote.total.currency.code
        total = quote.total.decimalText
        dueAtBorder = quote.dueAtBorder.decimalText
        landedCost = quote.landedCost.decimalText
        delivery = quote.delivery.map { [$0.lowerBound.description, $0.upperBound.description] }
        outcome =
            switch quote.outcome {
            case .ready: "ready"
            case .needsReview: "review"
            case .blocked: "blocked"
            }
        reasons = quote.outcome.reasons.map(json.finding)
        notices = quote.notices.map(json.finding)
        charges = quote.charges.map(Part.init)
    }
}

extension QuoteBody.Part {
    init(_ charge: Charge) {
        kind = charge.kind.rawValue
        rule = charge.rule
        sku = charge.sku?.description
        base = charge.base.decimalText
        baseCurrency = charge.base.currency.code
        rate = charge.rate?.description
        weight = charge.weight
        rounding = charge.rounding.map { .init(name: $0.name, mode: $0.rounding.rawValue) }
        amount = charge.amount.decimalText
        shares = charge.shares.map { .init(sku: $0.sku.description, amount: $0.amount.decimalText) }
        due = charge.due.rawValue
        payer = charge.due.payer.rawValue
        exchange = charge.exchange.map {
            .init(
                from: $0.from.code, to: $0.to.code, ratio: $0.ratio.decimalText ?? $0.ratio.description,
                day: $0.day.description, source: $0.source)
        }
        source = charge.source
        confidence = charge.confidence.rawValue
    }
}
