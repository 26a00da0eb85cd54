import Foundation
import KeruenCustoms
import TestSupport
import Testing

@Suite("Customs' receipts")
struct CEBReceiptTests {
    private func message(_ kind: String, _ element: String, _ fields: [(String, String)], count: Int = 1) -> String {
        var writer = XMLWriter(into: "")
        writer.open(
            "ceb:\(kind)Message",
            [
                ("xmlns:ceb", "http://www.chinaport.gov.cn/ceb"), ("guid", "4CDE1CFD-EDED-46B1-946C-B8022E42FC94"),
                ("version", "1.0"),
            ])
        for _ in 0..<count {
            writer.open("ceb:\(element)")
            for (name, text) in fields { writer.element("ceb:\(name)", [], text) }
            writer.close()
        }
        writer.close()
        return writer.sink
    }

    private func fields(_ key: String, status: String = "120", time: String = "20270115093012345") -> [(String, String)]
    {
        [
            ("guid", "0A0B0C0D-EDED-46B1-946C-B8022E42FC94"), (key, "KR-7F3K"), ("preNo", "B20270115000000001"),
            ("invtNo", "94072027I000000001"), ("returnStatus", status), ("returnTime", time),
            ("returnInfo", "[Code:1800;Desc:逻辑校验通过]"),
        ]
    }

    private func read(_ text: String) throws(Refusal) -> [CEBReceipt] {
        try CEBReceipts().read(Data(text.utf8), as: "receipt.xml")
    }

    @Test(
        "are read from every message that carries them, each under the number that the firm knows",
        arguments: [
            ("CEB304", "OrderReturn", "orderNo", "CEB303 KR-7F3K"),
            ("CEB312", "OrderReturn", "orderNo", "CEB311 KR-7F3K"),
            ("CEB404", "ReceiptsReturn", "orderNo", "CEB403 KR-7F3K"),
            ("CEB412", "PaymentReturn", "payTransactionId", "CEB411 KR-7F3K"),
            ("CEB506", "LogisticsReturn", "logisticsNo", "CEB505 KR-7F3K"),
            ("CEB512", "LogisticsReturn", "logisticsNo", "CEB511 KR-7F3K"),
            ("CEB604", "InventoryReturn", "copNo", "CEB603 KR-7F3K"),
            ("CEB622", "InventoryReturn", "copNo", "CEB621 KR-7F3K"),
            ("CEB606", "InvtCancelReturn", "copNo", nil), ("CEB624", "InvtCancelReturn", "copNo", nil),
            ("CEB626", "InvtRefundReturn", "copNo", nil), ("CEB900", "MessageReturn", "oriCopMsgId", nil),
        ])
    func kinds(kind: String, element: String, key: String, document: String?) throws {
        let receipts = try read(message(kind, element, fields(key), count: 2))
        #expect(receipts.count == 2)
        let receipt = try #require(receipts.first)
        #expect(receipt.kind.rawValue == kind && receipt.document == "KR-7F3K" && receipt.status == 120)
        #expect(receipt.listNumber == "94072027I000000001" && receipt.portNumber == "B20270115000000001")
        #expect(receipt.information.contains("逻辑校验通过"))
        // 09:30:12 in Beijing.
        #expect(receipt.date == Date(timeIntervalSince1970: 1_799_976_612.345))
        #expect(receipt.customsReceipt?.document == document)
        #expect(document == nil || receipt.customsReceipt?.time == "20270115093012345")
    }

    @Test("are read in GBK where the file says so, and refused where it says so wrongly")
    func encodings() throws {
        let parts = message("CEB622", "InventoryReturn", fields("copNo", status: "800"))
            .replacing("encoding=\"UTF-8\"", with: "encoding=\"GBK\"").split(separator: "逻辑校验通过")
        let words: [UInt8] = [194, 223, 188, 173, 208, 163, 209, 233, 205, 168, 185, 253]
        let data = Data(Array(parts[0].utf8) + words + Array(parts[1].utf8))
        let receipt = try #require(try CEBReceipts().read(data, as: "r.xml").first)
        #expect(receipt.information == "[Code:1800;Desc:逻辑校验通过]" && receipt.status == 800)
        let bare = Data(Array(parts[0].replacing(" encoding=\"GBK\"", with: "").utf8) + words + Array(parts[1].utf8))
        let error = #expect(throws: Refusal.self) { try CEBReceipts().read(bare, as: "r.xml") }
        #expect(error?.diagnostics.first?.code == .notUTF8)
    }

    @Test(
        "that are none are refused with the place and the field: what is not a receipt, an empty number, a day that does not exist"
    )
    func bad() throws {
        func problem(_ text: String) -> Diagnostic? {
            let error = #expect(throws: Refusal.self) { try read(text) }
            return error?.diagnostics.first
        }
        let none = problem(message("CEB311", "OrderHead", []))
        #expect(none?.code == .notReceipt && none?.arguments["element"] == "CEB311Message")
        #expect(problem("<a/>")?.code == .notReceipt)
        #expect(problem("<CEB622Message xmlns=\"urn:else\"><InventoryReturn/></CEB622Message>")?.code == .notReceipt)
        for (name, value) in [
            ("guid", "short"), ("copNo", " "), ("returnStatus", "8OO"), ("returnStatus", "80000000000"),
            ("returnTime", "20270230093012345"),
            ("returnTime", "20270115"), ("copNo", String(repeating: "9", count: 61)),
            ("returnInfo", String(repeating: "长", count: 5_001)),
        ] {
            let changed = fields("copNo").map { $0.0 == name ? (name, value) : $0 }
            let found = problem(message("CEB622", "InventoryReturn", changed))
            #expect(found?.code == .badReceiptField && found?.arguments["field"]?.description == name, "\(name)")
            #expect(found?.position?.line ?? 0 > 2)
            #expect(!"\(found as Any)".contains("长"))
        }
        #expect(problem(message("CEB622", "InventoryReturn", fields("copNo"), count: 101))?.code == .badReceiptCount)
        #expect(problem(message("CEB622", "InventoryReturn", [], count: 0))?.code == .badReceiptCount)
    }

    @Test("that unfold, are endless or nest without end are refused before they take memory")
    func bombs() throws {
        func code(_ text: String) -> Diagnostic.Code? {
            let error = #expect(throws: Refusal.self) { try read(text) }
            return error?.diagnostics.first?.code
        }
        let entities = (1...9).map { "<!ENTITY a\($0) \"" + String(repeating: "&a\($0 - 1);", count: 10) + "\">" }
            .joined()
        #expect(
            code(
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY a0 \"长\">\(entities)]><CEB622Message>&a9;</CEB622Message>"
            )
                == .brokenXML)
        #expect(code("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><CEB622Message/>") == .brokenXML)
        let huge = String(repeating: "长", count: 2 << 20)
        #expect(code(message("CEB622", "InventoryReturn", fields("copNo") + [("note", huge)])) == .tooLarge)
        #expect(code(String(repeating: "<a>", count: 1_000)) == .tooLarge)
        let many = Array(repeating: ("note", ""), count: 30)
        #expect(code(message("CEB622", "InventoryReturn", fields("copNo") + many, count: 100)) == .tooLarge)
    }

    @Test("of a negative status are errors of the port: over the limit of one order or of the year")
    func negative() throws {
        let receipts = try read(message("CEB622", "InventoryReturn", fields("copNo", status: "-621018")))
        #expect(receipts.first?.status == -621_018 && receipts.first?.customsReceipt?.step == .receiptRejected)
    }
}
