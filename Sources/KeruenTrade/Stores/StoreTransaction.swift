public import Foundation

/// What a store's transaction can do. Small and without judgement: what an order may do is decided above it, once for every store.
///
/// All writes of a transaction stay or none; it sees its own writes; two transactions never see each other's halves. It is used on
/// one thread at a time and never after its transaction.
public protocol StoreTransaction {
    /// Hears what the body is going to ask for.
    func prepare(for forecast: StoreForecast) throws(TradeError)

    // Orders.

    /// The order as its events fold to.
    func order(_ id: Order.ID) throws(TradeError) -> Order?
    /// The order that a key has placed, and the fingerprint of the request that did.
    func placed(by key: IdempotencyKey) throws(TradeError) -> (id: Order.ID, fingerprint: String)?
    /// Writes a new order with its placing.
    /// - Returns: false, and nothing written, where the key has placed an order already.
    func insert(_ order: Order, fingerprint: String) throws(TradeError) -> Bool
    /// Adds events to an order that is there.
    /// - Parameter order: what it is after them.
    func append(_ events: [OrderEvent], to order: Order) throws(TradeError)
    /// Orders that wait for their money and whose time is over, the longest overdue first.
    func lapsing(before now: Date, limit: Int) throws(TradeError) -> [Order.ID]
    /// Every order of which a step has ever noted this carrier's number, by id.
    func orders(waybill: String) throws(TradeError) -> [Order.ID]

    // Stock.

    func level(at place: StockPlace) throws(TradeError) -> StockLevel?
    /// Every place that an item was ever counted in, those too that are empty now, in their order; all items' when nil.
    func levels(of item: StockItem?) throws(TradeError) -> [(place: StockPlace, level: StockLevel)]
    /// Enters a place that is not there yet.
    /// - Returns: false where it is, with whatever it holds.
    /// - Throws: `TradeError` with `stockMismatch` for less than nothing.
    func open(_ place: StockPlace, count: Int) throws(TradeError) -> Bool
    /// Sets pieces aside if so many are free.
    func reserve(_ quantity: Int, at place: StockPlace) throws(TradeError) -> Bool
    /// Changes a level by differences.
    /// - Throws: `TradeError` with `stockMismatch` where it would not keep 0 ≤ reserved ≤ on hand.
    func move(at place: StockPlace, onHand: Int, reserved: Int) throws(TradeError)

    // Quotas.

    /// What a buyer has claimed of a year, in minor units; 0 for one who has claimed nothing.
    func quotaUsed(by buyer: LookupKey, in year: Int) throws(TradeError) -> Int64
    /// Claims so much if what is used stays within the limit then.
    /// - Returns: false, and nothing written, where it would not, or for nothing and less.
    func claimQuota(_ amount: Int64, by buyer: LookupKey, in year: Int, limit: Int64) throws(TradeError) -> Bool
    /// Gives back a part of what was claimed.
    /// - Throws: `TradeError` with `quotaDisagrees` for more than that.
    func returnQuota(_ amount: Int64, by buyer: LookupKey, in year: Int) throws(TradeError)
    /// The name of the key that a year's buyers are counted by; nil before its first claim.
    func quotaKey(of year: Int) throws(TradeError) -> String?
    /// Names it once; a year that has its key keeps it.
    func setQuotaKey(_ name: String, of year: Int) throws(TradeError)

    // Purchases.

    /// The purchase as its events fold to it.
    func purchase(_ id: Purchase.ID) throws(TradeError) -> Purchase?
    /// The purchase that a key has placed.
    func purchase(by key: IdempotencyKey) throws(TradeError) -> Purchase.ID?
    /// Writes a new purchase with its placing.
    /// - Returns: false, and nothing written, where the key has placed a purchase already.
    func insert(_ purchase: Purchase) throws(TradeError) -> Bool
    /// Adds events to a purchase that is there.
    /// - Parameter purchase: what it is after them.
    func append(_ events: [PurchaseEvent], to purchase: Purchase) throws(TradeError)
    /// The newest first.
    func purchases(limit: Int) throws(TradeError) -> [Purchase.ID]

    // Messages.

    /// Remembers a message of somebody else's.
    /// - Returns: false where it was remembered already: then it has done its work.
    func remember(message id: String, from source: String) throws(TradeError) -> Bool
    /// Events after a place in the order of their commits, for whoever passes them on.
    func events(after position: Int64, limit: Int) throws(TradeError) -> [OutboxEvent]
    /// How far a reader has come; 0 for a new one.
    func position(of reader: String) throws(TradeError) -> Int64
    func setPosition(_ position: Int64, of reader: String) throws(TradeError)

    // Holds.

    /// Writes down what a market's database has yet to decide; it changes no level by itself.
    /// - Returns: false, and nothing written, where the id is there.
    func insert(_ hold: StockHold) throws(TradeError) -> Bool
    func hold(_ id: String) throws(TradeError) -> StockHold?
    /// Holds whose time is over, the longest overdue first, those of one time by id.
    func holds(before now: Date, limit: Int) throws(TradeError) -> [StockHold]
    /// - Returns: false where it is not there, or not any more: then somebody has done its work.
    func remove(hold id: String) throws(TradeError) -> Bool

    // People.

    /// - Throws: `TradeError` with `unknownOrder`.
    func insert(_ record: SealedRecord, of order: Order.ID) throws(TradeError)
    func records(of order: Order.ID) throws(TradeError) -> [SealedRecord]
    /// The orders of the same person, by a look-up key.
    func orders(lookup: String) throws(TradeError) -> [Order.ID]
    /// Removes what is past its day.
    /// - Returns: how many.
    func eraseRecords(before now: Date) throws(TradeError) -> Int
    /// Removes what is kept of a person, on their request.
    func eraseRecords(of order: Order.ID) throws(TradeError) -> Int
}

/// An event as it leaves the house: its place in the order of all commits never changes.
public struct OutboxEvent: Hashable, Sendable {
    public var position: Int64
    public var order: Order.ID
    public var event: OrderEvent

    public init(position: Int64, order: Order.ID, event: OrderEvent) {
        self.position = position
        self.order = order
        self.event = event
    }
}
