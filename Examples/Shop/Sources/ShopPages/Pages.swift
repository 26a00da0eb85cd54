internal import Foundation
internal import Keruen
internal import Mustache
internal import ShopSite

/// From values to HTML: each page is a dictionary for its template. Mustache escapes every value.
struct Pages: Sendable {
    let site: Site
    let templates: MustacheLibrary

    func browse(_ category: CategoryTree.Category?, _ view: View) -> String {
        let items = view.shop.browse(category: category?.id)
        let title = view.text(category?.name) ?? view.strings.navHome()
        return page(
            "browse", view, title: title, category: category?.id,
            [
                "heading": title, "count": view.strings.categoryCount(count: items.count),
                "items": items.map { card($0, view) },
            ])
    }

    func search(_ query: String, _ view: View) -> String {
        let items = view.shop.search(query, limit: 60).map(\.item)
        let shown = String(query.prefix(100))
        let found =
            items.isEmpty
            ? view.strings.searchNone(query: shown)
            : view.strings.searchResults(count: items.count, query: shown)
        let refusal = SearchRefusal(query).map { ReportLanguage(view.shop.language).sentence($0.diagnostic) }
        let heading = refusal ?? found
        return page(
            "browse", view, title: heading,
            ["heading": heading, "items": items.map { card($0, view) }, "query": shown])
    }

    func product(_ item: Storefront.Item, stock: [SKU: Int], _ view: View) -> String {
        let facts = ProductFacts(item.product, view)
        let variants = item.product.variants.compactMap { variant -> [String: Any]? in
            guard let price = view.shop.price(of: variant) else { return nil }
            let free = stock[variant.sku] ?? 0
            return [
                "sku": variant.sku.description, "name": facts.name(of: variant),
                "price": view.shop.formatted(price.amount),
                "tax": price.includesTax ? view.strings.productTaxIncluded() : view.strings.productTaxExcluded(),
                "stock": stockLine(item.product, free, view),
                "available": free > 0, "maximum": min(free, Cart.maximumQuantity),
            ]
        }
        let path = site.catalog.categories.path(to: item.product.category)
        return page(
            "product", view, title: item.title.value, category: item.product.category,
            [
                "title": served(item.title, view),
                "summary": view.shop.text(item.product.summary).map { served($0, view) } ?? [:],
                "image": item.product.image, "facts": facts.rows, "variants": variants,
                "trail": path.map {
                    ["name": view.text($0.name) ?? "", "href": view.address("c/\($0.id)")]
                },
                "labels": [
                    "add": view.strings.productAdd(), "quantity": view.strings.productQuantity(),
                    "choose": view.strings.productChoose(),
                ],
            ])
    }

    func notFound(_ view: View) -> String {
        page(
            "message", view, title: view.strings.errorTitle(),
            [
                "heading": view.strings.errorTitle(), "text": view.strings.errorText(), "labels": ["continue": view.strings.cartContinue()],
            ])
    }

    func failed(_ error: TradeError, _ view: View) -> String {
        let text = ReportLanguage(view.shop.language).sentence(error.diagnostic)
        return page(
            "message", view, title: text,
            ["heading": text, "text": "", "labels": ["continue": view.strings.cartContinue()]])
    }

    // MARK: Parts

    private func card(_ item: Storefront.Item, _ view: View) -> [String: Any] {
        [
            "href": view.address("p/\(item.product.id)"), "image": item.product.image,
            "title": served(item.title, view),
            "price": item.isLowestOfSeveral ? view.strings.productFrom(price: item.price) : item.price,
        ]
    }

    private func stockLine(_ product: Product, _ free: Int, _ view: View) -> String {
        let isTour = product.kind == .tour
        guard free > 0 else { return isTour ? view.strings.tourFull() : view.strings.productSoldOut() }
        return isTour ? view.strings.tourPlaces(count: free) : view.strings.productStock(count: free)
    }

    /// A text with its language, and a note where it is not the page's.
    private func served(_ text: Served<String>, _ view: View) -> [String: Any] {
        view.served.note(text.language)
        var values: [String: Any] = ["text": text.value, "lang": text.language.description]
        // Mustache takes an empty text for a true one, so what is not there is left out. That a whole page is written over
        // from another script is said once, at its top.
        if case .fallback = text.origin { values["note"] = view.name("fallback", "\(text.language)") }
        return values
    }

    func page(
        _ template: String, _ view: View, title: String, category: String? = nil, _ content: [String: Any]
    ) -> String {
        let open = category.map { Set(site.catalog.categories.path(to: $0).map(\.id)) } ?? []
        // A shelf that is empty in this market is not shown.
        func isStocked(_ category: CategoryTree.Category) -> Bool { !view.shop.browse(category: category.id).isEmpty }
        func shelf(_ category: CategoryTree.Category) -> [String: Any] {
            [
                "name": view.text(category.name) ?? category.id, "href": view.address("c/\(category.id)"),
                "isCurrent": open.contains(category.id),
                "children": category.children.filter(isStocked).map(shelf),
            ]
        }
        let strings = view.strings
        var frame: [String: Any] = [
            "lang": view.shop.language.description, "dir": view.shop.language.isRightToLeft ? "rtl" : "ltr",
            "pageTitle": title, "siteName": strings.siteName(), "tagline": strings.siteTagline(),
            "legal": view.shop.legal.map { served($0, view) },
            "home": view.address(), "cartHref": view.address("cart"), "ordersHref": view.address("orders"),
            "cartCount": view.cart.cart.lines.count,
            "nav": [
                "skip": strings.navSkip(), "home": strings.navHome(), "cart": strings.navCart(),
                "categories": strings.navCategories(), "languages": strings.navLanguages(),
            ],
            "search": ["label": strings.searchLabel(), "placeholder": strings.searchPlaceholder()],
            "shelves": site.catalog.categories.roots.filter(isStocked).map(shelf),
            "markets": site.catalog.markets.map { market in
                [
                    "name": view.text(Localized(market.names)) ?? market.id,
                    "languages": market.languages.map { language in
                        [
                            "tag": language.description,
                            "name": Autonym.name(of: language),
                            "href": view.path(market: market.id, language: language),
                            "isCurrent": market.id == view.shop.market.id && language == view.shop.language,
                        ] as [String: Any]
                    },
                ] as [String: Any]
            },
        ]
        if ScriptConversion.source(of: view.shop.language) != nil {
            frame["converted"] = view.name("converted", "\(view.shop.language)")
        }
        return templates.render(frame.merging(content) { $1 }, withTemplate: template) ?? ""
    }
}

/// What a language calls itself: the same on every page, so that everyone finds theirs.
enum Autonym {
    static func name(of language: LanguageTag) -> String {
        switch (language.language, language.script) {
        case ("zh", "Hant"): "繁體中文"
        case ("zh", _): "简体中文"
        case ("ru", _): "Русский"
        case ("kk", "Latn"): "Qazaqşa"
        case ("kk", "Arab"): "قازاقشا"
        case ("kk", _): "Қазақша"
        default: language.description
        }
    }
}
