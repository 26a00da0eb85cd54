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
        let known = beginnings
        return [2, 4, 6].contains { known.contains(String(hsCode.prefix($0))) }
    }

    /// Of HS codes: chapters, headings and subheadings.
    package var beginnings: Set<String> { Self.table[self] ?? [] }

    private static let table: [GoodsKind: Set<String>] = {
        do throws(Refusal) {
            let bytes = unsafe keruen_goods_kinds()
            let text = unsafe String(
                decoding: UnsafeBufferPointer(start: bytes.bytes, count: bytes.length), as: UTF8.self)
            var table: [GoodsKind: Set<String>] = [:]
            for row in try RuleTable(text, file: "goods-kinds.tsv").rows {
                let kind = try row.requiredValue("kind") { GoodsKind(rawValue: $0) }
                table[kind] = Set(try row.required("hs").split(separator: "|").map(String.init))
            }
            return table
        } catch {
            preconditionFailure("a compiled table can't be read: \(error.diagnostics)")
        }
    }()
}
