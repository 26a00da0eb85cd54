extension LandedCost {
    /// The finished quote: sums of charges that were rounded each for itself, and what became of it.
    func sums() throws(MoneyError) -> Quote {
        var quote = quote
        var (now, later) = (Money.zero(market.currency), Money.zero(market.currency))
        for charge in quote.charges {
            switch charge.due {
            case .now, .nowForCustoms: now = try now + charge.amount
            case .atBorder: later = try later + charge.amount
            case .included: break
            }
        }
        (quote.destination, quote.shipsFrom, quote.incoterm) = (terms.destination, terms.shipsFrom, terms.incoterm)
        (quote.total, quote.dueAtBorder) = (now, later)
        quote.landedCost = try now + later
        if !blocks.isEmpty {
            quote.outcome = .blocked(blocks)
            quote.notices += reviews
        } else if !reviews.isEmpty {
            quote.outcome = .needsReview(reviews)
        }
        return quote
    }
}
