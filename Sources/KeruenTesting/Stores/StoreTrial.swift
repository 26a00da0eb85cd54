internal import Foundation
internal import KeruenTrade
internal import Testing

/// One promise, held against one store.
struct StoreTrial: Sendable {
    let store: any OrderStore
    let promise: OrderStoreConformance.Promise
    let sourceLocation: SourceLocation

    func expect(_ isKept: Bool, _ detail: String) {
        guard !isKept else { return }
        Issue.record(Comment(rawValue: "A store \(promise.testDescription): \(detail)"), sourceLocation: sourceLocation)
    }

    func expectEqual<T: Equatable>(_ found: T, _ wanted: T, _ detail: String) {
        expect(found == wanted, "\(detail): \(found), not \(wanted)")
    }

    /// The code that a body is refused with; `nil` where it was not.
    func refusal<T: Sendable>(
        _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T
    ) async -> Diagnostic.Code? {
        do throws(TradeError) {
            _ = try await store.write(body)
            return nil
        } catch { return error.code }
    }
}

/// Orders and places that every trial uses.
enum TrialGoods {
    static let now = Date(timeIntervalSince1970: 1_798_000_000)
    static let refused = TradeError(.quoteExpired)

    /// `KR-0000-0000-000A` and so on.
    static func id(_ number: Int) -> Order.ID {
        var random = Counted(value: UInt64(number))
        return Order.ID(using: &random)
    }

    static func key(_ text: String) throws(TradeError) -> IdempotencyKey { try IdempotencyKey(text) }

    /// The piece itself is of no interest here.
    static func place(_ name: String = "T-SCARF-1", in warehouse: String = "almaty") throws(TradeError) -> StockPlace {
        guard let item = StockItem(name) else { throw TradeError(.unknownSKU, ["sku": .text(name)]) }
        return StockPlace(item, in: warehouse)
    }

    static func order(
        _ number: Int, key: String? = nil, until: TimeInterval = 1_800, pieces: Int = 1,
        flow: OrderFlow.ID = .domestic
    ) throws(TradeError) -> Order {
        let place = try place()
        guard case .sku(let sku) = place.item else { throw TradeError(.unknownSKU) }
        let price = Money(minorUnits: 1_990_000, .kzt)
        let total = Money(minorUnits: 1_990_000 * Int64(pieces), .kzt)
        let line = Quote.Line(
            sku: sku, quantity: pieces, unitPrice: price, includesTax: true, priceList: "kz-2027", total: total)
        let placement = OrderEvent.Placement(
            key: try IdempotencyKey(key ?? "key-\(number)"), market: "kz", language: .kk, flow: flow,
            lines: [line], total: total, reservations: [Reservation(place, quantity: pieces)], warehouses: ["almaty"],
            until: now.addingTimeInterval(until))
        return try Order(id: id(number), history: [OrderEvent(number: 0, at: now, change: .placed(placement))])
    }

    static func record(_ lookup: String, eraseAfter days: Double, purpose: String = "delivery") -> SealedRecord {
        SealedRecord(
            purpose: purpose, keyID: "2027-1", lookup: lookup, sealed: Data("Айгүл \(lookup)".utf8),
            eraseAfter: now.addingTimeInterval(days * 86_400))
    }

    private struct Counted: RandomNumberGenerator {
        var value: UInt64
        mutating func next() -> UInt64 { value }
    }
}

extension Order {
    /// The order after more has happened to it.
    func after(_ changes: [OrderEvent.Change]) throws(TradeError) -> (order: Order, events: [OrderEvent]) {
        var events: [OrderEvent] = []
        for (offset, change) in changes.enumerated() {
            let time = TrialGoods.now.addingTimeInterval(Double(history.count + offset) * 60)
            events.append(OrderEvent(number: history.count + offset, at: time, change: change))
        }
        return (try Order(id: id, history: history + events), events)
    }
}
