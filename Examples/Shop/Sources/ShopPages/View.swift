internal import Keruen
internal import ShopSite

/// One request's site, storefront, words, address and cart: what every page is made from.
struct View {
    let site: Site
    let shop: Storefront
    let strings: Strings
    let path: String
    var cart: CartCookie
    /// What the page's texts turn out to be in, for its `Content-Language`.
    let served = ServedLanguages()

    init?(_ shop: Storefront, of site: Site, path: String, cart: CartCookie) {
        let (chain, served) = (shop.market.chain(for: shop.language) + [.en], self.served)
        guard let strings = Strings(site.compiled("shop"), along: chain, noting: { served.note($0) }) else {
            return nil
        }
        (self.site, self.shop, self.strings, self.path, self.cart) = (site, shop, strings, path, cart)
    }

    func address(_ rest: String = "") -> String { "/\(shop.market.id)/\(shop.language)/\(rest)" }

    /// Where something is in this market and language.
    func address(of place: Place) -> String {
        place.address(in: shop.market, shop.language, of: site, on: shop.day) ?? address()
    }

    func with(_ cart: CartCookie) -> View {
        var copy = self
        copy.cart = cart
        return copy
    }

    /// A text of the catalogue as the page shows it.
    func text(_ value: Localized<String>?) -> String? { served.note(shop.text(value))?.value }

    /// The name of a code that the catalogue uses: a country, a unit, a kind of option.
    func name(_ kind: String, _ code: String, _ arguments: [String: MessageArgument] = [:]) -> String {
        served.note(shop.servedString("shop.\(kind).\(code)", arguments))?.value ?? ""
    }

    /// A text with its language, and a note where it is not the page's.
    func parts(of text: Served<String>) -> [String: Any] {
        served.note(text.language)
        var values: [String: Any] = ["text": text.value, "lang": text.language.description]
        // Mustache takes an empty text for a true one, so what is not there is left out. That a whole page is written over
        // from another script is said once, at its top.
        if case .fallback = text.origin { values["note"] = name("fallback", "\(text.language)") }
        return values
    }
}
