import Foundation
import Keruen
import Testing

@Suite("Searching")
struct SearchTests {
    private func query(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }

    @Test("marks what it finds, and asks whether another word was meant")
    func marks() async throws {
        try await ShopOpening().run { browser, _ in
            let page = Page(try await browser.get("/ru/ru/search?q=" + query("войлачный")))
            #expect(page.body.contains("<mark>Войлочный</mark> коврик") && page.titles.count == 2)
            let better = try #require(page.link("войлочный"))
            #expect(better == "/ru/ru/search?q=" + query("войлочный"))
            #expect(!(try await browser.get(better).body.contains("Возможно, вы искали")))
            let han = Page(try await browser.get("/cn/zh-Hans/search?q=sichou"))
            #expect(!han.titles.isEmpty && han.body.contains("您要找的可能是"))
            #expect(Page(try await browser.get("/cn/kk-Arab/search?q=" + query("جىبەك"))).titles.count >= 4)
        }
    }

    @Test("is narrowed down to a shelf, and keeps to it in another language")
    func shelf() async throws {
        try await ShopOpening().run { browser, _ in
            let page = Page(try await browser.get("/kz/kk/search?q=" + query("жібек")))
            let silk = Page(try await browser.get("/kz/kk/search?q=" + query("жібек") + "&in=silk"))
            #expect(!silk.titles.isEmpty && silk.titles.count < page.titles.count)
            let russian = try #require(silk.link("Русский"))
            #expect(russian == "/kz/ru/search?q=" + query("жібек") + "&in=silk")
            #expect(silk.body.contains("<meta name=\"robots\" content=\"noindex, follow\">"))
        }
    }

    @Test("helps on where it finds nothing, and refuses what nobody types in words")
    func nothing() async throws {
        try await ShopOpening().run { browser, _ in
            let none = Page(try await browser.get("/kz/ru/search?q=" + query("трактор")))
            #expect(none.body.contains("По запросу «трактор» ничего не нашлось") && none.titles.count == 4)
            #expect(none.body.contains("слово покороче") && !none.body.contains("class=\"facets\""))
            let empty = Page(try await browser.get("/kz/kk/search"))
            #expect(empty.body.contains("Не іздейсіз?") && empty.titles.count == 4)
            for text in [String(repeating: "жібек ", count: 60), String(repeating: "я", count: 600)] {
                let answer = try await browser.get("/ru/ru/search?q=" + query(text))
                #expect(answer.status == 200 && answer.body.contains("предел"), "\(text.count)")
            }
            #expect(try await browser.get("/ru/ru/search?q=%FF%FE").status == 200)
            #expect(try await browser.get("/ru/ru/search?q=%02cart%03").body.contains("\u{2}") == false)
        }
    }

    @Test("suggests while one types, in the language's own script")
    func suggestions() async throws {
        try await ShopOpening().run { browser, _ in
            for (path, words) in [
                ("/kz/kk/suggest?q=" + query("жіб"), "жібек"), ("/kz/kk/suggest?q=" + query(";s,t"), "жібек"),
                ("/cn/zh-Hans/suggest?q=dutaer", "都塔尔"), ("/kz/kk/suggest", nil),
            ] {
                let answer = try await browser.get(path)
                #expect(answer.headers["content-type"] == "application/json; charset=utf-8")
                let values = try JSONSerialization.jsonObject(with: Data(answer.body.utf8)) as? [String: [String]]
                #expect(values?["suggestions"]?.first == words, "\(path)")
            }
        }
    }
}
