import Foundation
import Keruen
import Testing

@Suite("Shelves and the first page")
struct ListTests {
    @Test("begin with a first page that shows some of all, and the next tours in the order in which they leave")
    func home() async throws {
        try await ShopOpening().run { browser, _ in
            for (path, heading, next) in [
                ("/kz/kk/", "Жақында жолға шығамыз", "2027 ж. 23 қаңтар"),
                ("/kz/ru/", "Скоро в путь", "23 января 2027"),
                ("/cn/zh-Hans/", "近期出发", "2027年1月23日"),
            ] {
                let page = Page(try await browser.get(path))
                #expect((12...20).contains(page.titles.count), "\(path): \(page.titles.count)")
                let tours = try #require(page.body.split(separator: heading).last)
                #expect(try #require(tours.split(separator: "</li>").first).contains(next), "\(path)")
            }
        }
    }

    @Test("go on page by page in the language's order, and come back")
    func pages() async throws {
        try await ShopOpening().run { browser, _ in
            for (path, language) in [
                ("/kz/ru/c/crafts/remesla", "ru"), ("/kz/kk/c/crafts/qoloner", "kk"),
                ("/cn/zh-Hans/c/crafts/shougong-yipin", "zh-Hans"),
            ] {
                var page = Page(try await browser.get(path))
                var titles = page.titles
                let first = titles
                var steps = 1
                while let next = page.address(rel: "next"), steps < 9 {
                    page = Page(try await browser.get(next))
                    titles += page.titles
                    steps += 1
                }
                #expect(first.count == 24 && steps == 2 && titles.count == Set(titles).count, "\(path) \(steps)")
                #expect(titles == (try Collator(LanguageTag(language)).sorted(titles, by: \.self)))
                let back = try #require(page.address(rel: "prev"))
                #expect(Page(try await browser.get(back)).titles == first)
            }
        }
    }

    @Test("begin anew, and say so, where an address leads to a page that is no more")
    func stalePages() async throws {
        try await ShopOpening().run { browser, _ in
            let path = "/kz/ru/c/crafts/remesla"
            let first = Page(try await browser.get(path))
            let next = try #require(first.address(rel: "next"))
            for query in [
                "?after=AAAA&page=2", "?page=40", "?page=99999999999999999999",
                "?sort=price&" + next.split(separator: "?")[1],
            ] {
                let page = Page(try await browser.get(path + query))
                let isBeginning = query.hasPrefix("?page=999")
                #expect(page.body.contains("Вот его начало") != isBeginning && page.titles.count == 24, "\(query)")
            }
        }
    }

    @Test("are narrowed down by links that say how much is left, and that can be taken back")
    func facets() async throws {
        try await ShopOpening().run { browser, _ in
            let page = Page(try await browser.get("/kz/ru/c/crafts/remesla"))
            let choices = page.body.matches(
                of: /<a class="tick" href="([^"]*)" rel="nofollow">([^<]*) <small>([0-9]+)<\/small>/)
            #expect(choices.count > 20)
            for choice in choices {
                let address = String(choice.1).replacing("&amp;", with: "&")
                let narrowed = Page(try await browser.get(address))
                let count = try #require(Int(choice.3))
                #expect(narrowed.titles.count == min(24, count), "\(choice.2)")
                guard address.contains("?") else { continue }
                // The first chip takes the filter off again.
                let chip = try #require(narrowed.body.firstMatch(of: #/<a href="([^"]*)" aria-label="Убрать:/#)?.1)
                #expect(chip == "/kz/ru/c/crafts/remesla")
            }
        }
    }

    @Test("are ordered by price either way, and keep to the prices that were asked for however they are typed")
    func prices() async throws {
        try await ShopOpening().run { browser, _ in
            let path = "/kz/ru/c/crafts/remesla"
            let cheap = Page(try await browser.get(path + "?sort=price")).prices
            let dear = Page(try await browser.get(path + "?sort=price-desc")).prices
            #expect(cheap == cheap.sorted() && dear == dear.sorted(by: >) && cheap[0] < dear[0])
            for query in [
                "from=20000&to=45000", "from=20+000&to=45+000,00", "from=%EF%BC%92%EF%BC%90000&to=45000.00",
                "from=45000&to=20000",
            ] {
                let page = Page(try await browser.get(path + "?" + query))
                #expect(!page.prices.isEmpty && page.prices.allSatisfy((20_000...45_000).contains), "\(query)")
                #expect(page.body.contains("20 000 ₸ — 45 000 ₸"), "\(query)")
            }
            for wrong in ["abc", "1.5.0", "-5", "%3Cb%3E", "9999999999999999999999"] {
                let page = Page(try await browser.get(path + "?from=" + wrong))
                #expect(page.body.contains("— не сумма") && page.titles.count == 24, "\(wrong)")
                #expect(!page.body.contains("<b>»"))
            }
        }
    }

    @Test("say what to do where nothing fits")
    func nothing() async throws {
        try await ShopOpening().run { browser, _ in
            let page = Page(try await browser.get("/kz/kk/c/silk/zhibek-pen-mata?material=felt"))
            #expect(page.body.contains("Сүзгілердің бірін алып тастап көріңіз.") && page.titles.isEmpty)
            let unknown = Page(
                try await browser.get("/kz/kk/c/silk/zhibek-pen-mata?material=no-such-thing&sort=nonsense"))
            #expect(unknown.titles.count == 4)
        }
    }

    @Test("of tours are narrowed down by the month of departure")
    func months() async throws {
        try await ShopOpening().run { browser, _ in
            let page = Page(try await browser.get("/kz/ru/c/tours/tury"))
            let month = try #require(page.link("июнь 2027"))
            let june = Page(try await browser.get(month))
            #expect(!june.titles.isEmpty && june.titles.count < page.titles.count)
        }
    }

    @Test("stand under today's name in the language, and lead there from any other, with what was asked")
    func slugs() async throws {
        try await ShopOpening().run { browser, _ in
            for (path, better) in [
                ("/kz/kk/c/silk", "/kz/kk/c/silk/zhibek-pen-mata"),
                ("/ru/ru/c/silk/old-name", "/ru/ru/c/silk/shelk-i-tkani"),
                ("/ru/ru/c/silk?sort=price", "/ru/ru/c/silk/shelk-i-tkani?sort=price"),
                ("/kz/kk-Latn/p/dutar", "/kz/kk-Latn/p/dutar/uygyr-dutary"),
                ("/cn/zh-Hant/p/dutar/uygyr-dutary", "/cn/zh-Hant/p/dutar/weiwuer-dutaer"),
                ("/kz/kk/?q=%D0%B6%D1%96%D0%B1%D0%B5%D0%BA", "/kz/kk/search?q=%D0%B6%D1%96%D0%B1%D0%B5%D0%BA"),
            ] {
                let answer = try await browser.get(path)
                #expect(answer.status == 301 && answer.headers["location"] == better, "\(path)")
                #expect(try await browser.get(better).status == 200, "\(better)")
            }
        }
    }
}
