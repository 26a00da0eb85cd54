/// Two sides as a variant's size is written, the same in every language: 90 × 200 厘米, 90 × 200 см.
///
///     WrittenSize(carpet.variants[1])?.width      // 200 cm
struct WrittenSize: Hashable {
    let length: Measure
    let width: Measure

    /// Nil where a size is anything else, or its languages disagree.
    init?(_ variant: Variant) {
        guard let option = variant.options.first(where: { $0.name == "size" }) else { return nil }
        let texts =
            switch option.value {
            case .plain(let text): [text]
            case .localized(let texts): Array(texts.values.values)
            }
        let sizes = texts.map { Self(text: $0) }
        guard let first = sizes.first, let size = first, sizes.allSatisfy({ $0 == size }) else { return nil }
        self = size
    }

    private init?(text: String) {
        let sides = text.split(separator: "×", omittingEmptySubsequences: false).map { side in
            String(side.filter { !$0.isWhitespace }).replacing(",", with: ".")
        }
        guard sides.count == 2, let (name, unit) = Self.units.first(where: { sides[1].hasSuffix($0.name) }),
            let length = Measure("\(sides[0]) \(unit.rawValue)"),
            let width = Measure("\(sides[1].dropLast(name.count)) \(unit.rawValue)")
        else { return nil }
        self.length = length
        self.width = width
    }

    /// The longer names first, for «см» ends in «м».
    private static let units: [(name: String, unit: Measure.Unit)] = [
        ("厘米", .centimetre), ("毫米", .millimetre), ("米", .metre), ("см", .centimetre), ("мм", .millimetre),
        ("м", .metre),
        ("cm", .centimetre), ("mm", .millimetre), ("m", .metre),
    ]
}
