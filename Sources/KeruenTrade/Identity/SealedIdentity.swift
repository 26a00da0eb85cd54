/// A person's documents for one purpose of one order, sealed so that a store holds nothing that it could read or leak.
///
///     let sealed = try record.sealed(for: key, with: keyring, on: day)
///     store(sealed.bytes)
///     try SealedIdentity(bytes: read).open(for: order.key, purpose: .customsRU, with: keyring)
///
/// Sealed before the order is placed, it belongs to the order's `IdempotencyKey`, which is as much one order's as its id. A box that
/// was moved to another order, purpose, person or key does not open. Without `open` it tells only the order, the role, the consent
/// and until when it is kept.
public struct SealedIdentity: Hashable, Sendable, PersonalData {
    public let order: IdempotencyKey
    public let role: Party.Role
    /// Which of several travellers, from 0 on.
    public let person: Int
    /// Stays when the documents are erased: proof that they were taken rightly.
    public let consent: Consent
    let content: Content

    enum Content: Hashable, Sendable {
        case sealed(Seal)
        case erased(Erasure)
    }

    init(order: IdempotencyKey, role: Party.Role, person: Int, consent: Consent, content: Content) {
        (self.order, self.role, self.person, self.consent) = (order, role, person, consent)
        self.content = content
    }

    public var purpose: Consent.Purpose { consent.purpose }

    var seal: Seal? { if case .sealed(let seal) = content { seal } else { nil } }

    /// The name of the key that it is sealed with; nil when erased.
    public var keyID: String? { seal?.keyID }

    /// For finding what belongs to the same person; nil when erased.
    public var lookup: LookupKey? { seal?.lookup }

    /// The last day that it is kept; nil when erased.
    public var eraseAfter: CivilDate? { seal?.eraseAfter }

    /// Nil while the documents are held.
    public var erasure: Erasure? { if case .erased(let erasure) = content { erasure } else { nil } }

    public var description: String {
        switch content {
        case .sealed: "sealed documents for \(purpose.rawValue)"
        case .erased: "erased documents for \(purpose.rawValue)"
        }
    }
}
