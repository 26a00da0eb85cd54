#if Postgres
    internal import KeruenTrade

    /// Rows that a transaction knows, by what they are asked for; nil for what is known not to be there.
    ///
    /// A transaction has three such layers: what it fetched, what the bodies before wrote over it, and what the running body writes. It looks
    /// through all of them at every question, so they are not copied for it.
    final class KnownRows {
        struct Placed: Hashable {
            var id: Order.ID
            var fingerprint: String
        }

        struct QuotaPlace: Hashable {
            var buyer: LookupKey
            var year: Int
        }

        struct QuotaCount: Hashable {
            var used: Int64
            var most: Int64
        }

        struct Message: Hashable {
            var source: String
            var id: String
        }

        var orders: [Order.ID: Order?] = [:]
        var placed: [IdempotencyKey: Placed?] = [:]
        var levels: [StockPlace: StockLevel?] = [:]
        var quotas: [QuotaPlace: QuotaCount?] = [:]
        var quotaKeys: [Int: String?] = [:]
        var purchases: [Purchase.ID: Purchase?] = [:]
        var purchaseKeys: [IdempotencyKey: Purchase.ID?] = [:]
        var messages: [Message: Void?] = [:]
        var positions: [String: Int64?] = [:]
        var records: [Order.ID: [SealedRecord]?] = [:]
        var holds: [String: StockHold?] = [:]

        /// Lays later rows over these.
        func lay(_ later: KnownRows) {
            orders.lay(later.orders)
            placed.lay(later.placed)
            levels.lay(later.levels)
            quotas.lay(later.quotas)
            quotaKeys.lay(later.quotaKeys)
            purchases.lay(later.purchases)
            purchaseKeys.lay(later.purchaseKeys)
            messages.lay(later.messages)
            positions.lay(later.positions)
            records.lay(later.records)
            holds.lay(later.holds)
        }
    }

    extension Dictionary {
        fileprivate mutating func lay(_ later: Self) {
            if isEmpty { self = later } else { merge(later) { $1 } }
        }
    }
#endif
