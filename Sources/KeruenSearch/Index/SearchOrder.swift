extension SearchIndex {
    /// In what order found products come. Equal ones come by their titles, and those by their ids.
    public enum Order: String, CaseIterable, Hashable, Sendable {
        /// The best first; a shelf, on which all are as good, by title.
        case relevance
        /// By the alphabet of the reader's language.
        case title
        /// The cheapest first.
        case price
        /// The dearest first.
        case priceDescending = "price-desc"
        /// What came into the shop last first; what nobody knows the day of at the end.
        case newest

        /// Whether it is a permutation of its own, neither the documents' nor the query's.
        var isRanked: Bool {
            switch self {
            case .relevance, .title: false
            case .price, .priceDescending, .newest: true
            }
        }

        /// What products are sorted by, the least first.
        func key(price: Int64, added: Int32) -> Int64 {
            switch self {
            case .relevance, .title: 0
            case .price: price
            // Nothing overflows: the complement turns an order round without a sign.
            case .priceDescending: ~price
            case .newest: ~Int64(added)
            }
        }
    }
}
