internal import Keruen

/// A first and a last day with what both share said once: «8–14 декабря 2026 г.», «2026 ж. 28 желтоқсан — 2027 ж. 4 қаңтар»,
/// 「2026年12月8日至15日」.
struct DaySpan {
    private(set) var first: String
    private(set) var last: String

    init(_ days: ClosedRange<CivilDate>, in shop: Storefront) {
        let (start, end) = (days.lowerBound, days.upperBound)
        let whole = (shop.formatted(start), shop.formatted(end))
        (first, last) = whole
        guard start.description.prefix(4) == end.description.prefix(4),
            let short = Self.both(days, "MMMMd", shop), let number = Self.both(days, "d", shop)
        else { return }
        let isOneMonth = start.description.prefix(7) == end.description.prefix(7)
        let isDayFirst = short.1.hasPrefix(number.1)
        if whole.1.hasPrefix(short.1) {
            // The year comes last, and so it stays with the last day.
            first = isOneMonth && isDayFirst ? number.0 : short.0
        } else if whole.1.hasSuffix(short.1) {
            last = isOneMonth && !isDayFirst ? number.1 : short.1
            if isOneMonth, isDayFirst { first = String(whole.0.dropLast(short.0.count)) + number.0 }
        }
    }

    private static func both(
        _ days: ClosedRange<CivilDate>, _ skeleton: String, _ shop: Storefront
    ) -> (String, String)? {
        let tag = shop.market.formattingTag(for: shop.language)
        guard let formatter = try? MomentFormatter.shared(tag, skeleton: skeleton) else { return nil }
        let texts = [days.lowerBound, days.upperBound].compactMap { day in
            try? formatter.format(MessageMoment(daysSince1970: day.daysSince1970))
        }
        return texts.count == 2 ? (texts[0], texts[1]) : nil
    }

    /// Between two numbers stands a dash without spaces.
    func text(_ words: CheckoutStrings) -> String {
        guard first.last?.isNumber == true, last.first?.isNumber == true else {
            return words.lookDays(from: first, through: last)
        }
        return "\(first)–\(last)"
    }
}
