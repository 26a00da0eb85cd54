/// How much there is of a good in the units that the tariff counts it by.
public struct StatutoryQuantity: Hashable, Sendable {
    public var first: CEBDecimal
    public var firstUnit: CustomsUnit
    public private(set) var second: CEBDecimal?
    public private(set) var secondUnit: CustomsUnit?

    public init(_ quantity: CEBDecimal, _ unit: CustomsUnit) { (first, firstUnit) = (quantity, unit) }

    /// For goods that are counted in two units.
    public init(
        _ quantity: CEBDecimal, _ unit: CustomsUnit, second: CEBDecimal, _ secondUnit: CustomsUnit
    ) {
        (first, firstUnit) = (quantity, unit)
        (self.second, self.secondUnit) = (second, secondUnit)
    }
}
