import KeruenTrade
import TestSupport
import Testing

/// The e-commerce regime once more, in the plainest way: fractions of 128 bits, one rounding at the end of each step.
private struct NaiveLandedCost {
    /// Minor units of the market's currency for a euro cent.
    var euro: (up: Int128, down: Int128)
    var lines: [(value: Int128, grams: Int128, percent: Int128)]

    /// Half up; nothing here is negative.
    private func round(_ up: Int128, _ down: Int128) -> Int128 { (2 * up + down) / (2 * down) }

    private func isAboveThreshold(_ value: Int128) -> Bool { value * euro.down > 20_000 * euro.up }

    var border: Int128 {
        let value = lines.reduce(0) { $0 + $1.value }
        guard isAboveThreshold(value) else { return 0 }
        let grams = lines.reduce(0) { $0 + $1.grams }
        // A euro for each kilogram: 100 cents × grams ÷ 1 000.
        let duty = max(round(value * 5, 100), round(100 * grams * euro.up, 1_000 * euro.down))
        // Largest remainder, the first among equals.
        var shares = lines.map { duty * $0.value / value }
        let order = lines.indices.sorted { a, b in
            let (left, right) = (duty * lines[a].value % value, duty * lines[b].value % value)
            return left == right ? a < b : left > right
        }
        for index in order.prefix(Int(duty - shares.reduce(0, +))) { shares[index] += 1 }
        return zip(lines, shares).reduce(duty) { $0 + round(($1.0.value + $1.1) * $1.0.percent, 100) }
    }
}

@Suite("A landed cost beside the plainest one")
struct NaiveLandedCostTests {
    @Test("comes to the same sum at the border, whatever is in the cart")
    func same() throws {
        var random = SeededGenerator(seed: 20_260_701)
        let grams: [SKU: Int128] = [
            TradeStalls.silk: 120, TradeStalls.rug: 6_200, TradeStalls.honey: 700, TradeStalls.nuts: 1_100,
            TradeStalls.toy: 350, TradeStalls.iron: 9_000,
        ]
        let lower: Set<SKU> = [TradeStalls.nuts, TradeStalls.toy]
        var above = 0
        for _ in 0..<200 {
            let isRussia = Bool.random(using: &random)
            let market = isRussia ? TradeStalls.ru : TradeStalls.kz
            var items: [SKU: Int] = [:]
            for sku in grams.keys.sorted() where Int.random(in: 0..<3, using: &random) == 0 {
                items[sku] = Int.random(in: 1...6, using: &random)
            }
            guard !items.isEmpty else { continue }
            let quote = try TradeStalls.quote(items, in: market)
            let naive = NaiveLandedCost(
                euro: isRussia ? (912_345, 10_000) : (52_347, 100),
                lines: quote.lines.map { line in
                    (
                        Int128(line.total.minorUnits), grams[line.sku, default: 0] * Int128(line.quantity),
                        isRussia ? (lower.contains(line.sku) ? 10 : 22) : 16
                    )
                })
            #expect(Int128(quote.dueAtBorder.minorUnits) == naive.border, "\(items)")
            above += naive.border > 0 ? 1 : 0
        }
        #expect((30...170).contains(above))
    }

    @Test("keeps every sum the sum of its rounded charges, and every discount the sum of its shares")
    func sums() throws {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<80 {
            let discounts = try [
                Discount("\(Int.random(in: 1...60, using: &random))%", currency: .rub),
                Discount(
                    "\(Int.random(in: 1...300, using: &random)).\(Int.random(in: 10...99, using: &random))",
                    currency: .rub),
            ]
            let quote = try TradeStalls.quote(
                [
                    TradeStalls.silk: Int.random(in: 1...9, using: &random),
                    TradeStalls.toy: Int.random(in: 1...9, using: &random),
                    TradeStalls.nuts: Int.random(in: 1...9, using: &random),
                ], in: TradeStalls.ru, incoterm: Bool.random(using: &random) ? .dap : .ddp, discounts: discounts)
            let charges = quote.charges.filter { $0.due != .included }
            #expect(quote.landedCost.minorUnits == charges.reduce(0) { $0 + $1.amount.minorUnits })
            #expect(
                quote.dueAtBorder.minorUnits
                    == charges.filter { $0.due == .atBorder }.reduce(0) { $0 + $1.amount.minorUnits })
            for charge in charges where !charge.shares.isEmpty {
                #expect(charge.shares.reduce(0) { $0 + $1.amount.minorUnits } == charge.amount.minorUnits)
                #expect(charge.shares.map(\.sku) == quote.lines.map(\.sku))
            }
        }
    }
}
