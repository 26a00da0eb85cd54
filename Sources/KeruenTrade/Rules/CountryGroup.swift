/// The countries that a rule speaks of: one, all, the Eurasian Economic Union, or all but those.
///
///     CountryGroup("!EAEU")?.contains("CN")       // true
public struct CountryGroup: Hashable, Sendable, CustomStringConvertible {
    /// `*`, `EAEU` or an ISO 3166-1 code, with ! for all the others.
    public let description: String
    private let name: String
    private let isTurned: Bool

    public init?(_ text: String) {
        isTurned = text.hasPrefix("!")
        name = String(text.dropFirst(isTurned ? 1 : 0))
        guard name == "*" || name == "EAEU" || Country.codes.contains(name) else { return nil }
        description = text
    }

    public static let eaeu: Set<String> = ["AM", "BY", "KG", "KZ", "RU"]

    public func contains(_ country: String) -> Bool {
        let isNamed = name == "*" || name == country || (name == "EAEU" && Self.eaeu.contains(country))
        return isNamed != isTurned
    }

    /// Whether it names one country: of two rules that fit, the one that says more counts.
    var isOneCountry: Bool { !isTurned && name != "*" && name != "EAEU" }
}

/// Codes of countries.
enum Country {
    /// ISO 3166-1 alpha-2, as of 2024.
    static let codes: Set<String> = Set(
        """
        AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ \
        CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO \
        FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE \
        JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO \
        MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW \
        PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM \
        TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
        """.split(separator: " ").map(String.init))
}
