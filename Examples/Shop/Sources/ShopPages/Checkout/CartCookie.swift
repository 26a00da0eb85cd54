internal import Hummingbird
internal import Keruen

/// The cart as the browser keeps it: `KEY~SKU.2.dutar~SKU.1.caravan-week.2027-05-16`. The key is made with the cart, so that pressing
/// the button twice places one order; the product's id finds it in a snapshot that knows no SKUs.
///
/// A visitor may write into it whatever they like: prices and stock are asked for anew, and an id that is another product's finds nothing.
struct CartCookie {
    var key: String
    var cart: Cart
    private(set) var products: [SKU: String] = [:]

    /// What can't be read is left out: a cart is never worth an error page.
    init(_ text: String?) {
        let parts = (text ?? "").split(separator: "~").map(String.init)
        cart = Cart()
        // Parcels of the cart have keys that begin with it.
        let known = parts.first.flatMap { (try? IdempotencyKey($0))?.description }
        key = known.flatMap { $0.utf8.count <= 32 ? $0 : nil } ?? Order.ID.random().description
        for part in parts.dropFirst().prefix(100) {
            let line = part.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
            guard (2...4).contains(line.count), let sku = SKU(line[0]), let quantity = Int(line[1]) else { continue }
            let day = line.count == 4 ? CivilDate(line[3]) : nil
            guard line.count < 4 || day != nil else { continue }
            try? add(sku, of: line.count > 2 ? line[2] : nil, quantity: quantity, departure: day)
        }
    }

    /// - Throws: `TradeError` with `badQuantity`.
    mutating func add(
        _ sku: SKU, of product: String?, quantity: Int, departure: CivilDate? = nil
    ) throws(TradeError) {
        try cart.add(sku, quantity: quantity, departure: departure)
        if let product, Shape.Form.identifier.accepts(product) { products[sku] = product }
    }

    /// Another quantity on a line; nothing of it takes the line out.
    /// - Throws: `TradeError` with `badQuantity`.
    mutating func set(_ wanted: Cart.Line, quantity: Int) throws(TradeError) {
        var changed = Cart()
        for line in cart.lines {
            let isIt = line.sku == wanted.sku && line.departure == wanted.departure
            guard !isIt || quantity > 0 else { continue }
            try changed.add(line.sku, quantity: isIt ? quantity : line.quantity, departure: line.departure)
        }
        cart = changed
    }

    var text: String {
        let lines = cart.lines.map { line in
            var text = "\(line.sku).\(line.quantity)"
            let product = products[line.sku]
            if product != nil || line.departure != nil { text += ".\(product ?? "")" }
            if let day = line.departure { text += ".\(day)" }
            return text
        }
        return ([key] + lines).joined(separator: "~")
    }

    /// Whether browsers still keep it: they drop cookies above 4 kB.
    var fits: Bool { text.utf8.count <= 3_900 }

    /// The same goods under a new key.
    func renewed() -> CartCookie {
        var copy = self
        copy.key = Order.ID.random().description
        return copy
    }

    /// Lives with the market: prices and stock do not cross.
    func cookie(market: String, isSecure: Bool) -> Cookie {
        Cookie(
            name: "cart", value: text, maxAge: 30 * 86_400, path: "/\(market)/", secure: isSecure, httpOnly: true,
            sameSite: .lax)
    }

    static func gone(market: String, isSecure: Bool) -> Cookie {
        Cookie(
            name: "cart", value: "", maxAge: 0, path: "/\(market)/", secure: isSecure, httpOnly: true, sameSite: .lax)
    }
}
