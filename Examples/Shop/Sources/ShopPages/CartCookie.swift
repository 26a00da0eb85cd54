internal import Hummingbird
internal import Keruen

/// The cart as the browser keeps it: `KEY~SKU.2~SKU.1`. The key is made with the cart, so that pressing the button twice
/// places one order.
struct CartCookie {
    var key: String
    var cart: Cart

    /// What can't be read is left out: a cart is never worth an error page.
    init(_ text: String?) {
        let parts = (text ?? "").split(separator: "~").map(String.init)
        cart = Cart()
        key = parts.first.flatMap { (try? IdempotencyKey($0))?.description } ?? Order.ID.random().description
        for part in parts.dropFirst().prefix(100) {
            let line = part.split(separator: ".")
            guard line.count == 2, let sku = SKU(String(line[0])), let quantity = Int(line[1]) else { continue }
            try? cart.add(sku, quantity: quantity)
        }
    }

    var text: String {
        ([key] + cart.lines.map { "\($0.sku).\($0.quantity)" }).joined(separator: "~")
    }

    /// The same goods under a new key.
    func renewed() -> CartCookie {
        var copy = CartCookie(nil)
        copy.cart = cart
        return copy
    }

    /// Lives with the market: prices and stock do not cross.
    func cookie(market: String) -> Cookie {
        Cookie(name: "cart", value: text, maxAge: 30 * 86_400, path: "/\(market)/", httpOnly: true, sameSite: .lax)
    }
}
