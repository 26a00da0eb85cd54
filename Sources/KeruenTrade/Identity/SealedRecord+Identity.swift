internal import Foundation

extension SealedIdentity {
    /// What a store's transaction takes; nil when erased, for stores remove whole records.
    public var record: SealedRecord? { seal.map { SealedRecord(purpose, $0, bytes) } }

    /// - Throws: `TradeError` with `sealUnreadable` or `sealTooNew`.
    public init(_ record: SealedRecord) throws(TradeError) { try self.init(bytes: Array(record.sealed)) }
}

extension SealedParties {
    /// What a store's transaction takes.
    public var record: SealedRecord { SealedRecord(.delivery, seal, bytes) }

    /// - Throws: `TradeError` with `sealUnreadable` or `sealTooNew`.
    public init(_ record: SealedRecord) throws(TradeError) { try self.init(bytes: Array(record.sealed)) }
}

extension SealedRecord {
    init(_ purpose: Consent.Purpose, _ seal: Seal, _ bytes: [UInt8]) {
        // Kept through its last day, wherever that ends last: twelve hours behind Greenwich.
        let end = TimeInterval(seal.eraseAfter.daysSince1970 + 1) * 86_400 + 12 * 3_600
        self.init(
            purpose: purpose.rawValue, keyID: seal.keyID, lookup: seal.lookup.text, sealed: Data(bytes),
            eraseAfter: Date(timeIntervalSince1970: end))
    }

    /// The same record under the keyring's current keys.
    func resealed(with keyring: Keyring) throws(TradeError) -> SealedRecord {
        guard purpose != Consent.Purpose.delivery.rawValue else {
            return try SealedParties(self).resealed(with: keyring).record
        }
        return try SealedIdentity(self).resealed(with: keyring).record ?? self
    }
}

extension OrderStore {
    /// Moves what is kept of an order's people to the keyring's current keys, in one transaction.
    ///
    ///     for id in orders { try await store.reseal(id, with: keyring) }      // then the old key is needed no more
    ///
    /// - Returns: how many records were moved.
    /// - Throws: `TradeError` with `sealKeyUnknown`, `sealBroken` or what the store throws; then nothing has changed.
    @discardableResult
    public func reseal(_ order: Order.ID, with keyring: Keyring) async throws(TradeError) -> Int {
        try await write { transaction throws(TradeError) in
            let records = try transaction.records(of: order)
            var moved: [SealedRecord] = []
            for record in records { moved.append(try record.resealed(with: keyring)) }
            let count = zip(records, moved).count { $0 != $1 }
            guard count > 0 else { return 0 }
            _ = try transaction.eraseRecords(of: order)
            for record in moved { try transaction.insert(record, of: order) }
            return count
        }
    }
}
