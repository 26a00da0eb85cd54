internal import ArgumentParser
internal import Foundation
internal import Keruen

extension OrderCommand {
    struct Return: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Announces what comes back, or checks it in.",
            discussion: """
                Example:
                  keruen order return --store keruen.sqlite KR-7F3K-9QXM-2B4T XJ-DUT-315=1
                  keruen order return --store keruen.sqlite --received --into almaty KR-7F3K-9QXM-2B4T XJ-DUT-315=1

                With --received it is what passed the check on arrival: it goes on sale again, and is owed back.
                """)

        @Flag(help: "The goods are here and have been looked at.")
        var received = false
        @Flag(help: "Out of kindness, or for a fault: without asking how long ago the delivery was.")
        var agreed = false
        @Option(help: "The warehouse that they lie in now.")
        var into: String?
        @OptionGroup var order: OneOrder
        @Argument(help: ArgumentHelp("What comes back.", valueName: "sku[=quantity]"))
        var items: [String]

        func run() async throws {
            let report = order.language.report()
            let catalog = try order.catalog.load(report)
            let warehouse = try into.map { try catalog.warehouse($0, report) }
            if received, warehouse == nil { throw ValidationError("--received wants --into WAREHOUSE") }
            try await order.run { store, id, now in
                guard let order = try await store.order(id) else {
                    throw TradeError(.unknownOrder, ["id": .text(id.description)])
                }
                let lines = try Cart(typed: items, report).lines.map { wanted in
                    guard let line = order.lines.firstIndex(where: { $0.sku == wanted.sku }) else {
                        throw TradeError(.returnTooLarge, ["id": .text(id.description)])
                    }
                    return ReturnLine(line: line, quantity: wanted.quantity)
                }
                guard received, let warehouse else {
                    // What could not be delivered comes back without a right of return.
                    if agreed || order.delivered == nil { return try await store.startReturn(of: lines, id, at: now) }
                    return try await store.startReturn(of: lines, id, under: .standard, in: catalog, at: now)
                }
                return try await store.receiveReturn(of: lines, id, into: warehouse.id, at: now)
            }
        }
    }
}

extension Catalog {
    func warehouse(_ id: String, _ report: ReportLanguage) throws -> Warehouse {
        guard let warehouse = warehouses.first(where: { $0.id == id }) else {
            let known = warehouses.map(\.id).joined(separator: ", ")
            throw Failure(.usage, [Diagnostic("CLI0141", .error, at: nil, ["known": .text(known)])], in: report)
        }
        return warehouse
    }
}
