public import Foundation

/// Everything that placing an order needs.
public struct OrderRequest: Hashable, Sendable {
    public var key: IdempotencyKey
    public var quote: Quote
    /// What the buyer reads.
    public var language: LanguageTag
    public var flow: OrderFlow.ID
    /// How long what is wanted stays set aside before it is paid.
    public var holding: TimeInterval
    /// Until when a tour is cancelled for nothing; nil where that does not run out while cancelling is possible.
    public var freeCancellation: Date?
    /// Who pays, buys and receives, sealed before it comes here.
    public var identities: [SealedRecord]
    /// A person has looked at what the quote left open.
    public var isReviewed = false

    public init(
        key: IdempotencyKey, quote: Quote, language: LanguageTag, flow: OrderFlow.ID = .domestic,
        holding: TimeInterval = Self.usualHolding, freeCancellation: Date? = nil, identities: [SealedRecord] = []
    ) {
        self.key = key
        self.quote = quote
        self.language = language
        self.flow = flow
        self.holding = holding
        self.freeCancellation = freeCancellation
        self.identities = identities
    }

    /// How long it is held, within a minute and ninety days.
    var held: TimeInterval { holding.isNaN ? Self.usualHolding : min(max(holding, 60), 90 * 86_400) }

    /// - Throws: `TradeError` with `quoteExpired`, `needsReview`, or the reason why the goods may not be sent: a person's word opens what
    ///   is unknown, never what is forbidden.
    func check(at now: Date) throws(TradeError) {
        try quote.check(at: now)
        if case .needsReview = quote.outcome, !isReviewed { throw TradeError(.needsReview) }
    }

    /// Half an hour: as long as a quote stands.
    public static let usualHolding: TimeInterval = 30 * 60

    /// What makes two requests under one key the same: market and goods, in the order of their items, where to, on what terms, with which
    /// discounts, and for whom. Prices may have moved between two tries of one buyer, and another warehouse have them now; the first
    /// one's stand.
    public var fingerprint: String {
        var parts = [Self.fingerprint(market: quote.market, lines: quote.lines)]
        if let destination = quote.destination, let incoterm = quote.incoterm {
            parts.append("\(incoterm.rawValue):\(destination.country)")
        }
        parts += quote.charges.filter { $0.kind == .discount }.map { charge in
            charge.rate.map { "-\($0)" } ?? "\(charge.amount.minorUnits)"
        }
        parts += identities.map(\.lookup).sorted()
        return parts.joined(separator: " ")
    }

    /// For a store that has only the order.
    package static func fingerprint(market: String, lines: [Quote.Line]) -> String {
        let goods = lines.map { line in
            line.departure.map { "\(line.sku)@\($0)=\(line.quantity)" } ?? "\(line.sku)=\(line.quantity)"
        }
        return ([market] + goods.sorted()).joined(separator: " ")
    }
}
