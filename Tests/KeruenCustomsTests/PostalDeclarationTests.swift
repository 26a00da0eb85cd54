import KeruenCustoms
import TestSupport
import Testing

@Suite("The post's declaration")
struct PostalDeclarationTests {
    private func declaration(_ lines: [PostalDeclaration.Line], grams: Int = 640) throws -> PostalDeclaration {
        let shop = PostalDeclaration.Address(
            name: "Silk Road Goods", lines: ["100 Jiefang North Road", "Urumqi 830002"], country: "CN")
        let buyer = PostalDeclaration.Address(
            name: "Aigerim <Serik>", lines: ["Abai Ave 10", "050000 Almaty"], country: "KZ", telephone: "+77011234567")
        return try PostalDeclaration(
            try #require(S10("CP", serial: 1_234_567, "CN")), .sale, from: shop, to: buyer, lines: lines,
            grossGrams: grams)
    }

    private func scarf(_ value: String, _ currency: Currency = .cny) throws -> PostalDeclaration.Line {
        PostalDeclaration.Line(
            name: "Silk scarf \"Aida\" & box", quantity: 2, netGrams: 240, value: try Money(value, currency),
            tariffCode: "621410", origin: "CN")
    }

    @Test("is CN 22 up to 300 special drawing rights, and CN 23 from the next fen on")
    func forms() throws {
        let right = try #require(Ratio("9.5123"))
        #expect(try declaration([scarf("2853.69")]).form(drawingRight: right) == .cn22)
        #expect(try declaration([scarf("2853.70")]).form(drawingRight: right) == .cn23)
        #expect(try declaration([scarf("1.00")]).form(drawingRight: .zero) == .cn23)
        try declaration([scarf("2853.69")]).check(.cn22, drawingRight: right)
        try declaration([scarf("2853.70")]).check(.cn23, drawingRight: right)
        let error = #expect(throws: CustomsError.self) {
            try declaration([scarf("2853.70")]).check(.cn22, drawingRight: right)
        }
        #expect(error?.code == .postalTooDear && error?.arguments == ["total": "2853.70 CNY", "limit": "2853.69 CNY"])
    }

    @Test(
        "writes names and places in Latin letters without marks, and the country's own beside them",
        arguments: [
            ("KZ", "Қасымов Асқар", "Qasymov Asqar", "Абай даңғылы 10, 5-пәтер", "Abay dangghyly 10, 5-pater"),
            ("KZ", "Иванов Пётр", "Ivanov Petr", "ул. Сатпаева, 22", "ul. Satpaeva, 22"),
            ("RU", "Щукина Юлия", "Shchukina Iuliia", "Садовая улица, д. 7 № 12", "Sadovaia ulitsa, d. 7 No. 12"),
            ("CN", "单小绿", "Shan Xiaolyu", "吕梁市", "Lyu Liang Shi"),
        ])
    func latin(country: String, name: String, latinName: String, line: String, latinLine: String) throws {
        let address = try PostalDeclaration.Address(writing: name, [line, "050000"], in: country)
        #expect(address.name == latinName && address.lines == [latinLine, "050000"])
        #expect(address.local == [name, line, "050000"])
        let passport = try PostalDeclaration.Address(
            writing: name, latinName: "AS IN PASSPORT", [line], in: country, telephone: "+77011234567")
        #expect(passport.name == "AS IN PASSPORT" && passport.local == [name, line])
        let latin = try PostalDeclaration.Address(writing: "Ann Lee", ["12 High St"], in: country)
        #expect(latin.local.isEmpty && latin.lines == ["12 High St"])
    }

    @Test("is printed with its sums, its weights and everybody's texts escaped; CN 23 has the addresses")
    func page() throws {
        let lines = [
            try scarf("536.00"),
            PostalDeclaration.Line(name: "Felt slippers", quantity: 1, netGrams: 310, value: try Money("99.50", .cny)),
        ]
        let declaration = try declaration(lines)
        let page = declaration.html(.cn23)
        #expect(
            page.contains("<td class=\"number\">635.50 CNY</td>") && page.contains("<td class=\"number\">0.640</td>"))
        #expect(page.contains("Silk scarf &quot;Aida&quot; &amp; box") && page.contains("Aigerim &lt;Serik&gt;<br>"))
        #expect(page.contains("☒ Vente de marchandises · Sale of goods") && page.contains("☐ Cadeau"))
        #expect(!declaration.html(.cn22).contains("Aigerim") && declaration.html(.cn22).contains("CN 22"))
        #expect(!"\(declaration)".contains("Aigerim"))
    }

    @Test("is refused without lines, in two currencies, and where the goods outweigh the parcel")
    func refused() throws {
        func code(_ lines: [PostalDeclaration.Line], grams: Int = 640) -> Diagnostic.Code? {
            let error = #expect(throws: CustomsError.self) { try declaration(lines, grams: grams) }
            return error?.code
        }
        #expect(code([]) == .postalLinesMissing)
        #expect(code([try scarf("1.00"), try scarf("1.00", .kzt)]) == .postalCurrenciesMixed)
        #expect(code([try scarf("1.00")], grams: 239) == .postalWeight)
    }
}
