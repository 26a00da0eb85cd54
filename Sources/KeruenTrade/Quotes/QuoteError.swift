extension Diagnostic.Code {
    /// No code of ISO 3166-1.
    public static let unknownCountry = Self("TRD0108")
    public static let badPostcode = Self("TRD0109")
    /// The market does not deliver to the country.
    public static let notDeliveredThere = Self("TRD0110")
    /// Not above 0 and at most 100 %, or no amount above 0.
    public static let badDiscount = Self("TRD0111")
    public static let discountCurrency = Self("TRD0112")
    /// More than the goods cost.
    public static let discountTooLarge = Self("TRD0113")
    /// An order's sum, or a number on its way there, that no amount can hold.
    public static let totalTooLarge = Self("TRD0114")
    /// A row of a table of rules can't be read.
    public static let brokenRule = Self("TRD0115")
    public static let badRate = Self("TRD0116")
    /// Within 5 % of a threshold: another day's rate may decide otherwise.
    public static let nearThreshold = Self("TRD0120")
    /// Customs take the rate of the day of declaration.
    public static let rateIsEstimate = Self("TRD0121")
    public static let otherBank = Self("TRD0122")
    public static let unconfirmedRule = Self("TRD0123")
    /// The price list says that tax is in the price, and the border asks for it once more.
    public static let taxOnTop = Self("TRD0124")
    public static let missingDutyRule = Self("TRD0130")
    public static let missingTaxRule = Self("TRD0131")
    public static let missingFreightTariff = Self("TRD0132")
    public static let missingInsuranceTariff = Self("TRD0133")
    public static let missingRate = Self("TRD0134")
    public static let staleRate = Self("TRD0135")
    public static let missingWeight = Self("TRD0136")
    public static let tooHeavy = Self("TRD0137")
    /// Whether the border taxes the parcel is unread.
    public static let unknownImportTax = Self("TRD0138")
    public static let overLimit = Self("TRD0139")
    /// Without an HS code nobody knows the class of tax.
    public static let missingHSCode = Self("TRD0140")
    /// Parcels that pass the threshold together, each below it alone.
    public static let splitOrders = Self("TRD0141")
}
