internal import ArgumentParser
internal import Foundation
internal import Keruen

struct Search: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Finds products as a buyer in a market would.",
        discussion: """
            Examples:
              keruen search --market kz --locale kk жібек
              keruen search --market cn --locale zh-Hans 丝绸 --format json
              keruen search --market kz --category crafts --material silk --price 10000-50000 --order title шарф
              keruen search --market ru --locale ru --in-stock --order newest --count-by region ковёр
              keruen search --market kz --locale ru --departing 2027-05-01..2027-06-30 тур

            The last word may be unfinished. Synonyms, other scripts, other keyboards and single slips are tried where a word is not found as it \
            is written. Where there is more than a page, the next begins with --after and what this one said at its end.
            """)

    @OptionGroup var place: ShopPlace

    @Option(help: "Only this category and those below it.")
    var category: String?

    @OptionGroup var filters: FilterOptions

    @Option(help: "relevance, title, price, price-desc or newest")
    var order = Order.relevance

    @OptionGroup var list: ListOptions
    @OptionGroup var catalog: CatalogOption
    @OptionGroup var language: LanguageOption

    enum Order: String, ExpressibleByArgument, CaseIterable {
        case relevance, title, price
        case priceDescending = "price-desc"
        case newest
    }

    @Argument(help: "What to look for.")
    var query: [String]

    func run() throws {
        let report = language.report()
        let (shop, snapshot) = try place.storefront(catalog, report)
        let query = query.joined(separator: " ")
        if let refusal = SearchRefusal(query) { throw Failure(.usage, [refusal.diagnostic], in: report) }
        let filters = try filters.filters(category: category, shop, report)
        let cursor = try list.cursor(report)
        let page: Storefront.Page
        do throws(CursorError) {
            page = try shop.search(
                query, filters: filters, order: .init(rawValue: order.rawValue) ?? .relevance, after: cursor,
                limit: list.limit)
        } catch { throw Failure(error, in: report) }
        var found = FoundProducts(
            page, total: shop.index.count(of: query, filters: filters), isScored: order == .relevance)
        found.suggestion = shop.index.suggestion(for: query)
        if let facet = list.facet { found.count(shop.counts(query, filters: filters, by: facet)) }
        // What is damaged finds nothing: that is no answer.
        if let damage = snapshot?.damage { throw Failure(damage, in: report) }
        if list.format == .text {
            if let suggestion = found.suggestion, !page.items.isEmpty {
                let arguments: [String: Diagnostic.Argument] = ["query": .text(query), "suggestion": .text(suggestion)]
                standardError(report.text("search.suggestion", arguments) ?? "")
            }
            if page.items.isEmpty { standardError(report.text("search.none", ["query": .text(query)]) ?? "") }
        }
        try found.write(list.format, report)
    }
}
