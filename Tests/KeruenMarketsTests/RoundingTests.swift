import KeruenMarkets
import TestSupport
import Testing

@Suite("An amount times a ratio")
struct RoundingTests {
    @Test(
        "is rounded once, as its rounding is called",
        arguments: [
            (Int64(25), Rounding.halfUp, Int64(13)), (25, .halfEven, 12), (35, .halfEven, 18), (25, .down, 12),
            (25, .up, 13), (-25, .halfUp, -13), (-25, .halfEven, -12), (-25, .down, -12), (-25, .up, -13),
            (24, .up, 12), (-24, .down, -12), (0, .up, 0),
        ])
    func halves(units: Int64, rounding: Rounding, half: Int64) throws {
        #expect(try Money(minorUnits: units, .kzt).multiplied(by: Ratio(percent: 50), rounding).minorUnits == half)
    }

    @Test("is what 128 bits make of it, over all of them")
    func reference() throws {
        var random = SeededGenerator(seed: 12)
        var (fitting, overflowing) = (0, 0)
        for _ in 0..<3_000 {
            let units = Naive.number(using: &random)
            guard let ratio = Ratio(Naive.number(using: &random), over: Naive.number(using: &random)) else { continue }
            for rounding in Rounding.allCases {
                let expected = Naive.multiply(units, by: ratio, rounding)
                do throws(MoneyError) {
                    let product = try Money(minorUnits: units, .rub).multiplied(by: ratio, rounding)
                    #expect(product.minorUnits == expected, "\(units) × \(ratio), \(rounding)")
                    fitting += 1
                } catch {
                    #expect(error.code == .overflow && expected == nil, "\(units) × \(ratio), \(rounding)")
                    overflowing += 1
                }
            }
        }
        #expect(fitting > 1_000 && overflowing > 1_000)
    }

    @Test("fits where the least of all amounts is the result")
    func least() throws {
        let least = Money(minorUnits: .min, .cny)
        #expect(try least.multiplied(by: .one, .halfUp) == least)
        #expect(throws: MoneyError.self) { try least.multiplied(by: Ratio(percent: -100), .halfUp) }
        #expect(try Money(minorUnits: .max, .cny).multiplied(by: Ratio(percent: -100), .up).minorUnits == -.max)
    }

    @Test("of taxes: 22 % of 268 yuan")
    func tax() throws {
        #expect(try Money("268.00", .cny).multiplied(by: Ratio(percent: 22), .halfUp) == Money("58.96", .cny))
    }
}

@Suite("An amount in shares")
struct AllocationTests {
    private func shares(_ units: Int64, _ weights: [Int64]) throws -> [Int64] {
        try Money(minorUnits: units, .cny).allocated(by: weights).map(\.minorUnits)
    }

    @Test("gives what is left to the largest remainders, of equal ones to the first")
    func remainders() throws {
        #expect(try shares(1_000, [1, 1, 1]) == [334, 333, 333])
        #expect(try shares(-1_000, [1, 1, 1]) == [-334, -333, -333])
        #expect(try shares(100, [26_800, 19_900, 1]) == [57, 43, 0])
        #expect(try shares(2, [1, 1, 1]) == [1, 1, 0])
        #expect(try shares(10, [1, 2, 3, 4]) == [1, 2, 3, 4])
    }

    @Test("is shared out equally where nothing weighs, and gives nothing to what alone weighs nothing")
    func zeros() throws {
        #expect(try shares(5, [0, 0]) == [3, 2])
        #expect(try shares(5, [0, 7, 0]) == [0, 5, 0])
        #expect(try shares(5, []) == [])
        #expect(try shares(0, [3, 4]) == [0, 0])
    }

    @Test("adds up exactly at the edges too")
    func edges() throws {
        #expect(try shares(.min, [1]) == [.min])
        #expect(try shares(.min, [1, 1]) == [.min / 2, .min / 2])
        #expect(try shares(.max, [.max]) == [.max])
        let error = #expect(throws: MoneyError.self) { try shares(1, [.max, 1]) }
        #expect(error?.code == .overflow)
    }

    @Test("adds up exactly, each share within a unit of its due, a larger weight never with less")
    func laws() throws {
        var random = SeededGenerator(seed: 13)
        for _ in 0..<2_000 {
            let units = Naive.number(using: &random)
            let weights = (0..<Int.random(in: 1...9, using: &random)).map { _ in
                Naive.number(using: &random).magnitude >> 5
            }.map { Int64(truncatingIfNeeded: $0) }
            let sum = weights.reduce(Int128(0)) { $0 + Int128($1) }
            guard sum > 0 else { continue }
            let shares = try shares(units, weights)
            #expect(shares.reduce(Int128(0)) { $0 + Int128($1) } == Int128(units))
            for (share, weight) in zip(shares, weights) {
                // |share − units × weight / sum| < 1.
                #expect(Self.isWithinOne(share, units, weight, sum), "\(units) by \(weights): \(shares)")
            }
            for (a, b) in zip(weights.indices, weights.indices.dropFirst()) where weights[a] > weights[b] {
                #expect(shares[a].magnitude >= shares[b].magnitude, "\(units) by \(weights): \(shares)")
            }
        }
    }

    @Test("is what sorting all remainders in 128 bits gives")
    func reference() throws {
        var random = SeededGenerator(seed: 14)
        for _ in 0..<2_000 {
            let units = Int64.random(in: -10_000_000...10_000_000, using: &random)
            let weights = (0..<Int.random(in: 1...9, using: &random)).map { _ in
                Int64.random(in: 0...50_000, using: &random)
            }
            let sum = weights.reduce(0, +)
            guard sum > 0 else { continue }
            var expected = weights.map { Int64(Int128(units.magnitude) * Int128($0) / Int128(sum)) }
            let rests = weights.map { Int64(Int128(units.magnitude) * Int128($0) % Int128(sum)) }
            var left = Int64(units.magnitude) - expected.reduce(0, +)
            for rest in Set(rests).sorted(by: >) {
                for index in rests.indices where rests[index] == rest && left > 0 {
                    expected[index] += 1
                    left -= 1
                }
            }
            #expect(try shares(units, weights) == expected.map { units < 0 ? -$0 : $0 })
        }
    }

    /// Without a product of three: the quotient and the rest of 128 bits are enough.
    private static func isWithinOne(_ share: Int64, _ units: Int64, _ weight: Int64, _ sum: Int128) -> Bool {
        let due = Int128(units) * Int128(weight)
        let (whole, rest) = (due / sum, due % sum)
        return Int128(share) == whole || (rest != 0 && Int128(share) == whole + (units < 0 ? -1 : 1))
    }
}
