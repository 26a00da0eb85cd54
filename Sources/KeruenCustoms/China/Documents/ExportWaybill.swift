/// CEB505: a parcel on its way out of China (物流运单). It has no order's number: the list joins the two.
public struct ExportWaybill: CEBDocument {
    public static var kind: CEBKind { .exportWaybill }

    public var header: CEBHeader
    public var carrier: CustomsFirm
    /// The parcel's; at most 32 characters, unique with the bill.
    public var number: String
    /// Zero for none.
    public var freight: Money
    /// Zero for none.
    public var insurance: Money
    /// For a currency that customs' list here has no code for; nil for the list's.
    public var currencyCode: CustomsCurrency?
    /// In kilograms.
    public var grossWeight: CEBDecimal
    public var parcels: Int
    /// What the carrier can see of the goods; at most 200 characters.
    public var goods: String
    /// Who sends them.
    public var sender: CustomsFirm?
    /// At most 50 characters.
    public var senderTelephone: String?
    /// At most 1,000 characters.
    public var note: String?

    public init(
        _ header: CEBHeader, carrier: CustomsFirm, number: String, freight: Money, insurance: Money,
        grossWeight: CEBDecimal, parcels: Int = 1, goods: String, sender: CustomsFirm? = nil
    ) {
        self.header = header
        self.carrier = carrier
        self.number = number
        self.freight = freight
        self.insurance = insurance
        self.grossWeight = grossWeight
        self.parcels = parcels
        self.goods = goods
        self.sender = sender
    }

    public func fill(_ fields: inout CEBFields) {
        fields.currency(freight.currency, currencyCode)
        fields.header(header)
        fields.firm("logistics", carrier)
        fields.text("logisticsNo", number, 32)
        fields.amount("freight", freight)
        fields.amount("insuredFee", insurance)
        fields.currencyCode("currency")
        fields.decimal("grossWeight", grossWeight)
        fields.count("packNo", parcels)
        fields.text("goodsInfo", goods, 200)
        fields.firm("ebc", sender, isRequired: false)
        fields.text("ebcTelephone", senderTelephone, upTo: 50)
        fields.text("note", note, upTo: 1_000)
    }
}
