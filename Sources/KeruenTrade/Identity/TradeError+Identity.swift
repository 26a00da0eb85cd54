extension Diagnostic.Code {
    /// China's customs want the buyer and the payer of an import to be one person.
    public static let buyerIsNotPayer = Self("TRD0521")
    /// China's customs take a resident's ID alone for imports.
    public static let foreignerRefused = Self("TRD0522")
    /// No row says which documents a route wants.
    public static let identityRuleUnknown = Self("TRD0523")
    public static let documentMissing = Self("TRD0524")
    /// Nobody asked for it, so that it is not taken.
    public static let documentNotAsked = Self("TRD0525")
    /// Not a number of its kind.
    public static let badDocument = Self("TRD0526")
    /// A passport that runs out before the tour's last day.
    public static let documentExpired = Self("TRD0527")
    public static let consentMissing = Self("TRD0531")
    /// No version of a text that was agreed to.
    public static let badConsent = Self("TRD0532")
    /// No row says how long a purpose's data is kept.
    public static let retentionUnknown = Self("TRD0533")
    /// An entry of a keyring that is none.
    public static let badKey = Self("TRD0541")
    /// Two entries with one name, or one key twice.
    public static let repeatedKey = Self("TRD0542")
    /// A keyring without a key to seal with, or to look up by.
    public static let keyMissing = Self("TRD0543")
    /// Neither the environment nor a file has keys.
    public static let keyringMissing = Self("TRD0544")
    /// Bytes that no version of this library wrote.
    public static let sealUnreadable = Self("TRD0551")
    public static let sealTooNew = Self("TRD0552")
    /// The keyring has no key of this name.
    public static let sealKeyUnknown = Self("TRD0553")
    /// Another key, changed bytes, or another order's.
    public static let sealBroken = Self("TRD0554")
    public static let identityErased = Self("TRD0555")
}
