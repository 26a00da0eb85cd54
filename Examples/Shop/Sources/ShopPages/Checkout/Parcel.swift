internal import Keruen

/// What becomes one order: goods that lie in one country and go together, or the places on one departure of a tour.
struct Parcel {
    /// In the order of the cart.
    let lines: [Basket.Line]
    let way: Fulfilment
    /// The countries, ISO 3166-1; a tour's is where it takes place.
    let origin: String
    let destination: String
    let quote: Quote

    var tour: (product: Product, tour: Tour, day: CivilDate)? {
        guard let line = lines.first, let product = line.product, let tour = line.tour, let day = line.wanted.departure
        else { return nil }
        return (product, tour, day)
    }

    /// Where a parcel's documents are decided by, or a tour's.
    var identityRoute: IdentityRoute {
        guard let (_, tour, day) = tour else { return .parcel(from: origin, to: destination) }
        return .tour(in: origin, through: day.adding(days: tour.days - 1))
    }

    /// Retail into China counts to the buyer's year.
    var countsToQuota: Bool { [.bondedImport, .directImport].contains(way.flow) }

    var isReady: Bool { quote.outcome == .ready }

    /// How many go on the tour; none for goods.
    var travellers: Int { tour == nil ? 0 : lines.reduce(0) { $0 + $1.wanted.quantity } }
}

extension Tour {
    /// The country that it begins in: tours name a zone and a region of the catalogue, and no country.
    var country: String {
        switch timeZone {
        case "Asia/Shanghai", "Asia/Urumqi": "CN"
        case "Europe/Moscow", "Europe/Samara", "Asia/Yekaterinburg", "Asia/Omsk", "Asia/Novosibirsk": "RU"
        default: "KZ"
        }
    }
}
