internal import Foundation

extension IdentityRecord {
    /// The record sealed with the keyring's current key, kept as long as the rules say for its purpose.
    /// - Parameter day: the day of sealing, which the time of keeping counts from.
    /// - Throws: `TradeError` with `retentionUnknown`: what has no end is not begun.
    public func sealed(
        for order: IdempotencyKey, with keyring: Keyring, on day: CivilDate, retention: RetentionRules = .standard
    ) throws(TradeError) -> SealedIdentity {
        let end = try retention.lastDay(for: consent.purpose, sealed: day)
        return try SealedIdentity(self, order, keyring, eraseAfter: end)
    }
}

extension SealedIdentity {
    init(_ record: IdentityRecord, _ order: IdempotencyKey, _ keyring: Keyring, eraseAfter: CivilDate)
        throws(TradeError)
    {
        // A number for life finds a person longer than a passport does.
        guard let holder = record.documents.first(where: \.isForLife) ?? record.documents.first,
            let plain = try? JSONEncoder().encode(record.documents.map(SealedDocument.init))
        else { throw TradeError(.sealBroken) }
        let context = Self.context(order, record.role, record.person, record.consent)
        let seal = try Seal(
            plain, in: context, lookup: keyring.lookupKey(of: holder, for: record.consent.purpose),
            eraseAfter: eraseAfter, with: keyring)
        self.init(
            order: order, role: record.role, person: record.person, consent: record.consent, content: .sealed(seal))
    }

    /// The documents, for one order and one purpose; whoever opens has to name both.
    /// - Throws: `TradeError` with `sealKeyUnknown`, `sealBroken` for another order, another purpose or changed bytes, or
    ///   `identityErased`.
    public func open(
        for order: IdempotencyKey, purpose: Consent.Purpose, with keyring: Keyring
    ) throws(TradeError) -> [IdentityDocument] {
        guard let seal else { throw TradeError(.identityErased) }
        guard order == self.order, purpose == self.purpose else { throw TradeError(.sealBroken) }
        let plain = try seal.open(in: Self.context(order, role, person, consent), with: keyring)
        do {
            return try JSONDecoder().decode([SealedDocument].self, from: plain).map { try $0.document() }
        } catch {
            // Whatever the reason, it may hold a part of what was sealed.
            throw TradeError(.sealBroken)
        }
    }

    /// The same documents under the keyring's current keys; itself where it has them already, or is erased.
    ///
    ///     for sealed in store { replace(sealed, by: try sealed.resealed(with: keyring)) }     // then drop the old key
    public func resealed(with keyring: Keyring) throws(TradeError) -> SealedIdentity {
        guard let seal, !seal.isCurrent(in: keyring) else { return self }
        let documents = try open(for: order, purpose: purpose, with: keyring)
        let record = IdentityRecord(role, documents, consent, person: person)
        return try SealedIdentity(record, order, keyring, eraseAfter: seal.eraseAfter)
    }
}
