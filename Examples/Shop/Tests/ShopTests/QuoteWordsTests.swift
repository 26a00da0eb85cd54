import Foundation
import Keruen
import ShopSite
import Testing

@Suite("A quote’s words")
struct QuoteWordsTests {
    private static let languages: [LanguageTag] = [.en, .ru, .kk, .zhHans]

    @Test("cite every law of the library’s rules by its name in the reader’s language")
    func laws() throws {
        let (rules, site) = (TradeRules.standard, try TestShop.site.get())
        let ids =
            rules.restrictions.map(\.id) + rules.regimes.map(\.id) + rules.taxes.map(\.id)
            + rules.consumptionTaxes.map(\.id)
        #expect(ids.count > 50)
        for language in Self.languages {
            let words = BuyerWords(site, along: [language])
            for id in ids { #expect(words.law(of: id) != nil, "\(id) \(language)") }
        }
        let kazakh = BuyerWords(site, along: [.kk])
        #expect(kazakh.law(of: "kz-vat-2026") == "2026 жылғы 1 қаңтардан қолданылатын ҚР Салық кодексі")
        // Of a rule that a shop laid over the library’s nothing is known, and nothing is invented.
        #expect(kazakh.law(of: "our-own-rule") == nil)
    }

    @Test("of a finding have no rule’s id, and the law in place of the table’s English")
    func findings() throws {
        let site = try TestShop.site.get()
        let rows: [(Diagnostic.Code, [String: Diagnostic.Argument])] = [
            (.unknownImportTax, ["origin": "CN", "destination": "KZ", "rule": "eaeu-ecommerce-2026-kz"]),
            (.unconfirmedRule, ["rule": "eaeu-ecommerce-2026-kz", "source": "EAEU rates, announced"]),
            (.nearThreshold, ["value": "1 ₸", "threshold": "2 ₸", "rule": "eaeu-ecommerce-2026-kz"]),
            (.overLimit, ["limit": "¥5,000", "rule": "cn-cbec-2019"]),
            ("TRD0416", ["sku": "A", "rule": "jewellery-mail-eaeu", "source": "Board of the Eurasian Economic"]),
        ]
        for language in Self.languages {
            let words = BuyerWords(site, along: [language])
            for (code, arguments) in rows {
                let sentence = words.sentence(Diagnostic(code, .warning, at: nil, arguments))
                #expect(!sentence.contains("2026-kz") && !sentence.contains("cn-cbec"), "\(sentence)")
                #expect(language == .en || !sentence.contains("Eurasian") && !sentence.contains("rates"), "\(sentence)")
            }
        }
        let taxed = BuyerWords(site, along: [.kk]).sentence(Diagnostic(rows[0].0, .warning, at: nil, rows[0].1))
        #expect(taxed == "Қытай → Қазақстан сәлемдемелеріне салық салына ма, әзірге анықталмаған.")
        let russian = BuyerWords(site, along: [.ru]).sentence(Diagnostic(rows[4].0, .warning, at: nil, rows[4].1))
        #expect(russian.contains("Решение Коллегии ЕЭК 2024 года № 62"))
    }

    @Test("say first what happens next where a person has to look, and ask for no money")
    func looks() async throws {
        try await ShopOpening(keyring: try ShopOpening.keys()).run { browser, _ in
            for (place, sku, next, estimate, pay) in [
                ("/kz/kk/", "XJ-FLT-305-GRY", "екі жұмыс күні ішінде", "Шамамен", "Қазір төленеді"),
                ("/kz/ru/", "XJ-FLT-305-GRY", "В течение двух рабочих дней", "Ориентировочно", "К оплате сейчас"),
                ("/ru/ru/", "KZ-TUS-001", "В течение двух рабочих дней", "Ориентировочно", "К оплате сейчас"),
                ("/cn/zh-Hans/", "IM-HON-301-250", "两个工作日内", "估算金额", "现在应付"),
                ("/cn/zh-Hant/", "IM-HON-301-250", "兩個工作日內", "估算金額", "現在應付"),
            ] {
                let buyer = Buyer(browser, at: place)
                try await buyer.add(sku)
                let quote = try await buyer.get("quote").body
                #expect(quote.contains("class=\"review\"") && quote.contains("mailto:"), "\(place) \(sku)")
                #expect(quote.contains(next) && quote.contains(estimate) && !quote.contains(pay), "\(place) \(sku)")
                #expect(!quote.contains("class=\"error\"") && !quote.contains("class=\"total\""), "\(place)")
                #expect(quote.firstMatch(of: /\[[a-z]+-[a-z0-9-]+\]/) == nil, "\(place)")
            }
        }
    }

    @Test("name the year once, and say of a duty that is nothing that it is not taken")
    func days() async throws {
        try await ShopOpening(keyring: try ShopOpening.keys()).run { browser, _ in
            for (place, sku, days, none) in [
                ("/ru/ru/", "XJ-FLT-305-GRY", /Ожидаем \d+(?: [а-я]+ — \d+|–\d+) [а-я]+ 2026\sг\./, "не взимается"),
                ("/kz/kk/", "XJ-CRP-304", /Күтілетін уақыты: 2026\sж\. \d+(?: [а-яқңү]+ — \d+|–\d+) [а-яқңү]+</, nil),
                ("/cn/zh-Hans/", "XJ-DUT-315", /预计 2026年\d+月\d+日至(?:\d+月)?\d+日送达/, nil),
            ] as [(String, String, Regex<Substring>, String?)] {
                let buyer = Buyer(browser, at: place)
                try await buyer.add(sku)
                let quote = try await buyer.get("quote").body
                #expect(quote.firstMatch(of: days) != nil, "\(place)")
                if let none { #expect(quote.contains(none)) }
                #expect(!quote.contains("× ") && !quote.contains("(随"))
            }
        }
    }

    @Test("leave a country’s own bonded zone out, in the API as on the pages")
    func bonded() async throws {
        try await APIClient.open { api, _ in
            // It lies in Khorgos, which is in China and not yet imported, and in Almaty.
            let pryanik = #"{"product":"tula-pryanik","sku":"IM-PRN-304","quantity":1}"#
            let quote = try await api.post(
                "/api/v1/cn/zh-Hans/quotes", #"{"lines":[\#(pryanik)],"destination":{"country":"CN"}}"#)
            #expect(quote["shipsFrom"] as? String == "KZ" && quote["outcome"] as? String == "review")
            let details = quote.objects("reasons").compactMap { $0["detail"] as? String }
            #expect(!details.isEmpty && details.allSatisfy { !$0.contains("[") })
        }
    }

    @Test("let duties be paid with the order, and take the sum that was chosen")
    func duties() async throws {
        try await ShopOpening(keyring: try ShopOpening.keys()).run { browser, store in
            let buyer = Buyer(browser, at: "/kz/ru/")
            try await buyer.add("XJ-CRP-304")
            let quote = try await buyer.get("quote").body
            #expect(quote.contains("href=\"/kz/ru/checkout\"") && quote.contains("href=\"/kz/ru/checkout?duties=now\""))
            let later = try await buyer.get("checkout").body
            let now = try await buyer.get("checkout?duties=now").body
            #expect(later.contains("К оплате при получении") && !now.contains("К оплате при получении"))
            let shown = await buyer.shown
            let person = Buyer.ivan.merging([
                "buyer-phone": "+7 701 234 56 78", "address-postcode": "050000", "doc-recipient-iin": "061211600012",
                "consent-customs-kz": "yes",
            ]) { $1 }
            // Another sum than the one that was shown is never taken.
            let other = try await buyer.post("checkout", person.merging(["shown": shown]) { $1 }, fresh: false)
            #expect(other.status == 409)
            let placed = try await buyer.post(
                "checkout", person.merging(["shown": shown, "duties": "now"]) { $1 }, fresh: false)
            let order = try #require(try await buyer.order(placed, in: store))
            let landing = try #require(order.placement.landing)
            #expect(landing.incoterm == .ddp && landing.dueAtBorder.minorUnits == 0 && order.stage == .paid)
            #expect(order.total.minorUnits > order.lines.reduce(0) { $0 + $1.total.minorUnits })
        }
    }
}
