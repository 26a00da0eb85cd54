internal import ArgumentParser
internal import Foundation
internal import Keruen

extension OrderCommand {
    struct Place: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Places an order and reserves its stock.",
            discussion: """
                Example:
                  keruen order place --store keruen.sqlite --market kz --key 2027-0001 XJ-DUT-315=2 KZ-DMB-001-98
                  keruen order place --store keruen.sqlite --market kz --key 2027-0002 TR-CRV-312-AD@2027-05-16=2

                The same key again shows the same order; nothing is reserved twice. Opening balances of the catalogue \
                that the store does not have yet are entered first. A tour is ordered with the day it starts.
                """)

        @OptionGroup var store: StoreOption
        @Option(help: "A market's code: cn, ru or kz.")
        var market: String
        @Option(help: "A key that you make up for this order, 1 to 64 characters.")
        var key: String
        @Option(help: "The language the buyer reads; the market's first when left out.")
        var locale: String?
        @Option(help: "text or json")
        var format = ReportFormat.text
        @OptionGroup var catalog: CatalogOption
        @OptionGroup var language: LanguageOption
        @Argument(help: ArgumentHelp("What to buy.", valueName: "sku[@day][=quantity]"))
        var items: [String]

        func run() async throws {
            let report = language.report()
            let catalog = try catalog.load(report)
            let market = try catalog.market(market, report)
            let locale = try market.language(locale, report)
            let now = Date()
            let order = try await report.trading {
                let cart = try Cart(typed: items, report)
                let quote = try Quote(cart, in: market, from: catalog, at: now)
                let request = OrderRequest(
                    key: try IdempotencyKey(key), quote: quote, language: locale,
                    freeCancellation: catalog.freeCancellation(of: quote))
                let store = try store.open(report)
                try await store.openStock(of: catalog)
                return try await store.place(request, by: try catalog.fulfilments(of: quote), at: now)
            }
            try write(OrderText(order, market: market, report: report).text(format), report)
        }
    }
}

extension Cart {
    /// Reads what people type: `XJ-DUT-315=2`, `TR-CRV-312-AD@2027-05-16`.
    /// - Throws: `Failure` for what is no SKU or day, `TradeError` for a quantity nobody buys.
    init(typed items: [String], _ report: ReportLanguage) throws {
        self.init()
        for item in items {
            let parts = item.split(separator: "=", omittingEmptySubsequences: false)
            let name = parts[0].split(separator: "@", omittingEmptySubsequences: false)
            let day = name.count == 2 ? CivilDate(String(name[1])) : nil
            let isNumber = parts.count == 1 || (!parts[1].isEmpty && parts[1].utf8.allSatisfy { (0x30...0x39).contains($0) })
            guard let sku = SKU(String(name[0])), parts.count <= 2, name.count == 1 || day != nil, isNumber else {
                throw Failure(.usage, [Diagnostic("CLI0101", .error, at: nil, ["value": .text(item)])], in: report)
            }
            // A number past any word is a quantity nobody buys, like any other.
            try add(sku, quantity: parts.count == 2 ? Int(parts[1]) ?? .max : 1, departure: day)
        }
    }
}
