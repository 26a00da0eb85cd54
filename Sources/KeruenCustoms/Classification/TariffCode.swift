/// A good's place in a tariff: the six digits of the Harmonized System that all countries share, or ten of one schedule.
///
///     TariffCode("570110")?.schedule                              // nil: it says the same everywhere
///     TariffCode("5701109000", in: .eaeu)?.grouped                // 5701 10 900 0
///     TariffCode("5701100000", in: .china) == TariffCode("5701100000", in: .eaeu)     // false
///
/// The same ten digits mean different goods in China and in the Eurasian Economic Union, so a code carries its schedule.
public struct TariffCode: Hashable, Sendable, CustomStringConvertible {
    /// Six, or ten.
    public let digits: String
    /// Whose ten digits they are; nil for six.
    public let schedule: TariffSchedule?

    /// Six digits; nil for other lengths and characters, and for chapters that the System does not have.
    public init?(_ digits: String) {
        guard Self.areDigits(digits, 6), Self.isChapter(digits, in: nil) else { return nil }
        self.digits = digits
        schedule = nil
    }

    /// Ten digits of a schedule; nil for other lengths and characters, and for chapters that the schedule does not have.
    public init?(_ digits: String, in schedule: TariffSchedule) {
        guard Self.areDigits(digits, 10), Self.isChapter(digits, in: schedule) else { return nil }
        self.digits = digits
        self.schedule = schedule
    }

    /// The Harmonized System's six.
    public var common: String { String(digits.prefix(6)) }

    /// China's tariff line without the two digits that customs adds: what the positive list goes by. Nil for other codes.
    public var chineseLine: String? { schedule == .china ? String(digits.prefix(8)) : nil }

    public var description: String { digits }

    /// In groups, as the schedule prints it: 57011000.00, 5701 10 900 0, 5701.10.
    public var grouped: String {
        func part(_ range: Range<Int>) -> String { String(digits.dropFirst(range.lowerBound).prefix(range.count)) }
        return switch schedule {
        case .china: part(0..<8) + "." + part(8..<10)
        case .eaeu: [part(0..<4), part(4..<6), part(6..<9), part(9..<10)].joined(separator: " ")
        case nil: part(0..<4) + "." + part(4..<6)
        }
    }

    private static func areDigits(_ text: String, _ count: Int) -> Bool {
        text.utf8.count == count && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// Chapter 77 is kept for later use; China puts what is not classified elsewhere into 98.
    private static func isChapter(_ digits: String, in schedule: TariffSchedule?) -> Bool {
        guard let chapter = Int(digits.prefix(2)) else { return false }
        return (1...97).contains(chapter) && chapter != 77 || chapter == 98 && schedule == .china
    }
}

extension TariffCode {
    /// A product's code for a country: ten digits where the catalogue has them, six where not, nil without either.
    ///
    /// The union's members share one schedule, so that a code for Russia serves for Kazakhstan too.
    ///
    /// - Throws: `CustomsError` with `tariffCodeMalformed`, or `tariffCodeForeign` where the ten don't begin with the six.
    public init?(of product: Product, in country: String) throws(CustomsError) {
        var common: TariffCode?
        if let digits = product.hsCode {
            guard let code = TariffCode(digits) else {
                throw Self.error(.tariffCodeMalformed, product, digits, country)
            }
            common = code
        }
        guard let schedule = TariffSchedule(of: country),
            let digits = product.nationalCodes[country] ?? Self.shared(product.nationalCodes, schedule)
        else {
            guard let common else { return nil }
            self = common
            return
        }
        guard let code = TariffCode(digits, in: schedule) else {
            throw Self.error(.tariffCodeMalformed, product, digits, country)
        }
        guard common.map({ $0.digits == code.common }) ?? true else {
            throw Self.error(.tariffCodeForeign, product, digits, country)
        }
        self = code
    }

    private static func shared(_ codes: [String: String], _ schedule: TariffSchedule) -> String? {
        guard schedule == .eaeu else { return nil }
        return codes.filter { CountryGroup.eaeu.contains($0.key) }.min { $0.key < $1.key }?.value
    }

    private static func error(
        _ code: Diagnostic.Code, _ product: Product, _ digits: String, _ country: String
    ) -> CustomsError {
        CustomsError(
            code,
            [
                "product": .text(product.id), "value": .text(digits), "country": .text(country),
                "common": .text(product.hsCode ?? ""),
            ])
    }
}
