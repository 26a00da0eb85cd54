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
            """)

    @Option(help: "A market's code: cn, ru or kz.")
    var market: String

    @Option(help: "One of the market's languages; its first when left out.")
    var locale: String?

    @Option(help: "How many products at the most.")
    var limit = 20

    @Option(help: "text or json")
    var format = ReportFormat.text

    @OptionGroup var catalog: CatalogOption
    @OptionGroup var language: LanguageOption

    @Argument(help: "What to look for.")
    var query: [String]

    func run() throws {
        let report = language.report()
        let catalog = try catalog.load(report)
        let market = try catalog.market(market, report)
        let locale = try market.language(locale, report)
        let shop = try Storefront(
            catalog, strings: StringTables(), market: market.id, language: locale.description)
        let query = query.joined(separator: " ")
        let found = shop.search(query, limit: limit)
        switch format {
        case .json:
            try write(
                JSONReport(in: report).encode(Found(version: 1, products: found.map { .init($0.item, $0.score) })),
                report)
        case .text where found.isEmpty: standardError(report.text("search.none", ["query": .text(query)]) ?? "")
        case .text:
            for (item, _) in found {
                let sku = item.product.variants.first?.sku.description ?? ""
                try write("\(sku)\t\(item.title.value)\t\(item.price)", report)
            }
        }
    }

    private struct Found: Encodable {
        var version: Int
        var products: [Entry]

        struct Entry: Encodable {
            var id: String
            var sku: [String]
            var title: String
            var language: String
            var price: String
            var score: Double

            init(_ item: Storefront.Item, _ score: Double) {
                id = item.product.id
                sku = item.product.variants.map(\.sku.description)
                title = item.title.value
                language = item.title.language.description
                price = item.price
                self.score = (score * 1_000).rounded() / 1_000
            }
        }
    }
}
