/// What an order takes of its buyer's year, and by which rule: kept with the order, so that a rule which changes later changes no order.
public struct QuotaClaim: Hashable, Sendable {
    /// The row of `quota.tsv`.
    public var rule: String
    public var buyer: LookupKey
    /// Beijing's, at the placing; what is set aside once more later stays in it.
    public var year: Int
    /// Price, freight and insurance, as customs value the parcel.
    public var amount: Money
    /// The year's.
    public var limit: Money
    public var appliedWithin: Int
    public var backWithin: Int

    init(_ rule: QuotaRule, by buyer: LookupKey, in year: Int, of amount: Money) {
        self.rule = rule.id
        self.buyer = buyer
        self.year = year
        self.amount = amount
        limit = rule.annual
        (appliedWithin, backWithin) = (rule.appliedWithin, rule.backWithin)
    }

    /// Whether goods that are asked to go back on one day and are back on another still give back what they took.
    func isGivenBack(released: CivilDate?, applied: CivilDate?, back: CivilDate) -> Bool {
        guard let released else { return true }
        return applied ?? back <= released.adding(days: appliedWithin) && back <= released.adding(days: backWithin)
    }
}

extension QuotaClaim {
    func write(to json: inout JSONWriter) {
        json.field("rule", rule)
        json.field("buyer", buyer.text)
        json.field("year", year)
        json.field("amount", amount.minorUnits)
        json.field("limit", limit.minorUnits)
        json.field("appliedWithin", appliedWithin)
        json.field("backWithin", backWithin)
    }

    init?(_ node: DocumentNode, _ currency: Currency) {
        guard let rule = node["rule"]?.text, let buyer = node["buyer"]?.text, let year = node["year"]?.integer,
            let amount = node["amount"]?.text.flatMap({ Int64($0) }),
            let limit = node["limit"]?.text.flatMap({ Int64($0) }), let applied = node["appliedWithin"]?.integer,
            let back = node["backWithin"]?.integer
        else { return nil }
        (self.rule, self.buyer, self.year) = (rule, LookupKey(text: buyer), year)
        (self.amount, self.limit) = (Money(minorUnits: amount, currency), Money(minorUnits: limit, currency))
        (appliedWithin, backWithin) = (applied, back)
    }
}

extension Quote {
    /// What a quota counts: goods after their discounts, freight and insurance; neither duty nor tax.
    func quotaValue() throws(TradeError) -> Money {
        var value = Money.zero(total.currency)
        for charge in charges where [.goods, .discount, .freight, .insurance].contains(charge.kind) {
            do throws(MoneyError) { value = try value + charge.amount } catch {
                throw TradeError(.totalTooLarge, ["value": .text(error.subject)])
            }
        }
        return value
    }

    /// Pieces of all lines together.
    var pieces: Int { lines.reduce(0) { $0 + $1.quantity } }
}

extension OrderFlow.ID {
    /// Whether its orders take of a quota: retail imports into China.
    var takesQuota: Bool { self == .bondedImport || self == .directImport }
}
