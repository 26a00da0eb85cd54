internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Keruen
internal import ShopSite

extension APICall {
    /// What a cart costs until it is at its destination: every charge, when and by whom it is paid, what stands in its way, and which
    /// documents its way will ask for.
    func quote() async throws -> Response {
        var (root, reader) = try await body()
        let fields = reader.object(
            root, required: ["lines", "destination"], optional: ["shipsFrom", "incoterm", "insured"])
        let lines = reader.cartLines(fields?["lines"])
        let destination = reader.destination(fields?["destination"])
        let shipsFrom = reader.form(fields?["shipsFrom"], .country)
        let incoterm = reader.choice(fields?["incoterm"], Incoterm.allCases.map(\.rawValue))
        let isInsured = reader.boolean(fields?["insured"]) ?? true
        try reader.check()
        guard let destination else { throw Problem(.unprocessableContent, .failed) }
        let trade = Trade(
            self, lines, to: destination, on: incoterm.flatMap(Incoterm.init) ?? .dap, isInsured: isInsured)
        try lines.check(in: trade.desk.catalog)
        let origin = if let shipsFrom { shipsFrom } else { try await trade.origin() }
        let quote = try trade.quote(from: origin)
        var json = JSONWriter(capacity: 8_192)
        json.object { write(quote, asking: trade.requirements(of: quote), to: &$0) }
        return own(json)
    }

    private func write(_ quote: Quote, asking documents: [IdentityRequirement], to json: inout JSONWriter) {
        let words = words
        json.field("day", quote.day.description)
        json.instant("made", quote.made)
        json.instant("expires", quote.expires)
        json.optional("shipsFrom", quote.shipsFrom)
        json.optional("destination", quote.destination?.country)
        json.optional("incoterm", quote.incoterm?.rawValue)
        json.array("lines") { json in for line in quote.lines { json.object { write(line, to: &$0) } } }
        json.array("charges") { json in for charge in quote.charges { json.object { write(charge, to: &$0, words) } } }
        json.money("total", quote.total, shop)
        json.money("dueAtBorder", quote.dueAtBorder, shop)
        json.money("landedCost", quote.landedCost, shop)
        if let value = quote.customsValue { json.money("customsValue", value, shop) }
        if let delivery = quote.delivery {
            json.object("delivery") { json in
                json.field("from", delivery.lowerBound.description)
                json.field("through", delivery.upperBound.description)
            }
        }
        json.instant("salesEnd", quote.salesEnd)
        json.instant("freeCancellation", quote.freeCancellation)
        switch quote.outcome {
        case .ready: json.field("outcome", "ready")
        case .needsReview: json.field("outcome", "review")
        case .blocked: json.field("outcome", "blocked")
        }
        json.array("reasons") { json in for reason in quote.outcome.reasons { json.finding(reason, words) } }
        json.array("notices") { json in for notice in quote.notices { json.finding(notice, words) } }
        json.array("documents") { json in
            for requirement in documents {
                json.object { json in
                    json.field("role", requirement.role.rawValue)
                    json.array("kinds") { json in for kind in requirement.documents { json.value(kind.rawValue) } }
                    json.field("purpose", requirement.purpose.rawValue)
                    json.field("source", requirement.source)
                }
            }
        }
    }

    func write(_ line: Quote.Line, to json: inout JSONWriter) {
        json.field("sku", line.sku.description)
        json.field("quantity", line.quantity)
        json.optional("departure", line.departure?.description)
        json.money("unitPrice", line.unitPrice, shop)
        json.field("includesTax", line.includesTax)
        json.money("total", line.total, shop)
    }

    func write(_ charge: Charge, to json: inout JSONWriter, _ words: ProblemWords) {
        json.field("kind", charge.kind.rawValue)
        var arguments: [String: Diagnostic.Argument] = [:]
        if let sku = charge.sku { arguments["sku"] = .text(sku.description) }
        // Of goods the rate is how many there are.
        if charge.kind == .goods, let count = charge.rate?.decimalText { arguments["quantity"] = .text(count) }
        json.optional("name", words.report.text("quote.kind.\(charge.kind.rawValue)", arguments))
        json.optional("sku", charge.sku?.description)
        json.money("amount", charge.amount, shop)
        json.field("due", charge.due.rawValue)
        json.field("payer", charge.due.payer.rawValue)
        if !charge.rule.isEmpty { json.field("rule", charge.rule) }
        json.money("base", charge.base, shop)
        json.optional("rate", charge.rate.map { $0.decimalText ?? $0.description })
        if let grams = charge.weight { json.field("grams", grams) }
        json.optional("rounding", charge.rounding?.name)
        if let exchange = charge.exchange {
            json.object("exchange") { json in
                json.field("from", exchange.from.code)
                json.field("to", exchange.to.code)
                json.field("rate", exchange.ratio.decimalText ?? exchange.ratio.description)
                json.field("day", exchange.day.description)
                json.field("source", exchange.source)
            }
        }
        json.optional("source", charge.source)
        json.field("confidence", charge.confidence.rawValue)
    }
}

extension BodyReader {
    mutating func destination(_ body: JSONBody?) -> Destination? {
        let fields = object(body, required: ["country"], optional: ["region", "city", "postcode"])
        let country = form(fields?["country"], .country)
        let (region, city) = (text(fields?["region"]), text(fields?["city"]))
        let postcode = text(fields?["postcode"], upTo: 20)
        guard let country else { return nil }
        do throws(TradeError) {
            return try Destination(country: country, region: region, city: city, postcode: postcode)
        } catch {
            add(error, at: fields?[error.code == .badPostcode ? "postcode" : "country"])
            return nil
        }
    }
}
