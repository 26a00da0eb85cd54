internal import ArgumentParser
internal import Foundation
internal import Keruen

struct Stock: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Keeps the books of what is in the warehouses.",
        subcommands: [Open.self, Add.self, Levels.self, Check.self])

    struct Open: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Enters the catalogue's opening balances.",
            discussion: """
                Example:
                  keruen stock open --store keruen.sqlite

                Once per SKU and warehouse, and per departure of a tour: what the store has already stays as it is.
                """)

        @OptionGroup var store: StoreOption
        @OptionGroup var catalog: CatalogOption
        @OptionGroup var language: LanguageOption

        func run() async throws {
            let report = language.report()
            let catalog = try catalog.load(report)
            let count = try await report.trading { try await store.open(report, making: true).openStock(of: catalog) }
            try write(report.text("stock.opened", ["count": .integer(count)]) ?? "", report)
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Takes in goods that have come and were counted.",
            discussion: """
                Example:
                  keruen stock add --store keruen.sqlite --into urumqi --note GRN-2027-014 XJ-DUT-315=12

                The same delivery note again changes nothing; with other goods it is refused.
                """)

        @OptionGroup var store: StoreOption
        @Option(help: "The warehouse that they lie in.")
        var into: String
        @Option(help: "The delivery note's number.")
        var note: String
        @OptionGroup var catalog: CatalogOption
        @OptionGroup var language: LanguageOption
        @Argument(help: ArgumentHelp("What has come.", valueName: "sku[=quantity]"))
        var items: [String]

        func run() async throws {
            let report = language.report()
            let catalog = try catalog.load(report)
            let warehouse = try catalog.warehouse(into, report)
            let levels = try await report.trading {
                var goods: [Reservation] = []
                for line in try Cart(typedGoods: items, of: catalog, report).lines {
                    goods.append(Reservation(warehouse: warehouse.id, sku: line.sku, quantity: line.quantity))
                }
                let store = try await store.open(report, making: true)
                try await store.openStock(of: catalog)
                if try await !store.takeIn(goods, note: note, of: catalog) {
                    standardError(report.text("stock.known", ["note": .text(note)]) ?? note)
                }
                let taken = goods
                return try await store.read { transaction throws(TradeError) in
                    var levels: [Level] = []
                    for place in taken.map(\.place) {
                        if let level = try transaction.level(at: place) { levels.append(Level(place, level)) }
                    }
                    return levels
                }
            }
            for level in levels { try write(level.line(report), report) }
        }
    }

    struct Levels: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Shows what is there and what of it is set aside.",
            discussion: """
                Example:
                  keruen stock show --store keruen.sqlite XJ-DUT-315 caravan-week@2027-05-16
                """)

        @OptionGroup var store: StoreOption
        @Option(help: "text or json")
        var format = ReportFormat.text
        @OptionGroup var catalog: CatalogOption
        @OptionGroup var language: LanguageOption
        @Argument(help: ArgumentHelp("What to show; everything when left out.", valueName: "sku|tour@day"))
        var items: [String] = []

        func run() async throws {
            let report = language.report()
            let catalog = try catalog.load(report)
            let wanted = try items.map { text in
                guard let item = StockItem(text) else {
                    throw Failure(.usage, [Diagnostic("CLI0176", .error, at: nil, ["value": .text(text)])], in: report)
                }
                return item
            }
            let known = catalog.stockItems
            let levels = try await report.trading {
                try await store.open(report).read { transaction throws(TradeError) in
                    // The store's own rows: goods lie where no opening balance was, and outlive the catalogue.
                    guard !wanted.isEmpty else {
                        return try transaction.levels(of: nil).map { Level($0.place, $0.level) }
                    }
                    var levels: [Level] = []
                    for item in wanted {
                        let rows = try transaction.levels(of: item)
                        guard !rows.isEmpty || known.contains(item) else {
                            throw TradeError(.unknownSKU, ["sku": .text(item.description)])
                        }
                        levels += rows.map { Level($0.place, $0.level) }
                    }
                    return levels
                }
            }
            switch format {
            case .json: try write(JSONReport(in: report).encode(Body(levels: levels)), report)
            case .text: for level in levels { try write(level.line(report), report) }
            }
        }

        private struct Body: Encodable {
            var version = 1
            var levels: [Level]
        }
    }

    fileprivate struct Level: Encodable, Sendable {
        var item: String
        var warehouse: String
        var onHand: Int
        var reserved: Int

        init(_ place: StockPlace, _ level: StockLevel) {
            (item, warehouse) = (place.item.description, place.warehouse)
            (onHand, reserved) = (level.onHand, level.reserved)
        }

        func line(_ report: ReportLanguage) -> String {
            let text = report.text("stock.level", ["onHand": .integer(onHand), "reserved": .integer(reserved)])
            return "\(item)  \(warehouse)  \(text ?? "")"
        }
    }
}
