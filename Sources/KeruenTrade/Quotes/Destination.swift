/// Where a parcel goes, as far as its price depends on it.
///
///     try Destination(country: "KZ", region: "Алматы", postcode: "050000")
public struct Destination: Hashable, Sendable {
    /// ISO 3166-1 alpha-2.
    public let country: String
    public let region: String?
    public let city: String?
    /// In capitals, without spaces around it.
    public let postcode: String?

    /// - Throws: `TradeError` with `unknownCountry`, or `badPostcode` for one that the country can't have.
    public init(
        country: String, region: String? = nil, city: String? = nil, postcode: String? = nil
    ) throws(TradeError) {
        guard Country.codes.contains(country) else {
            throw TradeError(.unknownCountry, ["country": .text(country)])
        }
        let code = postcode?.filter { !$0.isWhitespace }.uppercased()
        if let code, let form = Self.postcodes[country], !form.accepts(code) {
            throw TradeError(
                .badPostcode,
                [
                    "postcode": .text(postcode ?? ""), "country": .text(country),
                    "example": .text(form.example),
                ])
        }
        self.country = country
        self.region = region
        self.city = city
        self.postcode = code.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Shapes only: whether a post office has the code is the carrier's question.
    private static let postcodes: [String: (example: String, accepts: @Sendable (String) -> Bool)] = [
        "CN": ("830000", { isSixDigits($0) }),
        "RU": ("101000", { isSixDigits($0) }),
        // Six digits, or since 2015 seven characters: A05A1B2.
        "KZ": ("050000", { isSixDigits($0) || isSevenCharacters($0) }),
    ]

    private static func isSixDigits(_ code: String) -> Bool { shape(code) == "000000" }

    private static func isSevenCharacters(_ code: String) -> Bool { shape(code) == "A00A0A0" }

    /// Each Latin capital as A, each digit as 0.
    private static func shape(_ code: String) -> String {
        String(
            code.unicodeScalars.map { scalar -> Character in
                switch scalar {
                case "A"..."Z": "A"
                case "0"..."9": "0"
                default: "?"
                }
            })
    }
}
