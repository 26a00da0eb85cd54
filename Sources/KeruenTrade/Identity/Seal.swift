internal import Crypto
internal import Foundation

/// A sealed box and what is known of it without opening: its key's name, whose it is, and until when it is kept.
///
/// AES-256-GCM with a random nonce of 96 bits (NIST SP 800-38D), which is good for 2³² boxes under one key. All that stands around
/// the box is authenticated with it.
struct Seal: Hashable, Sendable {
    let keyID: String
    let lookup: LookupKey
    let eraseAfter: CivilDate
    /// Nonce, ciphertext, tag.
    let box: [UInt8]

    /// - Parameter context: what the box belongs to; it opens with the same bytes alone.
    init(
        _ plain: Data, in context: [UInt8], lookup: LookupKey, eraseAfter: CivilDate, with keyring: Keyring
    ) throws(TradeError) {
        guard let key = keyring.seals.first else { throw TradeError(.keyMissing, ["kind": "seal"]) }
        let padded =
            plain + Data(repeating: UInt8(ascii: " "), count: (Self.step - plain.count % Self.step) % Self.step)
        let header = Self.header(keyID: key.id, lookup, eraseAfter)
        guard let sealed = try? AES.GCM.seal(padded, using: key.secret, authenticating: context + header),
            let combined = sealed.combined
        else { throw TradeError(.sealBroken) }
        (keyID, self.lookup, self.eraseAfter, box) = (key.id, lookup, eraseAfter, Array(combined))
    }

    /// Takes what is left of a reader.
    init(_ reader: inout SealReader) throws(TradeError) {
        keyID = try reader.readText()
        lookup = LookupKey(text: try reader.readText())
        eraseAfter = try reader.readDay()
        box = reader.rest
        // Nonce and tag alone are 28 bytes. The key's name is shown when it is unknown.
        guard Keyring.isName(keyID), box.count > 28 else { throw TradeError(.sealUnreadable) }
    }

    var bytes: [UInt8] { Self.header(keyID: keyID, lookup, eraseAfter) + box }

    /// What was sealed, filled up with spaces.
    func open(in context: [UInt8], with keyring: Keyring) throws(TradeError) -> Data {
        guard let key = keyring.seals.first(where: { $0.id == keyID }) else {
            throw TradeError(.sealKeyUnknown, ["key": .text(keyID)])
        }
        let header = Self.header(keyID: keyID, lookup, eraseAfter)
        guard let sealed = try? AES.GCM.SealedBox(combined: box),
            let plain = try? AES.GCM.open(sealed, using: key.secret, authenticating: context + header)
        else { throw TradeError(.sealBroken) }
        return plain
    }

    /// Whether both keys are the keyring's current ones.
    func isCurrent(in keyring: Keyring) -> Bool {
        keyID == keyring.seals.first?.id && String(lookup.keyID) == keyring.lookups.first?.id
    }

    private static func header(keyID: String, _ lookup: LookupKey, _ eraseAfter: CivilDate) -> [UInt8] {
        var writer = SealWriter()
        writer.write(keyID)
        writer.write(lookup.text)
        writer.write(eraseAfter)
        return writer.bytes
    }

    /// In steps, so that a box's length does not tell a short name from a long one.
    private static let step = 128
}
