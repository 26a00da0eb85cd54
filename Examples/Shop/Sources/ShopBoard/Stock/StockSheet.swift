internal import Foundation
internal import Keruen

/// What lies where, read at most every few seconds: a shop of a million goods has a row for each of them.
actor StockSheet {
    private static let age: TimeInterval = 5
    private let store: any OrderStore
    private var kept: (levels: [Row], at: ContinuousClock.Instant)?

    struct Row: Sendable {
        var place: StockPlace
        var level: StockLevel
    }

    init(store: any OrderStore) { self.store = store }

    /// Every place that was ever counted, in the order of items and warehouses.
    func rows() async throws(TradeError) -> [Row] {
        if let kept, kept.at.duration(to: .now) < .seconds(Self.age) { return kept.levels }
        let rows = try await store.read { transaction throws(TradeError) in
            try transaction.levels(of: nil).map { Row(place: $0.place, level: $0.level) }
        }
        kept = (rows, .now)
        return rows
    }
}

extension [StockSheet.Row] {
    /// What is free of each item, wherever it lies.
    var free: [StockItem: Int] { reduce(into: [:]) { $0[$1.place.item, default: 0] += $1.level.free } }
}

extension StockSheet.Row {
    /// So few pieces are worth a look.
    static let low = 3

    var isDeparture: Bool { place.warehouse == StockPlace.departures }

    /// What there is only one of is never bought anew.
    /// - Parameter free: of the item, in all warehouses together.
    func runsOut(free: Int, in view: BoardView) -> Bool {
        !isDeparture && free <= Self.low && !view.isOneOfAKind(place.item)
    }
}
