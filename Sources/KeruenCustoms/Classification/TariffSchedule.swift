/// Whose ten digits a code is written in.
///
///     TariffSchedule(of: "KZ")        // eaeu
public enum TariffSchedule: String, Hashable, Sendable, CaseIterable {
    /// 海关商品编号: eight digits of the tariff and two more.
    case china = "CN"
    /// ТН ВЭД ЕАЭС, one for all members of the Eurasian Economic Union.
    case eaeu = "EAEU"

    /// The schedule that a country declares by; nil where none is known here.
    /// - Parameter country: ISO 3166-1 alpha-2.
    public init?(of country: String) {
        if country == "CN" {
            self = .china
        } else if CountryGroup.eaeu.contains(country) {
            self = .eaeu
        } else {
            return nil
        }
    }
}
