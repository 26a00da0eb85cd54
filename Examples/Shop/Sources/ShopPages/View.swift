internal import Keruen

/// One request's storefront, address and cart: what every page is made from.
struct View {
    var shop: Storefront
    var path: String
    var cart: CartCookie

    func address(_ rest: String = "") -> String { "/\(shop.market.id)/\(shop.language)/\(rest)" }

    /// The same page in another market or language.
    func path(market: String, language: LanguageTag) -> String {
        let rest = path.split(separator: "/").dropFirst(2).joined(separator: "/")
        let isMovable = rest.isEmpty || rest.hasPrefix("c/") || rest.hasPrefix("p/") || rest == "cart"
        return "/\(market)/\(language)/" + (isMovable ? rest : "")
    }

    func with(_ cart: CartCookie) -> View {
        var copy = self
        copy.cart = cart
        return copy
    }

    func string(_ key: String, _ arguments: [String: MessageArgument] = [:]) -> String {
        shop.string("shop.\(key)", arguments)
    }

    func count(_ key: String, _ count: Int) -> String { string(key, ["count": .integer(count)]) }
}
