/// A way of supervision (监管方式).
public enum SupervisionMode: String, Hashable, Sendable, CaseIterable {
    /// Straight to a consumer, parcel by parcel.
    case direct = "9610"
    /// Through a bonded zone of a pilot city.
    case bonded = "1210"
    /// Through a bonded zone of another city.
    case bondedElsewhere = "1239"
    /// Export to a firm.
    case businessExport = "9710"
    /// Export into a warehouse abroad.
    case overseasWarehouse = "9810"
}

/// What carries goods over the border: one character of customs' list.
public struct TransportMode: Hashable, Sendable {
    public let code: String

    /// Nil unless one Latin letter or digit.
    public init?(code: String) {
        guard code.utf8.count == 1, code.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else { return nil }
        self.code = code
    }

    private init(_ code: String) { self.code = code }

    public static let rail = TransportMode("3")
    public static let road = TransportMode("4")
    public static let air = TransportMode("5")
    public static let post = TransportMode("6")
}

/// The journey over the border.
public struct CustomsJourney: Hashable, Sendable {
    public var mode: TransportMode
    /// The vehicle's name or number; at most 100 characters.
    public var vehicle: String?
    /// At most 32 characters.
    public var voyage: String?
    /// Of the bill of lading or the master air waybill; at most 37 characters.
    public var billNumber: String?

    public init(_ mode: TransportMode, vehicle: String? = nil, voyage: String? = nil, billNumber: String? = nil) {
        self.mode = mode
        self.vehicle = vehicle
        self.voyage = voyage
        self.billNumber = billNumber
    }
}
