import Foundation
import KeruenCustoms
import TestSupport
import Testing

@Suite("A document for customs")
struct CEBDocumentTests {
    private var random = SeededGenerator(seed: 311)

    /// Fields in the order of the schemas, by message and element.
    private static let order: [String: String] = [
        "CEB311.OrderHead": """
        guid appType appTime appStatus orderType orderNo ebpCode ebpName ebcCode ebcName goodsValue freight discount taxTotal
        acturalPaid currency buyerRegNo buyerName buyerTelephone buyerIdType buyerIdNumber payCode payName payTransactionId
        batchNumbers consignee consigneeTelephone consigneeAddress consigneeDistrict note
        """,
        "CEB311.OrderList": """
        gnum itemNo itemName gmodel itemDescribe barCode unit qty price totalPrice currency country note
        """,
        "CEB411.PaymentHead": """
        guid appType appTime appStatus payCode payName payTransactionId orderNo ebpCode ebpName payerIdType payerIdNumber payerName
        telephone amountPaid currency payTime note
        """,
        "CEB511.LogisticsHead": """
        guid appType appTime appStatus logisticsCode logisticsName logisticsNo billNo orderNo freight insuredFee currency weight packNo
        goodsInfo consignee consigneeAddress consigneeTelephone note
        """,
        "CEB621.InventoryHead": """
        guid appType appTime appStatus orderNo ebpCode ebpName ebcCode ebcName logisticsNo logisticsCode logisticsName copNo preNo
        assureCode emsNo invtNo ieFlag declTime customsCode portCode ieDate buyerIdType buyerIdNumber buyerName buyerTelephone
        consigneeAddress agentCode agentName areaCode areaName tradeMode trafMode trafNo voyageNo billNo loctNo licenseNo country
        freight insuredFee currency wrapType packNo grossWeight netWeight note
        """,
        "CEB621.InventoryList": """
        gnum itemRecordNo itemNo itemName gcode gname gmodel barCode country tradeCountry currency qty unit qty1 unit1 qty2 unit2 price
        totalPrice note
        """,
        "CEB623.InvtCancel": """
        guid appType appTime appStatus customsCode orderNo ebpCode ebpName ebcCode ebcName logisticsNo logisticsCode logisticsName copNo
        preNo invtNo buyerIdType buyerIdNumber buyerName buyerTelephone agentCode agentName reason note
        """,
        "CEB625.InvtRefundHead": """
        guid appType appTime appStatus customsCode orderNo ebpCode ebpName ebcCode ebcName logisticsNo logisticsCode logisticsName copNo
        preNo invtNo buyerIdType buyerIdNumber buyerName buyerTelephone agentCode agentName reason note
        """,
        "CEB625.InvtRefundList": "gnum gcode gname qty unit note",
        "CEB303.OrderHead": """
        guid appType appTime appStatus orderType orderNo ebpCode ebpName ebcCode ebcName goodsValue freight currency note
        """,
        "CEB303.OrderList": "gnum itemNo itemName itemDescribe barCode unit currency qty price totalPrice note",
        "CEB403.Receipts": """
        guid appType appTime appStatus ebpCode ebpName ebcCode ebcName orderNo payCode payName payNo charge currency accountingDate note
        """,
        "CEB505.Logistics": """
        guid appType appTime appStatus logisticsCode logisticsName logisticsNo freight insuredFee currency grossWeight packNo goodsInfo
        ebcCode ebcName ebcTelephone note
        """,
        "CEB603.InventoryHead": """
        guid appType appTime appStatus customsCode ebpCode ebpName orderNo logisticsCode logisticsName logisticsNo copNo preNo invtNo
        ieFlag portCode ieDate statisticsFlag agentCode agentName ebcCode ebcName ownerCode ownerName iacCode iacName emsNo tradeMode
        trafMode trafName voyageNo billNo totalPackageNo loctNo licenseNo country POD freight fCurrency fFlag insuredFee iCurrency iFlag
        wrapType packNo grossWeight netWeight note
        """,
        "CEB603.InventoryList": """
        gnum itemNo itemRecordNo itemName gcode gname gmodel barCode country currency qty qty1 qty2 unit unit1 unit2 price totalPrice note
        """,
    ]

    /// The document as it is read back from its message.
    private func written(_ document: some CEBDocument) async throws -> XMLDocumentElement {
        let xml = try await CEBMessage([document], from: CustomsSamples.transfer)
            .xml(signedBy: StubSigner(), for: .test)
        return try XMLReader().read(Data(xml.utf8), as: "message.xml")
    }

    private func check(_ document: some CEBDocument) async throws {
        let root = try await written(document)
        let kind = String(root.localName.dropLast(7))
        let body = try #require(root.elements.first)
        let parts = body.elements.contains { !$0.elements.isEmpty } ? body.elements : [body]
        for part in parts {
            let schema = try #require(Self.order["\(kind).\(part.localName)"]).split(whereSeparator: \.isWhitespace)
            let names = part.elements.map(\.localName)
            let places = names.compactMap { name in schema.firstIndex { $0 == name } }
            #expect(places.count == names.count && places == Array(Set(places)).sorted(), "\(kind) \(names)")
            #expect(part.elements.allSatisfy { !$0.text.isEmpty && $0.elements.isEmpty })
        }
    }

    @Test("writes its fields in the schema's order, each once, and none that is empty")
    mutating func order() async throws {
        for index in 0..<20 {
            let imported = CustomsSamples.importSet(&random, index: index)
            let exported = CustomsSamples.exportSet(&random, index: index)
            try await check(imported.order)
            try await check(imported.payment)
            try await check(imported.waybill)
            try await check(imported.list)
            try await check(exported.order)
            try await check(exported.collection)
            try await check(exported.waybill)
            try await check(exported.list)
            let application = CustomsSamples.application(of: imported.list, &random)
            try await check(ListCancellation(application))
            let lines = [ListRefund.Line(imported.list.lines[0], number: 1, quantity: 1)]
            try await check(ListRefund(application, lines: lines))
        }
    }

    @Test("writes numbers, times and codes as customs reads them, and its texts to the letter")
    mutating func values() async throws {
        var set = CustomsSamples.importSet(&random, index: 7)
        set.order.header = CEBHeader(guid: set.order.header.guid, at: Date(timeIntervalSince1970: 1_799_956_799.9))
        set.order.lines[0].quantity = try #require(CEBDecimal("0.5"))
        set.order.lines[0].price = try Money("268.00", .cny)
        let order = try #require(try await written(set.order)["Order"])
        let head = try #require(order["OrderHead"])
        // 20:00 in UTC is four in the morning of the next day in Beijing.
        #expect(head["appTime"]?.text == "20270115035959" && head["appStatus"]?.text == "2")
        #expect(head["currency"]?.text == "142" && order["OrderList"]?["currency"]?.text == "142")
        #expect(order["OrderList"]?["price"]?.text == "268" && order["OrderList"]?["qty"]?.text == "0.5")
        #expect(head["consigneeAddress"]?.text == set.order.consignee.address)
        #expect(head["buyerIdNumber"]?.text == "11010519491231002X")
        #expect(order.elements(named: "OrderList").map { $0["itemName"]?.text } == set.order.lines.map(\.name))
    }

    @Test("names every field that is missing or too long, with its limit, and cuts nothing")
    mutating func limits() throws {
        var order = CustomsSamples.importSet(&random, index: 1).order
        order.lines = [order.lines[0], order.lines[0]]
        #expect(order.problems.isEmpty)
        // 250 characters are taken, whatever they weigh in bytes; one more is not.
        order.lines[1].name = String(repeating: "\u{20BB7}", count: 250)
        #expect(order.problems.isEmpty)
        order.lines[1].name += "长"
        order.number = "  "
        order.consignee.address = String(repeating: "路", count: 201)
        order.lines[0].note = "a\u{7}"
        order.district = "65010"
        let found = Dictionary(
            uniqueKeysWithValues: order.problems.map { ($0.arguments["field"]?.description ?? "", $0) })
        #expect(found.count == 5)
        #expect(found["orderNo"]?.code == .customsFieldMissing)
        #expect(
            found["consigneeAddress"]?.arguments["limit"] == 200
                && found["consigneeAddress"]?.arguments["length"] == 201)
        #expect(found["OrderList[2].itemName"]?.code == .customsFieldTooLong)
        #expect(found["OrderList[2].itemName"]?.arguments["document"] == "CEB311")
        #expect(found["OrderList[1].note"]?.code == .customsBadCharacter)
        #expect(found["consigneeDistrict"]?.code == .customsFieldLength)
        #expect(throws: Refusal.self) { try CEBMessage([order], from: CustomsSamples.transfer).canonicalText() }
    }

    @Test("tells no person's data in what it refuses or prints")
    mutating func secrets() {
        var set = CustomsSamples.importSet(&random, index: 1)
        set.order.buyer.identityNumber = "C01X00T47"
        set.order.buyer.name = String(repeating: "长", count: 61)
        set.payment.payer.identityNumber = "11010519491231002"
        let problems = set.order.problems + set.payment.problems
        #expect(problems.filter { $0.code == .customsBadIdentity }.count == 2)
        var printed = "\(problems) \(set.order) \(set.payment)"
        dump(set.payment, to: &printed)
        for secret in ["C01X00T47", "长长", "11010519491231002", set.order.consignee.name] {
            #expect(!printed.contains(secret), "\(secret)")
        }
    }

    @Test("refuses amounts of another currency, below zero and past the field, and currencies without a code")
    mutating func amounts() throws {
        var order = CustomsSamples.importSet(&random, index: 1).order
        order.freight = try Money("1.00", .kzt)
        order.discount = try Money("-1.00", .cny)
        order.taxTotal = Money(minorUnits: .max, .cny)
        #expect(
            order.problems.map(\.code) == [.customsCurrencyMixed, .customsNumberOutOfRange, .customsNumberOutOfRange])
        #expect(
            order.problems.compactMap { $0.arguments["field"]?.description } == ["freight", "discount", "taxTotal"])
        var exported = CustomsSamples.exportSet(&random, index: 1).collection
        exported.amount = try Money("19900.00", .kzt)
        #expect(exported.problems.map(\.code) == [.customsNoCode])
        #expect(exported.problems.first?.arguments["value"] == "KZT")
        exported.currencyCode = CustomsCurrency(code: "999")
        #expect(exported.problems.isEmpty)
    }

    @Test("has 1 to 99 lines, and a message 1 to 100 documents")
    mutating func counts() {
        var order = CustomsSamples.importSet(&random, index: 1).order
        let line = order.lines[0]
        for (count, isFine) in [(0, false), (1, true), (99, true), (100, false)] {
            order.lines = Array(repeating: line, count: count)
            #expect((order.problems.map(\.code) == (isFine ? [] : [.customsBadLineCount])), "\(count)")
        }
        order.lines = [line]
        for (count, isFine) in [(0, false), (100, true), (101, false)] {
            let message = CEBMessage(Array(repeating: order, count: count), from: CustomsSamples.transfer)
            #expect(message.problems.map(\.code) == (isFine ? [] : [.customsBadDocumentCount]), "\(count)")
        }
    }

    @Test("of a bonded import wants the zone's book and warehouse, and of a direct one its vehicle, voyage and bill")
    mutating func modes() {
        var list = CustomsSamples.importSet(&random, index: 1).list
        func missing() -> [String] {
            list.problems.filter { $0.code == .customsFieldMissing }.compactMap { $0.arguments["field"]?.description }
        }
        (list.mode, list.accountBook, list.bondedWarehouse) = (.bonded, nil, nil)
        list.lines = [list.lines[0]]
        list.lines[0].recordNumber = nil
        #expect(missing() == ["emsNo", "areaCode", "areaName", "InventoryList[1].itemRecordNo"])
        (list.mode, list.journey) = (.direct, CustomsJourney(.rail))
        #expect(missing() == ["trafNo", "voyageNo", "billNo"])
    }

    @Test("reads the numbers back that it writes, and multiplies as one does by hand")
    mutating func arithmetic() {
        for _ in 0..<2_000 {
            let number = CEBDecimal(
                units: Int64.random(in: .min...(.max), using: &random) >> Int64.random(in: 0...62, using: &random))
            #expect(CEBDecimal(number.description) == number)
            let a = CEBDecimal(units: .random(in: 0...999_999, using: &random))
            let b = CEBDecimal(units: .random(in: 0...999_999, using: &random))
            let product = a.units * b.units
            let total = CEBDecimal(units: product / CEBDecimal.scale)
            #expect(a.times(b, is: total) == product.isMultiple(of: CEBDecimal.scale))
            #expect(!a.times(b, is: CEBDecimal(units: total.units + 1)))
        }
    }

    @Test("carries numbers exactly, to five decimals")
    func decimals() throws {
        for text in ["0", "0.00001", "12.5", "268", "92233720368547.75807"] {
            #expect(CEBDecimal(text)?.description == text)
        }
        for text in ["", ".", "1.", ".5", "1.000001", "1e3", "١", "92233720368547.75808"] {
            #expect(CEBDecimal(text) == nil)
        }
        #expect(CEBDecimal(try Money("0.07", .cny))?.description == "0.07")
        #expect(CEBDecimal(Money(minorUnits: .max, .cny)) == nil && CEBDecimal(Int.max) == nil)
        let mass = try #require(Measure("120 g"))
        #expect(CEBDecimal(kilograms: mass)?.description == "0.12")
        #expect(CEBDecimal(kilograms: try #require(Measure("0.001 g"))) == nil)
        // 200 × 10 is not 12,000, whatever a schema says.
        let ten: CEBDecimal = 10
        #expect(ten.times(200, is: 2_000) && !ten.times(200, is: 12_000))
        #expect(try #require(CEBDecimal("0.33333")).times(3, is: try #require(CEBDecimal("0.99999"))))
    }
}
