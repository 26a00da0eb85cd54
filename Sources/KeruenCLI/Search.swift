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

            The last word may be unfinished. Synonyms, other scripts, other keyboards and single slips are tried where a word is not found as it \
            is written.
            """)

    @OptionGroup var place: ShopPlace

    @Option(help: "Only this category and those below it.")
    var category: String?

    @Option(help: "Only what is made of this: a code of materials.yaml.")
    var material: String?

    @Option(help: "Only what is from or leads to this: a code of regions.yaml.")
    var region: String?

    @Option(help: ArgumentHelp("Only prices from and to, in the market's currency.", valueName: "from-to"))
    var price: String?

    @Option(help: "relevance, title or price")
    var order = Order.relevance

    @Option(help: "How many products at the most.")
    var limit = 20

    @Option(help: "text or json")
    var format = ReportFormat.text

    enum Order: String, ExpressibleByArgument, CaseIterable { case relevance, title, price }

    @OptionGroup var catalog: CatalogOption
    @OptionGroup var language: LanguageOption

    @Argument(help: "What to look for.")
    var query: [String]

    func run() throws {
        let report = language.report()
        let catalog = try catalog.load(report)
        let shop = try place.storefront(catalog, report)
        if let category { try catalog.require(category: category, report) }
        let query = query.joined(separator: " ")
        if let refusal = SearchRefusal(query) { throw Failure(.usage, [refusal.diagnostic], in: report) }
        let filters = SearchIndex.Filters(
            category: category, material: material, region: region, price: try bounds(shop.market, report))
        let found = shop.search(
            query, filters: filters, order: .init(rawValue: order.rawValue) ?? .relevance, limit: limit)
        if found.isEmpty, format == .text {
            standardError(report.text("search.none", ["query": .text(query)]) ?? "")
            return
        }
        try FoundProducts(found.map { ($0.item, $0.score) }).write(format, report)
    }

    /// In minor units; either end may be left out.
    private func bounds(_ market: Market, _ report: ReportLanguage) throws -> ClosedRange<Int64>? {
        guard let price else { return nil }
        let ends = price.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        func amount(_ text: String, or open: Int64) -> Int64? {
            text.isEmpty ? open : (try? Money(text, market.currency))?.minorUnits
        }
        guard ends.count == 2, let from = amount(ends[0], or: 0), let to = amount(ends[1], or: .max), from <= to else {
            throw Failure(.usage, [Diagnostic("CLI0123", .error, at: nil, ["value": .text(price)])], in: report)
        }
        return from...to
    }
}
