/// The numbers that can be told right from wrong by themselves.
///
///     IdentifierKind.iin.fault(in: "061211600013")?.code      // MKT0303: its check digit
///     IdentifierKind.iin.shown("061211600013", isValid: false)    // ••••••••0013
///
/// A right number need not have been given to anybody.
public enum IdentifierKind: String, Hashable, Sendable, CaseIterable {
    /// Russia's taxpayer number, of a firm or a person.
    case inn
    /// Russia's registration number of a firm or an entrepreneur.
    case ogrn
    /// Kazakhstan's number of a person.
    case iin
    /// Kazakhstan's number of a firm.
    case bin
    /// The number of a Chinese resident's identity card.
    case residentID = "resident-id"
    /// China's unified social credit code of a firm.
    case uscc
    /// A postal item's number.
    case s10
    /// A number of goods.
    case gtin

    /// Whether it may be a person's, so that it is never shown whole.
    public var isPersonal: Bool {
        switch self {
        case .inn, .iin, .residentID: true
        case .ogrn, .bin, .uscc, .s10, .gtin: false
        }
    }

    /// What is wrong with a number, as its type would refuse it; nil for a right one. It never says what stands in it.
    public func fault(in text: String) -> IdentifierFault? {
        switch self {
        case .inn: INN(text) == nil ? INN.fault(in: text) : nil
        case .ogrn: OGRN(text) == nil ? OGRN.fault(in: text) : nil
        case .iin: IIN(text) == nil ? IIN.fault(in: text) : nil
        case .bin: BIN(text) == nil ? BIN.fault(in: text) : nil
        case .residentID: ResidentID(text) == nil ? ResidentID.fault(in: text) : nil
        case .uscc: USCC(text) == nil ? USCC.fault(in: text) : nil
        case .s10: S10(text) == nil ? S10.fault(in: text) : nil
        case .gtin: GTIN(text) == nil ? GTIN.fault(in: text) : nil
        }
    }

    /// A number as it may be shown: of a person's its end alone, and the same of one that is wrong, for it may be a
    /// person's under another name.
    public func shown(_ text: String, isValid: Bool) -> String {
        switch self {
        case .s10, .gtin: return text
        case .ogrn, .bin, .uscc: if isValid { return text }
        case .inn, .iin, .residentID: break
        }
        let count = text.count
        return String(text.enumerated().map { $0.offset < count - (count > 8 ? 4 : 0) ? "•" : $0.element })
    }
}

/// Why a number can't be right.
public struct IdentifierFault: Hashable, Sendable {
    public var code: Diagnostic.Code
    public var arguments: [String: Diagnostic.Argument]

    init(_ code: Diagnostic.Code, _ arguments: [String: Diagnostic.Argument] = [:]) {
        (self.code, self.arguments) = (code, arguments)
    }

    /// For reports, which say it in the reader's language.
    public func diagnostic(for kind: IdentifierKind) -> Diagnostic {
        Diagnostic(code, .error, at: nil, arguments.merging(["identifier": .text(kind.rawValue)]) { $1 })
    }
}

extension Diagnostic.Code {
    public static let identifierLength = Self("MKT0301")
    /// A character that can't stand where it does.
    public static let identifierCharacter = Self("MKT0302")
    /// A digit is mistyped, or two have changed places.
    public static let identifierCheckDigit = Self("MKT0303")
    /// A day of birth that no calendar has.
    public static let identifierDate = Self("MKT0304")
    /// A month of registration that is none.
    public static let identifierMonth = Self("MKT0305")
    public static let identifierProvince = Self("MKT0306")
    /// A firm's number, given for a person's.
    public static let identifierOfFirm = Self("MKT0307")
    /// Not a firm's number: a person's, perhaps.
    public static let identifierNotOfFirm = Self("MKT0308")
    /// A digit for century and sex that stands for none.
    public static let identifierCentury = Self("MKT0309")
    /// Eleven digits that no check digit completes.
    public static let identifierNeverGiven = Self("MKT0310")
    public static let identifierZeros = Self("MKT0311")
    /// A first digit that such a number does not begin with.
    public static let identifierFirstDigit = Self("MKT0312")
    /// Letters of a country that are no country's.
    public static let identifierCountry = Self("MKT0313")
}
