/// Who pays, who ordered, and who is given the parcel where: three people, though they are often one.
///
///     let own = Parties(aigul, at: home)
///     let gift = own.gift(to: asqar, at: almaty)       // another recipient at another place; who pays is as before
public struct Parties: Hashable, Sendable, PersonalData {
    public var payer: Party
    public var buyer: Party
    public var recipient: Party
    /// The recipient's.
    public var address: Address

    public init(payer: Party, buyer: Party, recipient: Party, address: Address) {
        (self.payer, self.buyer, self.recipient, self.address) = (payer, buyer, recipient, address)
    }

    /// One person in all parts.
    public init(_ party: Party, at address: Address) {
        self.init(payer: party, buyer: party, recipient: party, address: address)
    }

    /// The same order for somebody else: the recipient changes, and with them who declares the parcel, but not who pays.
    public func gift(to recipient: Party, at address: Address) -> Parties {
        Parties(payer: payer, buyer: buyer, recipient: recipient, address: address)
    }

    public var isGift: Bool { recipient != buyer }

    /// Whether the buyer pays, as China's customs want of imports: payment and order are compared by name and number. The number
    /// is the buyer's own, so that the names are compared here.
    public var isPaidByBuyer: Bool { payer.name == buyer.name }

    /// Nil for travellers, who are no part of a parcel.
    public subscript(role: Party.Role) -> Party? {
        switch role {
        case .payer: payer
        case .buyer: buyer
        case .recipient: recipient
        case .traveller: nil
        }
    }

    public var description: String { isGift ? "parties of a gift" : "parties of an order" }
}
