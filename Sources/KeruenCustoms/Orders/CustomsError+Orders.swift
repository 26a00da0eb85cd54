// Why an order's documents can't be made.
extension Diagnostic.Code {
    /// The order does not cross China's border in this direction.
    public static let customsWrongFlow = Self("CUS0601")
    /// A tour is never declared.
    public static let customsTour = Self("CUS0602")
    /// What was paid is not what the order costs.
    public static let customsValueUnpaid = Self("CUS0603")
    /// Customs take one payment for an import.
    public static let customsManyPayments = Self("CUS0604")
    /// The catalogue has no Chinese text where customs want one.
    public static let customsTextMissing = Self("CUS0605")
    public static let customsTextTooLong = Self("CUS0606")
    /// Nobody has said how the goods are declared: a tariff code, a unit, a weight.
    public static let customsGoodsUnknown = Self("CUS0607")
    /// Neither the order's steps nor the caller have a waybill's number.
    public static let customsNoWaybill = Self("CUS0608")
    /// Only a resident's identity card is taken, and the buyer has shown another document.
    public static let customsForeignBuyer = Self("CUS0609")
    /// The order's people are sealed, erased or were never asked.
    public static let customsNoPeople = Self("CUS0610")
    /// The order's charges don't add up to its total.
    public static let customsValueMismatch = Self("CUS0611")
    /// The profile lacks what this document needs.
    public static let customsProfileLacks = Self("CUS0612")
    /// The order stands where the document can't be asked for.
    public static let customsWrongStage = Self("CUS0613")
    /// A refund's document needs goods that come back.
    public static let customsNothingReturned = Self("CUS0614")
    /// Customs' number of the list that an application is about.
    public static let customsNoListNumber = Self("CUS0615")
    /// The order was placed without a way, so that nobody knows where it goes.
    public static let customsNoRoute = Self("CUS0616")
    /// The goods weigh more than the parcel.
    public static let customsWeight = Self("CUS0617")
    /// A bank's rate of the day is missing, too old, or not the one that the country's customs use.
    public static let customsNoRate = Self("CUS0618")
    /// The order was cancelled, or has lapsed.
    public static let customsCalledOff = Self("CUS0619")
    /// A number that the post gives is wanted.
    public static let customsNoPostalNumber = Self("CUS0620")
    /// The order counts to the year of somebody else than who is declared.
    public static let customsOtherBuyer = Self("CUS0621")
    /// An import goes to an address in China.
    public static let customsNotInChina = Self("CUS0622")
}

extension Refusal {
    init(_ code: Diagnostic.Code, _ arguments: [String: Diagnostic.Argument] = [:], at place: SourcePosition? = nil) {
        self.init(Diagnostic(code, .error, at: place, arguments))
    }
}
