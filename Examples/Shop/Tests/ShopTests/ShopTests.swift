import Foundation
import Keruen
import KeruenTesting
import ShopPages
import ShopSite
import Testing

@Suite("The shop")
struct ShopTests {
    private func withShop(_ body: @escaping @Sendable (Browser) async throws -> Void) async throws {
        try await ShopOpening().run { browser, _ in try await body(browser) }
    }

    @Test("speaks each market's languages, and says what is written over by machine")
    func languages() async throws {
        try await withShop { browser in
            for (path, language) in [
                ("/kz/kk/", "kk"), ("/kz/ru/", "ru"), ("/ru/ru/", "ru"), ("/cn/zh-Hans/", "zh-Hans"),
                ("/kz/kk-Latn/", "kk-Latn"), ("/cn/kk-Arab/", "kk-Arab"), ("/cn/zh-Hant/", "zh-Hant"),
            ] {
                let page = try await browser.get(path)
                #expect(
                    page.status == 200
                        && page.body.contains(
                            "<html lang=\"\(language)\" dir=\"\(language == "kk-Arab" ? "rtl" : "ltr")\">")
                )
                // What the law wants said stays in a script that the law knows.
                let law = ["kk-Latn": "kk", "kk-Arab": "zh-Hans", "zh-Hant": "zh-Hans"][language]
                #expect(page.headers["content-language"] == [language, law].compactMap(\.self).joined(separator: ", "))
                #expect(page.body.contains("<p class=\"note converted\">") == (law != nil))
            }
        }
    }

    @Test("has every text that its markets need")
    func coverage() throws {
        CoverageExpectation(markets: ["cn", "kz", "ru"], severities: [.error, .warning]).check(
            Coverage(
                strings: try StringTables.load(folder: TestShop.root.appending(path: "Locales"), as: "Locales"),
                draft: try CatalogDraft.load(folder: TestShop.root.appending(path: "Catalog"), as: "Catalog"),
                on: CivilDate(daysSince1970: 20_783)))
    }

    @Test("tells on every page what each market's law has it say of seller and returns, and nothing of another's")
    func legal() async throws {
        let laws = [
            "/kz/kk/": "14 күн ішінде айырбастауға", "/kz/ru/": "в течение 14 дней", "/ru/ru/": "в течение 7 дней",
            "/cn/zh-Hans/": "七日内可以退货",
        ]
        let sellers = [
            "/kz/kk/": "БСН 220540009998", "/kz/ru/": "БИН 220540009998", "/ru/ru/": "ОГРН 1127746000007",
            "/cn/zh-Hans/": "91650104MAKERWN07T", "/cn/kk-Arab/": "91650104MAKERWN07T",
            "/kz/kk-Latn/": "БСН 220540009998",
        ]
        try await withShop { browser in
            for (path, law) in laws {
                for page in ["", "cart", "p/nothing"] {
                    let body = try await browser.get(path + page).body
                    #expect(laws.values.filter(body.contains) == [law], "\(path)\(page)")
                }
            }
            for (path, seller) in sellers { #expect(try await browser.get(path).body.contains(seller), "\(path)") }
        }
    }

    @Test("answers HEAD with the headers of the page alone")
    func head() async throws {
        try await withShop { browser in
            let answer = try await browser.head("/kz/kk/")
            #expect(answer.status == 200 && answer.body.isEmpty && answer.headers["content-language"] == "kk")
            #expect(try await browser.head("/kz/kk/p/nothing").status == 404)
        }
    }

    @Test("leads a visitor to a language that the market has")
    func negotiation() async throws {
        try await withShop { browser in
            for (path, language, expected) in [
                ("/kz/de/", "ru-RU, kk;q=0.5", "/kz/ru/"), ("/kz/de/", "de", "/kz/kk/"), ("/kz", "ru", "/kz/ru/"),
                ("/", "zh-CN", "/cn/zh-Hans/"), ("/", "ru", "/ru/ru/"), ("/", "kk-KZ", "/kz/kk/"),
            ] {
                let answer = try await browser.get(path, language: language)
                #expect(answer.status == 302 && answer.headers["location"] == expected, "\(path) \(language)")
            }
        }
    }

    @Test("says in the right language that something is not there")
    func notFound() async throws {
        try await withShop { browser in
            for (path, words) in [
                ("/kz/kk/p/nothing", "Мұндай бет жоқ"), ("/kz/ru/p/nothing", "Такой страницы нет"),
                ("/cn/zh-Hans/c/nothing", "页面不存在"), ("/ru/ru/p/yengisar-gift-knife", "Такой страницы нет"),
                ("/kz/kk/orders/KR-0000-0000-0000", "Мұндай бет жоқ"), ("/us/en/", ""),
                ("/kz/kk/p/%2e%2e%2f", "Мұндай бет жоқ"),
                ("/images/..%2f..%2fPackage.swift", ""),
            ] {
                let answer = try await browser.get(path)
                #expect(answer.status == 404 && (words.isEmpty || answer.body.contains(words)), "\(path)")
            }
        }
    }

    @Test("shows what visitors type as text, never as markup")
    func escaping() async throws {
        try await withShop { browser in
            let page = try await browser.get("/ru/ru/search?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E%22")
            #expect(page.status == 200 && !page.body.contains("<script>") && page.body.contains("&lt;script&gt;"))
            #expect(page.headers["content-security-policy"]?.contains("default-src 'none'") == true)
            #expect(try await browser.get("/images/dutar.svg").headers["content-type"] == "image/svg+xml")
        }
    }
}
