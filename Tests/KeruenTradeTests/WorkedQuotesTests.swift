import KeruenTrade
import Testing

/// Every figure here was reckoned by hand, half up to the tiyn, kopeck and fen, before any code reckoned it.
///
/// Freight begins at 500 g and rises with each 500 g (KZT 1 900 + 650, RUB 420 + 145, CNY 38 + 11); insurance is 0.6 % of the goods as
/// paid, at least KZT 300, RUB 60, CNY 4. EUR 200 are KZT 104 694.00 and RUB 18 246.90.
@Suite("A quote reckoned by hand")
struct WorkedQuotesTests {
    @Test("comes out the same", arguments: WorkedQuote.toKazakhstan + WorkedQuote.toRussia + WorkedQuote.toChina)
    func matches(row: WorkedQuote) throws {
        let discounts = try row.discounts.split(separator: " ").map {
            try Discount(String($0), currency: row.market.currency)
        }
        let quote = try TradeStalls.quote(
            row.items, in: row.market, from: row.origin, on: row.day, incoterm: row.incoterm, discounts: discounts
        ) {
            // Money is reckoned here: the goods have every paper that they need.
            $0.channel = .cargo
            $0.certificates = ["food-access", "phytosanitary-certificate"].map { TradeStalls.paper($0) }
            $0.quotaUsed = row.used.flatMap { try? Money($0, row.market.currency) }
        }
        func sum(_ kinds: Charge.Kind...) -> String {
            let units = quote.charges.filter { kinds.contains($0.kind) }.reduce(0) { $0 + $1.amount.minorUnits }
            return Money(minorUnits: units, row.market.currency).decimalText
        }
        let arithmetic = Comment(rawValue: row.arithmetic)
        #expect(sum(.goods) == row.goods, arithmetic)
        #expect(sum(.discount) == row.discount, arithmetic)
        #expect(sum(.freight) == row.freight, arithmetic)
        #expect(sum(.insurance) == row.insurance, arithmetic)
        #expect(quote.charges.first { $0.kind == .duty }?.amount.decimalText == row.duty, arithmetic)
        let taxes = quote.charges.filter { [.vat, .importVAT, .combinedTax, .consumptionTax].contains($0.kind) }
        #expect(taxes.map(\.amount.decimalText) == row.taxes, arithmetic)
        #expect(quote.total.decimalText == row.now, arithmetic)
        #expect(quote.dueAtBorder.decimalText == row.border, arithmetic)
        #expect(try quote.landedCost == quote.total + quote.dueAtBorder)
        #expect((quote.outcome == .ready) == row.isReady, "\(quote.outcome.reasons)")
    }
}
