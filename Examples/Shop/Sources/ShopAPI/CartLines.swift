internal import Keruen

/// The lines of a body: what is wanted, and where each stands, so that a refusal points at its line.
struct CartLines {
    var cart = Cart()
    /// Of every line; in a snapshot goods are found by their product.
    private(set) var products: [String] = []
    private var places: [(sku: SKU, product: String, pointer: String)] = []

    /// - Throws: `Problem` where a line's product has no such SKU.
    func check(in catalog: Catalog) throws(Problem) {
        for place in places where catalog.item(place.sku)?.product.id != place.product {
            throw problem(TradeError(.unknownSKU, ["sku": .text(place.sku.description)]))
        }
    }

    /// What the trade refuses, at the line that it is about.
    func problem(_ error: TradeError) -> Problem {
        var problem = Problem(error)
        guard case .text(let name)? = error.arguments["sku"],
            // Seats are called by tour and day.
            let place = places.first(where: { $0.sku.description == name || name.hasPrefix($0.product + "@") })
        else { return problem }
        problem.faults = [Fault(error.diagnostic, at: .pointer(place.pointer))]
        return problem
    }

    /// Runs what the trade may refuse.
    func trading<Value>(_ body: () throws(TradeError) -> Value) throws(Problem) -> Value {
        do throws(TradeError) { return try body() } catch { throw problem(error) }
    }

    fileprivate mutating func add(
        _ sku: SKU, _ quantity: Int, _ departure: CivilDate?, of product: String, at body: JSONBody
    ) throws(TradeError) {
        try cart.add(sku, quantity: quantity, departure: departure)
        if !products.contains(product) { products.append(product) }
        places.append((sku, product, body.pointer))
    }
}

extension BodyReader {
    /// `[{"product":"staved-dombra","sku":"KZ-DMB-001-98","quantity":1}]`, for tours with the day of departure.
    mutating func cartLines(_ body: JSONBody?) -> CartLines {
        var lines = CartLines()
        for element in list(body, 1...100) {
            let fields = object(element, required: ["product", "sku", "quantity"], optional: ["departure"])
            let product = form(fields?["product"], .identifier)
            let sku = form(fields?["sku"], SKU.form).flatMap(SKU.init)
            let quantity = integer(fields?["quantity"], in: 1...Cart.maximumQuantity)
            let departure = day(fields?["departure"])
            guard let product, let sku, let quantity else { continue }
            do throws(TradeError) {
                try lines.add(sku, quantity, departure, of: product, at: element)
            } catch {
                add(error, at: element)
            }
        }
        return lines
    }
}
