internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Keruen
internal import ShopSite

/// Every address that search engines may list: an index of pages for each market and language, each page written as it is read from the
/// index, so that a million products need no more memory than a few.
struct Sitemap {
    let site: Site
    let origin: String
    let now: Date

    /// Products a page. The protocol allows 50,000 addresses.
    static let size = 5_000
    private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    private static let names = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""

    var index: String {
        var text = Self.head + "<sitemapindex \(Self.names)>\n"
        for market in site.catalog.markets {
            for language in market.languages {
                guard let shop = site.storefront(market.id, language.description, at: now) else { continue }
                for page in 1...pages(of: shop) {
                    text += "<sitemap><loc>\(origin)/sitemap/\(market.id)/\(language)/\(page).xml</loc></sitemap>\n"
                }
            }
        }
        return text + "</sitemapindex>\n"
    }

    func pages(of shop: Storefront) -> Int { max(1, (shop.index.count + Self.size - 1) / Self.size) }

    /// - Parameter page: from 1; nil for one that isn't there.
    func page(_ page: Int, of shop: Storefront) -> ResponseBody? {
        guard (1...pages(of: shop)).contains(page) else { return nil }
        let first = (page - 1) * Self.size
        let end = min(first + Self.size, shop.index.count)
        return ResponseBody { writer in
            var text = Self.head + "<urlset \(Self.names)>\n"
            if page == 1 {
                let counts = site.categoryCounts(of: shop)
                let shelves = site.catalog.categories.all.filter { counts[$0.id] != nil }.map { Place.category($0) }
                for place in [.home] + shelves { add(place, shop, to: &text) }
            }
            for document in first..<max(first, end) {
                add(.product(shop.index.product(at: document)), shop, to: &text)
                guard text.utf8.count > 60_000 else { continue }
                try await writer.write(ByteBuffer(string: text))
                text = ""
            }
            try await writer.write(ByteBuffer(string: text + "</urlset>\n"))
            try await writer.finish(nil)
        }
    }

    /// Addresses are of letters, digits, hyphens and slashes alone: nothing in them needs to be escaped.
    private func add(_ place: Place, _ shop: Storefront, to text: inout String) {
        guard let address = place.address(in: shop.market, shop.language, of: site, on: shop.day) else { return }
        text += "<url><loc>\(origin)\(address)</loc></url>\n"
    }

    /// What robots are asked to leave alone: carts and orders, and the endless ways to ask for a list.
    var robots: String {
        let closed = ["cart", "quote", "checkout", "orders", "search", "suggest"]
        return
            (["User-agent: *"] + closed.map { "Disallow: /*/*/\($0)" }
            + ["Disallow: /board", "Disallow: /api/", "Sitemap: \(origin)/sitemap.xml", ""]).joined(separator: "\n")
    }
}
