internal import Keruen
internal import ShopSite

/// One request's storefront, words, address and cart: what every page is made from.
struct View {
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
        (self.shop, self.strings, self.path, self.cart) = (shop, strings, path, cart)
    }

    func address(_ rest: String = "") -> String { "/\(shop.market.id)/\(shop.language)/\(rest)" }

    /// The same page in another market or language.
    func path(market: String, language: LanguageTag) -> String {
        let rest = path.split(separator: "/").dropFirst(2).joined(separator: "/")
        // Another market has another cart and other orders; another language has the same.
        let isOwn = market == shop.market.id && ["cart", "quote", "checkout", "orders"].contains { rest.hasPrefix($0) }
        let isMovable = rest.isEmpty || rest.hasPrefix("c/") || rest.hasPrefix("p/") || rest == "cart" || isOwn
        return "/\(market)/\(language)/" + (isMovable ? rest : "")
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
}
