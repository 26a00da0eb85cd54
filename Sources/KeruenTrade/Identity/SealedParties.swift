internal import Foundation

/// Names, phones and the address of an order, sealed for its delivery.
///
///     store(try parties.sealed(for: key, with: keyring, on: day).bytes)
///     try SealedParties(bytes: read).open(for: order.key, with: keyring).label     // all that a warehouse abroad is handed
///
/// Delivering what was ordered needs no consent of its own: it is what the contract is about (Russia's law No. 152-FZ, art. 6 part 1
/// point 5; China's Personal Information Protection Law, art. 13). Found again by the buyer's phone.
public struct SealedParties: Hashable, Sendable, PersonalData {
    public let order: IdempotencyKey
    let seal: Seal

    public var keyID: String { seal.keyID }
    public var lookup: LookupKey { seal.lookup }
    /// The last day that they are kept.
    public var eraseAfter: CivilDate { seal.eraseAfter }

    init(_ parties: Parties, _ order: IdempotencyKey, _ keyring: Keyring, eraseAfter: CivilDate) throws(TradeError) {
        guard let plain = try? JSONEncoder().encode(SealedPeople(parties)) else { throw TradeError(.sealBroken) }
        let lookup = keyring.lookupKey(of: parties.buyer.phone)
        self.order = order
        seal = try Seal(plain, in: Self.context(order), lookup: lookup, eraseAfter: eraseAfter, with: keyring)
    }

    /// - Throws: `TradeError` with `sealKeyUnknown`, or `sealBroken` for another order or changed bytes.
    public func open(for order: IdempotencyKey, with keyring: Keyring) throws(TradeError) -> Parties {
        let plain = try seal.open(in: Self.context(order), with: keyring)
        do {
            return try JSONDecoder().decode(SealedPeople.self, from: plain).parties()
        } catch {
            throw TradeError(.sealBroken)
        }
    }

    /// The same people under the keyring's current keys; itself where it has them already.
    public func resealed(with keyring: Keyring) throws(TradeError) -> SealedParties {
        guard !seal.isCurrent(in: keyring) else { return self }
        return try SealedParties(open(for: order, with: keyring), order, keyring, eraseAfter: eraseAfter)
    }

    /// What a store keeps.
    public var bytes: [UInt8] { Self.context(order) + seal.bytes }

    /// - Throws: `TradeError` with `sealUnreadable`, or `sealTooNew` for what a later version wrote.
    public init(bytes: [UInt8]) throws(TradeError) {
        var reader = try SealReader(bytes)
        guard try reader.readByte() == Self.mark else { throw TradeError(.sealUnreadable) }
        let key = try reader.readText()
        guard let order = try? IdempotencyKey(key) else { throw TradeError(.sealUnreadable) }
        (self.order, seal) = (order, try Seal(&reader))
        guard self.bytes == bytes else { throw TradeError(.sealUnreadable) }
    }

    private static let mark = UInt8(ascii: "P")

    private static func context(_ order: IdempotencyKey) -> [UInt8] {
        var writer = SealWriter()
        writer.write(byte: SealWriter.version)
        writer.write(byte: mark)
        writer.write(order.description)
        return writer.bytes
    }

    public var description: String { "sealed parties of an order" }
}

extension Parties {
    /// The parties sealed with the keyring's current key, kept as long as the rules say for a delivery.
    /// - Throws: `TradeError` with `retentionUnknown`: what has no end is not begun.
    public func sealed(
        for order: IdempotencyKey, with keyring: Keyring, on day: CivilDate, retention: RetentionRules = .standard
    ) throws(TradeError) -> SealedParties {
        try SealedParties(self, order, keyring, eraseAfter: retention.lastDay(for: .delivery, sealed: day))
    }
}
