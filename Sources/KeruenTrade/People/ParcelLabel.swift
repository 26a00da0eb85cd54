/// All that a warehouse abroad is shown of a person: name, phone and address of the recipient.
///
///     order.parties.label.lines
///     // ["Қасымов Асқар", "+77771234567", "050000", "Алматы", "Абай даңғылы, 10"]
///
/// No number of identity, no payer and no buyer: a gift does not say who paid for it.
public struct ParcelLabel: Hashable, Sendable, PersonalData {
    public let name: String
    public let phone: PhoneNumber
    public let address: Address

    public init(_ parties: Parties) {
        (name, phone, address) = (parties.recipient.name.full, parties.recipient.phone, parties.address)
    }

    /// What is printed, line by line.
    public var lines: [String] { [name, phone.digits] + address.written }

    public var description: String { "a parcel's label to \(address.country)" }
}

extension Parties {
    public var label: ParcelLabel { ParcelLabel(self) }
}
