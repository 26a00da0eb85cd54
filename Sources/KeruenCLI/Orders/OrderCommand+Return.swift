internal import ArgumentParser
internal import Foundation
internal import Keruen

extension OrderCommand {
    struct Return: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Announces what comes back, or checks it in.",
            discussion: """
                Example:
                  keruen order return --store keruen.sqlite KR-7F3K-9QXM-2B4T XJ-DUT-315=2
                  keruen order return --store keruen.sqlite --received --into almaty KR-7F3K-9QXM-2B4T XJ-DUT-315=2

                With --received it is what came and was accepted: it is owed back, and goes on sale again but for what --faulty names. \
                One of two dutars has a crack:
                  keruen order return --store keruen.sqlite --received --into almaty --faulty XJ-DUT-315=1 \\
                    KR-7F3K-9QXM-2B4T XJ-DUT-315=2
                """)

        @Flag(help: "The goods are here and have been looked at.")
        var received = false
        @Flag(help: "Out of kindness, or for a fault: without asking how long ago the delivery was.")
        var agreed = false
        @Option(help: "The warehouse that they lie in now.")
        var into: String?
        @Option(
            help: ArgumentHelp(
                "Pieces of them that nobody can buy any more; may be repeated.", valueName: "sku[=quantity]"))
        var faulty: [String] = []
        @OptionGroup var order: OneOrder
        @Argument(help: ArgumentHelp("What comes back.", valueName: "sku[=quantity]"))
        var items: [String]

        func run() async throws {
            let report = order.language.report()
            if received, into == nil { throw Failure(option: "--received", wants: "--into", in: report) }
            if !received, into != nil { throw Failure(option: "--into", wants: "--received", in: report) }
            if !received, !faulty.isEmpty { throw Failure(option: "--faulty", wants: "--received", in: report) }
            let catalog = try order.catalog.load(report)
            let warehouse = try into.map { try catalog.warehouse($0, report) }
            try await order.run { store, id, now in
                guard let order = try await store.order(id) else {
                    throw TradeError(.unknownOrder, ["id": .text(id.description)])
                }
                let lines = try order.returnLines(typed: items, of: catalog, report)
                guard let warehouse else {
                    // What could not be delivered comes back without a right of return.
                    if agreed || order.delivered == nil { return try await store.startReturn(of: lines, id, at: now) }
                    return try await store.startReturn(of: lines, id, under: .standard, in: catalog, at: now)
                }
                var sellable = lines
                for broken in try order.returnLines(typed: faulty, of: catalog, report) {
                    guard let index = sellable.firstIndex(where: { $0.line == broken.line }),
                        sellable[index].quantity >= broken.quantity
                    else { throw TradeError(.returnTooLarge, ["id": .text(id.description)]) }
                    sellable[index].quantity -= broken.quantity
                }
                return try await store.receiveReturn(
                    of: lines, sellable: sellable.filter { $0.quantity > 0 }, id, into: warehouse.id, at: now)
            }
        }
    }
}

extension Order {
    /// The lines that people name by their SKUs.
    /// - Throws: `Failure` for what is no SKU, `TradeError` with `notInOrder`, or for tours and days.
    fileprivate func returnLines(
        typed items: [String], of catalog: Catalog, _ report: ReportLanguage
    ) throws -> [ReturnLine] {
        try Cart(typedGoods: items, of: catalog, report).lines.map { wanted in
            guard let line = lines.firstIndex(where: { $0.sku == wanted.sku }) else {
                throw TradeError(
                    .notInOrder, ["id": .text(id.description), "sku": .text(wanted.sku.description)])
            }
            return ReturnLine(line: line, quantity: wanted.quantity)
        }
    }
}

extension Catalog {
    func warehouse(_ id: String, _ report: ReportLanguage) throws -> Warehouse {
        guard let warehouse = warehouses.first(where: { $0.id == id }) else {
            let known = warehouses.map(\.id).joined(separator: ", ")
            throw Failure(
                .usage, [Diagnostic("CLI0172", .error, at: nil, ["value": .text(id), "known": .text(known)])],
                in: report)
        }
        return warehouse
    }
}

extension Failure {
    /// An option that means nothing without another one.
    init(option: String, wants other: String, in report: ReportLanguage) {
        self.init(
            .usage, [Diagnostic("CLI0177", .error, at: nil, ["option": .text(option), "other": .text(other)])],
            in: report)
    }

    /// Two options of which each says something else.
    init(option: String, excludes other: String, in report: ReportLanguage) {
        self.init(
            .usage, [Diagnostic("CLI0171", .error, at: nil, ["option": .text(option), "other": .text(other)])],
            in: report)
    }
}
