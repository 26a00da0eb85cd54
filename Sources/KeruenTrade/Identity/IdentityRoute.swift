/// What decides whose documents are asked for: where a parcel goes from and to, or where a tour is.
///
///     IdentityRoute.parcel(from: "CN", to: "RU")
public enum IdentityRoute: Hashable, Sendable {
    /// ISO 3166-1 codes of the warehouse's country and the recipient's.
    case parcel(from: String, to: String)
    /// The country it is in and its last day, which passports have to reach.
    case tour(in: String, through: CivilDate)

    var goods: String {
        switch self {
        case .parcel: "parcel"
        case .tour: "tour"
        }
    }

    var origin: String? {
        switch self {
        case .parcel(let from, _): from
        case .tour: nil
        }
    }

    var destination: String {
        switch self {
        case .parcel(_, let to): to
        case .tour(let country, _): country
        }
    }
}
