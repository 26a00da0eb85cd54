/// So many of a variant, to be counted in whatever unit a tariff asks for.
///
///     try CountedGoods(carpet, carpet.variants[0], quantity: 2).quantity(in: .squareMetre)    // 8.16: 2 × 240 cm × 170 cm
///
/// Exact, and rounded once, half up, where five decimals can't hold the rest: that is less than ten milligrams or ten square
/// millimetres.
public struct CountedGoods: Sendable {
    public var product: Product
    public var variant: Variant
    /// How many are sold.
    public var quantity: Int
    /// Pieces, or pairs, in one of what is sold: 3 for a set of three.
    public var piecesInEach: Int

    /// - Throws: `CustomsError` with `classificationQuantity` for no pieces, or more than 9,999 of a good or in a set.
    public init(
        _ product: Product, _ variant: Variant, quantity: Int, piecesInEach: Int = 1
    ) throws(CustomsError) {
        guard (1...9_999).contains(quantity), (1...9_999).contains(piecesInEach) else {
            throw CustomsError(.classificationQuantity, ["sku": .text(variant.sku.description)])
        }
        self.product = product
        self.variant = variant
        self.quantity = quantity
        self.piecesInEach = piecesInEach
    }

    /// - Throws: `CustomsError` with `measureMissing`, which names the field of the catalogue, or `unitNotCounted` for a unit
    ///   that nothing here can be counted in.
    public func quantity(in unit: CustomsUnit) throws(CustomsError) -> CEBDecimal {
        switch unit {
        case .kilogram: return try times(weight(unit).inBaseThousandths, 1, over: 10)
        case .gram: return try times(weight(unit).inBaseThousandths, 100, over: 1)
        case .metre: return try times(side("length", unit).inBaseThousandths, 1, over: 10)
        case .squareMetre:
            if let size = WrittenSize(variant) {
                return try times(size.length.inBaseThousandths, size.width.inBaseThousandths, over: 10_000_000)
            }
            let (length, width) = (try side("length", unit), try side("width", unit))
            return try times(length.inBaseThousandths, width.inBaseThousandths, over: 10_000_000)
        case .litre: return try times(volume(unit).inBaseThousandths, 1, over: 10)
        case .millilitre: return try times(volume(unit).inBaseThousandths, 100, over: 1)
        default:
            guard unit.isCount else {
                throw CustomsError(
                    .unitNotCounted, ["sku": .text(variant.sku.description), "customsUnit": .text(unit.code)])
            }
            return try times(Int64(piecesInEach), CEBDecimal.scale, over: 1)
        }
    }

    /// Whether only the weight with packing is known, where customs wants the good's own.
    public var weighsWithPacking: Bool { netWeight == nil && variant.weight != nil }

    /// The good's own; a product of several weights says it of none of them.
    private var netWeight: Measure? {
        guard case .imported(let good) = product.details, let net = good.netWeight, net.unit.isMass,
            Set(product.variants.map { $0.weight?.inBaseThousandths }).count <= 1
        else { return nil }
        return net
    }

    private func weight(_ unit: CustomsUnit) throws(CustomsError) -> Measure {
        guard let weight = netWeight ?? variant.weight, weight.unit.isMass else { throw missing("weight", unit) }
        return weight
    }

    private func volume(_ unit: CustomsUnit) throws(CustomsError) -> Measure {
        guard case .imported(let good) = product.details, let net = good.netWeight, net.unit.isVolume else {
            throw missing("imported.netWeight", unit)
        }
        return net
    }

    /// A side of the product, which is the variant's where there are no other sizes.
    private func side(_ name: String, _ unit: CustomsUnit) throws(CustomsError) -> Measure {
        let sized = product.variants.count { $0.options.contains { $0.name == "size" } }
        guard sized <= 1 else { throw missing("variants.options.size", unit) }
        guard case .handicraft(let craft) = product.details, let side = craft.size[name], side.unit.isLength else {
            throw missing("handicraft.size.\(name)", unit)
        }
        return side
    }

    private func missing(_ field: String, _ unit: CustomsUnit) -> CustomsError {
        CustomsError(
            .measureMissing,
            ["sku": .text(variant.sku.description), "field": .text(field), "customsUnit": .text(unit.code)])
    }

    /// The quantity times a × b, in hundred-thousandths.
    private func times(_ a: Int64, _ b: Int64, over divisor: Int64) throws(CustomsError) -> CEBDecimal {
        let (product, isLarge) = a.multipliedReportingOverflow(by: b)
        let (all, isTooLarge) = product.multipliedReportingOverflow(by: Int64(quantity))
        guard !isLarge, !isTooLarge else {
            throw CustomsError(.classificationQuantity, ["sku": .text(variant.sku.description)])
        }
        let (whole, rest) = all.quotientAndRemainder(dividingBy: divisor)
        return CEBDecimal(units: rest * 2 >= divisor ? whole + 1 : whole)
    }
}

extension CustomsUnit {
    /// Whether things are counted by it, and not measured.
    var isCount: Bool { name != nil && !Self.measures.contains(code) }

    private static let measures: Set = ["030", "032", "035", "036", "095", "096"]
}

extension Measure.Unit {
    fileprivate var isMass: Bool { self == .gram || self == .kilogram }
    fileprivate var isVolume: Bool { self == .millilitre || self == .litre }
}
