extension Purchase.Mode {
    /// Asks whether goods of this mode may wait in a warehouse.
    ///
    ///     try Purchase.Mode.bonded.check(khorgos)
    ///
    /// - Throws: `TradeError` with `notBonded` for 1210 outside of a bonded zone, `notAbroad` for 9610 in China.
    public func check(_ warehouse: Warehouse) throws(TradeError) {
        switch self {
        case .bonded:
            guard warehouse.isBonded else { throw TradeError(.notBonded, ["warehouse": .text(warehouse.id)]) }
        case .direct:
            guard warehouse.country != "CN" else { throw TradeError(.notAbroad, ["warehouse": .text(warehouse.id)]) }
        }
    }
}
