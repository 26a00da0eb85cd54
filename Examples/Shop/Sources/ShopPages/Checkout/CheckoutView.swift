internal import Foundation
internal import Keruen
internal import ShopSite

/// A view with the words of buying, and the visit that its forms belong to.
struct CheckoutView {
    var view: View
    let words: CheckoutStrings
    /// Consents and notices that the law asks for, in a language that it knows: Kazakh in Latin or Arabic letters stands for none.
    let legalWords: CheckoutStrings
    let legalLanguage: LanguageTag
    let reader: ReportLanguage
    let visit: Visit
    /// What the forms prove themselves with.
    let token: String
    let now: Date

    init?(_ view: View, of site: Site, visit: Visit, token: String, at now: Date) {
        let (market, served) = (view.shop.market, view.served)
        let strings = site.compiled("checkout")
        let chain = market.chain(for: view.shop.language)
        let known = LanguageLaw.standard.legalLanguages(of: market, on: view.shop.day)
        legalLanguage = chain.first(where: known.contains) ?? known.first ?? view.shop.language
        guard let words = CheckoutStrings(strings, along: chain + [.en], noting: { served.note($0) }),
            let legalWords = CheckoutStrings(strings, along: [legalLanguage], noting: { served.note($0) })
        else { return nil }
        (self.view, self.words, self.legalWords, self.visit) = (view, words, legalWords, visit)
        (self.token, self.now) = (token, now)
        reader = ReportLanguage(view.shop.language)
    }

    var shop: Storefront { view.shop }
    var market: Market { view.shop.market }
    var today: CivilDate { CivilDate(now, in: market) }
    var email: String { market.seller?.email ?? "" }

    func formatted(_ money: Money) -> String { shop.formatted(money) }

    func country(_ code: String) -> String {
        let name = view.name("country", code)
        return name.isEmpty ? code : name
    }

    /// An instant by the market's clocks, or a tour's, never without their name: «27 ноября 2026 г., 14:30 (по Москве, UTC+03:00)».
    func time(_ instant: Date, in zone: String? = nil) -> String {
        let zone = zone ?? market.timeZone
        guard let local = try? ZonedInstant(instant, zone: zone) else { return "" }
        let name = view.name("zone", zone)
        return words.timeAt(
            clock: local.clock, day: shop.formatted(local.day), offset: local.offsetText,
            zone: name.isEmpty ? zone : name)
    }

    func sentence(_ error: TradeError) -> String { reader.sentence(readable(error.diagnostic)) }

    /// A refusal's stages by their names and its amounts as they are written here.
    func readable(_ diagnostic: Diagnostic) -> Diagnostic {
        var arguments = diagnostic.arguments
        for (key, argument) in arguments {
            guard case .text(let text) = argument else { continue }
            if key == "stage" {
                arguments[key] = .text(reader.text("order.stage.\(text)") ?? text)
            } else if let money = Money(written: text) {
                arguments[key] = .text(formatted(money))
            } else if let day = CivilDate(text) {
                arguments[key] = .text(shop.formatted(day))
            } else if key == "sku", let sku = SKU(text), let title = title(of: sku) {
                arguments[key] = .text(title)
            } else if ["origin", "destination", "from", "to"].contains(key), text.utf8.count == 2 {
                arguments[key] = .text(country(text))
            }
        }
        return Diagnostic(diagnostic.code, diagnostic.severity, at: diagnostic.position, arguments)
    }

    private func title(of sku: SKU) -> String? {
        view.shop.catalog.item(sku).flatMap { view.text($0.product.title) }
    }
}

extension Money {
    /// Reads `95000.00 KZT`, as sentences carry amounts; nil for what is none.
    fileprivate init?(written text: String) {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, let currency = Currency(parts[1]), let money = try? Money(parts[0], currency) else {
            return nil
        }
        self = money
    }
}
