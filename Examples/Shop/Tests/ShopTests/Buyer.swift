import Foundation
import Keruen
import ShopSite
import Testing

/// A browser with a memory: its cookies, the token and the sum of the form that it was last given.
actor Buyer {
    private let browser: Browser
    private let place: String
    private var jar: [String: String] = [:]
    private var paths: [String: String] = [:]
    private(set) var token = ""
    private(set) var shown = ""

    init(_ browser: Browser, at place: String, cookies: String = "", shown: String = "") {
        (self.browser, self.place, self.shown) = (browser, place, shown)
        for cookie in cookies.split(separator: "; ") {
            let sides = cookie.split(separator: "=", maxSplits: 1).map(String.init)
            if sides.count == 2 { jar[sides[0]] = sides[1] }
        }
    }

    var cookies: String { jar.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }.joined(separator: "; ") }

    func set(_ name: String, _ value: String) { jar[name] = value }

    func path(of cookie: String) -> String? { paths[cookie] }

    func get(_ rest: String) async throws -> Answer {
        note(try await browser.get(place + rest, cookie: cookies))
    }

    /// The page that an answer leads to.
    func follow(_ answer: Answer) async throws -> Answer {
        note(try await browser.get(try #require(answer.headers["location"]), cookie: cookies))
    }

    /// Sends a form as the page before it was: it is asked for first unless the test has one in its hands.
    func post(_ rest: String, _ fields: [String: String], fresh: Bool = true) async throws -> Answer {
        if fresh || jar["visit"] == nil { _ = try await get(rest.hasPrefix("orders/") ? "cart" : rest) }
        // An empty cart has no form to take it from; a product's page would.
        if token.isEmpty { token = ShopOpening.tokens.form(of: jar["visit"] ?? "") }
        let all = ["token": token, "shown": shown].merging(fields) { $1 }
        let body = all.map { "\($0)=\(Self.encoded($1))" }.joined(separator: "&")
        return note(try await browser.post(place + rest, body, cookie: cookies))
    }

    func add(_ sku: String, quantity: Int = 1, product: String = "", departure: String = "") async throws {
        let answer = try await post(
            "cart", ["sku": sku, "quantity": "\(quantity)", "product": product, "departure": departure])
        #expect(answer.status == 303 && answer.headers["location"] == place + "cart", "\(sku)")
    }

    func order(_ answer: Answer, in store: InMemoryStore) async throws -> Order? {
        guard let id = answer.headers["location"]?.split(separator: "/").last.flatMap({ Order.ID(String($0)) }) else {
            return nil
        }
        return try await store.order(id)
    }

    static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }

    private func note(_ answer: Answer) -> Answer {
        for cookie in (answer.headers["set-cookie"] ?? "").matches(of: /(cart|visit)=([^;,]*);([^,]*)/) {
            let name = String(cookie.1)
            jar[name] = cookie.2.isEmpty ? nil : String(cookie.2)
            paths[name] = cookie.3.firstMatch(of: /Path=([^;]*)/).map { String($0.1) }
        }
        if let found = answer.body.firstMatch(of: /name="token" value="([^"]*)"/)?.1 { token = String(found) }
        if let found = answer.body.firstMatch(of: /name="shown" value="([^"]*)"/)?.1 { shown = String(found) }
        return answer
    }
}

/// People, none of whom exist, as they fill in the last form.
extension Buyer {
    static let aigul = [
        "buyer-surname": "Қасымова", "buyer-given-name": "Айгүл", "buyer-phone": "8 (701) 234-56-78", "for": "me",
        "address-kind": "home", "address-city": "Алматы", "address-lines": "Абай даңғылы, 10, 5-пәтер",
        "address-postcode": "050000",
    ]
    static let ivan = [
        "buyer-surname": "Смирнов", "buyer-given-name": "Иван", "buyer-patronymic": "Петрович",
        "buyer-phone": "+7 912 345-67-89", "for": "me", "address-kind": "home", "address-region": "Пермский край",
        "address-city": "Пермь", "address-lines": "ул. Ленина, 1", "address-postcode": "614000",
    ]
    static let na = [
        "buyer-whole": "欧阳娜娜", "buyer-phone": "138 1234 5678", "for": "me", "address-kind": "home",
        "address-region": "新疆维吾尔自治区", "address-city": "乌鲁木齐市", "address-district": "天山区",
        "address-lines": "解放北路 1 号", "address-postcode": "830000",
    ]

    static func passport(_ parcel: Int, _ person: Int, _ surname: String) -> [String: String] {
        let prefix = "traveller-\(parcel)-\(person)-"
        return [
            prefix + "surname": surname, prefix + "given-name": "ASKAR", prefix + "number": "N1234567\(person)",
            prefix + "country": "KZ", prefix + "expires": "2031-04-30",
        ]
    }
}
