internal import Keruen
internal import ShopSite

/// What a page is about. It has an address in every market and language that has it, so that who changes either stays with it.
enum Place {
    case home
    case category(CategoryTree.Category, ListQuery = ListQuery())
    case product(Product)
    case search(ListQuery)
    /// A page without a localized address: `cart`.
    case other(String)

    /// Nil where the market doesn't have it.
    func address(in market: Market, _ language: LanguageTag, of site: Site, on day: CivilDate) -> String? {
        let home = "/\(market.id)/\(language)/"
        switch self {
        case .home: return home
        case .category(let category, let query):
            let slug = Slugs.slug(of: category.name, in: market, language) ?? category.id
            return home + "c/\(category.id)/\(slug)" + query.suffix
        case .product(let product):
            guard site.catalog.lowestPrice(of: product, in: market.id, on: day) != nil else { return nil }
            return home + "p/\(product.id)/\(Slugs.slug(of: product.title, in: market, language) ?? product.id)"
        case .search(let query): return home + "search" + query.suffix
        case .other(let rest): return home + rest
        }
    }

    /// The same without what narrows a list down: the one address that machines should know it by.
    var canonical: Place {
        if case .category(let category, _) = self { .category(category) } else { self }
    }

    /// The same as far as another market or language has it: a page's place in a list is its own language's, prices are a market's.
    func moved(fromMarket: Bool) -> Place {
        switch self {
        case .category(let category, let query): .category(category, query.moved(fromMarket: fromMarket))
        case .search(let query): .search(query.moved(fromMarket: fromMarket))
        // Another market has another cart and other orders; another language has the same.
        case .other(let rest) where fromMarket && rest != "cart": .home
        case .home, .product, .other: self
        }
    }

    /// Where someone goes who wants it in a market that doesn't have it: to the shelf that it stands on.
    func nearest(in site: Site) -> Place {
        guard case .product(let product) = self, let shelf = site.catalog.categories[product.category] else {
            return .home
        }
        return .category(shelf)
    }
}
