internal import Keruen
internal import ShopSite

/// The first page: what is new, the shelves, the next tours, and one place where things are made.
extension Pages {
    func home(_ view: View) -> String {
        let strings = view.strings
        let newest = view.shop.browse(order: .newest, limit: 8)
        var content: [String: Any] = [
            "title": strings.homeTitle(), "lead": strings.homeLead(),
            "doors": roots(view).map {
                ["name": view.text($0.name) ?? $0.id, "href": view.address(of: .category($0))]
            },
            "pictures": pictures(newest, view),
            "tiles": tiles(view), "tilesTitle": strings.homeShelves(),
            "promises": [
                ["title": strings.homePriceTitle(), "text": strings.homePriceText()],
                ["title": strings.homeBorderTitle(), "text": strings.homeBorderText()],
                ["title": strings.homeOriginTitle(), "text": strings.homeOriginText()],
            ],
            "promisesTitle": strings.homePromises(),
        ]
        content["new"] = shelf(strings.homeNew(), newest, view)
        content["tours"] = tours(view)
        content["made"] = made(view)
        let head = Head(
            title: strings.siteTagline(), description: strings.siteDescription(), place: .home,
            image: newest.first?.product.image,
            data: [
                LinkedData(
                    "OnlineStore",
                    [
                        "name": strings.siteName(), "url": origin + view.address(),
                        "description": strings.siteDescription(),
                    ])
            ].compactMap(\.self))
        return page("home", view, head: head, content)
    }

    /// Products side by side under a heading; nil without any.
    func shelf(_ title: String, _ items: [Storefront.Item], _ view: View, all: Place? = nil) -> [String: Any]? {
        guard !items.isEmpty else { return nil }
        var shelf: [String: Any] = ["title": title, "items": items.map { Card(item: $0, view: view).values }]
        if let all { shelf["all"] = ["name": view.strings.homeAll(), "href": view.address(of: all)] }
        return shelf
    }

    private func roots(_ view: View) -> [CategoryTree.Category] {
        let counts = view.site.categoryCounts(of: view.shop)
        return view.site.catalog.categories.roots.filter { counts[$0.id] != nil }
    }

    /// Three of the newest that are not of one shelf.
    private func pictures(_ newest: [Storefront.Item], _ view: View) -> [[String: Any]] {
        var shelves: Set<String> = []
        return newest.filter { shelves.insert($0.product.category).inserted }.prefix(3).map {
            ["image": $0.product.image, "href": view.address(of: .product($0.product)), "title": $0.title.value]
        }
    }

    /// Every shelf with something of it in the picture.
    private func tiles(_ view: View) -> [[String: Any]] {
        let counts = view.site.categoryCounts(of: view.shop)
        return view.site.catalog.categories.roots.flatMap(\.children).compactMap { category in
            guard let count = counts[category.id],
                let first = view.shop.browse(category: category.id, order: .priceDescending, limit: 1).first
            else { return nil }
            return [
                "name": view.text(category.name) ?? category.id, "href": view.address(of: .category(category)),
                "count": view.strings.categoryCount(count: count), "image": first.product.image,
            ]
        }
    }

    /// Those that leave next. The index knows days, not who is first, so the window is widened until there are enough.
    private func tours(_ view: View) -> [String: Any]? {
        let tomorrow = CivilDate(daysSince1970: view.shop.day.daysSince1970 + 1)
        func departure(of item: Storefront.Item) -> CivilDate {
            guard case .tour(let tour) = item.product.details else { return tomorrow }
            return tour.departures.filter { $0 >= tomorrow }.min() ?? tomorrow
        }
        var items: [Storefront.Item] = []
        for days in [30, 90, 365] as [Int32] where items.count < 4 {
            let window = tomorrow...CivilDate(daysSince1970: tomorrow.daysSince1970 + days)
            items = view.shop.browse(filters: .init(departure: window), limit: 48)
        }
        let next = items.sorted { (departure(of: $0), $0.product.id) < (departure(of: $1), $1.product.id) }.prefix(4)
        let root = next.first.flatMap { view.site.catalog.categories.path(to: $0.product.category).first }
        return shelf(view.strings.homeTours(), Array(next), view, all: root.map { .category($0) })
    }

    /// A place where things are made by hand, another one each day; beside it the other places.
    private func made(_ view: View) -> [String: Any]? {
        let crafts = roots(view).first { root in
            view.shop.browse(category: root.id, limit: 1).first?.product.kind == .handicraft
        }
        guard let crafts else { return nil }
        let places = view.shop.counts(category: crafts.id, by: .region).filter { $0.count >= 2 }
        guard !places.isEmpty else { return nil }
        let today = places[Int(view.shop.day.daysSince1970) % places.count]
        func query(_ code: String) -> ListQuery { ListQuery().changed { $0.region = code } }
        let items = view.shop.browse(category: crafts.id, filters: .init(region: today.code), limit: 4)
        var made = shelf(
            view.strings.homeMadeIn(region: today.name), items, view, all: .category(crafts, query(today.code)))
        made?["placesTitle"] = view.strings.homeRegions()
        made?["places"] = places.filter { $0.code != today.code }.prefix(12).map {
            ["name": $0.name, "href": view.address(of: .category(crafts, query($0.code)))]
        }
        return made
    }
}
