import Foundation
import Keruen
import ShopSite
import Testing

@Suite("A product's page")
struct ProductTests {
    static let scarf = "/kz/ru/p/atlas-silk-scarf/sharf-iz-khan-atlasa"
    static let kanas = "/kz/kk/p/kanas-lake/qanas-koli-men-khemu-auylyna-sayakhat"

    private static func edited(
        _ catalog: Catalog, _ edit: (inout Product) -> Void, warehouses: (inout Warehouse) -> Void = { _ in }
    ) -> Catalog {
        Catalog(
            products: catalog.products.map { product in
                var product = product
                edit(&product)
                return product
            }, categories: catalog.categories, markets: catalog.markets, priceLists: catalog.priceLists,
            warehouses: catalog.warehouses.map { warehouse in
                var warehouse = warehouse
                warehouses(&warehouse)
                return warehouse
            }, materials: catalog.materials, regions: catalog.regions, synonyms: catalog.synonyms)
    }

    @Test("tells the price with its tax, what is left, and how it comes from each country")
    func ways() async throws {
        try await ShopOpening().run { browser, _ in
            let page = Page(try await browser.get(Self.scarf))
            for text in [
                "19 900 ₸", "Цена включает НДС", "Цвет: индиго", "Склад в Алматы", "Ожидается",
                "Пошлина и налог при ввозе", "не взимаются", "Одна штука с доставкой", "семья ткачей из-под Хотана",
            ] {
                #expect(page.body.contains(text), "\(text)")
            }
        }
    }

    @Test("says why something may not leave the country that it lies in, and doesn't offer it")
    func blocked() async throws {
        // A dutar of 1905, which lies in Urumqi alone: relics made up to 1911 stay in China.
        var opening = ShopOpening()
        opening.edit = { catalog in
            Self.edited(catalog) { product in
                guard product.id == "dutar", case .handicraft(var craft) = product.details else { return }
                craft.made = .year(1905)
                product.details = .handicraft(craft)
            } warehouses: { warehouse in
                if warehouse.id != "urumqi", let sku = SKU("XJ-DUT-315") { warehouse.openingStock[sku] = nil }
            }
        }
        try await opening.run { browser, _ in
            let abroad = try await browser.get("/ru/ru/p/dutar/uygurskiy-dutar").body
            #expect(abroad.contains("Отсюда отправить нельзя") && abroad.contains("1911"))
            #expect(!abroad.contains("<button>В корзину</button>") && abroad.contains("schema.org/OutOfStock"))
            let home = try await browser.get("/cn/zh-Hans/p/dutar/weiwuer-dutaer").body
            #expect(home.contains("<button>加入购物车</button>") && !home.contains("此仓不能发货"))
        }
    }

    @Test("has what is left at this moment, however often it was asked for before")
    func stock() async throws {
        try await ShopOpening().run { browser, store in
            let path = "/ru/ru/p/dutar/uygurskiy-dutar"
            let before = try await browser.get(path)
            let sku = try #require(SKU("XJ-DUT-315"))
            let shown = try #require(before.body.firstMatch(of: /Остал[а-я]+ ([0-9]+) штук/)).1
            try await store.takeIn(
                [Reservation(warehouse: "moscow", sku: sku, quantity: 40)], note: "GRN-1",
                of: try Catalog.load(folder: TestShop.root.appending(path: "Catalog")))
            let after = try await browser.get(path)
            #expect(Int(shown) != nil && after.body.contains("В наличии"))
            #expect(before.headers["etag"] != after.headers["etag"])
        }
    }

    @Test("carries a form that only the visit which it was made for can send")
    func token() async throws {
        try await ShopOpening().run { browser, _ in
            let first = try await browser.get(Self.scarf)
            let cookie = try #require(first.headers["set-cookie"]?.split(separator: ";").first).description
            #expect(cookie.hasPrefix("visit=") && first.headers["set-cookie"]?.contains("HttpOnly") == true)
            func token(_ answer: Answer) -> Substring? {
                answer.body.firstMatch(of: /name="token" value="([^"]+)"/)?.1
            }
            let mine = token(try await browser.get(Self.scarf, cookie: cookie))
            let other = token(try await browser.get(Self.scarf))
            #expect(mine == token(first) && mine != nil && mine != other)
            #expect(try await browser.get("/kz/ru/").headers["set-cookie"] == nil)
        }
    }

    @Test("of a tour has its days with free places, its fares and the clock that it starts by")
    func tour() async throws {
        try await ShopOpening().run { browser, _ in
            let page = Page(try await browser.get(Self.kanas))
            #expect(page.body.matches(of: /name="departure" value="2027-/).count == 4)
            for text in [
                "2027 ж. 18 маусым", "12 орын қалды", "ересек", "бала (6–12 жас)", "Пекин уақытымен 09:00",
                "Тегін бас тарту мерзімі: 2027 ж. 14 маусым, 09:00 (Пекин уақытымен)",
                "Басталуына 4 күн қалғанға дейін тегін",
            ] {
                #expect(page.body.contains(text), "\(text)")
            }
        }
        // A day after the last departure there is nothing left to book.
        var late = ShopOpening()
        late.now = Date(timeIntervalSince1970: 1_821_800_000)
        try await late.run { browser, _ in
            let page = Page(try await browser.get(Self.kanas))
            #expect(
                page.body.contains("Қазір сатылымда бірде-бір күн жоқ.") && !page.body.contains("name=\"departure\""))
        }
    }

    @Test("leads to itself in every market and language that has it")
    func alternates() async throws {
        try await ShopOpening().run { browser, _ in
            let page = Page(try await browser.get(Self.scarf))
            #expect(
                page.alternates.map(\.tag) == [
                    "zh-Hans-CN", "zh-Hant-CN", "kk-Arab-CN", "kk-KZ", "ru-KZ", "kk-Latn-KZ", "ru-RU", "x-default",
                ])
            for (tag, address) in page.alternates {
                let other = try await browser.get(address)
                #expect(other.status == 200, "\(tag)")
                #expect(Page(other).alternates.map(\.address) == page.alternates.map(\.address), "\(tag)")
                #expect(Page(other).address(rel: "canonical") == address)
            }
            // Where it isn't sold the switch leads to its shelf, and machines are told of no such page.
            let known = try await browser.get("/cn/zh-Hans/p/yengisar-gift-knife")
            let knifePage = Page(try await browser.get(try #require(known.headers["location"])))
            #expect(knifePage.alternates.map(\.tag) == ["zh-Hans-CN", "zh-Hant-CN", "kk-Arab-CN", "x-default"])
            let shelf = try #require(knifePage.link("Русский"))
            #expect(shelf == "/kz/ru/c/knives/nozhi-ruchnoy-raboty")
            #expect(try await browser.get(shelf).status == 200)
        }
    }

    @Test("is described to machines in JSON that nothing can break out of")
    func data() async throws {
        var opening = ShopOpening()
        opening.edit = { catalog in
            Self.edited(catalog) { product in
                guard product.id == "dutar" else { return }
                product.summary = [.ru: "</script><script>alert(1)</script> & «дутар»"]
            }
        }
        try await opening.run { browser, _ in
            let page = Page(try await browser.get("/ru/ru/p/dutar/uygurskiy-dutar"))
            let data = try page.data()
            #expect(data.map { $0["@type"] as? String } == ["Product", "BreadcrumbList"])
            #expect(data[0]["description"] as? String == "</script><script>alert(1)</script> & «дутар»")
            #expect(!page.body.contains("<script>alert"))
            let tour = try Page(try await browser.get(Self.kanas)).data()
            let events = try #require(tour.first?["subjectOf"] as? [[String: Any]])
            #expect(events.map { $0["startDate"] as? String }.first == "2027-06-18T09:00" && events.count == 4)
        }
    }
}
