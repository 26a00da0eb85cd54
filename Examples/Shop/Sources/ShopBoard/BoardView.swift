internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Keruen
internal import ShopSite

/// One request's site, words and way of writing times and sums: what every page of the board is made from.
struct BoardView: Sendable {
    static let cookie = "board-language"
    static let languages: [LanguageTag] = [.zhHans, .ru, .kk, .en]

    let site: Site
    let strings: BoardStrings
    let language: LanguageTag
    let reader: ReportLanguage
    let path: String
    /// What the address asks for beside a language.
    let query: [(name: String, value: String)]
    let now: Date

    /// The language that the address asks for, else the one that was kept, else the browser's.
    init(_ request: Request, _ services: Services) throws {
        site = services.live.current
        let asked = [request.uri.queryParameters["lang"].map(String.init), request.cookies[Self.cookie]?.value]
        let known = asked.compactMap(\.self).compactMap { try? LanguageTag($0) } + request.accepted.preferred
        language =
            known.lazy.compactMap { wanted in Self.languages.first { $0.readsLike(wanted) } }.first ?? .en
        guard let strings = BoardStrings(site.compiled("board"), along: [language, .en]) else {
            throw HTTPError(.internalServerError)
        }
        self.strings = strings
        reader = ReportLanguage(language)
        (path, now) = (request.uri.path, services.now())
        query = request.uri.queryParameters.map { (String($0.key), String($0.value)) }
            .filter { !["lang", "done", "next"].contains($0.0) }
    }

    /// The name of a code of the board's own: a queue, a step, a flow.
    func name(_ kind: String, _ code: String) -> String {
        site.strings.text("board.\(kind).\(code)", [:], along: [language, .en])?.value ?? code
    }

    /// The name of a code that the shop's pages use: a country.
    func shopName(_ kind: String, _ code: String) -> String {
        site.strings.text("shop.\(kind).\(code)", [:], along: [language, .en])?.value ?? code
    }

    func stage(_ stage: OrderStage) -> String { reader.text("order.stage.\(stage.rawValue)") ?? stage.rawValue }

    /// A text of the catalogue in the nearest language that has it.
    func text(_ value: Localized<String>?) -> String? {
        value?.served(along: [language] + [.ru, .kk, .zhHans, .en].filter { $0 != language })?.value
    }

    func name(of market: Market) -> String { text(Localized(market.names)) ?? market.id }

    func marketName(_ id: String) -> String { site.catalog.market(id).map(name(of:)) ?? id }

    func warehouseName(_ id: String) -> String {
        text(site.catalog.warehouses.first { $0.id == id }?.name) ?? id
    }

    /// By the clock of a market; of the first one where none is meant.
    func time(_ date: Date, in market: Market? = nil, withZone: Bool = false) -> String {
        let moment = MessageMoment(wallClock: Int64((date.timeIntervalSince1970 * 1_000).rounded()), offset: 0)
        let zone = (market ?? site.catalog.markets.first)?.timeZone ?? "Etc/UTC"
        let text = try? MomentFormatter.format(
            moment, language, skeleton: withZone ? "yMMMdHmz" : "yMMMdHm", zone: zone)
        return text ?? "\(date)"
    }

    func day(_ day: CivilDate) -> String {
        let formatter = try? MomentFormatter.shared(language, skeleton: "yMMMMd")
        return (try? formatter?.format(MessageMoment(daysSince1970: day.daysSince1970))) ?? day.description
    }

    func money(_ money: Money, in market: Market? = nil) -> String {
        let home = market ?? site.catalog.markets.first { $0.currency == money.currency }
        return home.map { money.formatted(for: $0, in: language) } ?? money.description
    }

    func percent(_ percent: Int) -> String {
        reader.text("coverage.percent", ["percent": .integer(percent)]) ?? "\(percent)%"
    }

    func number(_ number: Int) -> String {
        let formatter = try? DecimalFormatter.shared(language, .decimal)
        return (try? formatter?.format(String(number))) ?? String(number)
    }

    /// Whether an item is one of a kind, as far as that is known without looking it up: what is asked of every item that the shop
    /// has is asked of the catalogue in memory alone.
    func isOneOfAKind(_ item: StockItem) -> Bool {
        guard case .sku(let sku) = item, case .handicraft(let craft)? = site.catalog.item(sku)?.product.details else {
            return false
        }
        return craft.isOneOfAKind
    }
}

/// What stands around every page.
struct BoardFrame {
    let view: BoardView
    /// Nil before anybody has signed in.
    let token: String?

    func values(title: String) -> [String: Any] {
        let words = view.strings
        var frame: [String: Any] = [
            "lang": view.language.description, "pageTitle": title, "siteTitle": words.siteTitle(),
            "skip": words.navSkip(), "languagesLabel": words.navLanguages(),
            "languages": BoardView.languages.map { language in
                [
                    "tag": language.description, "name": Self.autonym(language),
                    "href": href(language), "isCurrent": language == view.language,
                ] as [String: Any]
            },
            "shopLabel": words.navShop(),
        ]
        if let token {
            frame["areas"] = ["label": words.navAreas(), "links": areas]
            frame["token"] = token
            frame["logout"] = ["label": words.navLogout(), "token": token]
        }
        return frame
    }

    private var areas: [[String: Any]] {
        let words = view.strings
        let all = [
            ("/board", words.navOverview()), ("/board/orders", words.navOrders()), ("/board/stock", words.navStock()),
            ("/board/tours", words.navTours()), ("/board/findings", words.navFindings()),
            ("/board/coverage", words.navCoverage()), ("/board/quota", words.navQuota()),
            ("/board/imports", words.navImports()),
        ]
        return all.map { href, name in
            let isOpen = view.path == href || href != "/board" && view.path.hasPrefix(href + "/")
            return ["href": href, "name": name, "isCurrent": isOpen]
        }
    }

    /// The same page in another language.
    private func href(_ language: LanguageTag) -> String {
        "?"
            + (view.query + [(name: "lang", value: language.description)])
            .map { "\(BoardPaging.encoded($0.name))=\(BoardPaging.encoded($0.value))" }.joined(separator: "&")
    }

    /// What a language calls itself.
    static func autonym(_ language: LanguageTag) -> String {
        switch (language.language, language.script) {
        case ("zh", "Hant"): "繁體中文"
        case ("zh", _): "简体中文"
        case ("ru", _): "Русский"
        case ("kk", "Latn"): "Qazaqşa"
        case ("kk", "Arab"): "قازاقشا"
        case ("kk", _): "Қазақша"
        case ("en", _): "English"
        default: language.description
        }
    }
}
