public import Foundation

/// Where orders and stock are kept. Every store keeps the same promises:
///
/// - an order and its reservations are written together or not at all;
/// - a key places one order; the same request again returns it, another request is refused;
/// - what is reserved never exceeds what is on hand, whoever else is buying;
/// - when `place` returns, the order survives a power cut (where the store keeps anything at all).
public protocol OrderStore: Sendable {
    /// Enters the opening balances that are not entered yet; afterwards only orders move stock.
    /// - Returns: how many balances were new.
    @discardableResult
    func openStock(of catalog: Catalog) async throws(TradeError) -> Int

    /// Places an order, or returns the one that the key has placed.
    /// - Parameter warehouses: where to take from, the preferred first.
    /// - Throws: `TradeError` with `outOfStock`, `quoteExpired`, `reusedIdempotencyKey` or `storeFailed`.
    func place(_ request: OrderRequest, from warehouses: [String], at now: Date) async throws(TradeError) -> Order

    func order(_ id: Order.ID) async throws(TradeError) -> Order?

    /// Pieces on hand and not reserved, in all those warehouses together.
    func available(_ sku: SKU, in warehouses: [String]) async throws(TradeError) -> Int
}
