import KeruenCustoms
import Testing

@Suite("Customs' codes")
struct CustomsCodeTests {
    @Test("say 142 for China, the yuan and the bottle, each with a type of its own")
    func threeMeanings() {
        #expect(CustomsCountry(iso: "CN") == .china && CustomsCurrency(.cny) == .yuan)
        #expect(
            [CustomsCountry.china.code, CustomsCurrency.yuan.code, CustomsUnit.bottle.code] == ["142", "142", "142"])
        #expect([CustomsCountry.china.name, CustomsCurrency.yuan.name, CustomsUnit.bottle.name] == ["中国", "人民币", "瓶"])
    }

    @Test("are found by ISO's codes, and are not made up where a list has none")
    func iso() {
        let codes = ["CN", "KZ", "RU", "KG", "UZ", "JP", "US", "BY"].map { CustomsCountry(iso: $0)?.code }
        #expect(codes == ["142", "145", "344", "146", "149", "116", "502", "340"])
        #expect(CustomsCountry(iso: "XX") == nil && CustomsCountry(iso: "kz") == nil)
        #expect(CustomsCurrency(.kzt) == nil && CustomsCurrency(.rub) == nil)
    }

    @Test("can be written as they are where the lists have none")
    func other() {
        #expect(CustomsCurrency(code: "999")?.code == "999" && CustomsCurrency(code: "999")?.name == nil)
        for text in ["", "14", "1420", "14a", "１４２"] { #expect(CustomsUnit(code: text) == nil, "\(text)") }
    }

    @Test("stand once in each list, with a name and a source")
    func lists() {
        for rows in [CustomsCountry.rows, CustomsCurrency.rows, CustomsUnit.rows] {
            #expect(Set(rows.map(\.code)).count == rows.count)
            #expect(Set(rows.compactMap(\.iso)).count == rows.compactMap(\.iso).count)
            #expect(rows.allSatisfy { CustomsUnit(code: $0.code) != nil && !$0.name.isEmpty && !$0.source.isEmpty })
        }
        #expect(CustomsUnit.rows.count == 30 && CustomsCountry.rows.count == 73 && CustomsCurrency.rows.count == 3)
    }
}
