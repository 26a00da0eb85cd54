/// What was agreed beyond the goods: the way, who pays the border, and every charge with its rule, rate and rounding.
///
/// Kept with the order as it was quoted: a rule that changes later changes no order.
public struct Landing: Hashable, Sendable {
    /// The countries, ISO 3166-1.
    public var shipsFrom: String
    public var destination: String
    public var incoterm: Incoterm
    public var dueAtBorder: Money
    /// What customs count the parcel as; nil where nothing crosses a border by a known rule.
    public var customsValue: Money?
    /// The day whose rules and rates it was reckoned by; nil for what was written before it was kept.
    public var day: CivilDate?
    /// All but the goods themselves, which are the order's lines.
    public var charges: [Charge]

    public init(
        shipsFrom: String, destination: String, incoterm: Incoterm, dueAtBorder: Money, customsValue: Money? = nil,
        day: CivilDate? = nil, charges: [Charge]
    ) {
        self.shipsFrom = shipsFrom
        self.destination = destination
        self.incoterm = incoterm
        self.dueAtBorder = dueAtBorder
        self.customsValue = customsValue
        self.day = day
        self.charges = charges
    }

    /// Nil for a quote of goods alone.
    public init?(_ quote: Quote) {
        guard let destination = quote.destination, let shipsFrom = quote.shipsFrom, let incoterm = quote.incoterm else {
            return nil
        }
        self.init(
            shipsFrom: shipsFrom, destination: destination.country, incoterm: incoterm, dueAtBorder: quote.dueAtBorder,
            customsValue: quote.customsValue, day: quote.day, charges: quote.charges.filter { $0.kind != .goods })
    }
}

extension Order {
    /// What a line cost the buyer: after its discounts, with the tax that came on top of its price.
    func net(of line: Int) -> Int64 {
        var net = lines[line].total.minorUnits
        for charge in placement.landing?.charges ?? [] {
            switch charge.kind {
            // Discounts have a share for each line, in the order of the lines.
            case .discount where charge.shares.count == lines.count: net += charge.shares[line].amount.minorUnits
            case .vat where charge.due == .now && charge.sku == lines[line].sku: net += charge.amount.minorUnits
            default: break
            }
        }
        return net
    }
}
