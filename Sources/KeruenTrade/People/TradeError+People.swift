extension Diagnostic.Code {
    /// A letter or a sign in a phone number.
    public static let phoneSign = Self("TRD0501")
    /// No mobile number of the country.
    public static let phoneShape = Self("TRD0502")
    /// How people are called and parcels are addressed there is not known.
    public static let countryUnknown = Self("TRD0503")
    public static let addressMissing = Self("TRD0511")
    public static let addressTooLong = Self("TRD0512")
    public static let addressPostcode = Self("TRD0513")
    /// A line break or an invisible sign.
    public static let addressSign = Self("TRD0514")
}
