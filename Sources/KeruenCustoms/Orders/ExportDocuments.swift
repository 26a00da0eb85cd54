/// The four documents of one parcel that leaves China, which say the same: there is no way to have them otherwise.
///
///     let documents = try desk.export(order, as: shipment, goods: goods)
///     try await documents.xml(of: .exportList, from: transfer, signedBy: signer, for: .production)
public struct ExportDocuments: Hashable, Sendable {
    public let order: ExportOrder
    public let collection: ExportCollection
    public let waybill: ExportWaybill
    public let list: ExportList
    let of: Order.ID
    let version: Int

    /// - Throws: `Refusal` with everything that customs would not take, and every difference between the documents.
    init(
        _ order: ExportOrder, _ collection: ExportCollection, _ waybill: ExportWaybill, _ list: ExportList,
        of id: Order.ID, version: Int
    ) throws(Refusal) {
        let problems =
            order.problems + collection.problems + waybill.problems + list.problems
            + ThreeDocumentMatch.problems(order, collection, waybill, list)
        guard problems.isEmpty else { throw Refusal(problems) }
        (self.order, self.collection, self.waybill, self.list) = (order, collection, waybill, list)
        (of, self.version) = (id, version)
    }
}

/// The four documents of one parcel that enters China, which say the same: there is no way to have them otherwise.
public struct ImportDocuments: Hashable, Sendable {
    public let order: ImportOrder
    public let payment: ImportPayment
    public let waybill: ImportWaybill
    public let list: ImportList
    let of: Order.ID
    let version: Int

    /// - Throws: `Refusal` with everything that customs would not take, and every difference between the documents.
    init(
        _ order: ImportOrder, _ payment: ImportPayment, _ waybill: ImportWaybill, _ list: ImportList, of id: Order.ID,
        version: Int
    ) throws(Refusal) {
        let problems =
            order.problems + payment.problems + waybill.problems + list.problems
            + ThreeDocumentMatch.problems(order, payment, waybill, list)
        guard problems.isEmpty else { throw Refusal(problems) }
        (self.order, self.payment, self.waybill, self.list) = (order, payment, waybill, list)
        (of, self.version) = (id, version)
    }
}
