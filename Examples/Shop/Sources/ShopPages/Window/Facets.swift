internal import Keruen
internal import ShopSite

/// What a list can be narrowed down by, with how much would be left; each is a link, and the price a form.
///
/// A facet is counted as if nothing of its own were chosen, so that one can change one's mind.
struct Facets {
    let list: Listing

    init(_ list: Listing) { self.list = list }

    private var view: View { list.view }
    private var query: ListQuery { list.query }

    var values: [String: Any] {
        let strings = view.strings
        var groups: [[String: Any]] = []
        func group(_ title: String, _ choices: [[String: Any]]) {
            guard choices.count > 1 || choices.contains(where: { $0["isChosen"] as? Bool == true }) else { return }
            groups.append(["title": title, "choices": choices])
        }
        group(strings.listCategory(), categories)
        if list.areTours { group(strings.listDepartures(), months) }
        group(strings.listMaterial(), choices(.material, query.material) { $0.material = $1 })
        group(strings.listRegion(), choices(.region, query.region) { $0.region = $1 })
        return ["groups": groups, "stock": stock, "price": price]
    }

    // MARK: Counted

    private func counts(_ facet: SearchIndex.Facet, _ change: (inout ListQuery) -> Void) -> [Storefront.Count] {
        let filters = query.changed(change).filters(in: view.shop.market)
        if let shelf = list.shelf { return view.shop.counts(category: shelf.id, filters: filters, by: facet) }
        return view.shop.counts(query.text ?? "", filters: filters, by: facet)
    }

    private func count(_ change: (inout ListQuery) -> Void) -> Int {
        let filters = query.changed(change).filters(in: view.shop.market)
        if let shelf = list.shelf { return view.shop.index.count(category: shelf.id, filters: filters) }
        return view.shop.index.count(of: query.text ?? "", filters: filters)
    }

    private func choice(_ name: String, _ count: Int, isChosen: Bool, _ href: String) -> [String: Any] {
        ["name": name, "count": count, "isChosen": isChosen, "href": href]
    }

    private func choices(
        _ facet: SearchIndex.Facet, _ chosen: String?, _ set: @escaping (inout ListQuery, String?) -> Void
    ) -> [[String: Any]] {
        counts(facet) { set(&$0, nil) }.prefix(24).map { count in
            let isChosen = count.code == chosen
            return choice(
                count.name, count.count, isChosen: isChosen, list.address { set(&$0, isChosen ? nil : count.code) })
        }
    }

    /// On a shelf the shelves below it, which are pages of their own; of a search the shelves that hold what it finds.
    private var categories: [[String: Any]] {
        let found = counts(.category) { $0.category = nil }
        if let shelf = list.shelf {
            let below = Set(shelf.children.map(\.id))
            return found.filter { below.contains($0.code) }.map { count in
                let category = shelf.children.first { $0.id == count.code }
                let place = category.map { Place.category($0, query.changed { _ in }) } ?? .home
                return choice(count.name, count.count, isChosen: false, view.address(of: place))
            }
        }
        let leaves = Set(view.site.catalog.categories.all.filter(\.children.isEmpty).map(\.id))
        return found.filter { leaves.contains($0.code) }.map { count in
            let isChosen = count.code == query.category
            return choice(
                count.name, count.count, isChosen: isChosen,
                list.address { $0.category = isChosen ? nil : count.code })
        }
    }

    /// The twelve months from this one on in which something departs.
    private var months: [[String: Any]] {
        let (year, month, _) = view.shop.day.components
        return (0..<12).compactMap { ahead in
            let (years, months) = (month - 1 + ahead).quotientAndRemainder(dividingBy: 12)
            let code = "\(year + years)-" + (months < 9 ? "0" : "") + "\(months + 1)"
            let count = count { $0.month = code }
            guard count > 0, let days = ListQuery.days(of: code) else { return nil }
            let isChosen = query.month == code
            return choice(
                name(ofMonth: days.lowerBound), count, isChosen: isChosen,
                list.address { $0.month = isChosen ? nil : code })
        }
    }

    private func name(ofMonth day: CivilDate) -> String {
        let tag = view.shop.market.formattingTag(for: view.shop.language)
        let formatter = try? MomentFormatter.shared(tag, skeleton: "yMMMM")
        return (try? formatter?.format(MessageMoment(daysSince1970: day.daysSince1970))) ?? "\(day)"
    }

    private var stock: [String: Any] {
        choice(
            view.strings.listInStock(), count { $0.inStock = true }, isChosen: query.inStock,
            list.address { $0.inStock.toggle() })
    }

    private var price: [String: Any] {
        let symbol = symbol
        var price: [String: Any] = [
            "title": view.strings.listPrice(), "apply": view.strings.listApply(),
            "fromLabel": view.strings.listPriceFrom(currency: symbol),
            "toLabel": view.strings.listPriceTo(currency: symbol),
            "fields": query.changed { _ in }.fields(without: ["from", "to"]),
            "action": view.address(of: list.place(ListQuery())),
        ]
        price["from"] = query.lowest
        price["to"] = query.highest
        return price
    }

    /// ₸, ₽, ¥, as the market writes it.
    private var symbol: String {
        let zero = view.shop.formatted(.zero(view.shop.market.currency))
        return String(zero.filter { !$0.isNumber && !$0.isWhitespace && $0 != "." && $0 != "," })
    }

    // MARK: Chosen

    /// What the list is narrowed down to, each with the address without it.
    var chosen: [[String: Any]] {
        var chosen: [[String: Any]] = []
        func add(_ name: String?, _ change: (inout ListQuery) -> Void) {
            guard let name else { return }
            chosen.append([
                "name": name, "href": list.address(change), "label": view.strings.listRemove(name: name),
            ])
        }
        let catalog = view.shop.catalog
        add(query.category.flatMap { view.text(catalog.categories[$0]?.name) }) { $0.category = nil }
        add(query.material.flatMap { view.text(catalog.materials[$0]) }) { $0.material = nil }
        add(query.region.flatMap { view.text(catalog.regions[$0]) }) { $0.region = nil }
        add(priceName) { ($0.lowest, $0.highest) = (nil, nil) }
        add(query.inStock ? view.strings.listInStock() : nil) { $0.inStock = false }
        add(query.departures.map { name(ofMonth: $0.lowerBound) }) { $0.month = nil }
        return chosen
    }

    private var priceName: String? {
        let market = view.shop.market
        guard let price = query.price(in: market) else { return nil }
        func formatted(_ units: Int64) -> String { view.shop.formatted(Money(minorUnits: units, market.currency)) }
        if price.upperBound == .max { return view.strings.listPriceAbove(price: formatted(price.lowerBound)) }
        if price.lowerBound == 0 { return view.strings.listPriceBelow(price: formatted(price.upperBound)) }
        return view.strings.listPriceBetween(high: formatted(price.upperBound), low: formatted(price.lowerBound))
    }
}
