public import Foundation
internal import TradeTables

/// How long a market's law lets buyers send things back: dated rows, each with its source.
///
///     ReturnRules.standard.row(for: "kz", on: delivered)?.days        // 14
///
/// Not advice: a row says how sure it is, and a shop that is kinder lays its own rows over them.
public struct ReturnRules: Hashable, Sendable {
    public struct Row: DatedRule {
        public var id: String
        public var market: String
        /// After the day of the delivery, the last of them whole.
        public var days: Int
        public var payer: Payer
        /// What is left out, by category; food as a rule.
        public var excluded: Set<String>
        public var validity: RuleValidity

        public init(
            id: String, market: String, days: Int, payer: Payer, excluded: Set<String> = [], validity: RuleValidity
        ) {
            self.id = id
            self.market = market
            self.days = days
            self.payer = payer
            self.excluded = excluded
            self.validity = validity
        }
    }

    /// Who pays the way back of a thing that is not faulty.
    public enum Payer: String, Hashable, Sendable { case buyer, seller }

    public var rows: [Row]

    public init(rows: [Row]) { self.rows = rows }

    /// The rows of `returns.tsv`, compiled in.
    public static let standard: ReturnRules = {
        let table = unsafe keruen_return_rules()
        let bytes = unsafe UnsafeBufferPointer(start: table.bytes, count: table.length)
        do throws(Refusal) {
            return try ReturnRules(unsafe String(decoding: bytes, as: UTF8.self))
        } catch {
            preconditionFailure("a compiled table can't be read: \(error.diagnostics)")
        }
    }()

    /// Reads a table as it stands in `Sources/TradeTables/returns.tsv`.
    /// - Throws: `Refusal` with `brokenRule` at the field that can't be read.
    public init(_ text: String) throws(Refusal) {
        var rows: [Row] = []
        for row in try RuleTable(text, file: "returns.tsv").rows { rows.append(try Row(row)) }
        self.rows = rows
    }

    /// The row in force on a day; of several the one that began last.
    public func row(for market: String, on day: CivilDate) -> Row? {
        rows.filter { $0.market == market }.inForce(on: day).first
    }
}

extension ReturnRules.Row {
    init(_ row: RuleTable.Row) throws(Refusal) {
        self.init(
            id: try row.required("id"), market: try row.required("market"),
            days: try row.requiredValue("days") { Int($0).flatMap { (0...366).contains($0) ? $0 : nil } },
            payer: try row.requiredValue("payer") { ReturnRules.Payer(rawValue: $0) },
            excluded: Set(try row.text("excluded")?.split(separator: "|").map(String.init) ?? []),
            validity: try row.validity())
    }
}

extension Order {
    /// When it was handed over; nil before.
    public var delivered: Date? {
        history.last { if case .step(.delivered, _) = $0.change { true } else { false } }?.at
    }

    /// The last day on which the buyer may send a delivered order back without a reason, by the market's calendar.
    /// - Returns: nil before the delivery, or where no row says anything: then somebody has to decide.
    public func returnable(under rules: ReturnRules = .standard, in market: Market) -> CivilDate? {
        guard let delivered else { return nil }
        let day = CivilDate(delivered, in: market)
        return rules.row(for: self.market, on: day).map { day.adding(days: $0.days) }
    }
}

extension OrderStore {
    /// Opens a return that the law gives the buyer.
    ///
    /// What came back undelivered, or is faulty, or is taken back out of kindness goes by `startReturn(of:_:at:)`, which asks for no time.
    /// - Throws: `TradeError` with `returnTooLate`, `notReturnable` for goods that are left out, `returnUndecided` where no row says
    ///   anything, `goodsNotCatalogued` where the catalogue does not have the goods any more, and whatever `startReturn` throws.
    @discardableResult
    public func startReturn(
        of lines: [ReturnLine], _ id: Order.ID, under rules: ReturnRules, in catalog: Catalog, at now: Date
    ) async throws(TradeError) -> Order {
        guard let order = try await order(id) else { throw TradeError(.unknownOrder, ["id": .text(id.description)]) }
        guard let market = catalog.market(order.market), let delivered = order.delivered else {
            throw order.notAllowed(OrderStep.returnStarted.rawValue)
        }
        guard let row = rules.row(for: order.market, on: CivilDate(delivered, in: market)),
            let last = order.returnable(under: rules, in: market)
        else { throw TradeError(.returnUndecided, ["market": .text(order.market)]) }
        guard CivilDate(now, in: market) <= last else {
            throw TradeError(.returnTooLate, ["day": .text(last.description)])
        }
        for line in lines where order.lines.indices.contains(line.line) {
            let sku = order.lines[line.line].sku
            // What left the catalogue may have been food.
            guard let category = catalog.item(sku)?.product.category else {
                throw TradeError(.goodsNotCatalogued, ["sku": .text(sku.description)])
            }
            if row.excluded.contains(category) { throw TradeError(.notReturnable, ["sku": .text(sku.description)]) }
        }
        return try await startReturn(of: lines, id, at: now)
    }
}
