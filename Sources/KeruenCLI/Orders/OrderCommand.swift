internal import ArgumentParser
internal import Foundation
internal import Keruen

struct OrderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "order", abstract: "Places orders, shows them, and takes them through their flow.",
        subcommands: [
            Place.self, Show.self, History.self, Pay.self, Refund.self, Ship.self, Cancel.self, Return.self, Lapse.self,
            Flow.self,
        ])
}

/// What every command on one order takes.
struct OneOrder: ParsableArguments {
    @OptionGroup var store: StoreOption
    @Option(help: "text or json")
    var format = ReportFormat.text
    @OptionGroup var catalog: CatalogOption
    @OptionGroup var language: LanguageOption
    @Argument(help: "The order's id, as KR-7F3K-9QXM-2B4T.")
    var id: String

    /// Does something to the order, and writes what it is then.
    func run(
        _ body: (any OrderStore, Order.ID, Date) async throws -> Order
    ) async throws {
        let report = language.report()
        let catalog = try catalog.load(report)
        let order = try await report.trading {
            guard let id = Order.ID(id) else { throw TradeError(.badOrderID) }
            return try await body(try await store.open(report), id, Date())
        }
        let market = try catalog.market(order.market, report)
        try write(OrderText(order, market: market, report: report).text(format), report)
    }
}

extension OrderCommand {
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shows a placed order.",
            discussion: """
                Example:
                  keruen order show --store keruen.sqlite KR-7F3K-9QXM-2B4T
                """)

        @OptionGroup var order: OneOrder

        func run() async throws {
            try await order.run { store, id, _ in
                guard let order = try await store.order(id) else {
                    throw TradeError(.unknownOrder, ["id": .text(id.description)])
                }
                return order
            }
        }
    }

    struct History: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shows all that happened to an order, in its market's time.",
            discussion: """
                Example:
                  keruen order history --store keruen.sqlite KR-7F3K-9QXM-2B4T
                """)

        @OptionGroup var order: OneOrder

        func run() async throws {
            let report = order.language.report()
            let catalog = try order.catalog.load(report)
            let found = try await report.trading {
                guard let id = Order.ID(order.id) else { throw TradeError(.badOrderID) }
                guard let order = try await order.store.open(report).order(id) else {
                    throw TradeError(.unknownOrder, ["id": .text(id.description)])
                }
                return order
            }
            let market = try catalog.market(found.market, report)
            try write(HistoryText(found, market: market, report: report).text(order.format), report)
        }
    }

    struct Pay: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Notes a payment that has come in.",
            discussion: """
                Example:
                  keruen order pay --store keruen.sqlite --payment kaspi-20270001 KR-7F3K-9QXM-2B4T

                The same payment again changes nothing. Money for an order that has lapsed sets its goods aside once more, or is owed \
                back where they are gone.
                """)

        @Option(help: "The provider's number of the payment, 1 to 64 characters.")
        var payment: String
        @Option(help: "What came, in the order's currency; its total when left out.")
        var amount: String?
        @OptionGroup var order: OneOrder

        func run() async throws {
            let report = order.language.report()
            try await order.run { store, id, now in
                guard let order = try await store.order(id) else {
                    throw TradeError(.unknownOrder, ["id": .text(id.description)])
                }
                let payment = try Payment.ID(payment)
                let message = PaymentMessage(
                    id: "\(payment) \(amount ?? "")", order: id, payment: payment,
                    kind: .captured(try paid(order.total, report)))
                return try await store.record(message, from: HandPayments.name, at: now)
            }
        }

        private func paid(_ total: Money, _ report: ReportLanguage) throws -> Money {
            guard let amount else { return total }
            guard let money = try? Money(amount, total.currency) else {
                throw Failure(.usage, [Diagnostic("CLI0140", .error, at: nil, ["value": .text(amount)])], in: report)
            }
            return money
        }
    }

    struct Refund: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Notes that what was owed back of payments noted by hand has been sent.",
            discussion: """
                Example:
                  keruen order refund --store keruen.sqlite KR-7F3K-9QXM-2B4T
                """)

        @OptionGroup var order: OneOrder

        func run() async throws {
            try await order.run { store, id, now in
                try await store.sendRefunds(of: id, through: HandPayments(), at: now)
                guard let order = try await store.order(id) else {
                    throw TradeError(.unknownOrder, ["id": .text(id.description)])
                }
                return order
            }
        }
    }

    struct Ship: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Takes an order a step further: packed, declared, dispatched, delivered …",
            discussion: """
                Example:
                  keruen order ship --store keruen.sqlite KR-7F3K-9QXM-2B4T
                  keruen order ship --store keruen.sqlite --step declared --reference 530120270000000001 KR-7F3K-9QXM-2B4T

                Without --step it takes the only step that is possible; where there are several it says which. An export is \
                screened by the catalogue and today's restrictions; --certificate names a paper that was got for the parcel.
                """)

        @Option(help: "The step, where there are several.")
        var step: String?
        @Option(help: "A document's number: a waybill, a declaration.")
        var reference: String?
        @Option(help: "Notes an answer of customs: its status and time, as 800@20270105093000000.")
        var receipt: String?
        @Option(help: ArgumentHelp("A paper that goes with the parcel.", valueName: "kind=number"))
        var certificate: [String] = []
        @Flag(help: "A person has looked at what the screening leaves open.")
        var reviewed = false
        @OptionGroup var order: OneOrder

        func run() async throws {
            let report = order.language.report()
            if receipt != nil, step != nil { throw Failure(option: "--step", excludes: "--receipt", in: report) }
            let papers = try certificate.map { try Certificate(typed: $0, report) }
            let receipt = try receipt.map { try answer($0, report) }
            try await order.run { store, id, now in
                if let receipt { return try await store.record(receipt, of: id, at: now) }
                guard let order = try await store.order(id) else {
                    throw TradeError(.unknownOrder, ["id": .text(id.description)])
                }
                let step = try next(of: order, report)
                guard step == .screened else {
                    return try await store.advance(id, step, reference: reference, at: now)
                }
                let catalog = try self.order.catalog.load(report)
                let day = CivilDate(now, in: try catalog.market(order.market, report))
                let screening = try catalog.screening(of: order, with: papers, on: day)
                return try await store.screen(
                    id, by: screening, isReviewed: reviewed, reference: reference, at: now)
            }
        }

        private func next(of order: Order, _ report: ReportLanguage) throws -> OrderStep {
            let possible = order.flow.steps(from: order.stage).filter(OrderStep.plain.contains)
            if let step, let known = OrderStep(rawValue: step), OrderStep.plain.contains(known) { return known }
            if step == nil, possible.count == 1 { return possible[0] }
            let stage = report.text("order.stage.\(order.stage.rawValue)") ?? order.stage.rawValue
            var arguments: [String: Diagnostic.Argument] = [
                "id": .text(order.id.description), "stage": .text(stage),
                "known": .text(possible.map(\.rawValue).joined(separator: ", ")),
            ]
            if let step { arguments["value"] = .text(step) }
            let code: Diagnostic.Code = possible.isEmpty ? "CLI0173" : step == nil ? "CLI0141" : "CLI0174"
            throw Failure(.usage, [Diagnostic(code, .error, at: nil, arguments)], in: report)
        }

        private func answer(_ text: String, _ report: ReportLanguage) throws -> CustomsReceipt {
            let parts = text.split(separator: "@", omittingEmptySubsequences: false)
            guard parts.count == 2, let status = Int(parts[0]), parts[1].utf8.count == 17,
                parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) })
            else {
                throw Failure(.usage, [Diagnostic("CLI0142", .error, at: nil, ["value": .text(text)])], in: report)
            }
            return CustomsReceipt(document: reference ?? "-", status: status, time: String(parts[1]))
        }
    }

    struct Cancel: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Calls an order off: frees its goods, and notes what is owed back.",
            discussion: """
                Example:
                  keruen order cancel --store keruen.sqlite KR-7F3K-9QXM-2B4T
                """)

        @OptionGroup var order: OneOrder

        func run() async throws {
            try await order.run { store, id, now in try await store.cancel(id, at: now) }
        }
    }

    struct Lapse: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Frees the goods of orders that were not paid in time.",
            discussion: """
                Example:
                  keruen order lapse --store keruen.sqlite
                """)

        @OptionGroup var store: StoreOption
        @OptionGroup var language: LanguageOption

        func run() async throws {
            let report = language.report()
            let count = try await report.trading {
                let store = try await store.open(report)
                var count = 0
                while true {
                    let lapsed = try await store.lapse(at: Date())
                    count += lapsed
                    if lapsed == 0 { return count }
                }
            }
            try write(report.text("order.lapsed", ["count": .integer(count)]) ?? "", report)
        }
    }

    struct Flow: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Draws the ways of orders, in Mermaid's words.",
            discussion: """
                Example:
                  keruen order flow export
                """)

        @OptionGroup var language: LanguageOption
        @Argument(help: "domestic, export, bondedImport, directImport or tour.")
        var flow: String

        func run() throws {
            let report = language.report()
            guard let id = OrderFlow.ID(rawValue: flow) else {
                let known = OrderFlow.ID.allCases.map(\.rawValue).joined(separator: ", ")
                throw Failure(
                    .usage, [Diagnostic("CLI0175", .error, at: nil, ["value": .text(flow), "known": .text(known)])],
                    in: report)
            }
            try write(OrderFlow.flow(id).diagram, report)
        }
    }
}
