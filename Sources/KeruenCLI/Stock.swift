internal import ArgumentParser
internal import Foundation
internal import Keruen

struct Stock: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Keeps the books of what is in the warehouses.", subcommands: [Open.self])

    struct Open: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Enters the catalogue's opening balances.",
            discussion: """
                Example:
                  keruen stock open --store keruen.sqlite

                Once per SKU and warehouse: what the store has already stays as it is.
                """)

        @OptionGroup var store: StoreOption
        @OptionGroup var catalog: CatalogOption
        @OptionGroup var language: LanguageOption

        func run() async throws {
            let report = language.report()
            let catalog = try catalog.load(report)
            do {
                let count = try await store.open(report).openStock(of: catalog)
                try write(report.text("stock.opened", ["count": .integer(count)]) ?? "", report)
            } catch let error as TradeError {
                throw Failure(error, in: report)
            }
        }
    }
}
