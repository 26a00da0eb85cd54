extension Landing {
    func write(to json: inout JSONWriter) {
        json.field("shipsFrom", shipsFrom)
        json.field("destination", destination)
        json.field("incoterm", incoterm.rawValue)
        json.field("currency", dueAtBorder.currency.code)
        json.field("dueAtBorder", dueAtBorder.minorUnits)
        if let customsValue { json.field("customsValue", customsValue.minorUnits) }
        if let day { json.field("day", day.description) }
        json.array("charges") { json in
            for charge in charges { json.object { charge.write(to: &$0) } }
        }
    }

    init?(_ node: DocumentNode) {
        guard let shipsFrom = node["shipsFrom"]?.text, let destination = node["destination"]?.text,
            let incoterm = node["incoterm"]?.text.flatMap(Incoterm.init(rawValue:)),
            let currency = node["currency"]?.text.flatMap({ Currency($0) }),
            let due = node["dueAtBorder"]?.text.flatMap({ Int64($0) })
        else { return nil }
        let charges = (node["charges"]?.elements ?? []).map { Charge($0, currency) }
        guard !charges.contains(nil) else { return nil }
        self.init(
            shipsFrom: shipsFrom, destination: destination, incoterm: incoterm,
            dueAtBorder: Money(minorUnits: due, currency),
            customsValue: node["customsValue"]?.text.flatMap { Int64($0) }.map { Money(minorUnits: $0, currency) },
            day: node["day"]?.text.flatMap { CivilDate($0) }, charges: charges.compactMap(\.self))
    }
}

extension Charge {
    fileprivate func write(to json: inout JSONWriter) {
        json.field("kind", kind.rawValue)
        json.field("rule", rule)
        if let sku { json.field("sku", sku.description) }
        json.field("base", base.minorUnits)
        json.field("baseCurrency", base.currency.code)
        if let rate {
            json.field("numerator", rate.numerator)
            json.field("denominator", rate.denominator)
        }
        if let weight { json.field("grams", weight) }
        if let rounding {
            json.field("step", rounding.name)
            json.field("rounding", rounding.rounding.rawValue)
        }
        json.field("amount", amount.minorUnits)
        if !shares.isEmpty {
            json.array("shares") { json in
                for share in shares {
                    json.object { json in
                        json.field("sku", share.sku.description)
                        json.field("amount", share.amount.minorUnits)
                    }
                }
            }
        }
        json.field("due", due.rawValue)
        if let exchange {
            json.object("exchange") { json in
                json.field("from", exchange.from.code)
                json.field("to", exchange.to.code)
                json.field("numerator", exchange.ratio.numerator)
                json.field("denominator", exchange.ratio.denominator)
                json.field("day", exchange.day.description)
                json.field("source", exchange.source)
            }
        }
        if let source { json.field("source", source) }
        json.field("confidence", confidence.rawValue)
    }

    fileprivate init?(_ node: DocumentNode, _ currency: Currency) {
        guard let kind = node["kind"]?.text.flatMap(Kind.init(rawValue:)), let rule = node["rule"]?.text,
            let base = node["base"]?.text.flatMap({ Int64($0) }),
            let baseCurrency = node["baseCurrency"]?.text.flatMap({ Currency($0) }),
            let amount = node["amount"]?.text.flatMap({ Int64($0) }),
            let due = node["due"]?.text.flatMap(Due.init(rawValue:)),
            let confidence = node["confidence"]?.text.flatMap(RuleValidity.Confidence.init(rawValue:))
        else { return nil }
        let rounding = node["rounding"]?.text.flatMap(Rounding.init(rawValue:)).flatMap { rounding in
            node["step"]?.text.map { RoundingStep($0, rounding) }
        }
        let shares = (node["shares"]?.elements ?? []).compactMap { node -> Share? in
            guard let sku = node["sku"]?.text.flatMap({ SKU($0) }),
                let amount = node["amount"]?.text.flatMap({ Int64($0) })
            else { return nil }
            return Share(sku: sku, amount: Money(minorUnits: amount, currency))
        }
        self.init(
            kind, rule: rule, sku: node["sku"]?.text.flatMap { SKU($0) }, base: Money(minorUnits: base, baseCurrency),
            rate: node.ratio, weight: node["grams"]?.text.flatMap { Int64($0) }, rounding: rounding,
            amount: Money(minorUnits: amount, currency), shares: shares, due: due,
            exchange: node["exchange"].flatMap(ExchangeRate.init), source: node["source"]?.text, confidence: confidence)
    }
}

extension ExchangeRate {
    fileprivate init?(_ node: DocumentNode) {
        guard let from = node["from"]?.text.flatMap({ Currency($0) }),
            let to = node["to"]?.text.flatMap({ Currency($0) }), let ratio = node.ratio,
            let day = node["day"]?.text.flatMap({ CivilDate($0) }), let source = node["source"]?.text
        else { return nil }
        self.init(from: from, to: to, ratio, on: day, source: source)
    }
}

extension DocumentNode {
    fileprivate var ratio: Ratio? {
        guard let numerator = self["numerator"]?.text.flatMap({ Int64($0) }),
            let denominator = self["denominator"]?.text.flatMap({ Int64($0) })
        else { return nil }
        return Ratio(numerator, over: denominator)
    }
}
