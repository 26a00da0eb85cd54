public import Foundation

/// What a cart costs in a market, until the quote expires.
///
///     let quote = try Quote(cart, in: kz, from: catalog, at: now)
///     quote.total              // 39800.00 KZT
///
/// Each line is price × quantity, exact in minor units; the total is the sum of the lines.
public struct Quote: Hashable, Sendable {
    public var market: String
    public var lines: [Line]
    public var total: Money
    public var made: Date
    public var expires: Date

    public struct Line: Hashable, Sendable {
        public var sku: SKU
        /// What its stock is counted of: a tour's fares share their departure's seats.
        public var item: StockItem
        public var quantity: Int
        public var unitPrice: Money
        public var includesTax: Bool
        /// The price list that the price stands in.
        public var priceList: String
        public var total: Money

        public init(
            sku: SKU, item: StockItem? = nil, quantity: Int, unitPrice: Money, includesTax: Bool, priceList: String,
            total: Money
        ) {
            self.sku = sku
            self.item = item ?? .sku(sku)
            self.quantity = quantity
            self.unitPrice = unitPrice
            self.includesTax = includesTax
            self.priceList = priceList
            self.total = total
        }

        /// The day that a tour starts; nil for goods.
        public var departure: CivilDate? {
            if case .departure(_, let day) = item { day } else { nil }
        }
    }

    /// A quote stands for half an hour: long enough to pay, short enough for prices to change at midnight.
    public static let validity: TimeInterval = 30 * 60

    /// - Throws: `TradeError` with `emptyCart`, `unknownSKU`, `notSoldHere` or `amountTooLarge`.
    public init(_ cart: Cart, in market: Market, from catalog: Catalog, at now: Date) throws(TradeError) {
        guard !cart.lines.isEmpty else { throw TradeError(.emptyCart) }
        let day = CivilDate(now, in: market)
        var lines: [Line] = []
        var total = Money.zero(market.currency)
        for line in cart.lines {
            let sku = Diagnostic.Argument.text(line.sku.description)
            guard let product = catalog.item(line.sku)?.product else { throw TradeError(.unknownSKU, ["sku": sku]) }
            guard let price = catalog.price(of: line.sku, in: market.id, on: day) else {
                throw TradeError(.notSoldHere, ["sku": sku, "market": .text(market.id)])
            }
            let item = try line.item(of: product, from: day)
            do throws(MoneyError) {
                let sum = try price.amount * line.quantity
                total = try total + sum
                lines.append(
                    Line(
                        sku: line.sku, item: item, quantity: line.quantity, unitPrice: price.amount,
                        includesTax: price.includesTax, priceList: price.list, total: sum))
            } catch {
                throw TradeError(.amountTooLarge, ["sku": sku])
            }
        }
        self.market = market.id
        self.lines = lines
        self.total = total
        self.made = now
        self.expires = now.addingTimeInterval(Self.validity)
    }
}

extension Cart.Line {
    /// What the stock of this line is counted of.
    ///
    /// A fare without a day is an open ticket, which is counted like a piece of goods.
    /// - Throws: `TradeError` with `badDeparture` for a day on which the tour does not start, or that is over.
    func item(of product: Product, from today: CivilDate) throws(TradeError) -> StockItem {
        guard let departure else { return .sku(sku) }
        let coming: [CivilDate] =
            if case .tour(let tour) = product.details { tour.departures.filter { $0 > today } } else { [] }
        guard coming.contains(departure) else {
            let known = coming.sorted().map(\.description).joined(separator: ", ")
            throw TradeError(.badDeparture, ["sku": .text(sku.description), "known": .text(known)])
        }
        return .departure(tour: product.id, day: departure)
    }
}
