internal import Foundation
internal import Keruen
internal import ShopSite

/// A product: what it is, what it costs, how it comes, and a form that puts it into the cart.
extension Pages {
    /// - Parameter isPaused: no orders are taken at the moment; the page says so.
    func product(
        _ item: Storefront.Item, _ stock: ShelfStock, _ view: View, at now: Date, isPaused: Bool = false
    ) -> String {
        let product = item.product
        let path = view.site.catalog.categories.path(to: product.category)
        let trail = steps(path, view)
        let address = view.address(of: .product(product))
        let facts = ProductFacts(product, view)
        var content: [String: Any] = [
            "title": view.parts(of: item.title), "image": product.image, "trail": trailValues(trail),
            "cartHref": view.address("cart"), "token": KeptAnswer.Hole.formToken.rawValue, "product": product.id,
            "facts": facts.rows,
            "labels": [
                "add": view.strings.productAdd(), "quantity": view.strings.productQuantity(),
                "choose": view.strings.productChoose(), "details": view.strings.productDetails(),
                "delivery": view.strings.productDelivery(), "estimate": view.strings.productEstimate(),
                "travellers": view.strings.tourTravellers(), "day": view.strings.tourDay(),
                "fare": view.strings.tourFare(), "book": view.strings.tourBook(),
            ],
        ]
        let summary = view.shop.text(product.summary)
        if let summary { content["summary"] = view.parts(of: summary) }
        if isPaused { content["paused"] = view.strings.orderingPaused() }
        content["badge"] = Card(item: item, view: view).badge
        let isAvailable: Bool
        let data: LinkedData?
        if case .tour(let tour) = product.details {
            let sale = TourSale(tour, of: product, stock, view, at: now)
            isAvailable = sale.isOpen
            content["tour"] = sale.values
            data = sale.linked(item, summary?.value ?? "", address: origin + address, origin: origin)
        } else {
            let ways = Ways(of: product, stock, view, at: now)
            let quotes = ways.quotes
            // What lies only where it may not leave from is not sold.
            isAvailable = quotes.contains { !$0.quote.isBlocked }
            content["sale"] = sale(product, stock, isOpen: isAvailable || quotes.isEmpty, facts, view)
            (content["ways"], content["hasWays"]) = (quotes.map(ways.values), !quotes.isEmpty)
            content["tax"] = tax(quotes.map(\.quote), product, view)
            data = linked(
                item, summary?.value ?? "", stock.isKnown ? isAvailable : nil, address: origin + address, view)
        }
        content["price"] = item.isLowestOfSeveral ? view.strings.productFrom(price: item.price) : item.price
        let kin = view.shop.browse(category: product.category, limit: 5).filter { $0.product.id != product.id }
        content["related"] = shelf(
            view.strings.productRelated(), Array(kin.prefix(4)), view, all: path.last.map { .category($0) })
        let head = Head(
            title: item.title.value, description: summary?.value, place: .product(product), image: product.image,
            data: [data, LinkedData.trail(linked(trail + [(item.title.value, address)]))].compactMap(\.self))
        return page("product", view, head: head, category: product.category, content)
    }

    /// The variants with what is left of each, the first that is there chosen.
    private func sale(
        _ product: Product, _ stock: ShelfStock, isOpen: Bool, _ facts: ProductFacts, _ view: View
    ) -> [String: Any] {
        var hasChosen = false
        var most = 1
        let variants = product.variants.compactMap { variant -> [String: Any]? in
            guard let price = view.shop.price(of: variant) else { return nil }
            let free = isOpen ? stock.isKnown ? stock.pieces(of: variant.sku) : Self.supposed : 0
            let isChosen = free > 0 && !hasChosen
            hasChosen = hasChosen || isChosen
            most = max(most, min(free, Self.supposed))
            var values: [String: Any] = [
                "sku": variant.sku.description, "name": facts.name(of: variant),
                "price": view.shop.formatted(price.amount), "isGone": free == 0, "isChosen": isChosen,
            ]
            values["stock"] = stock.isKnown || free == 0 ? line(free, view) : nil
            return values
        }
        // One variant without a choice of its own has nothing to be chosen by.
        let only = product.variants.count == 1 && product.variants[0].options.isEmpty ? variants.first : nil
        return ["variants": variants, "only": only.map { $0 as Any } ?? false, "isOpen": hasChosen, "most": most]
    }

    /// As many as a cart takes at once of what is plentiful, or of what nobody can count now.
    private static let supposed = ShelfStock.few * 10

    private func line(_ free: Int, _ view: View) -> String {
        switch free {
        case ...0: view.strings.productSoldOut()
        case ...ShelfStock.few: view.strings.productLeft(count: free)
        default: view.strings.productInStock()
        }
    }

    /// What the market's law has the price say of tax; with the amount where the price of one piece is the whole product's.
    private func tax(_ quotes: [Quote], _ product: Product, _ view: View) -> String {
        let prices = product.variants.compactMap(view.shop.price)
        if Set(prices.map(\.amount)).count == 1, let tax = quotes.lazy.compactMap(\.includedTax).first,
            let percent = Self.percent(tax.rate)
        {
            return view.strings.productTaxOf(amount: view.shop.formatted(tax.amount), rate: percent)
        }
        return prices.allSatisfy(\.includesTax)
            ? view.strings.productTaxIncluded() : view.strings.productTaxExcluded()
    }

    /// 16 %; nil for what is no whole percent.
    private static func percent(_ rate: Ratio) -> String? {
        let (whole, rest) = (rate.numerator * 100).quotientAndRemainder(dividingBy: rate.denominator)
        return rest == 0 ? "\(whole)%" : nil
    }

    private func linked(
        _ item: Storefront.Item, _ summary: String, _ isAvailable: Bool?, address: String, _ view: View
    ) -> LinkedData? {
        let product = item.product
        var values: [String: Any] = [
            "name": item.title.value, "description": summary, "url": address, "sku": product.id,
            "image": "\(origin)/images/\(product.image)",
            "offers": product.variants.compactMap { variant in
                view.shop.price(of: variant).map {
                    LinkedData.offer($0.amount, isAvailable: isAvailable, address: address)
                        .merging(["sku": variant.sku.description]) { $1 }
                }
            },
        ]
        if case .imported(let good) = product.details { values["brand"] = ["@type": "Brand", "name": good.brand] }
        if let material = product.materials.first.flatMap({ view.text(view.shop.catalog.materials[$0.material]) }) {
            values["material"] = material
        }
        if let country = product.origin { values["countryOfOrigin"] = country }
        return LinkedData("Product", values)
    }
}
