internal import ArgumentParser
internal import Foundation
internal import Keruen
internal import KeruenSQLite

struct OrderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "order", abstract: "Places orders and shows them.", subcommands: [Place.self, Show.self])
}

extension OrderCommand {
    struct Place: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Places an order and reserves its stock.",
            discussion: """
                Example:
                  keruen order place --store keruen.sqlite --market kz --key 2027-0001 XJ-DUT-315=2 KZ-DMB-001-98

                The same key again shows the same order; nothing is reserved twice. Opening balances of the catalogue \
                that the store does not have yet are entered first.
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
        @Argument(help: ArgumentHelp("What to buy.", valueName: "sku[=quantity]"))
        var items: [String]

        func run() async throws {
            let report = language.report()
            let catalog = try catalog.load(report)
            let market = try catalog.market(market, report)
            let locale = try market.language(locale, report)
            let now = Date()
            do {
                let cart = try Self.cart(items, report)
                let quote = try Quote(cart, in: market, from: catalog, at: now)
                let request = OrderRequest(key: try IdempotencyKey(key), quote: quote, language: locale)
                let store = try store.open(report)
                try await store.openStock(of: catalog)
                let warehouses = catalog.warehouses(serving: market).map(\.id)
                let order = try await store.place(request, from: warehouses, at: now)
                try write(OrderText(order, market: market, report: report).text(format), report)
            } catch let error as TradeError {
                throw Failure(error, in: report)
            }
        }

        /// - Throws: `Failure` for what is no SKU, `TradeError` for a quantity nobody buys.
        private static func cart(_ items: [String], _ report: ReportLanguage) throws -> Cart {
            var cart = Cart()
            for item in items {
                let parts = item.split(separator: "=", omittingEmptySubsequences: false)
                guard let sku = SKU(String(parts[0])), parts.count <= 2, parts.count == 1 || Int(parts[1]) != nil else {
                    throw Failure(.usage, [Diagnostic("CLI0101", .error, at: nil, ["value": .text(item)])], in: report)
                }
                try cart.add(sku, quantity: parts.count == 2 ? Int(parts[1]) ?? 0 : 1)
            }
            return cart
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shows a placed order.",
            discussion: """
                Example:
                  keruen order show --store keruen.sqlite KR-7F3K-9QXM-2B4T
                """)

        @OptionGroup var store: StoreOption
        @Option(help: "text or json")
        var format = ReportFormat.text
        @OptionGroup var catalog: CatalogOption
        @OptionGroup var language: LanguageOption
        @Argument(help: "The order's id.")
        var id: String

        func run() async throws {
            let report = language.report()
            let catalog = try catalog.load(report)
            do {
                let store = try store.open(report)
                guard let id = Order.ID(id), let order = try await store.order(id) else {
                    throw TradeError(.unknownOrder, ["id": .text(id)])
                }
                let market = try catalog.market(order.market, report)
                try write(OrderText(order, market: market, report: report).text(format), report)
            } catch let error as TradeError {
                throw Failure(error, in: report)
            }
        }
    }
}

/// `--store`: the file that orders are kept in.
struct StoreOption: ParsableArguments {
    @Option(help: "The store's SQLite file; made when it is not there.")
    var store: String

    func open(_ report: ReportLanguage) throws -> any OrderStore {
        #if SQLite
            return try SQLiteStore(path: store)
        #else
            throw Failure(.usage, [Diagnostic("CLI0104", .error)], in: report)
        #endif
    }
}

extension Failure {
    init(_ error: TradeError, in language: ReportLanguage) {
        let isStore = [.storeFailed, .storeTooNew].contains(error.code)
        self.init(isStore ? .unreadable : .findings, [error.diagnostic], in: language)
    }
}
