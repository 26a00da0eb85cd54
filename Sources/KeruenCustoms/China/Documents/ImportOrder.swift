/// CEB311: an order that enters China (电子订单), in yuan.
public struct ImportOrder: CEBDocument {
    public static var kind: CEBKind { .importOrder }

    public var header: CEBHeader
    /// Unique within the platform; at most 60 characters.
    public var number: String
    public var platform: CustomsFirm
    public var merchant: CustomsFirm
    /// What was agreed for the goods, what was paid otherwise than in money included.
    public var goodsValue: Money
    /// Freight and the like that the prices leave out; zero for none.
    public var freight: Money
    /// Points, vouchers and the like; zero for none.
    public var discount: Money
    /// Tax that was taken beforehand; zero for none.
    public var taxTotal: Money
    /// Goods, freight and tax less the discount: what the payment says.
    public var paid: Money
    public var buyer: CustomsBuyer
    public var paymentProvider: CustomsFirm?
    /// The provider's number; at most 60 characters.
    public var transaction: String?
    /// At most 100 characters.
    public var batchNumbers: String?
    public var consignee: CustomsConsignee
    /// Six digits of the national division codes.
    public var district: String?
    /// At most 1,000 characters.
    public var note: String?
    /// 1 to 99.
    public var lines: [Line]

    public init(
        _ header: CEBHeader, number: String, platform: CustomsFirm, merchant: CustomsFirm, goodsValue: Money,
        freight: Money, discount: Money, taxTotal: Money, paid: Money, buyer: CustomsBuyer,
        paymentProvider: CustomsFirm? = nil, transaction: String? = nil, consignee: CustomsConsignee, lines: [Line]
    ) {
        self.header = header
        self.number = number
        self.platform = platform
        self.merchant = merchant
        self.goodsValue = goodsValue
        self.freight = freight
        self.discount = discount
        self.taxTotal = taxTotal
        self.paid = paid
        self.buyer = buyer
        self.paymentProvider = paymentProvider
        self.transaction = transaction
        self.consignee = consignee
        self.lines = lines
    }

    public struct Line: Hashable, Sendable {
        /// The shop's own number; at most 30 characters, in the list 20.
        public var sku: String?
        /// In Chinese; at most 250 characters.
        public var name: String
        /// Brand, specification, composition, whatever customs needs to classify it; at most 510 characters.
        public var model: String
        /// At most 1,000 characters.
        public var details: String?
        /// At most 50 characters.
        public var barcode: String?
        public var unit: CustomsUnit
        public var quantity: CEBDecimal
        /// Zero for a gift.
        public var price: Money
        public var total: Money
        public var origin: CustomsCountry
        /// At most 1,000 characters.
        public var note: String?

        public init(
            sku: String? = nil, name: String, model: String, details: String? = nil, barcode: String? = nil,
            unit: CustomsUnit, quantity: CEBDecimal, price: Money, total: Money, origin: CustomsCountry,
            note: String? = nil
        ) {
            self.sku = sku
            self.name = name
            self.model = model
            self.details = details
            self.barcode = barcode
            self.unit = unit
            self.quantity = quantity
            self.price = price
            self.total = total
            self.origin = origin
            self.note = note
        }
    }

    public func fill(_ fields: inout CEBFields) {
        fields.currency(.cny)
        fields.group("OrderHead") { fields in
            fields.header(header)
            fields.exact("orderType", "I", 1)
            fields.text("orderNo", number, 60)
            fields.firms(platform, merchant)
            fields.amount("goodsValue", goodsValue)
            fields.amount("freight", freight)
            fields.amount("discount", discount)
            fields.amount("taxTotal", taxTotal)
            fields.amount("acturalPaid", paid)
            fields.currencyCode("currency")
            fields.text("buyerRegNo", buyer.registration, 60)
            fields.text("buyerName", buyer.name, 60)
            fields.text("buyerTelephone", buyer.telephone, 30)
            fields.exact("buyerIdType", "1", 1)
            fields.identity("buyerIdNumber", buyer.identityNumber)
            fields.firm("pay", paymentProvider, isRequired: false)
            fields.text("payTransactionId", transaction, upTo: 60)
            fields.text("batchNumbers", batchNumbers, upTo: 100)
            fields.text("consignee", consignee.name, 100)
            fields.text("consigneeTelephone", consignee.telephone, 50)
            fields.text("consigneeAddress", consignee.address, 200)
            fields.exact("consigneeDistrict", district, 6, isRequired: false)
            fields.text("note", note, upTo: 1_000)
        }
        fields.lines("OrderList", lines) { line, fields in
            fields.text("itemNo", line.sku, upTo: 30)
            fields.text("itemName", line.name, 250)
            fields.text("gmodel", line.model, 510)
            fields.text("itemDescribe", line.details, upTo: 1_000)
            fields.text("barCode", line.barcode, upTo: 50)
            fields.code("unit", line.unit)
            fields.decimal("qty", line.quantity)
            fields.amount("price", line.price)
            fields.amount("totalPrice", line.total)
            fields.currencyCode("currency")
            fields.code("country", line.origin)
            fields.text("note", line.note, upTo: 1_000)
        }
    }
}
