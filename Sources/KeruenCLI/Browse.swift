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
            """)

    @OptionGroup var place: ShopPlace

    @Option(help: "How many products to pass over.")
    var skip = 0

    @Option(help: "How many products at the most.")
    var limit = 20

    @Option(help: "text or json")
    var format = ReportFormat.text

    @OptionGroup var catalog: CatalogOption
    @OptionGroup var language: LanguageOption

    @Argument(help: "The category; everything when left out.")
    var category: String?

    func run() throws {
        let report = language.report()
        let shop = try place.storefront(catalog.load(report), report)
        if let category { try shop.catalog.require(category: category, report) }
        let items = shop.browse(category: category, skipping: skip, limit: limit)
        try FoundProducts(items.map { ($0, nil) }).write(format, report)
    }
}
