/// Who buys and who receives, opened for customs and for nothing else.
///
///     let people = CustomsPeople(try sealed.open(for: order.key, with: keyring), documents: documents)
public struct CustomsPeople: Hashable, Sendable, PersonalData {
    public var parties: Parties
    /// By whose they are.
    public var documents: [Party.Role: [IdentityDocument]]

    public init(_ parties: Parties, documents: [Party.Role: [IdentityDocument]] = [:]) {
        (self.parties, self.documents) = (parties, documents)
    }

    public var description: String { "people of an order" }
}

extension CustomsPeople {
    /// Opens what a store keeps of an order's people, as far as a purpose of customs goes.
    /// - Parameter purpose: whose customs; documents that were given for another are not opened.
    /// - Throws: `TradeError` as opening does; nil where names were never sealed or have been erased.
    public static func open(
        _ records: [SealedRecord], of order: Order, for purpose: Consent.Purpose, with keyring: Keyring
    ) throws(TradeError) -> CustomsPeople? {
        var parties: Parties?
        var documents: [Party.Role: [IdentityDocument]] = [:]
        for record in records {
            if record.purpose == Consent.Purpose.delivery.rawValue {
                parties = try SealedParties(record).open(for: order.key, with: keyring)
            } else if record.purpose == purpose.rawValue {
                let sealed = try SealedIdentity(record)
                documents[sealed.role, default: []] += try sealed.open(for: order.key, purpose: purpose, with: keyring)
            }
        }
        return parties.map { CustomsPeople($0, documents: documents) }
    }

    /// The buyer as China's customs know one.
    /// - Throws: `Refusal` with `customsForeignBuyer` for anybody with another document than a resident's identity card, `documentMissing`, or `buyerIsNotPayer`.
    func buyer(_ registration: String) throws(Refusal) -> CustomsBuyer {
        let shown = documents[.buyer] ?? []
        var card: ResidentID?
        for case .residentID(let id) in shown { card = id }
        guard let card else {
            guard let other = shown.first else {
                throw Refusal(.documentMissing, ["document": .text(IdentityDocument.Kind.residentID.rawValue)])
            }
            throw Refusal(.customsForeignBuyer, ["document": .text(other.kind.rawValue)])
        }
        guard parties.isPaidByBuyer else { throw Refusal(.buyerIsNotPayer) }
        guard parties.address.country == "CN" else {
            throw Refusal(.customsNotInChina, ["country": .text(parties.address.country)])
        }
        return CustomsBuyer(
            registration: registration, name: parties.buyer.name.full, telephone: parties.buyer.phone.national,
            identityNumber: card.digits)
    }

    /// Word for word the same in order and waybill.
    var consignee: CustomsConsignee {
        // The postcode is a line of its own, which customs have no field for.
        let place = parties.address.written.dropFirst().joined()
        return CustomsConsignee(
            name: parties.recipient.name.full, telephone: parties.recipient.phone.national, address: place)
    }
}

extension PhoneNumber {
    /// As it is dialled in China; with its country's code where it is another one's.
    fileprivate var national: String { country == "CN" ? String(digits.dropFirst(3)) : digits }
}

extension CustomsPeople {
    /// Whether the buyer is the one whose year the order counts to.
    /// - Throws: `Refusal` with `customsOtherBuyer`, or with `quotaKeyUnknown` where the keyring can't tell: the order was counted under a key
    ///   that it has no more. Neither names anybody.
    public func check(against order: Order, with keyring: Keyring) throws(Refusal) {
        guard let claim = order.placement.quota else { return }
        for document in documents[.buyer] ?? [] {
            guard case .residentID = document else { continue }
            let buyer: QuotaBuyer
            do throws(TradeError) { buyer = try keyring.quotaBuyer(of: document, at: order.placed) } catch {
                throw Refusal(error.diagnostic)
            }
            let keys = buyer.keys(in: claim.year)
            guard keys.contains(where: { $0.keyID == claim.buyer.keyID }) else {
                throw Refusal(
                    .quotaKeyUnknown, ["key": .text(String(claim.buyer.keyID)), "year": .text("\(claim.year)")])
            }
            guard keys.contains(claim.buyer) else {
                throw Refusal(.customsOtherBuyer, ["id": .text(order.id.description)])
            }
        }
    }
}
