/// A bank whose rates are read, by the name that its files begin with: `nbk-2026-07-01.xml`.
public enum RateBank: String, CaseIterable, Sendable {
    /// Kazakhstan's: tenge for a foreign unit.
    case nationalBankOfKazakhstan = "nbk"
    /// Russia's: roubles for a foreign unit, or for ten or a hundred.
    case bankOfRussia = "cbr"
    /// China's, by its trade system: the yuan's central parity.
    case peoplesBankOfChina = "pboc"

    /// Whose file a name says it is; nil where it opens with none of the names and a hyphen.
    public init?(fileName: String) {
        guard let bank = Self.allCases.first(where: { fileName.hasPrefix($0.rawValue + "-") }) else { return nil }
        self = bank
    }
}
