/// One market's orders in its own database, and stock in those of the warehouses' regions; to its callers a store like any other.
///
///     let kz = DividedStore(market: "kz", orders: almaty, stock: [StockRegion("xinjiang", warehouses: ["urumqi"], store: urumqi)])
///     try await kz.place(request, by: fulfilments, at: now)
///     try await kz.recoverHolds(at: now)                       // every minute
///
/// What a transaction takes of other databases is held there first, then the market's database decides, then the holds are confirmed:
/// nothing is locked while anybody waits, and nothing is sold twice. A transaction that stays in the market's database, as all do of a
/// warehouse that no region names, is one transaction there and asks nobody else.
///
/// - Places that a transaction changes are as if it had the store for itself. What it merely reads in a region where it changes nothing,
///   and what `read` reads, is as it was a moment before.
/// - A region's opening balances and deliveries are entered through one market: that they came is written in its database.
public struct DividedStore: OrderStore {
    public let market: String
    public let orders: any OrderStore
    public let regions: [StockRegion]
    public let terms: HoldTerms
    public let makeID: @Sendable () -> Order.ID

    /// - Parameter stock: a warehouse that two of them name is the first one's.
    public init(market: String, orders: any OrderStore, stock: [StockRegion], terms: HoldTerms = HoldTerms()) {
        self.market = market
        self.orders = orders
        self.terms = terms
        makeID = orders.makeID
        var named: Set<String> = []
        regions = stock.map { region in
            var region = region
            region.warehouses.subtract(named)
            named.formUnion(region.warehouses)
            return region
        }
    }

    /// - Throws: also `stockContended` where others have changed the same stock at every try.
    public func write<T: Sendable>(
        _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T
    ) async throws(TradeError) -> T {
        var knowledge = StockKnowledge()
        for number in 0..<max(1, terms.tries) {
            if number > 0 { await terms.pause(number) }
            switch try await rehearse(body, &knowledge) {
            case .written(let value): return value
            case .holds(let differences):
                if let value = try await hold(differences, for: body, knowing: knowledge) { return value }
                let touched = StockQuestions(
                    places: differences.seen.places.union(differences.work.keys), items: differences.seen.items)
                try await knowledge.learn(touched, from: regions)
            }
        }
        throw TradeError(.stockContended)
    }

    public func read<T: Sendable>(
        _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T
    ) async throws(TradeError) -> T {
        var knowledge = StockKnowledge()
        while true {
            let (run, regions, known) = (DividedRun(), regions, knowledge)
            do throws(TradeError) {
                return try await orders.read { base throws(TradeError) in
                    let transaction = DividedTransaction(base, over: regions, knowing: known)
                    // What a reading body writes is forgotten.
                    return try run.run(body, in: transaction, isReading: true)
                }
            } catch {
                guard error.code == .stockContended, case .asks(let questions) = run.last else { throw error }
                try await knowledge.learn(questions, from: regions)
            }
        }
    }
}
