#if Postgres
    internal import Foundation
    internal import KeruenTrade

    /// Something that a body asked for and that is still in the database.
    enum Need: Hashable {
        // One row, or one thing's rows: known once, its answer changes with the body's own writes without asking again.
        case order(Order.ID)
        case placed(IdempotencyKey)
        case level(StockPlace)
        case quota(KnownRows.QuotaPlace)
        case quotaKey(year: Int)
        case purchase(Purchase.ID)
        case purchaseKey(IdempotencyKey)
        case message(KnownRows.Message)
        case position(reader: String)
        case records(Order.ID)
        case hold(String)

        // A question over many rows: whatever was written before has to be there first.
        case lapsing(before: Int64, limit: Int)
        case waybill(String)
        case levels(StockItem?)
        case purchases(limit: Int)
        case events(after: Int64, limit: Int)
        case person(lookup: String)
        case holds(before: Int64, limit: Int)

        var isOverMany: Bool {
            switch self {
            case .lapsing, .waybill, .levels, .purchases, .events, .person, .holds: true
            default: false
            }
        }
    }

    /// What a question over many rows was answered with.
    enum Answer {
        case orders([Order.ID])
        case levels([(place: StockPlace, level: StockLevel)])
        case purchases([Purchase.ID])
        case events([OutboxEvent])
        case holds([StockHold])
    }
#endif
