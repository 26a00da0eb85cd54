extension Diagnostic.Code {
    public static let unknownPurchase = Self("TRD0801")
    /// The purchase's flow has no such step where it stands.
    public static let purchaseNotAllowedNow = Self("TRD0802")
    /// The key has placed another purchase already.
    public static let reusedPurchaseKey = Self("TRD0803")
    /// Of what was not ordered, or no number of pieces.
    public static let badCount = Self("TRD0804")
    /// A purchase's id is mistyped.
    public static let badPurchaseID = Self("TRD0805")
    /// Without a supplier, a warehouse or lines, or with a SKU on two of them.
    public static let badPurchase = Self("TRD0806")
    /// Events that don't follow each other: the store was changed by other hands.
    public static let brokenPurchase = Self("TRD0807")
    /// Goods that wait in a bonded zone are sent into a warehouse that is in none.
    public static let notBonded = Self("TRD0808")
    /// Goods that wait abroad are sent into China.
    public static let notAbroad = Self("TRD0809")
}
