internal import Crypto
internal import Foundation

/// By what the same person is found again without opening anything: for a year's quota, or for all that is held of them.
///
///     let key = keyring.lookupKey(of: document, for: .customsCN)      // equal for equal documents
///
/// HMAC-SHA256 of purpose, kind and number with a key of its own, its first 16 bytes. Who has a store and not the keyring
/// can't try out all numbers, as they could with a plain hash: there are only some 10¹¹ of them. It still links a person's
/// orders, so that it prints nothing and goes with the erased.
public struct LookupKey: Hashable, Sendable, PersonalData {
    /// What a store keeps: the name of the key, a full stop, and base64url.
    public let text: String

    package init(text: String) { self.text = text }

    public var description: String { "a look-up key" }

    /// The name of the key that it was made with.
    package var keyID: Substring { text.prefix { $0 != "." } }
}

extension Keyring {
    /// The document's look-up key, as new seals for the purpose have it.
    public func lookupKey(of document: IdentityDocument, for purpose: Consent.Purpose) -> LookupKey {
        lookupKeys(of: document, for: purpose)[0]
    }

    /// The document's look-up keys under the current key and the ones before: what to ask a store for while it is resealed.
    public func lookupKeys(of document: IdentityDocument, for purpose: Consent.Purpose) -> [LookupKey] {
        // The kind belongs to it: an IIN and an INN may have the same twelve digits.
        codes(of: [purpose.rawValue, document.kind.rawValue, document.key])
    }

    /// The look-up key of a buyer's orders, as parties are sealed with.
    public func lookupKey(of phone: PhoneNumber) -> LookupKey { lookupKeys(of: phone)[0] }

    /// The buyer's look-up keys under the current key and the ones before.
    public func lookupKeys(of phone: PhoneNumber) -> [LookupKey] {
        codes(of: [Consent.Purpose.delivery.rawValue, "phone", phone.digits])
    }

    /// What a year's quota is counted by, under the current key and the ones before.
    func quotaKeys(of document: IdentityDocument, in year: Int) -> [LookupKey] {
        codes(of: [document.kind.rawValue, document.key, "\(year)"], under: "keruen quota 1")
    }

    private func codes(of parts: [String], under use: String = "keruen look-up 1") -> [LookupKey] {
        // No part has a zero byte in it, so that no two lists make one message.
        let message = Data(([use] + parts).joined(separator: "\0").utf8)
        return lookups.map { key in
            let code = Data(HMAC<SHA256>.authenticationCode(for: message, using: key.secret)).prefix(16)
            let base64 = code.base64EncodedString().filter { $0 != "=" }
            return LookupKey(text: "\(key.id)." + base64.map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 })
        }
    }
}
