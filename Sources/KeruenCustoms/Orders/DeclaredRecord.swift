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
    /// How each good of an order is declared: by the firm's settings, and by the catalogue where they are silent.
    /// - Throws: `Refusal` with `customsGoodsUnknown` for every field of every line that neither says; tours are left for the documents to refuse.
    public func declaredGoods(of order: Order, in catalog: Catalog) throws(Refusal) -> [SKU: DeclaredGoods] {
        var (goods, problems): ([SKU: DeclaredGoods], [Diagnostic]) = ([:], [])
        for sku in order.lines.map(\.sku) where goods[sku] == nil {
            guard let (product, _) = catalog.item(sku), product.kind != .tour else { continue }
            let record = self.goods[sku] ?? DeclaredRecord()
            var missing: [String] = []
            func wanted<Value>(_ value: Value?, _ field: String) -> Value? {
                if value == nil { missing.append(field) }
                return value
            }
            let code = wanted(record.tariffCode ?? product.nationalCodes["CN"], "gcode")
            let unit = wanted(record.unit, "unit")
            let statutory = wanted(record.statutory, "qty1")
            let net = wanted(record.netWeight ?? product.netWeight, "netWeight")
            let origin = wanted(product.origin, "country")
            if let code, let unit, let statutory, let net, let origin {
                goods[sku] = DeclaredGoods(
                    tariffCode: code, unit: unit, statutory: statutory, origin: origin, netWeight: net,
                    model: record.model, recordNumber: record.recordNumber)
            }
            problems += missing.map { field in
                Diagnostic(
                    .customsGoodsUnknown, .error, at: nil,
                    ["sku": .text(sku.description), "field": .text(field)])
            }
        }
        guard problems.isEmpty else { throw Refusal(problems) }
        return goods
    }
}

extension Product {
    /// What its label says, where that is a mass.
    fileprivate var netWeight: CEBDecimal? {
        guard case .imported(let good) = details else { return nil }
        return good.netWeight.flatMap { CEBDecimal(kilograms: $0) }
    }
}
