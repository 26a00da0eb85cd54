internal import ArgumentParser
internal import Foundation
internal import Keruen
internal import KeruenCustoms

extension OrderCommand {
    struct Place: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Places an order and reserves its stock.",
            discussion: """
                Example:
                  keruen order place --store keruen.sqlite --market kz --key 2027-0001 XJ-DUT-315=2 KZ-DMB-001-98
                  keruen order place --store keruen.sqlite --market kz --key 2027-0002 TR-CRV-312-AD@2027-05-16=2

                The same key again shows the same order; nothing is reserved twice. Opening balances of the catalogue \
                that the store does not have yet are entered first. A tour is ordered with the day it starts. What comes to China from \
                abroad counts to its buyer's year, by a resident ID in a file or on standard input.
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
        @Option(help: "The country that it goes to; then freight, insurance, duty and tax are part of it.")
        var to: String?
        @Option(help: "The country of the warehouse; the first that has everything when left out.")
        var shipsFrom: String?
        @Option(help: "A warehouse in a bonded zone that it leaves; --ships-from is where the goods came from.")
        var bonded: String?
        @OptionGroup var options: QuoteOptions
        @OptionGroup var positive: PositiveListOption
        @Option(
            help: ArgumentHelp(
                "A file with the buyer's Chinese resident ID, for imports into China; - for standard input.",
                valueName: "file"))
        var residentId: String?
        @Flag(help: "A person has looked at what the quote leaves open.")
        var reviewed = false
        @OptionGroup var catalog: CatalogOption
        @OptionGroup var language: LanguageOption
        @Argument(help: ArgumentHelp("What to buy.", valueName: "sku[@day][=quantity]"))
        var items: [String]

        func run() async throws {
            let report = language.report()
            guard to != nil || options.areUntouched && shipsFrom == nil else {
                throw Failure(.usage, [Diagnostic("CLI0144", .error)], in: report)
            }
            let catalog = try catalog.load(report)
            let market = try catalog.market(market, report)
            let locale = try market.language(locale, report)
            let now = Date()
            let order = try await report.trading {
                let cart = try Cart(typed: items, of: catalog, report)
                let goods = try Quote(cart, in: market, from: catalog, at: now)
                var request = OrderRequest(key: try IdempotencyKey(key), quote: goods, language: locale)
                request.isReviewed = reviewed
                if let residentId { request.quotaBuyer = try ResidentFile.buyer(in: residentId, at: now, report) }
                let zone = try bonded.map { try catalog.warehouse($0, report) }
                if let zone { try Purchase.Mode.bonded.check(zone) }
                let ways =
                    try zone.map { [Fulfilment(.bondedImport, from: [$0.id])] }
                    ?? catalog.fulfilments(of: goods, with: try options.papers(report), by: options.channel)
                let store = try await store.open(report, making: true)
                try await store.openStock(of: catalog)
                guard let to else { return try await store.place(request, by: ways, at: now) }
                return try await place(request, of: cart, by: ways, to: to, in: market, catalog, store, report)
            }
            try write(OrderText(order, market: market, report: report).text(format), report)
        }

        /// What a parcel costs depends on where it comes from, so each way is quoted by itself; the first that has everything is taken.
        private func place(
            _ request: OrderRequest, of cart: Cart, by ways: [Fulfilment], to country: String, in market: Market,
            _ catalog: Catalog, _ store: some OrderStore, _ report: ReportLanguage
        ) async throws -> Order {
            let list = try positive.list(report)
            var refusal: TradeError?
            for way in ways {
                var request = request
                // A tour is sold where the market is; what a zone keeps has crossed no border yet.
                let place = catalog.warehouses.first { way.warehouses.contains($0.id) }?.country
                let origin = bonded == nil ? place ?? market.countries.first : shipsFrom ?? place
                guard let origin, shipsFrom == nil || shipsFrom == origin else { continue }
                let terms = try options.terms(to: country, from: origin, in: market, self.catalog, report)
                request.quote = try Quote(cart, in: market, from: catalog, under: terms, at: request.quote.made)
                request.quote.ask(list, in: catalog)
                do throws(TradeError) {
                    return try await store.place(request, by: [way], at: request.quote.made)
                } catch {
                    // What is open, so that a person can look at it.
                    if error.code == .needsReview {
                        let findings = [error.diagnostic] + request.quote.outcome.reasons
                        throw Failure(.findings, findings.map(report.readable), in: report)
                    }
                    guard error.code == .outOfStock else { throw error }
                    if refusal == nil { refusal = error }
                }
            }
            if let refusal { throw refusal }
            let origins = Set(
                ways.flatMap(\.warehouses).compactMap { id in catalog.warehouses.first { $0.id == id }?.country })
            throw TradeError(
                .noWarehouseThere,
                [
                    "country": .text(shipsFrom ?? country),
                    "known": .text(origins.sorted().joined(separator: ", ")),
                ])
        }
    }
}

extension Cart {
    /// Reads what people type: `XJ-DUT-315=2`, `TR-CRV-312-AD@2027-05-16`.
    /// - Throws: `Failure` for what is no SKU or day, `TradeError` for a quantity nobody buys.
    private init(typed items: [String], _ report: ReportLanguage) throws {
        self.init()
        for item in items {
            let parts = item.split(separator: "=", omittingEmptySubsequences: false)
            let name = parts[0].split(separator: "@", omittingEmptySubsequences: false)
            let day = name.count == 2 ? CivilDate(String(name[1])) : nil
            let isNumber =
                parts.count == 1 || (!parts[1].isEmpty && parts[1].utf8.allSatisfy { (0x30...0x39).contains($0) })
            guard let sku = SKU(String(name[0])), parts.count <= 2, name.count == 1 || day != nil, isNumber else {
                throw Failure(.usage, [Diagnostic("CLI0101", .error, at: nil, ["value": .text(item)])], in: report)
            }
            // A number past any word is a quantity nobody buys, like any other.
            try add(sku, quantity: parts.count == 2 ? Int(parts[1]) ?? .max : 1, departure: day)
        }
    }

    /// Reads what is bought: goods, and tours with the day they start.
    /// - Throws: `Failure` for what is no SKU or day, `TradeError` with `dayMissing` or `badQuantity`.
    init(typed items: [String], of catalog: Catalog, _ report: ReportLanguage) throws {
        try self.init(typed: items, report)
        for line in lines where line.departure == nil {
            guard case .tour(let tour)? = catalog.item(line.sku)?.product.details else { continue }
            let today = CivilDate(daysSince1970: Int32(clamping: Int(Date().timeIntervalSince1970 / 86_400)))
            // As they are typed, to be copied.
            let coming = tour.departures.filter { $0 > today }.sorted().map { "\(line.sku)@\($0)" }
            throw TradeError(
                .dayMissing,
                [
                    "sku": .text(line.sku.description),
                    "known": .text(coming.isEmpty ? "—" : coming.joined(separator: ", ")),
                ])
        }
    }

    /// Reads what is counted in pieces: no tours, and so no days.
    /// - Throws: `Failure` for what is no SKU, `TradeError` with `noGoods`, `noTour` or `badQuantity`.
    init(typedGoods items: [String], of catalog: Catalog, _ report: ReportLanguage) throws {
        try self.init(typed: items, report)
        for line in lines {
            if case .tour? = catalog.item(line.sku)?.product.details {
                throw TradeError(.noGoods, ["sku": .text(line.sku.description)])
            }
            guard line.departure == nil else { throw TradeError(.noTour, ["sku": .text(line.sku.description)]) }
        }
    }
}
