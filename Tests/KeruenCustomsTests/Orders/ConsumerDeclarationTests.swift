import Foundation
import KeruenCustoms
import TestSupport
import Testing

@Suite("A declaration for the recipient's customs")
struct ConsumerDeclarationTests {
    private let samples: OrderSamples
    private let day: CivilDate

    init() throws {
        samples = try OrderSamples()
        day = try #require(CivilDate("2026-12-22"))
    }

    /// A rate that is round, so that figures can be reckoned by hand.
    private func rate(_ currency: Currency, _ ratio: String, on day: String = "2026-12-21") -> ExchangeRate? {
        Ratio(ratio).flatMap { ratio in
            CivilDate(day).flatMap { ExchangeRate(from: .eur, to: currency, ratio, on: $0, source: "nbk") }
        }
    }

    private func codes(_ body: () throws(Refusal) -> ConsumerDeclaration) -> [Diagnostic] {
        do throws(Refusal) {
            _ = try body()
            return []
        } catch { return error.diagnostics }
    }

    @Test("says who receives what, its worth in euros and what is due, in Kazakhstan")
    func kazakhstan() async throws {
        let store = InMemoryStore()
        let order = try await samples.ready(
            try await samples.paid(
                .kazakhstan, [(OrderSamples.sku("XJ-DUT-315"), 2), (OrderSamples.sku("KZ-QLP-001-57"), 1)], in: store),
            in: store)
        let declaration = try ConsumerDeclaration(
            of: order, in: samples.catalog, people: try OrderSamples.recipient(in: "KZ"), rate: rate(.kzt, "500"),
            on: day)
        #expect(
            declaration.items.map(\.name) == [
                "Уйгурский дутар", samples.catalog.item(OrderSamples.sku("KZ-QLP-001-57"))?.product.title[.ru],
            ])
        for (item, line) in zip(declaration.items, order.lines) {
            // Half a cent goes up.
            #expect(item.value == line.total && item.euros.minorUnits == (line.total.minorUnits * 2 + 500) / 1_000)
        }
        #expect(declaration.items[0].code == "920290" && declaration.items[0].grams == 5_200)
        #expect(declaration.euros.minorUnits == declaration.items.reduce(0) { $0 + $1.euros.minorUnits })
        #expect(declaration.documents.map(\.kind) == [.iin] && declaration.waybill == "EX20270001")
        #expect(declaration.regime == order.placement.landing?.charges.first { $0.kind == .duty }?.rule)

        let json = try #require(try JSONSerialization.jsonObject(with: Data(declaration.json.utf8)) as? [String: Any])
        let recipient = try #require(json["recipient"] as? [String: Any])
        let documents = try #require(recipient["documents"] as? [[String: String]])
        #expect(
            documents == [["kind": "iin", "number": "061211600012"]] && recipient["name"] as? String == "Қасымов Асқар")
        #expect(json["value"] as? String == declaration.value.decimalText && json["version"] as? Int == 1)
        #expect((json["rate"] as? [String: String])?["ratio"] == "500")
        for part in ["Қасымов Асқар", "ИИН: 061211600012", "ТН ВЭД 920290", "Курс: 1 EUR = 500 KZT", "5.200 кг"] {
            #expect(declaration.text.contains(part), "\(part)")
        }
    }

    @Test("asks for what each country asks: a passport and an INN in Russia")
    func russia() async throws {
        let order = try await samples.paid(.russia, [(OrderSamples.sku("XJ-DUT-315"), 1)], incoterm: .ddp)
        let people = try OrderSamples.recipient(in: "RU")
        let declaration = try ConsumerDeclaration(
            of: order, in: samples.catalog, people: people, rate: rate(.rub, "90"), waybill: "EX1", grossGrams: 3_000,
            on: day)
        #expect(declaration.documents.map(\.kind) == [.russianPassport, .inn] && declaration.grossGrams == 3_000)
        #expect(declaration.text.contains("Паспорт РФ: 4504 123456") && declaration.text.contains("ИНН: 500100732259"))
        var bare = people
        bare.documents = [.recipient: [try IdentityDocument(.inn, "500100732259")]]
        let found = codes { () throws(Refusal) in
            try ConsumerDeclaration(
                of: order, in: samples.catalog, people: bare, rate: rate(.rub, "90"), waybill: "EX1", on: day)
        }
        #expect(found.map(\.code) == [.documentMissing] && found.first?.arguments["document"] == "ru-passport")
    }

    @Test("is refused without people, a waybill, a weight that can be, or a rate of these days")
    func missing() async throws {
        let order = try await samples.paid(.kazakhstan, [(OrderSamples.sku("XJ-DUT-315"), 1)])
        let people = try OrderSamples.recipient(in: "KZ")
        func declared(
            _ people: CustomsPeople?, _ rate: ExchangeRate?, _ waybill: String? = "EX1", _ grams: Int? = nil
        ) -> [Diagnostic.Code] {
            codes { () throws(Refusal) in
                try ConsumerDeclaration(
                    of: order, in: samples.catalog, people: people, rate: rate, waybill: waybill, grossGrams: grams,
                    on: day)
            }.map(\.code)
        }
        #expect(declared(people, rate(.kzt, "500")) == [])
        #expect(declared(nil, rate(.kzt, "500")) == [.customsNoPeople])
        #expect(declared(people, rate(.kzt, "500"), nil) == [.customsNoWaybill])
        #expect(declared(people, rate(.kzt, "500"), "EX1", 2_599) == [.customsWeight])
        #expect(declared(people, nil) == [.customsNoRate])
        #expect(declared(people, rate(.rub, "90")) == [.customsNoRate])
        #expect(declared(people, rate(.kzt, "500", on: "2026-12-08")) == [])
        #expect(declared(people, rate(.kzt, "500", on: "2026-12-07")) == [.customsNoRate])
        #expect(declared(people, rate(.kzt, "500", on: "2026-12-23")) == [.customsNoRate])
        let inland = try await samples.paid(.bonded, [(OrderSamples.sku("KZ-DMB-001-98"), 1)])
        let wrong = codes { () throws(Refusal) in
            try ConsumerDeclaration(of: inland, in: samples.catalog, people: people, rate: nil, waybill: "EX1", on: day)
        }
        #expect(wrong.map(\.code) == [.customsWrongFlow])
    }

    @Test("tells nothing of a person by accident")
    func silent() async throws {
        let order = try await samples.paid(.russia, [(OrderSamples.sku("XJ-DUT-315"), 1)])
        let declaration = try ConsumerDeclaration(
            of: order, in: samples.catalog, people: try OrderSamples.recipient(in: "RU"), rate: rate(.rub, "90"),
            waybill: "EX1", on: day)
        var shown = "\(declaration) \(String(reflecting: declaration))"
        dump(declaration, to: &shown)
        for secret in ["Иванова", "4504", "500100732259", "Арбат", "9161234567"] { #expect(!shown.contains(secret)) }
        #expect(shown.contains(order.id.description))
    }

    @Test("for the post names sender and recipient, and wants a number of the post")
    func post() async throws {
        let order = try await samples.paid(.kazakhstan, [(OrderSamples.sku("XJ-DUT-315"), 1)])
        let (profile, people) = (try OrderSamples.profile(), try OrderSamples.recipient(in: "KZ"))
        let declaration = try PostalDeclaration(
            of: order, in: samples.catalog, profile: profile, people: people, waybill: "RR473124829GB")
        #expect(declaration.total == order.lines[0].total && declaration.grossGrams == 2_600)
        #expect(
            declaration.html(.cn23).contains("Қасымов Асқар<br>") && declaration.html(.cn22).contains("Уйгурский дутар")
        )
        let error = #expect(throws: Refusal.self) {
            try PostalDeclaration(of: order, in: samples.catalog, profile: profile, people: people, waybill: "EX1")
        }
        #expect(error?.diagnostics.map(\.code) == [.customsNoPostalNumber])
    }
}
