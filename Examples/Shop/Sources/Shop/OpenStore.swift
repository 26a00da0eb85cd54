internal import Keruen
#if Postgres
    internal import KeruenPostgres
#endif
internal import KeruenSQLite
internal import ShopServer
internal import ShopSite

/// Opens the store of a shop and its stock, in a file or in a database.
enum OpenStore {
    /// - Parameter later: is told why the database can't be used yet; the shop opens without orders then, and takes them when it can.
    /// - Throws: `TradeError` for a store that will not be usable by itself.
    static func at(
        _ address: StoreAddress, _ live: LiveSite, later: (TradeError) -> Void
    ) async throws(TradeError) -> StoreWatch {
        let late = LateStore { () throws(TradeError) in
            let store = try await open(address)
            try await store.openStock(of: live.current.catalog)
            return store
        }
        let watch = StoreWatch(late)
        do throws(TradeError) { _ = try await late.opened() } catch {
            guard error.isOutage, case .database = address.place else { throw error }
            later(error)
            // So that nobody who comes first waits for it.
            watch.begin(with: error)
        }
        return watch
    }

    private static func open(_ address: StoreAddress) async throws(TradeError) -> any OrderStore {
        switch address.place {
        case .file(let path): return try SQLiteStore(path: path)
        case .database(let address):
            #if Postgres
                // Somebody waits for a page: a failover that takes longer is a pause.
                return try await PostgresStore(address, patience: .seconds(10))
            #else
                throw TradeError(.badStoreAddress)
            #endif
        }
    }
}
