import KeruenMarkets
import TestSupport
import Testing

@Suite("A ratio")
struct RatioTests {
    @Test(
        "is read exactly, in lowest terms",
        arguments: [
            ("0.125", "1/8"), ("22", "22"), ("-0.50", "-1/2"), ("0", "0"), ("-0.00", "0"), ("523.47", "52347/100"),
            ("0.99999999999999999", "99999999999999999/100000000000000000"),
            ("999999999999999999", "999999999999999999"),
        ])
    func read(text: String, terms: String) {
        #expect(Ratio(text)?.description == terms)
    }

    @Test(
        "is refused where it is no decimal number",
        arguments: [
            "", "-", ".", "1.", ".5", "1,5", "+1", "1e3", "--1", "1.2.3", " 1", "１", "٣", "1000000000000000000",
            "0.1234567890123456789",
        ])
    func refused(text: String) {
        #expect(Ratio(text) == nil)
    }

    @Test("has no denominator of nothing, and none that has no opposite")
    func edges() {
        #expect(Ratio(1, over: 0) == nil && Ratio(0, over: 0) == nil)
        #expect(Ratio(.min, over: 1) == nil && Ratio(1, over: .min) == nil)
        #expect(Ratio(.max, over: .max) == .one && Ratio(0, over: -5) == .zero)
        #expect(Ratio(-.max, over: .max) == Ratio(percent: -100))
        #expect(Ratio.zero.inverse == nil && Ratio(-2, over: 3)?.inverse == Ratio(3, over: -2))
        #expect(Ratio(percent: 22).description == "11/50" && Ratio(percent: .min).description == "-536870912/25")
    }

    @Test("is equal, less or more as its fractions are")
    func order() throws {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<2_000 {
            let terms = (0..<4).map { _ in Naive.number(using: &random) }
            guard let a = Ratio(terms[0], over: terms[1]), let b = Ratio(terms[2], over: terms[3]) else { continue }
            #expect(a.denominator > 0 && b.denominator > 0)
            // The same value as it was given, without the terms in common.
            #expect(Int128(a.numerator) * Int128(terms[1]) == Int128(terms[0]) * Int128(a.denominator))
            #expect(Naive.greatestCommonDivisor(a.numerator, a.denominator) == 1)
            let (left, right) = (
                Int128(a.numerator) * Int128(b.denominator), Int128(b.numerator) * Int128(a.denominator)
            )
            #expect((a < b) == (left < right) && (a == b) == (left == right))
            if let turned = a.inverse { #expect(turned.inverse == a) }
        }
    }
}
