/// Somebody who has a part in an order: who they are, and how they are reached.
///
///     let aigul = Party(name: try PersonName("阿依古丽·买买提"), phone: try PhoneNumber("13812345678", in: "CN"))
///
/// Numbers of identity are not here: they are asked for by route, sealed, and opened by nobody who ships.
public struct Party: Hashable, Sendable, PersonalData {
    public var name: PersonName
    public var phone: PhoneNumber
    /// Where a carrier or customs want it.
    public var passportName: PassportName?

    public init(name: PersonName, phone: PhoneNumber, passportName: PassportName? = nil) {
        (self.name, self.phone, self.passportName) = (name, phone, passportName)
    }

    /// The parts that people have in an order; one person may have several.
    public enum Role: String, CaseIterable, Hashable, Sendable {
        /// Whose account is charged, and who is refunded.
        case payer
        /// Who ordered, and returns the goods.
        case buyer
        /// Whom the parcel is handed to, and who declares it in Russia and Kazakhstan.
        case recipient
        /// Who goes on a tour.
        case traveller
    }

    public var description: String { "a party" }
}
