internal import ArgumentParser
internal import Foundation
internal import Keruen
internal import KeruenCustoms

/// What an order does not know of its parcel; what is left out follows from the order's steps, the catalogue and the profile.
struct ParcelOptions: ParsableArguments {
    @Option(help: "The carrier's number; the reference of the step before the declaration when left out.")
    var waybill: String?
    @Option(help: ArgumentHelp("The parcel as it was weighed.", valueName: "2.9 kg"))
    var gross: String?
    @Option(help: "The day that it crosses the border; the day of the payment when left out.")
    var day: String?
    @Option(help: "What carries it: a vehicle's name or number.")
    var vehicle: String?
    @Option(help: "Of the vehicle.")
    var voyage: String?
    @Option(help: "Of the bill of lading or the master air waybill.")
    var bill: String?
    @Option(help: "Customs' number of a list that is changed, taken back or refunded.")
    var listNumber: String?
    @Option(help: "The port's number of it.")
    var portNumber: String?
    @Option(help: "The documents' version; one more for each correction when left out.")
    var revision: Int?
    @Option(help: "The buyer's number with the platform; the order's when left out.")
    var buyerNumber: String?

    /// - Throws: `Failure` with exit code 3.
    func shipment(_ report: ReportLanguage) throws -> CustomsShipment {
        var shipment = CustomsShipment(waybill: waybill)
        shipment.grossWeight = try grossWeight(report).flatMap { CEBDecimal(kilograms: $0) }
        shipment.day = try day(report)
        if let revision, revision < 1 {
            throw Failure(.usage, [Diagnostic("CLI0161", .error, at: nil, ["value": .integer(revision)])], in: report)
        }
        shipment.version = revision
        (shipment.listNumber, shipment.portNumber, shipment.buyerNumber) = (listNumber, portNumber, buyerNumber)
        (shipment.vehicle, shipment.voyage, shipment.billNumber) = (vehicle, voyage, bill)
        return shipment
    }

    func grossWeight(_ report: ReportLanguage) throws -> Measure? {
        guard let gross else { return nil }
        guard let weight = Measure(gross), weight.unit == .gram || weight.unit == .kilogram else {
            throw Failure(.usage, [Diagnostic("CLI0160", .error, at: nil, ["value": .text(gross)])], in: report)
        }
        return weight
    }

    func day(_ report: ReportLanguage) throws -> CivilDate? {
        guard let day else { return nil }
        guard let read = CivilDate(day) else {
            throw Failure(.usage, [Diagnostic("CLI0131", .error, at: nil, ["value": .text(day)])], in: report)
        }
        return read
    }
}
