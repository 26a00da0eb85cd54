/// When and why a person's data was erased.
public struct Erasure: Hashable, Sendable {
    public var day: CivilDate
    public var reason: Reason

    public init(day: CivilDate, reason: Reason) { (self.day, self.reason) = (day, reason) }

    public enum Reason: String, CaseIterable, Hashable, Sendable {
        /// The time is over that the purpose gives.
        case retention
        /// The person asked for it.
        case request
        /// The consent was taken back.
        case withdrawal
    }
}

extension SealedIdentity {
    /// Whether its time is over.
    ///
    ///     for sealed in store where sealed.isDue(on: today) { replace(sealed, by: sealed.erased(.retention, on: today)) }
    public func isDue(on day: CivilDate) -> Bool { eraseAfter.map { $0 < day } ?? false }

    /// What is left when the documents are erased: the order, the consent, and when and why; no ciphertext and no look-up key.
    ///
    /// No key is needed, so that a lost one keeps nobody's data. What was erased stays as it is. Copies are the store's to
    /// overwrite: its backups hold ciphertext until they are.
    public func erased(_ reason: Erasure.Reason, on day: CivilDate) -> SealedIdentity {
        guard seal != nil else { return self }
        return SealedIdentity(
            order: order, role: role, person: person, consent: consent,
            content: .erased(Erasure(day: day, reason: reason)))
    }
}
