import Foundation
import Keruen
import TestSupport
import Testing

@Suite("The project's strings")
struct StringsTests {
    private func tables() throws -> StringTables {
        try StringTables.load(folder: Project.root.appending(path: "Locales"))
    }

    @Test("are named in Swift as they stand: keruen generate strings --table shop")
    func accessors() throws {
        let file = Project.root.appending(path: "Examples/Shop/Sources/ShopPages/Strings.swift")
        let current = StringAccessors(try tables(), table: "shop").source
        #expect(try String(contentsOf: file, encoding: .utf8) == current)
    }

    @Test("are there in every language of the shop, those written over from other scripts too")
    func complete() throws {
        let tables = try tables().converted()
        for tag in ["en", "ru", "kk", "zh-Hans", "zh-Hant", "kk-Latn", "kk-Arab"] {
            let language = try LanguageTag(tag)
            // A market's own texts are in that market's languages.
            let missing = tables.sources.values.filter {
                $0.markets.isEmpty && tables[language, $0.key]?.message == nil
            }
            #expect(missing.isEmpty, "\(tag): \(missing.map(\.key).sorted().prefix(5))")
        }
        let latin = try LanguageTag("kk-Latn")
        #expect(tables[latin, "shop.error.title"]?.source == "Mūndai bet joq")
        #expect(tables[latin, "shop.error.title"]?.maker == .converted)
        #expect(tables.state(of: "shop.error.title", in: latin) == .needsReview)
    }

    @Test("are compiled, found by number, and served with the language that they are in")
    func compiled() throws {
        let strings = CompiledStrings(try tables().converted(), table: "shop")
        let id = try #require(strings.id(of: "category.count"))
        #expect(strings.text(id, [.integer(3)], along: [.ru])?.value == "3 товара")
        #expect(strings.text(id, [.integer(3)], along: [.kk, .ru])?.origin == .original)
        let arabic = try LanguageTag("kk-Arab")
        #expect(strings.text(id, [.integer(3)], along: [arabic], bidi: .none)?.origin == .converted(from: .kk))
        #expect(
            try strings.text(id, [.integer(3)], along: [LanguageTag("de"), .ru])?.origin
                == .fallback(from: LanguageTag("de")))
        #expect(strings.text(strings.keys.count, along: [.ru]) == nil && strings.id(of: "nothing") == nil)
        let store = StringStore(strings)
        store.replace(with: CompiledStrings(StringTables(), table: "shop"))
        #expect(store.current.keys.isEmpty)
    }
}
