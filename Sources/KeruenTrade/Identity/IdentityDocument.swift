/// A document that customs or a border knows a person by; it prints its kind and its last digits.
///
///     try IdentityDocument(.iin, "061211600012")
///
/// - Throws: `TradeError` with `badDocument` and the kind, never the number.
public enum IdentityDocument: Hashable, Sendable, PersonalData {
    /// Of a person: twelve digits.
    case inn(INN)
    case iin(IIN)
    case residentID(ResidentID)
    case russianPassport(RussianPassport)
    case passport(TravelPassport)

    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// Russia's taxpayer number.
        case inn
        /// Kazakhstan's individual number.
        case iin
        /// China's resident ID.
        case residentID = "resident-id"
        /// Russia's internal passport.
        case russianPassport = "ru-passport"
        /// A passport for abroad, of any country.
        case passport
    }

    /// What was typed, of a kind that a number says all of; a passport for abroad has a name and a last day besides.
    public init(_ kind: Kind, _ text: String) throws(TradeError) {
        let typed = text.halfWidth.filter { !$0.isWhitespace }
        let document: Self? =
            switch kind {
            case .inn: INN(typed).flatMap { $0.isPersonal ? .inn($0) : nil }
            case .iin: IIN(typed).map(Self.iin)
            case .residentID: ResidentID(typed).map(Self.residentID)
            case .russianPassport: RussianPassport(typed).map(Self.russianPassport)
            case .passport: nil
            }
        guard let document else { throw TradeError(.badDocument, ["document": .text(kind.rawValue)]) }
        self = document
    }

    public var kind: Kind {
        switch self {
        case .inn: .inn
        case .iin: .iin
        case .residentID: .residentID
        case .russianPassport: .russianPassport
        case .passport: .passport
        }
    }

    /// What tells its holder from everybody else: the number, with the issuing country where several issue alike.
    var key: String {
        switch self {
        case .inn(let inn): inn.digits
        case .iin(let iin): iin.digits
        case .residentID(let id): id.digits
        case .russianPassport(let passport): passport.digits
        case .passport(let passport): passport.country + passport.number
        }
    }

    /// Numbers for life, by which a person is found again; passports are renewed.
    var isForLife: Bool {
        switch self {
        case .inn, .iin, .residentID: true
        case .russianPassport, .passport: false
        }
    }

    public var description: String { "\(kind.rawValue) ••••\(key.suffix(2))" }
}
