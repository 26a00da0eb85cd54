public import Foundation

/// What an order does not know of its parcel's way over the border; everything may be left to the order's own events.
///
///     var shipment = CustomsShipment(waybill: "EX20270001")
///     shipment.vehicle = "新A12345"
public struct CustomsShipment: Hashable, Sendable {
    /// The carrier's number; nil for the reference of the step before the declaration: `screened` of an export, `submitted` of an import.
    public var waybill: String?
    /// The parcel as it was weighed, in kilograms; nil for the sum of what the catalogue says of its goods with packing.
    public var grossWeight: CEBDecimal?
    /// What carries it, in its number; nil for the profile's usual one.
    public var vehicle: String?
    public var voyage: String?
    /// Of the bill of lading or the master air waybill.
    public var billNumber: String?
    /// When the shop reports; nil for the moment that the order was paid in full, so that a document made twice is the same.
    public var reported: Date?
    /// When it crosses the border; nil for the day of reporting, by Beijing's clock.
    public var day: CivilDate?
    /// Of the documents, from 1; nil for one more than the corrections that the order has been through.
    public var version: Int?
    /// Customs' number of a list that is changed, taken back or refunded; nil for the reference of the step `listed` or `declared`.
    public var listNumber: String?
    /// The port's number of the same.
    public var portNumber: String?
    /// The buyer's number with the platform; nil for the order's own: a guest has none.
    public var buyerNumber: String?

    public init(waybill: String? = nil) { self.waybill = waybill }

    /// The usual journey, with what is another this time.
    func journey(along usual: CustomsJourney) -> CustomsJourney {
        CustomsJourney(
            usual.mode, vehicle: vehicle ?? usual.vehicle, voyage: voyage ?? usual.voyage,
            billNumber: billNumber ?? usual.billNumber)
    }
}

extension Order {
    /// The reference of the last of these steps that has one.
    func reference(of step: OrderStep) -> String? {
        for event in history.reversed() {
            if case .step(step, let reference?) = event.change { return reference }
        }
        return nil
    }

    /// How many times the documents were made, this time included: a correction makes new ones.
    func documentVersion(filedBy step: OrderStep) -> Int {
        let filed = history.count { event in
            if case .step(step, _) = event.change { true } else { false }
        }
        return max(1, filed + (stage == .correction ? 1 : 0))
    }
}
