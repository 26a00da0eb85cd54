internal import Foundation

/// Makes an order's documents out of the order itself, the catalogue's Chinese words, and the firm's settings.
///
///     let desk = CustomsDesk(profile, catalog)
///     let documents = try desk.documents(of: order, as: CustomsShipment(waybill: "EX1"), goods: goods)
///
/// The same order gives the same documents to the byte, numbers included, as often as it is asked. What is missing is told at once
/// for all lines, and nothing is cut, guessed or taken from another language.
public struct CustomsDesk: Sendable {
    public var profile: CustomsProfile
    public var catalog: Catalog
    /// What retail may bring into China. A sample leaves nothing out; a whole list refuses what is not on it.
    public var list: PositiveList

    public init(_ profile: CustomsProfile, _ catalog: Catalog, list: PositiveList = .sample) {
        (self.profile, self.catalog, self.list) = (profile, catalog, list)
    }

    /// The four documents of an order that leaves or enters China.
    /// - Parameters:
    ///   - goods: how each SKU of the order is declared.
    ///   - people: who buys and receives; exports name nobody.
    /// - Throws: `Refusal` with `customsWrongFlow`, or everything that is missing or differs.
    public func documents(
        of order: Order, as shipment: CustomsShipment = CustomsShipment(), goods: [SKU: DeclaredGoods],
        people: CustomsPeople? = nil
    ) throws(Refusal) -> OrderDocuments {
        switch order.flow.id {
        case .export: .export(try export(order, as: shipment, goods: goods))
        case .bondedImport, .directImport:
            .import(try enter(order, as: shipment, goods: goods, people: people))
        case .domestic, .tour: throw Self.wrongFlow(order)
        }
    }

    static func wrongFlow(_ order: Order, _ document: CEBKind? = nil) -> Refusal {
        Refusal(
            .customsWrongFlow,
            ["id": .text(order.id.description), "document": .text(document?.rawValue ?? order.flow.id.rawValue)])
    }

    /// What was paid, to the cent what the order costs.
    static func payments(of order: Order, _ sums: DeclaredSums) throws(Refusal) -> DeclaredPayments {
        guard order.stage != .cancelled, order.stage != .lapsed else {
            throw Refusal(
                .customsCalledOff, ["id": .text(order.id.description), "stage": .text(order.stage.rawValue)])
        }
        let payments = DeclaredPayments(order)
        guard payments.sum == sums.total, !payments.payments.isEmpty else {
            throw Refusal(
                .customsValueUnpaid,
                [
                    "id": .text(order.id.description), "expected": .text(sums.total.description),
                    "found": .text(payments.sum.description),
                ])
        }
        return payments
    }

    static func waybill(
        of order: Order, _ shipment: CustomsShipment, _ step: OrderStep
    ) throws(Refusal) -> String {
        guard let number = shipment.waybill ?? order.reference(of: step) else {
            throw Refusal(
                .customsNoWaybill, ["id": .text(order.id.description), "step": .text(step.rawValue)])
        }
        return number
    }

    /// The parcel's weight, which is not less than its goods'.
    static func gross(
        _ order: Order, _ shipment: CustomsShipment, _ lines: DeclaredLines
    ) throws(Refusal) -> CEBDecimal {
        guard let gross = shipment.grossWeight ?? lines.gross, gross >= lines.net else {
            throw Refusal(
                .customsWeight,
                [
                    "id": .text(order.id.description), "net": .text(lines.net.description),
                    "gross": .text((shipment.grossWeight ?? lines.gross)?.description ?? "—"),
                ])
        }
        return gross
    }

    func header(_ kind: CEBKind, _ order: Order, _ version: Int, at time: Date) -> CEBHeader {
        CEBHeader(
            guid: CEBGUID(kind, of: order.id, version: version), action: version == 1 ? .new : .change, at: time)
    }
}
