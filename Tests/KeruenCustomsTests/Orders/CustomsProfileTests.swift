import Foundation
import KeruenCustoms
import TestSupport
import Testing

@Suite("A firm's settings for customs")
struct CustomsProfileTests {
    private func problems(_ change: (String) -> String) -> [Diagnostic] {
        do throws(Refusal) {
            let node = try DocumentReader().read(Data(change(OrderSamples.settings).utf8), as: "customs.yaml")
            _ = try CustomsProfile(node)
            return []
        } catch { return error.diagnostics }
    }

    @Test("are read whole")
    func whole() throws {
        let profile = try OrderSamples.profile { text in
            text + """

                goods:
                  XJ-DUT-315:
                    code: "9202909000"
                    unit: "007"
                    legal: [{unit: "007", quantity: "1"}, {unit: "035", quantity: "2.2"}]
                    net: 2.2 kg
                    record: JK2027000001
                """
        }
        #expect(profile.exchangeID == "DXPENT0000012345" && profile.provider?.code == "312226T001")
        #expect(profile.export?.mode == .direct && profile.export?.type == .consumer)
        #expect(
            profile.export?.ports == ["KZ": "KAZ", "RU": "RUS"]
                && profile.directImport?.journey.billNumber == "9407123456")
        #expect(profile.bondedImport?.mode == .bonded && profile.bondedImport?.accountBook == "T9407W000001")
        #expect(profile.currencies["RUB"]?.code == "344" && profile.sender?.country == "CN")
        let record = try #require(profile.goods[OrderSamples.sku("XJ-DUT-315")])
        #expect(record.tariffCode == "9202909000" && record.statutory?.second == CEBDecimal("2.2"))
        #expect(record.netWeight == CEBDecimal("2.2") && record.recordNumber == "JK2027000001")
    }

    @Test("that are wrong are refused at the place of each fault")
    func wrong() throws {
        #expect(problems { $0 } == [])
        for (from, to, code, line) in [
            ("customs: \"9407\"\n  port: \"9408\"", "customs: \"94070\"\n  port: \"9408\"", .malformedValue, 9),
            ("code: 3116960R01", "code: 3116960r01", .malformedValue, 1),
            ("exchange: DXPENT0000012345\n", "", .missingField, 1),
            ("packaging", "packing", .unknownField, 12),
            ("export:\n  mode: \"9610\"", "export:\n  mode: \"1239\"", .notAChoice, 8),
            ("RUB: \"344\"", "RUB: RUB", .malformedValue, 28),
        ] as [(String, String, Diagnostic.Code, Int)] {
            let found = problems { $0.replacing(from, with: to) }
            #expect(found.contains { $0.code == code && $0.position?.line == line }, "\(from): \(found)")
            #expect(found.allSatisfy { $0.position?.file == "customs.yaml" })
        }
    }

    @Test("of a zone's mode want its book and who keeps it")
    func zone() throws {
        let found = problems { $0.replacing("  accountBook: T9407W000001\n", with: "") }
        #expect(found.map(\.code) == [.missingField] && found.first?.arguments["field"] == "accountBook")
    }

    @Test("say how goods are declared, and the classification what they leave out; what neither says is named")
    func goods() async throws {
        let samples = try OrderSamples()
        let day = try #require(CivilDate("2026-12-22"))
        let dutar = OrderSamples.sku("XJ-DUT-315")
        let order = try await samples.paid(.kazakhstan, [(dutar, 2)])
        let bare = try OrderSamples.profile()
        // Six digits are in the catalogue, and ten are never made of them.
        let error = #expect(throws: Refusal.self) { try bare.declaredGoods(of: order, in: samples.catalog, on: day) }
        let unknown = error?.diagnostics.filter { $0.code == .customsGoodsUnknown } ?? []
        #expect(unknown.compactMap { $0.arguments["field"] } == ["gcode"])
        #expect(error?.diagnostics.contains { $0.code == .nationalCodeMissing } == true)

        var products = samples.catalog.products
        let index = try #require(products.firstIndex { $0.id == "dutar" })
        products[index].nationalCodes["CN"] = "9202900090"
        let catalog = Catalog(
            products: products, categories: samples.catalog.categories, markets: samples.catalog.markets,
            materials: samples.catalog.materials)
        let (goods, notes) = try bare.declaredGoods(of: order, in: catalog, on: day)
        let declared = try #require(goods[dutar])
        #expect(declared.tariffCode == "9202900090" && declared.origin == "CN")
        // Of one piece, whose weight is known with its packing alone, and that is said.
        #expect(declared.netWeight == CEBDecimal("2.6"))
        #expect(notes.contains { $0.code == .netWeightMissing } || declared.statutory.first == 1)
        let desk = CustomsDesk(bare, catalog)
        let set = try desk.export(order, as: CustomsShipment(waybill: "EX1"), goods: goods)
        #expect(set.list.lines[0].tariffCode == "9202900090" && set.list.lines[0].quantity == 2)

        var firm = bare
        firm.goods[dutar] = DeclaredRecord(
            tariffCode: "9202909000", unit: .set, statutory: StatutoryQuantity(1, .set), netWeight: CEBDecimal("2.2"))
        let own = try firm.declaredGoods(of: order, in: catalog, on: day)
        #expect(own.goods[dutar]?.tariffCode == "9202909000" && own.goods[dutar]?.unit == .set && own.notes == [])
    }

    @Test("name an order's people without ever showing them")
    func people() throws {
        let text = """
            buyer:
              name: 阿依古丽·买买提
              phone: "13812345678"
              documents: [{kind: resident-id, number: 11010519491231002X}]
            address: {country: CN, region: 新疆维吾尔自治区, city: 乌鲁木齐市, lines: [解放北路100号], postcode: "830000"}
            """
        func read(_ text: String) throws(Refusal) -> CustomsPeople {
            try CustomsPeople(DocumentReader().read(Data(text.utf8), as: "people.yaml"))
        }
        let people = try read(text)
        #expect(
            people.parties.recipient.name.full == "阿依古丽·买买提" && people.documents[.buyer]?.map(\.kind) == [.residentID])
        for (from, to) in [
            ("11010519491231002X", "110105194912310021"), ("\"13812345678\"", "\"12\""), ("阿依古丽", "阿依7古丽"),
        ] {
            let error = #expect(throws: Refusal.self) { try read(text.replacing(from, with: to)) }
            #expect(error?.diagnostics.first?.position?.file == "people.yaml")
            #expect(!"\(error as Any)".contains("110105194912310021") && !"\(error as Any)".contains("古丽"))
        }
    }
}
