internal import ArgumentParser
internal import Foundation
internal import Keruen

struct Browse: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists a category in the order of the reader's language.",
        discussion: """
            Examples:
              keruen browse --market kz --locale kk silk
              keruen browse --market cn --locale zh-Hans --skip 20 --limit 20
              keruen browse --market ru --in-stock --order price-desc --count-by material crafts
              keruen browse --market kz --locale ru --departing 2027-05-01..2027-06-30
            """)

    @OptionGroup var place: ShopPlace
    @OptionGroup var filters: FilterOptions

    @Option(help: "title, price, price-desc or newest")
    var order = Order.title

    @Option(help: "How many products to pass over.")
    var skip = 0

    @OptionGroup var list: ListOptions
    @OptionGroup var catalog: CatalogOption
    @OptionGroup var language: LanguageOption

    enum Order: String, ExpressibleByArgument, CaseIterable {
        case title, price
        case priceDescending = "price-desc"
        case newest
    }

    @Argument(help: "The category; everything when left out.")
    var category: String?

    func run() throws {
        let report = language.report()
        let (shop, snapshot) = try place.storefront(catalog, report)
        let filters = try filters.filters(category: category, shop, report)
        let cursor = try list.cursor(report)
        try ListOptions.require("--skip", skip, least: 0, report)
        guard skip == 0 || cursor == nil else { throw Failure(.usage, [Diagnostic("SRC0115")], in: report) }
        let order = SearchIndex.Order(rawValue: order.rawValue) ?? .title
        let page: Storefront.Page
        do throws(CursorError) {
            page = try shop.browse(filters: filters, order: order, after: cursor, skipping: skip, limit: list.limit)
        } catch { throw Failure(error, in: report) }
        var found = FoundProducts(page, total: shop.index.count(category: nil, filters: filters), isScored: false)
        if let facet = list.facet { found.count(shop.counts(category: nil, filters: filters, by: facet)) }
        // What is damaged finds nothing: that is no answer.
        if let damage = snapshot?.damage { throw Failure(damage, in: report) }
        if list.format == .text, page.items.isEmpty { standardError(report.text("search.empty") ?? "") }
        try found.write(list.format, report)
    }
}
