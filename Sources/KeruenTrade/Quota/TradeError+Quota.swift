extension Diagnostic.Code {
    /// A retail import into China without its buyer's resident ID: nobody else has a quota.
    public static let quotaBuyerMissing = Self("TRD0701")
    /// Above the limit of one order, and more than one piece.
    public static let quotaSingle = Self("TRD0702")
    /// Above the buyer's limit of the year.
    public static let quotaAnnual = Self("TRD0703")
    public static let quotaCurrency = Self("TRD0704")
    /// No row says what may be sent on that day.
    public static let quotaRuleUnknown = Self("TRD0705")
    /// What is counted of a year is not what its orders have claimed.
    public static let quotaDisagrees = Self("TRD0706")
    /// The year is counted under a look-up key that the keyring has no more.
    public static let quotaKeyUnknown = Self("TRD0707")
}

extension TradeError {
    /// Whose count it is stays unsaid.
    package static func quotaDisagrees(in year: Int) -> TradeError {
        TradeError(.quotaDisagrees, ["year": .text("\(year)")])
    }
}
