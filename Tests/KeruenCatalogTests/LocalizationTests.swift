import Foundation
import KeruenSearch
import TestSupport
import Testing

@Suite("A text in several languages")
struct LocalizedTests {
    @Test("tells which language it answered in, and why")
    func served() {
        let title: Localized<String> = [.ru: "Дутар", .zhHans: "都塔尔"]
        #expect(title.served(along: [.ru])?.origin == .original)
        let fallen = title.served(along: [.kk, .ru])
        #expect(fallen?.value == "Дутар" && fallen?.language == .ru && fallen?.origin == .fallback(from: .kk))
        #expect(title.served(along: [.kk]) == nil)
        #expect(title.served(along: []) == nil)
    }
}

@Suite("Negotiation")
struct NegotiationTests {
    @Test("reads what browsers send, in the order they prefer")
    func header() {
        #expect(AcceptLanguage("kk-KZ, ru;q=0.8, en;q=0.9").preferred.map(\.description) == ["kk-KZ", "en", "ru"])
        #expect(AcceptLanguage("ru;q=0, kk").preferred == [.kk])
        #expect(AcceptLanguage("*, , ;;q=2, ru;q=abc, kk;q=1.5").preferred == [])
        #expect(AcceptLanguage(String(repeating: "kk,", count: 100_000)).preferred.count < 400)
    }

    @Test(
        "finds the market's language for its visitor",
        arguments: [
            ("kk", "kk"), ("ru-RU, kk;q=0.5", "ru"), ("de, fr", "kk"), ("", "kk"), ("kk-CN, ru;q=0.9", "ru"),
            ("zh-CN", "kk"),
            ("uk, ru;q=0.3", "ru"), ("KK_kz", "kk"),
        ])
    func kazakhstan(header: String, expected: String) {
        #expect(SmallShop.kz.language(for: AcceptLanguage(header)).description == expected)
    }

    @Test("follows the market's chain")
    func chain() {
        #expect(SmallShop.kz.chain(for: .kk) == [.kk, .ru])
        #expect(SmallShop.cn.chain(for: .zhHans) == [.zhHans])
    }
}

@Suite("String tables")
struct StringTableTests {
    private func tables(_ json: String, language: LanguageTag = .kk) throws -> StringTables {
        var tables = StringTables()
        try tables.add(Data(json.utf8), table: "shop", language: language, file: "Locales/\(language)/shop.json")
        return tables
    }

    @Test("answer along the chain and never with the key")
    func lookup() throws {
        var tables = try tables(#"{"cart": {"title": "Себет", "empty": ""}}"#)
        try tables.add(Data(#"{"cart": {"empty": "Пусто"}}"#.utf8), table: "shop", language: .ru, file: "r")
        #expect(tables.text("shop.cart.title", along: [.kk, .ru])?.value == "Себет")
        let fallen = tables.text("shop.cart.empty", along: [.kk, .ru])
        #expect(fallen?.value == "Пусто" && fallen?.origin == .fallback(from: .kk))
        #expect(tables.text("shop.cart.nothing", along: [.kk, .ru]) == nil)
    }

    @Test("keep a broken message's error and place, and serve the next language instead")
    func broken() throws {
        let tables = try tables("{\n  \"a\": \"{$x\"\n}")
        let entry = try #require(tables.strings[.kk]?["shop.a"])
        #expect(entry.message == nil && entry.error?.code == .syntax && entry.position.line == 2)
        #expect(tables.text("shop.a", along: [.kk]) == nil)
    }

    @Test("refuse what is no table", arguments: ["[1]", #"{"a": [1]}"#, #"{"a": null}"#, "{"])
    func refused(json: String) {
        #expect(throws: Refusal.self) { try tables(json) }
    }

    @Test("write a key that has a text and keys below it so that both are read again")
    func textAndKeysBelow() throws {
        let json = #"{"a": "А", "a.b": "Б", "c": {"d": "Д"}}"#
        let tables = try tables(json)
        var again = StringTables()
        try again.add(tables.json(ofTable: "shop", language: .kk), table: "shop", language: .kk, file: "shop.json")
        #expect(again.strings[.kk]?.mapValues(\.source) == ["shop.a": "А", "shop.a.b": "Б", "shop.c.d": "Д"])
    }

    @Test("keep keys whose names have empty parts")
    func emptyParts() throws {
        let tables = try tables(#"{"b.": "1", "c..d": "2", "e": {"": "3"}}"#)
        var again = StringTables()
        try again.add(tables.json(ofTable: "shop", language: .kk), table: "shop", language: .kk, file: "shop.json")
        #expect(again.strings[.kk]?.mapValues(\.source) == ["shop.b.": "1", "shop.c..d": "2", "shop.e.": "3"])
    }

    @Test("are up to date again once somebody has read what was stale")
    func acceptance() throws {
        var tables = try tables(#"{"a": "А"}"#)
        tables.add(SourceString(key: "shop.a", text: "A", position: SourcePosition(file: "shop.json")))
        tables[.kk, "shop.a"]?.state = .stale
        #expect(tables.noteSources(of: .kk) == ["shop"] && tables.state(of: "shop.a", in: .kk) == .stale)
        #expect(tables.noteSources(of: .kk, acceptingStale: true) == ["shop"])
        #expect(tables.state(of: "shop.a", in: .kk) == .translated)
    }

    @Test("are named in Swift that compiles, whatever their notes and arguments are called")
    func accessors() throws {
        var tables = StringTables()
        let place = SourcePosition(file: "shop.json")
        tables.add(SourceString(key: "shop.typealias", text: "{$text}", position: place, comment: "One\ntwo"))
        let swift = StringAccessors(tables, table: "shop").source
        #expect(swift.contains("    /// One two\n    /// {$text}\n    public func `typealias`(text: String)"))
        #expect(swift.contains("_text(0, [.text(text)])"))
        #expect(["Strings", "Жолдар"].allSatisfy(StringAccessors.isTypeName))
        #expect(!["1 bad; import", "", "_", "class", "a b"].contains(where: StringAccessors.isTypeName))
        tables.add(SourceString(key: "shop.sum", text: "{$a-b} {$aB}", position: place))
        #expect(tables.accessorCollisions(in: "shop").map { $0.arguments["key"] } == ["$aB"])
    }
}

@Suite("A string that is served")
struct ServedStringTests {
    @Test("may leave a variant empty where the source has an empty one, and nowhere else")
    func emptyVariants() throws {
        let source = ".input {$p :integer} .match $p 0 {{}} * {{save {$p} percent}}"
        var shop = tables(["save": source, "left": source.replacing("{{}}", with: "{{nothing}}")])
        for key in ["shop.save", "shop.left"] {
            shop[.ru, key] = .init(".input {$p :integer} .match $p 0 {{}} * {{скидка {$p} %}}", at: .init(file: "ru"))
        }
        #expect(shop.hasText("shop.save", in: .ru) && !shop.hasText("shop.left", in: .ru))
        let compiled = CompiledStrings(shop, table: "shop")
        let id = try #require(compiled.id(of: "save"))
        #expect(compiled.text(id, [.integer(0)], along: [.ru])?.value == "")
    }

    @Test("serve nobody's translation in no language's place")
    func new() throws {
        var shop = tables(["title": "Silk"], .kk, ["title": "Silk"])
        shop[.kk, "shop.title"]?.state = .new
        #expect(shop.text("shop.title", along: [.kk, .en])?.language == .en)
        #expect(CompiledStrings(shop, table: "shop").text(0, along: [.kk, .en])?.language == .en)
    }
}
