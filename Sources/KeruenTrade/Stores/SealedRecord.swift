public import Foundation

/// Data of a person as stores keep it: sealed, under a key to look it up by, with a day on which it is erased.
public struct SealedRecord: Hashable, Sendable {
    /// What it was asked for: `delivery`, `customs`.
    public var purpose: String
    /// The key that it is sealed with; keys rotate.
    public var keyID: String
    /// The same for the same person and purpose, and of no use to anybody without the key.
    public var lookup: String
    /// Nobody reads it without the key.
    public var sealed: Data
    public var eraseAfter: Date

    public init(purpose: String, keyID: String, lookup: String, sealed: Data, eraseAfter: Date) {
        self.purpose = purpose
        self.keyID = keyID
        self.lookup = lookup
        self.sealed = sealed
        self.eraseAfter = eraseAfter
    }
}
