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
    /// Who pays, buys and receives, sealed before it comes here.
    public var identities: [SealedRecord]
    /// What tells these people and their address from others under the same key: `Keyring.digest(of:documents:)`. The look-up keys do where
    /// it is nil, as long as no key is rotated between two tries.
    public var people: String?
    /// What the rules say of the goods, where the quote is of goods alone and was not asked.
    public var screening: Screening?
    /// Whose year a retail import into China counts to.
    public var quotaBuyer: QuotaBuyer?
    /// Nil where somebody else counts.
    public var quotaRules: [QuotaRule]? = TradeRules.standard.quotas
    /// A person has looked at what the quote or the screening left open.
    public var isReviewed = false

    public init(
        key: IdempotencyKey, quote: Quote, language: LanguageTag, flow: OrderFlow.ID = .domestic,
        holding: TimeInterval = Self.usualHolding, identities: [SealedRecord] = []
    ) {
        self.key = key
        self.quote = quote
        self.language = language
        self.flow = flow
        self.holding = holding
        self.identities = identities
    }

    /// When it lapses unless it is paid: within a minute and ninety days, and no later than its tours are sold.
    func lapse(after now: Date) -> Date {
        let held = holding.isNaN ? Self.usualHolding : min(max(holding, 60), 90 * 86_400)
        return min(now.addingTimeInterval(held), quote.salesEnd ?? .distantFuture).inWholeMilliseconds
    }

    /// - Throws: `TradeError` with `quoteExpired`, `needsReview`, `otherScreening`, or the reason why the goods may not be sent: a person's word opens what
    ///   is unknown, never what is forbidden.
    func check(at now: Date) throws(TradeError) {
        try quote.check(at: now)
        if case .needsReview = quote.outcome, !isReviewed { throw TradeError(.needsReview) }
        guard let screening else { return }
        guard screening.isOf(quote.lines), screening.isOfDay(now) else {
            throw TradeError(.otherScreening, ["id": .text(key.description)])
        }
        try screening.check(isReviewed: isReviewed)
    }

    /// Half an hour: as long as a quote stands.
    public static let usualHolding: TimeInterval = 30 * 60
}
