internal import ArgumentParser
internal import Foundation
internal import Keruen

/// `--market` and `--locale`: where a buyer is, and what they read.
struct ShopPlace: ParsableArguments {
    @Option(help: "A market's code: cn, ru or kz.")
    var market: String

    @Option(help: "One of the market's languages; its first when left out.")
    var locale: String?

    @Option(help: "A folder that `keruen index` wrote, to be read in the catalogue's place.")
    var snapshot: String?

    /// A snapshot is given too where it is read, for what it finds damaged while it answers.
    func storefront(
        _ option: CatalogOption, _ report: ReportLanguage
    ) throws -> (shop: Storefront, snapshot: Snapshot?) {
        guard let snapshot else {
            let catalog = try option.load(report)
            let (market, locale) = try place(in: catalog, report)
            let shop = try Storefront(
                catalog, strings: StringTables(), market: market.id, language: locale.description)
            return (shop, nil)
        }
        do {
            let opened = try Snapshot(SnapshotFolder(URL(filePath: snapshot)).current())
            let (market, locale) = try place(in: opened.catalog, report)
            let shop = try Storefront(opened, strings: StringTables(), market: market.id, language: locale.description)
            return (shop, opened)
        } catch let error as SegmentError { throw Failure(error, in: report) }
    }

    private func place(in catalog: Catalog, _ report: ReportLanguage) throws -> (Market, LanguageTag) {
        let market = try catalog.market(market, report)
        return (market, try market.language(locale, report))
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
