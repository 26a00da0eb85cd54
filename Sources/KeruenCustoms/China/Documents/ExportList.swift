/// CEB603: the declaration of one parcel's goods as they leave China (出口清单).
public struct ExportList: CEBDocument {
    public static var kind: CEBKind { .exportList }

    public var header: CEBHeader
    /// Where it is declared: four digits.
    public var customsOffice: String
    /// Where the goods leave: four digits.
    public var portOffice: String
    public var platform: CustomsFirm
    public var merchant: CustomsFirm
    public var orderNumber: String
    public var carrier: CustomsFirm
    /// At most 32 characters.
    public var waybillNumber: String
    /// The firm's own number of this list; at most 30 characters. Receipts answer to it.
    public var number: String
    /// The port's number of a list that is changed: 18 characters.
    public var portNumber: String?
    /// Customs' number of a list that is changed; at most 20 characters.
    public var listNumber: String?
    public var exportDay: CivilDate
    public var statistics: Statistics
    /// Who declares.
    public var agent: CustomsFirm
    /// Who made or sold the goods.
    public var owner: CustomsFirm
    /// The firm within the zone; the bonded modes want it.
    public var bondedWarehouse: CustomsFirm?
    /// The zone's book of goods; at most 30 characters. The bonded modes want it.
    public var accountBook: String?
    public var mode: SupervisionMode
    public var journey: CustomsJourney
    /// Of a big bag; at most 37 characters.
    public var bagNumber: String?
    /// Of the supervised place; at most 10 characters.
    public var place: String?
    /// At most 19 characters.
    public var licence: String?
    public var destination: CustomsCountry
    /// Customs' code of the port of destination: 3 or 4 characters.
    public var destinationPort: String
    public var freight: Money
    public var insurance: Money
    /// For a currency that customs' list here has no code for; nil for the list's.
    public var currencyCode: CustomsCurrency?
    /// One character of customs' list.
    public var packaging: String
    public var parcels: Int
    /// In kilograms.
    public var grossWeight: CEBDecimal
    /// In kilograms.
    public var netWeight: CEBDecimal
    /// At most 1,000 characters.
    public var note: String?
    /// 1 to 99, one to one the order's.
    public var lines: [Line]

    public enum Statistics: String, Hashable, Sendable {
        /// Four digits of the tariff do: no licences, no export duty, no refund of taxes.
        case simplified = "A"
        /// Summed up into a declaration later.
        case summarised = "B"
    }

    public init(
        _ header: CEBHeader, number: String, customsOffice: String, portOffice: String, platform: CustomsFirm,
        merchant: CustomsFirm, orderNumber: String, carrier: CustomsFirm, waybillNumber: String, exportDay: CivilDate,
        statistics: Statistics = .simplified, agent: CustomsFirm, owner: CustomsFirm, mode: SupervisionMode = .direct,
        journey: CustomsJourney, destination: CustomsCountry, destinationPort: String, freight: Money,
        insurance: Money, packaging: String, parcels: Int = 1, grossWeight: CEBDecimal, netWeight: CEBDecimal,
        lines: [Line]
    ) {
        self.header = header
        self.number = number
        self.customsOffice = customsOffice
        self.portOffice = portOffice
        self.platform = platform
        self.merchant = merchant
        self.orderNumber = orderNumber
        self.carrier = carrier
        self.waybillNumber = waybillNumber
        self.exportDay = exportDay
        self.statistics = statistics
        self.agent = agent
        self.owner = owner
        self.mode = mode
        self.journey = journey
        self.destination = destination
        self.destinationPort = destinationPort
        self.freight = freight
        self.insurance = insurance
        self.packaging = packaging
        self.parcels = parcels
        self.grossWeight = grossWeight
        self.netWeight = netWeight
        self.lines = lines
    }
}

extension ExportList {
    public struct Line: Hashable, Sendable {
        /// The shop's own number; at most 20 characters, in the order 30.
        public var sku: String
        /// In the zone's book; at most 30 characters.
        public var recordNumber: String?
        /// Eight digits of the tariff and two more.
        public var tariffCode: String
        /// As in the order; at most 250 characters.
        public var name: String
        /// At most 250 characters.
        public var model: String
        /// At most 50 characters; 无 where there is none.
        public var barcode: String
        public var destination: CustomsCountry
        public var quantity: CEBDecimal
        public var unit: CustomsUnit
        public var statutory: StatutoryQuantity
        public var price: Money
        public var total: Money
        /// At most 1,000 characters.
        public var note: String?

        public init(
            sku: String, tariffCode: String, name: String, model: String, barcode: String = "无",
            destination: CustomsCountry, quantity: CEBDecimal, unit: CustomsUnit, statutory: StatutoryQuantity,
            price: Money, total: Money
        ) {
            self.sku = sku
            self.tariffCode = tariffCode
            self.name = name
            self.model = model
            self.barcode = barcode
            self.destination = destination
            self.quantity = quantity
            self.unit = unit
            self.statutory = statutory
            self.price = price
            self.total = total
        }
    }

    public func fill(_ fields: inout CEBFields) {
        fields.currency(lines.first?.price.currency ?? freight.currency, currencyCode)
        fields.group("InventoryHead") { fields in fillHead(&fields) }
        fields.lines("InventoryList", lines) { line, fields in
            fields.text("itemNo", line.sku, 20)
            fields.text("itemRecordNo", line.recordNumber, upTo: 30, isRequired: mode == .bonded)
            fields.text("itemName", line.name, upTo: 250)
            fields.exact("gcode", line.tariffCode, 10)
            fields.text("gname", line.name, 250)
            fields.text("gmodel", line.model, 250)
            fields.text("barCode", line.barcode, 50)
            fields.code("country", line.destination)
            fields.currencyCode("currency")
            fields.decimal("qty", line.quantity)
            fields.decimal("qty1", line.statutory.first)
            if let second = line.statutory.second { fields.decimal("qty2", second) }
            fields.code("unit", line.unit)
            fields.code("unit1", line.statutory.firstUnit)
            if let unit = line.statutory.secondUnit { fields.code("unit2", unit) }
            fields.amount("price", line.price)
            fields.amount("totalPrice", line.total)
            fields.text("note", line.note, upTo: 1_000)
        }
    }

    private func fillHead(_ fields: inout CEBFields) {
        let isBonded = mode == .bonded || mode == .bondedElsewhere
        fields.header(header)
        fields.exact("customsCode", customsOffice, 4)
        fields.firm("ebp", platform)
        fields.text("orderNo", orderNumber, 60)
        fields.firm("logistics", carrier)
        fields.text("logisticsNo", waybillNumber, 32)
        fields.text("copNo", number, 30)
        fields.exact("preNo", portNumber, 18, isRequired: false)
        fields.text("invtNo", listNumber, upTo: 20)
        fields.exact("ieFlag", "E", 1)
        fields.exact("portCode", portOffice, 4)
        fields.exact("ieDate", CEBClock.day(exportDay), 8)
        fields.exact("statisticsFlag", statistics.rawValue, 1)
        fields.firm("agent", agent)
        fields.firm("ebc", merchant)
        fields.firm("owner", owner)
        fields.firm("iac", bondedWarehouse, isRequired: isBonded)
        fields.text("emsNo", accountBook, upTo: 30, isRequired: isBonded)
        fields.exact("tradeMode", mode.rawValue, 4)
        fields.exact("trafMode", journey.mode.code, 1)
        fields.text("trafName", journey.vehicle, upTo: 100)
        fields.text("voyageNo", journey.voyage, upTo: 32)
        fields.text("billNo", journey.billNumber, upTo: 37)
        fields.text("totalPackageNo", bagNumber, upTo: 37)
        fields.text("loctNo", place, upTo: 10)
        fields.text("licenseNo", licence, upTo: 19)
        fields.code("country", destination)
        fields.port("POD", destinationPort)
        fields.money("freight", freight, "fCurrency", "fFlag")
        fields.money("insuredFee", insurance, "iCurrency", "iFlag")
        fields.exact("wrapType", packaging, 1)
        fields.count("packNo", parcels)
        fields.decimal("grossWeight", grossWeight)
        fields.decimal("netWeight", netWeight)
        fields.text("note", note, upTo: 1_000)
    }
}

extension CEBFields {
    fileprivate mutating func port(_ name: String, _ code: String) {
        guard code.unicodeScalars.count >= 3 else { return exact(name, code, 3) }
        text(name, code, 4)
    }

    /// An amount with a currency of its own, and 3 for a total.
    fileprivate mutating func money(_ name: String, _ amount: Money, _ currencyName: String, _ flag: String) {
        decimal(name, CEBDecimal(amount))
        code(currencyName, customsCode(of: amount.currency), for: amount.currency.code)
        exact(flag, "3", 1)
    }
}
