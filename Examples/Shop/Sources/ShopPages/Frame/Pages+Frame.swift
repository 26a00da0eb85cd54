internal import Keruen
internal import Mustache
internal import ShopSite

/// What machines and windows are told of a page before it is read.
struct Head {
    var title: String
    var description: String?
    var place: Place
    /// A picture of it, by its file's name.
    var image: String?
    /// Whether search engines may list it: not the thousand ways to narrow one shelf down.
    var isIndexed = true
    /// Descriptions in the words of schema.org.
    var data: [LinkedData] = []
}

extension Pages {
    /// A page of a template within the shop's frame.
    func page(
        _ template: String, _ view: View, title: String, category: String? = nil, _ content: [String: Any]
    ) -> String {
        let rest = view.path.split(separator: "/").dropFirst(2).joined(separator: "/")
        let isBuying = ["cart", "quote", "checkout", "orders"].contains { rest.hasPrefix($0) }
        let place: Place = isBuying ? .other(rest) : .home
        return page(
            template, view, head: Head(title: title, place: place, isIndexed: false), category: category, content)
    }

    func page(
        _ template: String, _ view: View, head: Head, category: String? = nil, _ content: [String: Any]
    ) -> String {
        let strings = view.strings
        var frame: [String: Any] = [
            "lang": view.shop.language.description, "dir": view.shop.language.isRightToLeft ? "rtl" : "ltr",
            "pageTitle": head.title, "siteName": strings.siteName(), "tagline": strings.siteTagline(),
            "legal": view.shop.legal.map(view.parts),
            "home": view.address(), "cartHref": view.address("cart"), "ordersHref": view.address("orders"),
            "searchHref": view.address("search"), "suggestHref": view.address("suggest"),
            "cartCount": KeptAnswer.Hole.cartCount.rawValue,
            "nav": [
                "skip": strings.navSkip(), "home": strings.navHome(), "cart": strings.navCart(),
                "categories": strings.navCategories(), "languages": strings.navLanguages(),
                "trail": strings.navTrail(),
            ],
            "search": [
                "label": strings.searchLabel(), "placeholder": strings.searchPlaceholder(),
                "suggestions": strings.searchSuggestions(),
            ],
            "shelves": shelves(view, open: category),
            "here": [
                "market": view.text(Localized(view.shop.market.names)) ?? view.shop.market.id,
                "language": Autonym.name(of: view.shop.language),
            ],
            "markets": markets(view, head.place),
            "files": [
                "style": files.address(of: "style.css"), "script": files.address(of: "shop.js"),
                "favicon": files.address(of: "favicon.svg"),
            ],
        ]
        if ScriptConversion.source(of: view.shop.language) != nil {
            frame["converted"] = view.name("converted", "\(view.shop.language)")
        }
        frame.merge(meta(head, view)) { $1 }
        return templates.render(frame.merging(content) { $1 }, withTemplate: template) ?? ""
    }

    /// What stands between `<head>` and its end.
    private func meta(_ head: Head, _ view: View) -> [String: Any] {
        var values: [String: Any] = ["data": head.data.map(\.script)]
        if let description = head.description { values["description"] = description }
        guard head.isIndexed else {
            values["isHidden"] = true
            return values
        }
        let place = head.place.canonical
        values["canonical"] = origin + view.address(of: place)
        values["alternates"] = alternates(of: place, view)
        if let image = head.image { values["picture"] = "\(origin)/images/\(image)" }
        return values
    }

    /// The same page in every market and language that has it, as search engines ask for them.
    private func alternates(of place: Place, _ view: View) -> [[String: Any]] {
        var found: [[String: Any]] = []
        for market in view.site.catalog.markets {
            for language in market.languages {
                guard let address = place.address(in: market, language, of: view.site, on: view.shop.day) else {
                    continue
                }
                let region = language.region == nil ? market.countries.first.map { "-\($0)" } ?? "" : ""
                found.append(["tag": "\(language)\(region)", "href": origin + address])
            }
        }
        // The root leads everybody to their own home; elsewhere the first market's own language stands for it.
        if case .home = place {
            found.append(["tag": "x-default", "href": origin + "/"])
        } else if let first = found.first?["href"] {
            found.append(["tag": "x-default", "href": first])
        }
        return found
    }

    private func markets(_ view: View, _ place: Place) -> [[String: Any]] {
        view.site.catalog.markets.map { market in
            let isHere = market.id == view.shop.market.id
            return [
                "name": view.text(Localized(market.names)) ?? market.id,
                "languages": market.languages.map { language in
                    let moved = place.moved(fromMarket: !isHere)
                    let address =
                        moved.address(in: market, language, of: view.site, on: view.shop.day)
                        ?? place.nearest(in: view.site).address(in: market, language, of: view.site, on: view.shop.day)
                    return [
                        "tag": language.description, "name": Autonym.name(of: language), "href": address ?? "/",
                        "isCurrent": isHere && language == view.shop.language,
                    ] as [String: Any]
                },
            ]
        }
    }

    /// The shelves of the market; one that is empty here is not shown.
    private func shelves(_ view: View, open: String?) -> [[String: Any]] {
        let counts = view.site.categoryCounts(of: view.shop)
        let path = Set(open.map { view.site.catalog.categories.path(to: $0).map(\.id) } ?? [])
        func shelf(_ category: CategoryTree.Category) -> [String: Any]? {
            guard counts[category.id] != nil else { return nil }
            let children = category.children.compactMap(shelf)
            return [
                "name": view.text(category.name) ?? category.id, "href": view.address(of: .category(category)),
                "isOpen": path.contains(category.id), "isCurrent": category.id == open, "children": children,
                "hasChildren": !children.isEmpty,
            ]
        }
        return view.site.catalog.categories.roots.compactMap(shelf)
    }
}
