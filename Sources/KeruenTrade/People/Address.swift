/// Where a parcel goes, checked field by field and written in the order of its country's post.
///
///     let home = try Address(country: "KZ", city: "Алматы", lines: ["Абай даңғылы, 10"], postcode: "050000")
///     home.written            // ["050000", "Алматы", "Абай даңғылы, 10"]
///
/// - Throws: `TradeError` with `countryUnknown`, `addressMissing`, `addressTooLong`, `addressSign` or `addressPostcode`; the argument
///   `field` names the field of the form.
public struct Address: Hashable, Sendable, PersonalData {
    public let kind: Kind
    /// ISO 3166-1 alpha-2.
    public let country: String
    /// Province, oblast, republic.
    public let region: String?
    public let city: String
    /// 区 or 县.
    public let district: String?
    /// Street, house, flat.
    public let lines: [String]
    public let postcode: String
    /// The number of a pickup point or of a parcel locker, as its carrier gives it.
    public let point: String?

    /// What a courier finds there; a door needs somebody at home, and a point needs its number.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case home
        case office
        case pickupPoint = "pickup-point"
        case parcelLocker = "parcel-locker"
        /// Poste restante: «до востребования».
        case postOffice = "post-office"

        var hasNumber: Bool { self == .pickupPoint || self == .parcelLocker }
    }

    public enum Field: String, CaseIterable, Hashable, Sendable {
        case region, city, district, lines, postcode, point
    }

    /// The most characters of an address as a whole: those of China's customs messages (CEB311: consigneeAddress C..200).
    public static let maximumLength = 200

    public init(
        _ kind: Kind = .home, country: String, region: String? = nil, city: String, district: String? = nil,
        lines: [String], postcode: String, point: String? = nil
    ) throws(TradeError) {
        guard let form = AddressForm(country) else { throw TradeError(.countryUnknown, ["country": .text(country)]) }
        self.kind = kind
        self.country = country
        self.city = try AddressText(city, of: .city).required()
        self.district = try AddressText(district, of: .district).text
        var written: [String] = []
        for line in lines {
            if let line = try AddressText(line, of: .lines).text { written.append(line) }
        }
        // A post office is an address by itself.
        guard !written.isEmpty || kind == .postOffice else { throw Self.missing(.lines) }
        self.lines = written
        let code = try AddressText(postcode, of: .postcode).required()
        guard let code = form.postcode(code) else { throw TradeError(.addressPostcode, ["country": .text(country)]) }
        self.postcode = code
        self.region = try AddressText(region, of: .region).text
        guard self.region != nil || !form.needsRegion(code) else { throw Self.missing(.region) }
        self.point = try AddressText(point, of: .point).text
        guard self.point != nil || !kind.hasNumber else { throw Self.missing(.point) }
        guard self.written.map(\.count).reduce(0, +) <= Self.maximumLength else {
            throw TradeError(.addressTooLong, ["maximum": .integer(Self.maximumLength)])
        }
    }

    /// An address that was checked when it was typed: what is kept must open whatever rules are changed since.
    init(
        kept kind: Kind, country: String, region: String?, city: String, district: String?, lines: [String],
        postcode: String, point: String?
    ) {
        (self.kind, self.country, self.region, self.city) = (kind, country, region, city)
        (self.district, self.lines, self.postcode, self.point) = (district, lines, postcode, point)
    }

    static func missing(_ field: Field) -> TradeError { TradeError(.addressMissing, ["field": .text(field.rawValue)]) }

    public var description: String { "an address in \(country)" }
}
