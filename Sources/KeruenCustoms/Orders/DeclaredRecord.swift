/// What a firm's settings say of how a good is declared; what is left out follows from the catalogue, or is told to be missing.
public struct DeclaredRecord: Hashable, Sendable {
    /// Eight digits of the tariff and two more.
    public var tariffCode: String?
    public var unit: CustomsUnit?
    /// Of one piece.
    public var statutory: StatutoryQuantity?
    /// Of one piece without packing, in kilograms.
    public var netWeight: CEBDecimal?
    public var model: String?
    /// In the zone's book of goods.
    public var recordNumber: String?

    public init(
        tariffCode: String? = nil, unit: CustomsUnit? = nil, statutory: StatutoryQuantity? = nil,
        netWeight: CEBDecimal? = nil, model: String? = nil, recordNumber: String? = nil
    ) {
        (self.tariffCode, self.unit, self.statutory) = (tariffCode, unit, statutory)
        (self.netWeight, self.model, self.recordNumber) = (netWeight, model, recordNumber)
    }
}

extension CustomsProfile {
    /// How each good of an order is declared: by the firm's settings, and by its classification where they are silent.
    ///
    ///     let (goods, notes) = try profile.declaredGoods(of: order, in: catalog, on: today)
    ///
    /// - Parameter day: whose tariff counts.
    /// - Returns: the goods, and what a person should look at: a weight with packing that was taken for the good's own, units of low
    ///   confidence.
    /// - Throws: `Refusal` with `customsGoodsUnknown` for every field of every line that neither says, with why where the classification
    ///   knows it; tours are left for the documents to refuse.
    public func declaredGoods(
        of order: Order, in catalog: Catalog, on day: CivilDate, by units: LegalUnits = .standard
    ) throws(Refusal) -> (goods: [SKU: DeclaredGoods], notes: [Diagnostic]) {
        var (goods, problems, notes): ([SKU: DeclaredGoods], [Diagnostic], [Diagnostic]) = ([:], [], [])
        for sku in order.lines.map(\.sku) where goods[sku] == nil {
            guard let (product, variant) = catalog.item(sku), product.kind != .tour else { continue }
            do throws(CustomsError) {
                let found = try Classification(of: product, variant, quantity: 1, in: "CN", on: day, by: units)
                let net = try? CountedGoods(product, variant, quantity: 1).quantity(in: .kilogram)
                let (declared, missing) = (self.goods[sku] ?? DeclaredRecord()).completed(
                    by: found, net, product.origin)
                if let declared { goods[sku] = declared }
                problems += missing.map { field in
                    Diagnostic(
                        .customsGoodsUnknown, .error, at: nil,
                        ["sku": .text(sku.description), "field": .text(field)])
                }
                // What the settings say themselves needs nobody's doubt.
                if self.goods[sku]?.isWhole != true { notes += found.diagnostics }
            } catch {
                problems.append(error.diagnostic)
            }
        }
        guard problems.isEmpty else { throw Refusal(problems + notes) }
        return (goods, notes)
    }
}

extension DeclaredRecord {
    /// Whether nothing is left to a classification.
    fileprivate var isWhole: Bool { tariffCode != nil && unit != nil && statutory != nil && netWeight != nil }

    /// - Parameter net: in kilograms, as far as the catalogue knows it.
    /// - Returns: nil, and the fields that nobody has said, where something is missing.
    fileprivate func completed(
        by found: Classification, _ net: CEBDecimal?, _ origin: String?
    ) -> (DeclaredGoods?, missing: [String]) {
        // Six digits are everybody's, and none of China's ten.
        let code = tariffCode ?? (found.code?.schedule == .china ? found.code?.digits : nil)
        let (quantity, weight) = (statutory ?? found.statutory, netWeight ?? net)
        let fields: [(String, Bool)] = [
            ("gcode", code == nil), ("qty1", quantity == nil), ("netWeight", weight == nil), ("country", origin == nil),
        ]
        guard let code, let quantity, let weight, let origin else {
            return (nil, fields.filter(\.1).map(\.0))
        }
        return (
            DeclaredGoods(
                tariffCode: code, unit: unit ?? found.unit, statutory: quantity, origin: origin, netWeight: weight,
                model: model, recordNumber: recordNumber), []
        )
    }
}
