internal import TradeTables

/// Kinds of goods that the law speaks of, known by the beginnings of their HS codes.
///
///     GoodsKind.honey.contains(hsCode: "040900")      // true
///
/// `Sources/TradeTables/goods-kinds.tsv` has the codes.
public enum GoodsKind: String, Hashable, Sendable, CaseIterable {
    case food, honey, seeds, plants, alcohol, tobacco, explosives, narcotics, weapons, jewellery, cutlery, instruments
    case animalFood = "animal-food"
    case driedFruit = "dried-fruit"
    case rawHide = "raw-hide"
    case rawWool = "raw-wool"
    case rawPrecious = "raw-precious"

    public func contains(hsCode: String) -> Bool {
        guard let code = Self.subheading(hsCode) else { return false }
        return Self.table[self]?.codes.contains { $0.contains(code) } ?? false
    }

    /// Of HS codes: chapters, headings and subheadings.
    package var beginnings: Set<String> { Self.table[self]?.beginnings ?? [] }

    private struct Codes {
        var beginnings: Set<String>
        /// The subheadings that begin so, as numbers: every product of a feed is asked for every kind.
        var codes: [ClosedRange<Int>]

        init(_ beginnings: Set<String>) {
            self.beginnings = beginnings
            codes = beginnings.compactMap { beginning in
                let missing = 6 - beginning.utf8.count
                guard missing >= 0, let first = GoodsKind.subheading(beginning),
                    let last = GoodsKind.subheading(beginning + String(repeating: "9", count: missing))
                else { return nil }
                return first...last
            }
        }
    }

    /// The first six digits, zeros behind shorter codes; nil where something else stands there.
    private static func subheading(_ code: String) -> Int? {
        var number = 0
        var count = 0
        for byte in code.utf8.prefix(6) {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            number = number * 10 + Int(byte - UInt8(ascii: "0"))
            count += 1
        }
        while count < 6 { (number, count) = (number * 10, count + 1) }
        return number
    }

    private static let table: [GoodsKind: Codes] = {
        do throws(Refusal) {
            let bytes = unsafe keruen_goods_kinds()
            let text = unsafe String(
                decoding: UnsafeBufferPointer(start: bytes.bytes, count: bytes.length), as: UTF8.self)
            var table: [GoodsKind: Codes] = [:]
            for row in try RuleTable(text, file: "goods-kinds.tsv").rows {
                let kind = try row.requiredValue("kind") { GoodsKind(rawValue: $0) }
                table[kind] = Codes(Set(try row.required("hs").split(separator: "|").map(String.init)))
            }
            return table
        } catch {
            preconditionFailure("a compiled table can't be read: \(error.diagnostics)")
        }
    }()
}
