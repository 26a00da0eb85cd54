import KeruenTrade
import Testing

/// A quote that was reckoned on paper: what goes in, what has to come out, and the arithmetic.
struct WorkedQuote: Sendable, CustomTestStringConvertible {
    static let personal = "2026-06-15"
    static let ecommerce = "2026-07-15"
    static let before = "2025-12-15"

    var name: String
    var market: Market
    var origin: String
    var day: String
    var incoterm: Incoterm
    var items: [SKU: Int]
    var discounts: String
    /// What the buyer has used of the year's quota; nil where nobody asked.
    var used: String?
    var goods: String
    var discount: String
    var freight: String
    var insurance: String
    /// Nil where there is no charge of duty at all.
    var duty: String?
    /// Line by line, in the order of the SKUs.
    var taxes: [String]
    var now: String
    var border: String
    var isReady: Bool
    var arithmetic: String

    init(
        _ name: String, _ market: Market, _ origin: String, _ day: String, _ incoterm: Incoterm,
        _ items: [SKU: Int], off discounts: String = "", used: String? = nil,
        goods: String, discount: String = "0.00", freight: String,
        insurance: String, duty: String?, taxes: [String], now: String, border: String, isReady: Bool = true,
        _ arithmetic: String
    ) {
        (self.name, self.market, self.origin, self.day) = (name, market, origin, day)
        (self.incoterm, self.items, self.discounts, self.used) = (incoterm, items, discounts, used)
        (self.goods, self.discount, self.freight, self.insurance) = (goods, discount, freight, insurance)
        (self.duty, self.taxes, self.now, self.border) = (duty, taxes, now, border)
        (self.isReady, self.arithmetic) = (isReady, arithmetic)
    }

    var testDescription: String { name }
}
