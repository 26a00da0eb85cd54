/// What a transaction's body is going to ask for, as far as it knows before it begins.
///
///     try transaction.prepare(for: StoreForecast(keys: [request.key], places: places))
///
/// A store far away fetches all of it in one go, or tries the body with what it remembers: a foreseen key is taken for new, a foreseen
/// place for what it was. Such a try counts only if it was so; else the body is run again, with what is. It promises nothing: a body asks all the
/// same, also for what it did not foresee.
public struct StoreForecast: Sendable {
    /// Keys that may have placed orders.
    public var keys: [IdempotencyKey]
    public var places: [StockPlace]
    /// Messages that may be remembered.
    public var messages: [(id: String, source: String)]

    public init(
        keys: [IdempotencyKey] = [], places: [StockPlace] = [], messages: [(id: String, source: String)] = []
    ) {
        self.keys = keys
        self.places = places
        self.messages = messages
    }
}

extension StoreTransaction {
    /// Nothing to do for a store that answers at once.
    public func prepare(for forecast: StoreForecast) throws(TradeError) {}
}
