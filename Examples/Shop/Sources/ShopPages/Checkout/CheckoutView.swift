internal import Foundation
internal import Keruen
internal import ShopSite

/// A view with the words of buying, and what its forms prove themselves with.
struct CheckoutView {
    var view: View
    let words: CheckoutStrings
    /// Consents and notices that the law asks for, in a language that it knows: Kazakh in Latin or Arabic letters stands for none.
    let legalWords: CheckoutStrings
    let legalLanguage: LanguageTag
    let reader: ReportLanguage
    /// What the forms prove themselves with.
    let token: String
    let now: Date
    /// Whether the border's duties are paid on delivery or with the order, as the buyer has chosen.
    var incoterm = Incoterm.dap

    init?(_ view: View, of site: Site, token: String, at now: Date) {
        let (market, served) = (view.shop.market, view.served)
        let strings = site.compiled("checkout")
        let chain = market.chain(for: view.shop.language)
        let known = LanguageLaw.standard.legalLanguages(of: market, on: view.shop.day)
        legalLanguage = chain.first(where: known.contains) ?? known.first ?? view.shop.language
        guard let words = CheckoutStrings(strings, along: chain + [.en], noting: { served.note($0) }),
            let legalWords = CheckoutStrings(strings, along: [legalLanguage], noting: { served.note($0) })
        else { return nil }
        (self.view, self.words, self.legalWords) = (view, words, legalWords)
        (self.token, self.now) = (token, now)
        reader = ReportLanguage(view.shop.language)
    }

    /// How forms and addresses call it that duties are paid with the order.
    static let dutiesNow = "now"

    /// The same page for a buyer who has chosen when to pay duties; on delivery where nothing else is said.
    func paying(_ duties: Substring?) -> CheckoutView {
        var copy = self
        copy.incoterm = duties == Self.dutiesNow[...] ? .ddp : .dap
        return copy
    }

    var shop: Storefront { view.shop }
    var market: Market { view.shop.market }
    var today: CivilDate { CivilDate(now, in: market) }
    var email: String { market.seller?.email ?? "" }

    func formatted(_ money: Money) -> String { shop.formatted(money) }

    func country(_ code: String) -> String { view.country(code) }

    /// An instant by the market's clocks, or a tour's, never without their name: «27 ноября 2026 г., 14:30 (по Москве, UTC+03:00)».
    func time(_ instant: Date, in zone: String? = nil) -> String {
        let zone = zone ?? market.timeZone
        guard let local = try? ZonedInstant(instant, zone: zone) else { return "" }
        let name = view.name("zone", zone)
        return words.timeAt(
            clock: local.clock, day: shop.formatted(local.day), offset: local.offsetText,
            zone: name.isEmpty ? zone : name)
    }

    func sentence(_ error: TradeError) -> String { view.sentence(error.diagnostic) }
}
