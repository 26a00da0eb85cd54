internal import ArgumentParser
internal import Keruen

/// `--market` and `--locale`: where a buyer is, and what they read.
struct ShopPlace: ParsableArguments {
    @Option(help: "A market's code: cn, ru or kz.")
    var market: String

    @Option(help: "One of the market's languages; its first when left out.")
    var locale: String?

    func storefront(_ catalog: Catalog, _ report: ReportLanguage) throws -> Storefront {
        let market = try catalog.market(market, report)
        let locale = try market.language(locale, report)
        return try Storefront(catalog, strings: StringTables(), market: market.id, language: locale.description)
    }
}

extension Catalog {
    func require(category: String, _ report: ReportLanguage) throws {
        guard categories[category] == nil else { return }
        let known = categories.all.map(\.id).joined(separator: ", ")
        throw Failure(
            .usage, [Diagnostic("CAT0105", .error, at: nil, ["category": .text(category), "known": .text(known)])],
            in: report)
    }
}
