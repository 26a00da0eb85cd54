internal import ArgumentParser
internal import Foundation
internal import Keruen
internal import KeruenCustoms

struct PurchaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "purchase",
        abstract: "Keeps what the shop buys: ordered, shipped, counted, for sale; and buyers' years.",
        subcommands: [
            Place.self, Ship.self, Enter.self, Count.self, Release.self, Close.self, Cancel.self, Show.self,
            QuotaOf.self,
        ])
}

/// What every command on one purchase takes.
struct OnePurchase: ParsableArguments {
    @OptionGroup var store: StoreOption
    @Option(help: "text or json")
    var format = ReportFormat.text
    @OptionGroup var language: LanguageOption
    @Argument(help: "The purchase order's id, as PO-7F3K-9QXM-2B4T.")
    var id: String

    /// Does something to the purchase, and writes what it is then.
    func run(_ body: (any OrderStore, Purchase.ID, Date) async throws -> Purchase) async throws {
        let report = language.report()
        let purchase = try await report.trading {
            guard let id = Purchase.ID(id) else { throw TradeError(.badPurchaseID) }
            return try await body(try await store.open(report), id, Date())
        }
        try write(PurchaseText(purchase, report: report).text(format), report)
    }
}

extension PurchaseCommand {
    struct Place: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Orders goods of a supplier.",
            discussion: """
                Example:
                  keruen purchase place --store keruen.sqlite --key po-2027-014 --supplier Kokshe --into khorgos XJ-DUT-315=12

                The same key again shows the same purchase order. Goods that retail may not bring into China are not bought for it.
                """)

        @OptionGroup var store: StoreOption
        @Option(help: "A key that you make up for this purchase, 1 to 64 characters.")
        var key: String
        @Option(help: "Who sells the goods to you.")
        var supplier: String
        @Option(help: "The warehouse that they are to lie in.")
        var into: String
        @Option(help: "1210: they wait in a bonded zone. 9610: they wait abroad.")
        var mode = "1210"
        @Option(help: "text or json")
        var format = ReportFormat.text
        @OptionGroup var positive: PositiveListOption
        @OptionGroup var catalog: CatalogOption
        @OptionGroup var language: LanguageOption
        @Argument(help: ArgumentHelp("What to buy.", valueName: "sku[=quantity]"))
        var items: [String]

        func validate() throws {
            guard Purchase.Mode(rawValue: mode) != nil else { throw ValidationError("--mode wants 1210 or 9610") }
        }

        func run() async throws {
            let report = language.report()
            let catalog = try catalog.load(report)
            let warehouse = try catalog.warehouse(into, report)
            let list = try positive.list(report)
            let purchase = try await report.trading {
                let mode = Purchase.Mode(rawValue: mode) ?? .bonded
                try mode.check(warehouse)
                var lines: [Purchase.Line] = []
                for line in try Cart(typedGoods: items, of: catalog, report).lines {
                    guard let product = catalog.item(line.sku)?.product else {
                        throw TradeError(.unknownSKU, ["sku": .text(line.sku.description)])
                    }
                    // Of what there is one of, nobody delivers two.
                    if case .handicraft(let craft) = product.details, craft.isOneOfAKind, line.quantity > 1 {
                        throw TradeError(.oneOfAKind, ["sku": .text(line.sku.description)])
                    }
                    lines.append(Purchase.Line(sku: line.sku, quantity: line.quantity))
                }
                // Both modes are ways into China.
                let today = CivilDate(daysSince1970: Int32(clamping: Int(Date().timeIntervalSince1970 / 86_400)))
                let answers = list.answers(for: lines.map(\.sku), in: catalog, on: today)
                guard answers.blocks.isEmpty else { throw Failure(.findings, answers.blocks, in: report) }
                for review in answers.reviews { standardError(TerminalReport(in: report).line(review)) }
                let placement = PurchaseEvent.Placement(
                    key: try IdempotencyKey(key), supplier: supplier, warehouse: warehouse.id,
                    mode: mode, lines: lines)
                return try await store.open(report, making: true).place(placement, at: Date())
            }
            try write(PurchaseText(purchase, report: report).text(format), report)
        }
    }

    struct Ship: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Notes that the supplier has sent the goods.")

        @Option(help: "The waybill's number.")
        var reference: String?
        @OptionGroup var purchase: OnePurchase

        func run() async throws {
            try await purchase.run { store, id, now in
                try await store.advance(id, .shipped, reference: reference, at: now)
            }
        }
    }

    struct Enter: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Notes that the goods are in the bonded zone.")

        @Option(help: "The entry list's number.")
        var reference: String?
        @OptionGroup var purchase: OnePurchase

        func run() async throws {
            try await purchase.run { store, id, now in
                try await store.advance(id, .entered, reference: reference, at: now)
            }
        }
    }

    struct Count: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Notes what was found when the goods came; nothing is for sale yet.",
            discussion: """
                Example:
                  keruen purchase count --store keruen.sqlite PO-7F3K-9QXM-2B4T XJ-DUT-315=11+1

                11+1 is eleven intact and one damaged. What is not named was not found. It may be counted again until it is released.
                """)

        @OptionGroup var purchase: OnePurchase
        @Argument(help: ArgumentHelp("What was found.", valueName: "sku=intact[+damaged]"))
        var items: [String]

        func run() async throws {
            let report = purchase.language.report()
            let found = try found(report)
            try await purchase.run { store, id, now in try await store.count(found, of: id, at: now) }
        }

        private func found(_ report: ReportLanguage) throws -> [SKU: (intact: Int, damaged: Int)] {
            var found: [SKU: (intact: Int, damaged: Int)] = [:]
            for item in items {
                let parts = item.split(separator: "=", omittingEmptySubsequences: false)
                let numbers = parts.last?.split(separator: "+", omittingEmptySubsequences: false).map { number in
                    number.utf8.allSatisfy { (0x30...0x39).contains($0) } && (1...6).contains(number.utf8.count)
                        ? Int(number) : nil
                }
                guard parts.count == 2, let sku = SKU(String(parts[0])), let numbers, numbers.count <= 2,
                    let intact = numbers[0], let damaged = numbers.count == 2 ? numbers[1] : 0,
                    found.updateValue((intact, damaged), forKey: sku) == nil
                else {
                    throw Failure(.usage, [Diagnostic("CLI0146", .error, at: nil, ["value": .text(item)])], in: report)
                }
            }
            return found
        }
    }

    struct Release: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Puts what was counted intact on sale, once.",
            discussion: """
                Example:
                  keruen purchase release --store keruen.sqlite PO-7F3K-9QXM-2B4T

                What came beyond the order stays aside: it stands on no entry list. Opening balances of the catalogue that the store does \
                not have yet are entered first.
                """)

        @OptionGroup var purchase: OnePurchase
        @OptionGroup var catalog: CatalogOption

        func run() async throws {
            let catalog = try catalog.load(purchase.language.report())
            try await purchase.run { store, id, now in
                try await store.openStock(of: catalog)
                return try await store.release(id, at: now)
            }
        }
    }

    struct Close: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Closes a purchase whose goods are for sale.")

        @OptionGroup var purchase: OnePurchase

        func run() async throws {
            try await purchase.run { store, id, now in try await store.advance(id, .closed, at: now) }
        }
    }

    struct Cancel: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Calls a purchase off that has not come yet.")

        @OptionGroup var purchase: OnePurchase

        func run() async throws {
            try await purchase.run { store, id, now in try await store.advance(id, .cancelled, at: now) }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Shows one purchase, or the newest ones.")

        @OptionGroup var store: StoreOption
        @Option(help: "text or json")
        var format = ReportFormat.text
        @OptionGroup var language: LanguageOption
        @Argument(help: "The purchase order's id; the newest hundred when left out.")
        var id: String?

        func run() async throws {
            let report = language.report()
            let isOne = id != nil
            let purchases = try await report.trading {
                let store = try await store.open(report)
                guard let text = id else { return try await store.purchases() }
                guard let id = Purchase.ID(text) else { throw TradeError(.badPurchaseID) }
                guard let purchase = try await store.purchase(id) else {
                    throw TradeError(.unknownPurchase, ["id": .text(id.description)])
                }
                return [purchase]
            }
            if purchases.isEmpty, format == .text {
                return try write(report.text("purchase.none", [:]) ?? "", report)
            }
            if isOne, let purchase = purchases.first {
                return try write(PurchaseText(purchase, report: report).text(format), report)
            }
            try write(PurchaseText.text(purchases, format, report: report), report)
        }
    }
}
