/// Warehouses whose stock lies in one database, apart from the orders that want it.
public struct StockRegion: Sendable {
    public var name: String
    public var warehouses: Set<String>
    public var store: any OrderStore

    public init(_ name: String, warehouses: Set<String>, store: any OrderStore) {
        self.name = name
        self.warehouses = warehouses
        self.store = store
    }

    func has(_ place: StockPlace) -> Bool { warehouses.contains(place.warehouse) }
}
