internal import Keruen

extension ListQuery {
    /// An amount as people type it: spaces between thousands, a comma before the rest, digits of any script.
    static func amount(_ text: String, _ currency: Currency) -> Money? {
        var plain = ""
        for character in text where !character.isWhitespace && character != "'" && character != "’" {
            switch character {
            case ",", ".", "，", "٫": plain += "."
            default:
                guard let digit = character.wholeNumberValue, (0...9).contains(digit) else { return nil }
                plain += String(digit)
            }
        }
        return try? Money(plain, currency)
    }

    /// What was typed as a price and is none.
    func unreadable(in market: Market) -> [String] {
        [lowest, highest].compactMap(\.self).filter { Self.amount($0, market.currency) == nil }
    }

    /// Amounts the wrong way round are meant the right way round.
    func price(in market: Market) -> ClosedRange<Int64>? {
        let low = lowest.flatMap { Self.amount($0, market.currency)?.minorUnits }
        let high = highest.flatMap { Self.amount($0, market.currency)?.minorUnits }
        guard low != nil || high != nil else { return nil }
        let (a, b) = (low ?? 0, high ?? .max)
        return min(a, b)...max(a, b)
    }

    /// The days of the month.
    var departures: ClosedRange<CivilDate>? { month.flatMap { Self.days(of: $0) } }

    static func days(of month: String) -> ClosedRange<CivilDate>? {
        guard let first = CivilDate(month + "-01") else { return nil }
        let (year, number, _) = first.components
        let next = CivilDate(year: number == 12 ? year + 1 : year, month: number == 12 ? 1 : number + 1, day: 1)
        return next.map { first...CivilDate(daysSince1970: $0.daysSince1970 - 1) }
    }

    func filters(in market: Market) -> SearchIndex.Filters {
        SearchIndex.Filters(
            category: category, material: material, region: region, price: price(in: market), inStock: inStock,
            departure: departures)
    }
}
