public import Keruen

/// What nobody has set aside, in every place that some ways could be served from, read at one moment.
///
/// While the store is away nobody knows, and everything is taken to be there: placing an order asks again.
///
///     let stock = try await FreeStock(of: items, on: ways, in: store)
///     stock.free(of: .sku(dutar), on: way)        // 3
public struct FreeStock: Sendable {
    /// Nil where the store is away.
    private let levels: [StockPlace: Int]?

    /// What is there while nobody can tell.
    public static let unknown = FreeStock()

    private init() { levels = nil }

    /// - Throws: `TradeError` with `storeFailed` where the stock can't be read, and won't be soon.
    public init(of items: [StockItem], on ways: [Fulfilment], in store: any OrderStore) async throws(TradeError) {
        let places = Set(items.flatMap { item in ways.flatMap { Self.places(of: item, on: $0) } })
        do throws(TradeError) {
            levels = try await store.read { transaction throws(TradeError) in
                var levels: [StockPlace: Int] = [:]
                for place in places { levels[place] = max(0, try transaction.level(at: place)?.free ?? 0) }
                return levels
            }
        } catch {
            guard error.isOutage else { throw error }
            levels = nil
        }
    }

    /// Pieces in all warehouses of a way together; of a departure its seats, which lie in none.
    public func free(of item: StockItem, on way: Fulfilment) -> Int {
        guard let levels else { return .max }
        return Set(Self.places(of: item, on: way)).reduce(0) { $0 + (levels[$1] ?? 0) }
    }

    /// Those of the ways that have all of these lines, one line beside the other.
    public func ways(_ ways: [Fulfilment], thatHave lines: [Quote.Line]) -> [Fulfilment] {
        let wanted = Dictionary(lines.map { ($0.item, $0.quantity) }, uniquingKeysWith: +)
        return ways.filter { way in wanted.allSatisfy { free(of: $0.key, on: way) >= $0.value } }
    }

    private static func places(of item: StockItem, on way: Fulfilment) -> [StockPlace] {
        if case .departure = item { return [StockPlace(item, in: StockPlace.departures)] }
        return way.warehouses.map { StockPlace(item, in: $0) }
    }
}
