public import Keruen

extension Settings {
    /// - Throws: `Fault` for a database where the program was built without the trait `Postgres`.
    public func storeAddress() throws(Fault) -> StoreAddress {
        let address = StoreAddress(store)
        guard address.isServed else { throw Fault(key: "store", value: "\(address)", wanted: "store") }
        return address
    }
}

extension StoreAddress {
    /// Whether this program was built with what it takes.
    public var isServed: Bool {
        #if Postgres
            true
        #else
            if case .file = place { true } else { false }
        #endif
    }
}
