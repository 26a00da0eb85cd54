/// How a country writes addresses: which fields it needs, its postcodes, and the order on an envelope.
enum AddressForm: String {
    case china = "CN"
    case kazakhstan = "KZ"
    case russia = "RU"

    init?(_ country: String) { self.init(rawValue: country) }

    /// The code in its one form, small letters and full-width digits put right; nil for what is none.
    func postcode(_ typed: String) -> String? {
        let code = typed.halfWidth.uppercased().filter { $0 != " " }
        let isDigits = code.utf8.allSatisfy { (0x30...0x39).contains($0) }
        if code.utf8.count == 6, isDigits { return code }
        // Kazakhstan's codes since 2015: A15E3H4.
        let shape = code.utf8.map { (0x41...0x5A).contains($0) ? "A" : (0x30...0x39).contains($0) ? "0" : "?" }
        return self == .kazakhstan && shape.joined() == "A00A0A0" ? code : nil
    }

    /// Whether the post can't do without a region.
    ///
    /// Moscow, St Petersburg and Sevastopol are regions of their own; their postcodes say so in every script.
    func needsRegion(_ postcode: String) -> Bool {
        switch self {
        case .china: return true
        case .kazakhstan: return false
        case .russia:
            let office = Int(postcode.prefix(3)) ?? 0
            return !((101...129).contains(office) || (190...199).contains(office) || office == 299)
        }
    }
}

extension Address {
    /// The lines of a label without name and country, in the order that the country's post reads them.
    public var written: [String] {
        let area = [region, district].compactMap(\.self)
        let door = lines + [point].compactMap(\.self).map { "№ \($0)" }
        return switch AddressForm(country) {
        // Chinese runs from the province down without a space; 北京市 is a province and a city.
        case .china:
            [postcode, [region, city == region ? nil : city, district].compactMap(\.self).joined()] + door
        case .russia: ["\(postcode) \(city)"] + area + door
        case .kazakhstan, nil: [postcode] + area + [city] + door
        }
    }
}
