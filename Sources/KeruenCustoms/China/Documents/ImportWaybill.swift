/// CEB511: a parcel on its way to a buyer in China (物流运单); each waybill has one parcel.
public struct ImportWaybill: CEBDocument {
    public static var kind: CEBKind { .importWaybill }

    public var header: CEBHeader
    public var carrier: CustomsFirm
    /// At most 60 characters; a carrier does not use one twice within six months.
    public var number: String
    /// Of the bill of lading or the master air waybill; at most 37 characters.
    public var billNumber: String?
    public var orderNumber: String
    /// Zero for none.
    public var freight: Money
    /// Zero for none.
    public var insurance: Money
    /// Gross, in kilograms.
    public var weight: CEBDecimal
    /// Names and quantities; at most 200 characters.
    public var goods: String?
    public var consignee: CustomsConsignee
    /// At most 1,000 characters.
    public var note: String?

    public init(
        _ header: CEBHeader, carrier: CustomsFirm, number: String, billNumber: String? = nil, orderNumber: String,
        freight: Money, insurance: Money, weight: CEBDecimal, goods: String? = nil, consignee: CustomsConsignee,
        note: String? = nil
    ) {
        self.header = header
        self.carrier = carrier
        self.number = number
        self.billNumber = billNumber
        self.orderNumber = orderNumber
        self.freight = freight
        self.insurance = insurance
        self.weight = weight
        self.goods = goods
        self.consignee = consignee
        self.note = note
    }

    public func fill(_ fields: inout CEBFields) {
        fields.currency(.cny)
        fields.group("LogisticsHead") { fields in
            fields.header(header)
            fields.firm("logistics", carrier)
            fields.text("logisticsNo", number, 60)
            fields.text("billNo", billNumber, upTo: 37)
            fields.text("orderNo", orderNumber, 60)
            fields.amount("freight", freight)
            fields.amount("insuredFee", insurance)
            fields.currencyCode("currency")
            fields.decimal("weight", weight)
            fields.count("packNo", 1)
            fields.text("goodsInfo", goods, upTo: 200)
            fields.text("consignee", consignee.name, 100)
            fields.text("consigneeAddress", consignee.address, 200)
            fields.text("consigneeTelephone", consignee.telephone, 50)
            fields.text("note", note, upTo: 1_000)
        }
    }
}
