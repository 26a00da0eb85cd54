/// CEB303: an order that leaves China (电子订单). It names no person.
public struct ExportOrder: CEBDocument {
    public static var kind: CEBKind { .exportOrder }

    public var header: CEBHeader
    public var type: OrderType
    /// Unique within the platform; at most 60 characters.
    public var number: String
    /// A platform abroad that has no registration puts 无 for its code.
    public var platform: CustomsFirm
    public var merchant: CustomsFirm
    /// What was agreed for the goods, FOB.
    public var goodsValue: Money
    /// What the goods' prices leave out; zero for none.
    public var freight: Money
    /// For a currency that customs' list here has no code for; nil for the list's.
    public var currencyCode: CustomsCurrency?
    /// At most 1,000 characters.
    public var note: String?
    /// 1 to 99.
    public var lines: [Line]

    public enum OrderType: String, Hashable, Sendable {
        case consumer = "E"
        case business = "B"
        case overseasWarehouse = "W"
    }

    public init(
        _ header: CEBHeader, _ type: OrderType = .consumer, number: String, platform: CustomsFirm,
        merchant: CustomsFirm, goodsValue: Money, freight: Money, note: String? = nil, lines: [Line]
    ) {
        self.header = header
        self.type = type
        self.number = number
        self.platform = platform
        self.merchant = merchant
        self.goodsValue = goodsValue
        self.freight = freight
        self.note = note
        self.lines = lines
    }

    public struct Line: Hashable, Sendable {
        /// The shop's own number; at most 30 characters, in the list 20.
        public var sku: String
        /// In Chinese; at most 250 characters.
        public var name: String
        /// At most 1,000 characters.
        public var details: String?
        /// At most 50 characters.
        public var barcode: String?
        public var unit: CustomsUnit
        public var quantity: CEBDecimal
        /// Zero for a gift.
        public var price: Money
        public var total: Money
        /// At most 1,000 characters.
        public var note: String?

        public init(
            sku: String, name: String, details: String? = nil, barcode: String? = nil, unit: CustomsUnit,
            quantity: CEBDecimal, price: Money, total: Money, note: String? = nil
        ) {
            self.sku = sku
            self.name = name
            self.details = details
            self.barcode = barcode
            self.unit = unit
            self.quantity = quantity
            self.price = price
            self.total = total
            self.note = note
        }
    }

    public func fill(_ fields: inout CEBFields) {
        fields.currency(goodsValue.currency, currencyCode)
        fields.group("OrderHead") { fields in
            fields.header(header)
            fields.exact("orderType", type.rawValue, 1)
            fields.text("orderNo", number, 60)
            fields.firms(platform, merchant)
            fields.amount("goodsValue", goodsValue)
            fields.amount("freight", freight)
            fields.currencyCode("currency")
            fields.text("note", note, upTo: 1_000)
        }
        fields.lines("OrderList", lines) { line, fields in
            fields.text("itemNo", line.sku, 30)
            fields.text("itemName", line.name, 250)
            fields.text("itemDescribe", line.details, upTo: 1_000)
            fields.text("barCode", line.barcode, upTo: 50)
            fields.code("unit", line.unit)
            fields.currencyCode("currency")
            fields.decimal("qty", line.quantity)
            fields.amount("price", line.price)
            fields.amount("totalPrice", line.total)
            fields.text("note", line.note, upTo: 1_000)
        }
    }
}
