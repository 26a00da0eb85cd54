extension Money {
    /// The amount as a market writes it in a language: 19 900 ₸, ¥268, 3 490 ₽.
    ///
    ///     price.formatted(for: kz, in: .ru)
    public func formatted(for market: Market, in language: LanguageTag) -> String {
        let formatter = try? DecimalFormatter.shared(market.formattingTag(for: language), .currency(currency.code))
        return (try? formatter?.format(decimalText)) ?? description
    }
}

extension CivilDate {
    /// The date as a market writes it in a language: 5 июня 2027 г., 2027年6月5日.
    public func formatted(for market: Market, in language: LanguageTag) -> String {
        let formatter = try? MomentFormatter.shared(market.formattingTag(for: language), skeleton: "yMMMMd")
        return (try? formatter?.format(MessageMoment(daysSince1970: daysSince1970))) ?? description
    }
}
