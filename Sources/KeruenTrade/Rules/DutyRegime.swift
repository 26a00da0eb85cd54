/// What customs of a country take of a parcel from abroad, over a stretch of days.
public struct DutyRegime: DatedRule {
    public var id: String
    /// The regime's name without its date and country: `eaeu-ecommerce`.
    public var regime: String
    public var origin: CountryGroup
    public var destination: CountryGroup
    public var method: Method
    /// Up to it, it included, nothing is taken; nil where there is none.
    public var threshold: Money?
    /// Free up to so many grams.
    public var weightLimit: Int64?
    public var rate: Ratio?
    /// At least so much for each kilogram.
    public var perKilogram: Money?
    public var valuation: Valuation
    public var vat: ImportVAT
    public var collection: Collection
    /// Whose rate of exchange tests the threshold: `nbk` or `cbr`.
    public var bank: String?
    /// Above it the rule does not speak.
    public var limit: Money?
    /// A fee for clearance, where something is taken at all.
    public var fee: Money?
    /// Parcels of so many days are looked at together for splitting.
    public var splitDays: Int?
    public var validity: RuleValidity

    public enum Method: String, Hashable, Sendable, CaseIterable {
        case none
        /// The rate of the whole value, once it passes the threshold.
        case whole
        /// The rate of what lies above the threshold, and the amount for kilograms above the limit.
        case excess
    }

    public enum Valuation: String, Hashable, Sendable, CaseIterable {
        case goods
        /// Freight and insurance belong to the value.
        case landed
    }

    public enum ImportVAT: Hashable, Sendable {
        case untaxed
        /// The country's rate of value and duty, once the threshold is passed.
        case aboveThreshold
        /// The same, and nobody has read whether something falls due below: people look at such a quote.
        case aboveThresholdUnknownBelow
        /// A share of the country's rate, of everything.
        case share(Ratio)
        /// Nobody has read the rule: people look at such a quote.
        case unknown
    }

    public enum Collection: String, Hashable, Sendable, CaseIterable {
        /// DAP: from the recipient at the border; DDP: by the seller, with the sale.
        case incoterm
        /// Always with the sale, as platforms in China have to.
        case sale
    }

    public init(
        id: String, regime: String, origin: CountryGroup, destination: CountryGroup, method: Method,
        threshold: Money? = nil, weightLimit: Int64? = nil, rate: Ratio? = nil, perKilogram: Money? = nil,
        valuation: Valuation = .goods, vat: ImportVAT = .untaxed, collection: Collection = .incoterm,
        bank: String? = nil,
        limit: Money? = nil, fee: Money? = nil, splitDays: Int? = nil, validity: RuleValidity
    ) {
        self.id = id
        self.regime = regime
        self.origin = origin
        self.destination = destination
        self.method = method
        self.threshold = threshold
        self.weightLimit = weightLimit
        self.rate = rate
        self.perKilogram = perKilogram
        self.valuation = valuation
        self.vat = vat
        self.collection = collection
        self.bank = bank
        self.limit = limit
        self.fee = fee
        self.splitDays = splitDays
        self.validity = validity
    }

    public func covers(from origin: String, to destination: String) -> Bool {
        self.origin.contains(origin) && self.destination.contains(destination)
    }
}

extension DutyRegime {
    init(_ row: RuleTable.Row) throws(Refusal) {
        self.init(
            id: try row.required("id"), regime: try row.required("regime"),
            origin: try row.requiredValue("origin") { CountryGroup($0) },
            destination: try row.requiredValue("destination") { CountryGroup($0) },
            method: try row.requiredValue("method") { Method(rawValue: $0) },
            threshold: try row.value("threshold") { Money(amountAndCurrency: $0) },
            weightLimit: try row.value("weightLimit") { Measure($0)?.grams },
            rate: try row.value("rate") { Ratio(percentText: $0) },
            perKilogram: try row.value("perKilogram") { Money(amountAndCurrency: $0) },
            valuation: try row.requiredValue("valued") { Valuation(rawValue: $0) },
            vat: try row.value("vat") { ImportVAT($0) } ?? .untaxed,
            collection: try row.requiredValue("collected") { Collection(rawValue: $0) }, bank: try row.text("bank"),
            limit: try row.value("limit") { Money(amountAndCurrency: $0) },
            fee: try row.value("fee") { Money(amountAndCurrency: $0) },
            splitDays: try row.value("splitDays") { Int($0).flatMap { $0 > 0 ? $0 : nil } },
            validity: try row.validity())
        // A method without what it reckons with would come out as nothing to pay.
        guard method == .none || (threshold != nil && rate != nil) else { throw row.refusal("method") }
        guard threshold != nil || ![.aboveThreshold, .aboveThresholdUnknownBelow].contains(vat) else {
            throw row.refusal("vat")
        }
    }
}

extension DutyRegime.ImportVAT {
    init?(_ text: String) {
        switch text {
        case "above": self = .aboveThreshold
        case "above-unknown-below": self = .aboveThresholdUnknownBelow
        case "unknown": self = .unknown
        default:
            guard let share = Ratio(percentText: text) else { return nil }
            self = .share(share)
        }
    }
}

extension Measure {
    /// Whole grams, rounded up; nil for what is no mass.
    var grams: Int64? { unit == .gram || unit == .kilogram ? inBaseUnits : nil }
}
