/// How one piece of a good is declared to China's customs: its code, its units, where it is from, and what it weighs.
///
///     DeclaredGoods(
///         tariffCode: "9202909000", unit: .item, statutory: StatutoryQuantity(1, .item), origin: "CN",
///         netWeight: CEBDecimal("2.2")!)
///
/// A line of an order has as many times that as it has pieces.
public struct DeclaredGoods: Hashable, Sendable {
    /// Eight digits of the tariff and two more.
    public var tariffCode: String
    /// What the pieces are counted in.
    public var unit: CustomsUnit
    /// Of one piece, in the units that the tariff counts by.
    public var statutory: StatutoryQuantity
    /// ISO 3166.
    public var origin: String
    /// Of one piece without packing, in kilograms.
    public var netWeight: CEBDecimal
    /// Brand, specification, composition, in Chinese; nil for what the catalogue says.
    public var model: String?
    /// In a zone's book of goods.
    public var recordNumber: String?

    public init(
        tariffCode: String, unit: CustomsUnit, statutory: StatutoryQuantity, origin: String, netWeight: CEBDecimal,
        model: String? = nil, recordNumber: String? = nil
    ) {
        self.tariffCode = tariffCode
        self.unit = unit
        self.statutory = statutory
        self.origin = origin
        self.netWeight = netWeight
        self.model = model
        self.recordNumber = recordNumber
    }
}

extension StatutoryQuantity {
    /// Of so many pieces; nil past what the messages have room for.
    func times(_ count: Int) -> StatutoryQuantity? {
        guard let first = first.times(count) else { return nil }
        guard let second, let secondUnit else { return StatutoryQuantity(first, firstUnit) }
        guard let second = second.times(count) else { return nil }
        return StatutoryQuantity(first, firstUnit, second: second, secondUnit)
    }
}

extension CEBDecimal {
    func times(_ count: Int) -> CEBDecimal? {
        let (units, overflow) = units.multipliedReportingOverflow(by: Int64(count))
        return overflow ? nil : CEBDecimal(units: units)
    }

    func adding(_ other: CEBDecimal) -> CEBDecimal? {
        let (units, overflow) = units.addingReportingOverflow(other.units)
        return overflow ? nil : CEBDecimal(units: units)
    }
}
