/// What a firm asks about an import list that customs has: to take it back (623), or to take goods back (625).
public struct ListApplication: Hashable, Sendable {
    public var header: CEBHeader
    /// Where it is asked: four digits.
    public var customsOffice: String
    public var orderNumber: String
    public var platform: CustomsFirm
    public var merchant: CustomsFirm
    public var carrier: CustomsFirm
    /// At most 60 characters.
    public var waybillNumber: String
    /// The firm's own number of this application; at most 20 characters. Receipts answer to it.
    public var number: String
    /// The port's number; at most 18 characters.
    public var portNumber: String?
    /// Customs' number of the list; at most 18 characters.
    public var listNumber: String
    public var buyer: CustomsBuyer
    /// Who declares.
    public var agent: CustomsFirm
    /// At most 1,000 characters.
    public var reason: String
    /// At most 1,000 characters.
    public var note: String?

    public init(
        _ header: CEBHeader, number: String, customsOffice: String, orderNumber: String, platform: CustomsFirm,
        merchant: CustomsFirm, carrier: CustomsFirm, waybillNumber: String, listNumber: String, buyer: CustomsBuyer,
        agent: CustomsFirm, reason: String
    ) {
        self.header = header
        self.number = number
        self.customsOffice = customsOffice
        self.orderNumber = orderNumber
        self.platform = platform
        self.merchant = merchant
        self.carrier = carrier
        self.waybillNumber = waybillNumber
        self.listNumber = listNumber
        self.buyer = buyer
        self.agent = agent
        self.reason = reason
    }

    func fill(_ fields: inout CEBFields) {
        fields.header(header)
        fields.exact("customsCode", customsOffice, 4)
        fields.text("orderNo", orderNumber, 60)
        fields.firms(platform, merchant)
        fields.text("logisticsNo", waybillNumber, 60)
        fields.firm("logistics", carrier)
        fields.text("copNo", number, 20)
        fields.text("preNo", portNumber, upTo: 18)
        fields.text("invtNo", listNumber, 18)
        fields.exact("buyerIdType", "1", 1)
        fields.identity("buyerIdNumber", buyer.identityNumber)
        fields.text("buyerName", buyer.name, 60)
        fields.text("buyerTelephone", buyer.telephone, 30)
        fields.firm("agent", agent)
        fields.text("reason", reason, 1_000)
        fields.text("note", note, upTo: 1_000)
    }
}
