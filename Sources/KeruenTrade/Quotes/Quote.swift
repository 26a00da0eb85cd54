public import Foundation

/// What a cart costs in a market, until the quote expires: the goods alone, or landed at a destination.
///
///     let quote = try Quote(cart, in: kz, from: catalog, at: now)
///     quote.total              // 39800.00 KZT
///
///     let landed = try Quote(cart, in: kz, from: catalog, under: terms, at: now)
///     landed.landedCost        // goods, freight, insurance, duty and tax
///
/// Each line is price × quantity, exact in minor units; every sum is the sum of charges that were rounded each for itself.
public struct Quote: Hashable, Sendable {
    public var market: String
    public var lines: [Line]
    /// What the buyer pays now.
    public var total: Money
    public var made: Date
    public var expires: Date
    /// The day whose prices, rules and rates it was reckoned by.
    public var day: CivilDate
    /// Nil where goods alone were asked for.
    public var destination: Destination?
    /// The warehouse's country, ISO 3166-1.
    public var shipsFrom: String?
    public var incoterm: Incoterm?
    /// What customs count the parcel as; nil where nothing crosses a border by a known rule.
    public var customsValue: Money?
    /// Goods first, then what comes on top in the order that it was reckoned in.
    public var charges: [Charge]
    /// What the recipient pays when the parcel comes.
    public var dueAtBorder: Money
    /// The first and the last day on which it is to be expected, holidays of both sides skipped; nil where no calendar knows.
    public var delivery: ClosedRange<CivilDate>?
    /// What somebody should be told: a rate that is an estimate, a threshold nearby.
    public var notices: [Diagnostic]
    public var outcome: Outcome
    /// Everything that has to be paid until the goods are there.
    public var landedCost: Money
    /// Reckoned for another day than its own: it answers and sells nothing.
    public var isQuestion = false
    /// The last moment at which its tours are sold; nil without one.
    public var salesEnd: Date?
    /// Until when its tours are cancelled for nothing; nil without one.
    public var freeCancellation: Date?

    /// Whether the quote may become an order.
    public enum Outcome: Hashable, Sendable {
        case ready
        /// Something is unknown; a person decides.
        case needsReview([Diagnostic])
        /// Something may not be sent; the reasons name its lines.
        case blocked([Diagnostic])

        public var reasons: [Diagnostic] {
            switch self {
            case .ready: []
            case .needsReview(let reasons), .blocked(let reasons): reasons
            }
        }
    }

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

    /// The goods alone.
    /// - Throws: `TradeError` with `emptyCart`, `unknownSKU`, `notSoldHere` or `amountTooLarge`.
    public init(_ cart: Cart, in market: Market, from catalog: Catalog, at now: Date) throws(TradeError) {
        try self.init(cart, in: market, from: catalog, on: CivilDate(now, in: market), at: now)
        endWithTheDay(in: market, from: catalog, rules: nil)
    }

    /// - Throws: `TradeError` with `quoteExpired`, `quoteForAnotherDay`, or the first reason why the goods may not be sent.
    public func check(at now: Date) throws(TradeError) {
        guard now <= expires else { throw TradeError(.quoteExpired) }
        guard !isQuestion else { throw TradeError(.quoteForAnotherDay, ["day": .text(day.description)]) }
        if case .blocked(let reasons) = outcome, let reason = reasons.first {
            throw TradeError(reason.code, reason.arguments)
        }
    }
}

extension Quote {
    init(
        _ cart: Cart, in market: Market, from catalog: Catalog, on day: CivilDate, at now: Date
    ) throws(TradeError) {
        guard !cart.lines.isEmpty else { throw TradeError(.emptyCart) }
        var lines: [Line] = []
        var total = Money.zero(market.currency)
        // The first of its tours takes the whole quote with it.
        var (salesEnd, freeCancellation): (Date?, Date?)
        for line in cart.lines {
            let sku = Diagnostic.Argument.text(line.sku.description)
            guard let product = catalog.item(line.sku)?.product else { throw TradeError(.unknownSKU, ["sku": sku]) }
            guard let price = catalog.price(of: line.sku, in: market.id, on: day) else {
                throw TradeError(.notSoldHere, ["sku": sku, "market": .text(market.id)])
            }
            // A price below nothing would pay the buyer.
            guard price.amount.minorUnits >= 0 else {
                throw TradeError(.notSoldHere, ["sku": sku, "market": .text(market.id)])
            }
            let item = try line.item(of: product, from: day, at: now)
            if let day = line.departure, let tour = product.tour {
                salesEnd = earlier(salesEnd, tour.salesEnd(on: day))
                freeCancellation = earlier(freeCancellation, tour.freeCancellation(on: day))
            }
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
        self.expires = earlier(now.addingTimeInterval(Self.validity), salesEnd) ?? now
        self.salesEnd = salesEnd
        self.freeCancellation = freeCancellation
        self.day = day
        self.charges = lines.map { line in
            Charge(
                .goods, rule: line.priceList, sku: line.sku, base: line.unitPrice,
                rate: Ratio(Int64(line.quantity), over: 1), amount: line.total, due: .now)
        }
        self.dueAtBorder = .zero(market.currency)
        self.landedCost = total
        self.notices = []
        self.outcome = .ready
    }

    /// Lets the quote end at midnight where a price or a rule is another one on the next day.
    mutating func endWithTheDay(in market: Market, from catalog: Catalog, rules: TradeRules?) {
        let today = CivilDate(made, in: market)
        let tomorrow = CivilDate(daysSince1970: today.daysSince1970 + 1)
        // A quote for another day is a question about that day, and no order's price.
        guard day == today else {
            isQuestion = true
            notices.append(Diagnostic(.quoteForAnotherDay, .note, at: nil, ["day": .text(day.description)]))
            return
        }
        let isChanging =
            rules?.change(from: today, to: tomorrow) ?? false
            || lines.contains {
                catalog.price(of: $0.sku, in: market.id, on: today)
                    != catalog.price(of: $0.sku, in: market.id, on: tomorrow)
            }
        guard isChanging, CivilDate(expires, in: market) > today else { return }
        // The first instant of tomorrow lies at most half an hour ahead; halving finds it in any zone.
        var (still, past) = (made, expires)
        while past.timeIntervalSince(still) > 0.5 {
            let middle = still.addingTimeInterval(past.timeIntervalSince(still) / 2)
            if CivilDate(middle, in: market) > today { past = middle } else { still = middle }
        }
        expires = Date(timeIntervalSince1970: still.timeIntervalSince1970.rounded(.down))
    }
}

extension Cart.Line {
    /// What the stock of this line is counted of.
    ///
    /// A fare without a day is an open ticket, which is counted like a piece of goods.
    /// - Throws: `TradeError` with `badDeparture` for a day on which the tour does not start, or that is over or not sold any more.
    func item(of product: Product, from today: CivilDate, at now: Date) throws(TradeError) -> StockItem {
        guard let departure else { return .sku(sku) }
        guard let tour = product.tour else { throw TradeError(.noTour, ["sku": .text(sku.description)]) }
        let coming = tour.departures.filter { day in day > today && tour.salesEnd(on: day).map { now <= $0 } ?? true }
        guard coming.contains(departure) else {
            let known = coming.sorted().map(\.description).joined(separator: ", ")
            throw TradeError(
                .badDeparture, ["sku": .text(sku.description), "known": .text(known.isEmpty ? "—" : known)])
        }
        return .departure(tour: product.id, day: departure)
    }
}

private func earlier(_ a: Date?, _ b: Date?) -> Date? {
    guard let a, let b else { return a ?? b }
    return min(a, b)
}
