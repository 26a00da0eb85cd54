#if SQLite
    public import Foundation
    internal import GRDB
    public import KeruenTrade

    /// Orders and stock in one SQLite file that survives a power cut: WAL, `synchronous=FULL`, checked after opening.
    ///
    ///     let store = try SQLiteStore(path: "keruen.sqlite")
    ///     try await store.openStock(of: catalog)
    ///
    /// Several processes may use the file at once; writers queue up for up to ten seconds.
    /// - Throws: `TradeError` with `storeFailed` or, for a file of a later version, `storeTooNew`.
    public final class SQLiteStore: OrderStore {
        private let pool: DatabasePool
        private let makeID: @Sendable () -> Order.ID

        public init(
            path: String, makeID: @escaping @Sendable () -> Order.ID = Order.ID.random
        ) throws(TradeError) {
            self.makeID = makeID
            var configuration = Configuration()
            configuration.busyMode = .timeout(10)
            do {
                pool = try DatabasePool(path: path, configuration: configuration)
                // GRDB sets NORMAL after its own preparation, so FULL has to be set on the open connection.
                let level = try pool.writeWithoutTransaction { db in
                    try db.execute(sql: "PRAGMA synchronous = FULL")
                    return try Int.fetchOne(db, sql: "PRAGMA synchronous")
                }
                guard level == 2 else { throw TradeError(.storeFailed, ["reason": "PRAGMA synchronous"]) }
                let migrator = Self.migrator
                guard try pool.read({ try !migrator.hasBeenSuperseded($0) }) else { throw TradeError(.storeTooNew) }
                try migrator.migrate(pool)
            } catch { throw TradeError(store: error) }
        }

        @discardableResult
        public func openStock(of catalog: Catalog) async throws(TradeError) -> Int {
            let balances = catalog.warehouses.flatMap { warehouse in
                warehouse.openingStock.sorted { $0.key < $1.key }.map { (warehouse.id, $0.key.description, $0.value) }
            }
            return try await write { db in
                var entered = 0
                let insert = try db.cachedStatement(
                    sql: "INSERT OR IGNORE INTO stock (warehouse, sku, on_hand) VALUES (?, ?, ?)")
                for (warehouse, sku, count) in balances {
                    try insert.execute(arguments: [warehouse, sku, count])
                    entered += db.changesCount
                }
                return entered
            }
        }

        public func place(
            _ request: OrderRequest, from warehouses: [String], at now: Date
        ) async throws(TradeError) -> Order {
            let makeID = makeID
            return try await write { db in
                if let earlier = try OrderRow.find(key: request.key, db) {
                    guard earlier.fingerprint == request.fingerprint else { throw TradeError(.reusedIdempotencyKey) }
                    return earlier.order
                }
                guard now <= request.quote.expires else { throw TradeError(.quoteExpired) }
                let reservations = try Allocation.reserve(request.quote.lines) { sku throws(TradeError) in
                    do { return try StockRow.free(sku, in: warehouses, db) } catch { throw TradeError(store: error) }
                }
                let order = Order(
                    id: makeID(), key: request.key, market: request.quote.market,
                    language: request.language, lines: request.quote.lines, total: request.quote.total, placed: now,
                    reservations: reservations)
                try OrderRow(order: order, fingerprint: request.fingerprint).insert(db)
                for reservation in reservations { try StockRow.reserve(reservation, for: order.id, db) }
                return order
            }
        }

        public func order(_ id: Order.ID) async throws(TradeError) -> Order? {
            try await read { db in try OrderRow.find(id: id, db)?.order }
        }

        public func available(_ sku: SKU, in warehouses: [String]) async throws(TradeError) -> Int {
            try await read { db in try StockRow.free(sku, in: warehouses, db).reduce(0) { $0 + $1.free } }
        }

        private func write<T: Sendable>(
            _ body: @escaping @Sendable (Database) throws -> T
        ) async throws(TradeError) -> T {
            do { return try await pool.write(body) } catch { throw TradeError(store: error) }
        }

        private func read<T: Sendable>(
            _ body: @escaping @Sendable (Database) throws -> T
        ) async throws(TradeError) -> T {
            do { return try await pool.read(body) } catch { throw TradeError(store: error) }
        }
    }

    extension TradeError {
        /// A refusal of our own passes; anything else is the store's failure, named by SQLite's words, never by data.
        init(store error: any Error) {
            if let error = error as? TradeError {
                self = error
            } else {
                let reason = (error as? DatabaseError).map { "\($0.resultCode)" } ?? "\(type(of: error))"
                self.init(.storeFailed, ["reason": .text(reason)])
            }
        }
    }
#endif
