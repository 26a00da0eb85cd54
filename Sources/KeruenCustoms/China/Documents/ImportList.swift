/// CEB621: the declaration of one parcel's goods as they enter China (进口清单), in yuan; taken only with a signature.
public struct ImportList: CEBDocument {
    public static var kind: CEBKind { .importList }

    public var header: CEBHeader
    public var orderNumber: String
    public var platform: CustomsFirm
    public var merchant: CustomsFirm
    public var carrier: CustomsFirm
    /// At most 60 characters.
    public var waybillNumber: String
    /// The firm's own number of this list; at most 20 characters. Receipts answer to it.
    public var number: String
    /// The port's number of a list that is changed; at most 18 characters.
    public var portNumber: String?
    /// Customs' number of a list that is changed; at most 18 characters.
    public var listNumber: String?
    /// Who stands in for the taxes: the declarant, the merchant or the carrier; at most 30 characters.
    public var guarantor: String
    /// The zone's book of goods; at most 30 characters. Mode 1210 wants it.
    public var accountBook: String?
    public var declarationDay: CivilDate
    /// Where it is declared: four digits.
    public var customsOffice: String
    /// Where the goods enter: four digits.
    public var portOffice: String
    /// Left out while nobody knows.
    public var importDay: CivilDate?
    public var buyer: CustomsBuyer
    /// At most 200 characters.
    public var consigneeAddress: String
    /// Who declares.
    public var agent: CustomsFirm
    /// The warehouse within the zone; mode 1210 wants it.
    public var bondedWarehouse: CustomsFirm?
    public var mode: SupervisionMode
    /// Mode 9610 wants its vehicle, voyage and bill; 1210 none of them.
    public var journey: CustomsJourney
    /// Of the supervised place; at most 10 characters.
    public var place: String?
    /// At most 19 characters.
    public var licence: String?
    /// Where the goods set out; for 1210 China.
    public var departure: CustomsCountry
    /// What the carrier took; zero for none.
    public var freight: Money
    /// What the carrier took; zero for none.
    public var insurance: Money
    /// One character of customs' list.
    public var packaging: String?
    /// In kilograms.
    public var grossWeight: CEBDecimal
    /// In kilograms.
    public var netWeight: CEBDecimal
    /// At most 1,000 characters.
    public var note: String?
    /// 1 to 99, one to one the order's.
    public var lines: [Line]

    public init(
        _ header: CEBHeader, number: String, orderNumber: String, platform: CustomsFirm, merchant: CustomsFirm,
        carrier: CustomsFirm, waybillNumber: String, guarantor: String, accountBook: String? = nil,
        declarationDay: CivilDate, customsOffice: String, portOffice: String, buyer: CustomsBuyer,
        consigneeAddress: String, agent: CustomsFirm, bondedWarehouse: CustomsFirm? = nil, mode: SupervisionMode,
        journey: CustomsJourney, departure: CustomsCountry, freight: Money, insurance: Money, grossWeight: CEBDecimal,
        netWeight: CEBDecimal, lines: [Line]
    ) {
        self.header = header
        self.number = number
        self.orderNumber = orderNumber
        self.platform = platform
        self.merchant = merchant
        self.carrier = carrier
        self.waybillNumber = waybillNumber
        self.guarantor = guarantor
        self.accountBook = accountBook
        self.declarationDay = declarationDay
        self.customsOffice = customsOffice
        self.portOffice = portOffice
        self.buyer = buyer
        self.consigneeAddress = consigneeAddress
        self.agent = agent
        self.bondedWarehouse = bondedWarehouse
        self.mode = mode
        self.journey = journey
        self.departure = departure
        self.freight = freight
        self.insurance = insurance
        self.grossWeight = grossWeight
        self.netWeight = netWeight
        self.lines = lines
    }
}

extension ImportList {
    public struct Line: Hashable, Sendable {
        /// In the zone's book; at most 30 characters. Mode 1210 wants it.
        public var recordNumber: String?
        /// The shop's own number; at most 20 characters, in the order 30.
        public var sku: String?
        /// Eight digits of the tariff and two more.
        public var tariffCode: String
        /// As in the order; at most 250 characters.
        public var name: String
        /// At most 510 characters.
        public var model: String
        /// At most 50 characters; 无 where there is none.
        public var barcode: String
        public var origin: CustomsCountry
        public var tradeCountry: CustomsCountry?
        public var quantity: CEBDecimal
        public var unit: CustomsUnit
        public var statutory: StatutoryQuantity
        public var price: Money
        public var total: Money
        /// At most 1,000 characters.
        public var note: String?

        public init(
            recordNumber: String? = nil, sku: String? = nil, tariffCode: String, name: String, model: String,
            barcode: String = "无", origin: CustomsCountry, quantity: CEBDecimal, unit: CustomsUnit,
            statutory: StatutoryQuantity, price: Money, total: Money
        ) {
            self.recordNumber = recordNumber
            self.sku = sku
            self.tariffCode = tariffCode
            self.name = name
            self.model = model
            self.barcode = barcode
            self.origin = origin
            self.quantity = quantity
            self.unit = unit
            self.statutory = statutory
            self.price = price
            self.total = total
        }
    }

    public func fill(_ fields: inout CEBFields) {
        fields.currency(.cny)
        fields.group("InventoryHead") { fields in fillHead(&fields) }
        fields.lines("InventoryList", lines) { line, fields in
            fields.text("itemRecordNo", line.recordNumber, upTo: 30, isRequired: mode == .bonded)
            fields.text("itemNo", line.sku, upTo: 20)
            fields.text("itemName", line.name, upTo: 250)
            fields.exact("gcode", line.tariffCode, 10)
            fields.text("gname", line.name, 250)
            fields.text("gmodel", line.model, 510)
            fields.text("barCode", line.barcode, upTo: 50)
            fields.code("country", line.origin)
            if let country = line.tradeCountry { fields.code("tradeCountry", country) }
            fields.currencyCode("currency")
            fields.decimal("qty", line.quantity)
            fields.code("unit", line.unit)
            fields.decimal("qty1", line.statutory.first)
            fields.code("unit1", line.statutory.firstUnit)
            if let second = line.statutory.second { fields.decimal("qty2", second) }
            if let unit = line.statutory.secondUnit { fields.code("unit2", unit) }
            fields.amount("price", line.price)
            fields.amount("totalPrice", line.total)
            fields.text("note", line.note, upTo: 1_000)
        }
    }

    private func fillHead(_ fields: inout CEBFields) {
        let (isBonded, isDirect) = (mode == .bonded, mode == .direct)
        fields.header(header)
        fields.text("orderNo", orderNumber, 60)
        fields.firms(platform, merchant)
        fields.text("logisticsNo", waybillNumber, 60)
        fields.firm("logistics", carrier)
        fields.text("copNo", number, 20)
        fields.text("preNo", portNumber, upTo: 18)
        fields.text("assureCode", guarantor, 30)
        fields.text("emsNo", accountBook, upTo: 30, isRequired: isBonded)
        fields.text("invtNo", listNumber, upTo: 18)
        fields.exact("ieFlag", "I", 1)
        fields.exact("declTime", CEBClock.day(declarationDay), 8)
        fields.exact("customsCode", customsOffice, 4)
        fields.exact("portCode", portOffice, 4)
        fields.exact("ieDate", importDay.map(CEBClock.day), 8, isRequired: false)
        fields.exact("buyerIdType", "1", 1)
        fields.identity("buyerIdNumber", buyer.identityNumber)
        fields.text("buyerName", buyer.name, 60)
        fields.text("buyerTelephone", buyer.telephone, 30)
        fields.text("consigneeAddress", consigneeAddress, 200)
        fields.firm("agent", agent)
        fields.firm("area", bondedWarehouse, isRequired: isBonded)
        fields.exact("tradeMode", mode.rawValue, 4)
        fields.exact("trafMode", journey.mode.code, 1)
        fields.text("trafNo", journey.vehicle, upTo: 100, isRequired: isDirect)
        fields.text("voyageNo", journey.voyage, upTo: 32, isRequired: isDirect)
        fields.text("billNo", journey.billNumber, upTo: 37, isRequired: isDirect)
        fields.text("loctNo", place, upTo: 10)
        fields.text("licenseNo", licence, upTo: 19)
        fields.code("country", isBonded ? .china : departure)
        fields.amount("freight", freight)
        fields.amount("insuredFee", insurance)
        fields.currencyCode("currency")
        fields.exact("wrapType", packaging, 1, isRequired: false)
        fields.count("packNo", 1)
        fields.decimal("grossWeight", grossWeight)
        fields.decimal("netWeight", netWeight)
        fields.text("note", note, upTo: 1_000)
    }
}
