/// An order's documents for China's customs, matched before they can be had.
public enum OrderDocuments: Hashable, Sendable {
    case export(ExportDocuments)
    case `import`(ImportDocuments)

    /// What there is, in the order in which it is sent.
    public var kinds: [CEBKind] {
        switch self {
        case .export: [.exportOrder, .exportCollection, .exportWaybill, .exportList]
        case .import: [.importOrder, .importPayment, .importWaybill, .importList]
        }
    }

    /// One of them as a message of its own; made twice, it is the same to the byte.
    /// - Parameter signer: nil for kinds that customs takes from a known line without a signature.
    /// - Throws: `Refusal` with `customsWrongFlow` for a kind that is not among them, `customsUnsigned`, or what the signer says.
    public func xml(
        of kind: CEBKind, from transfer: CEBTransfer, signedBy signer: (any CustomsSigner)?, for mode: CustomsMode
    ) async throws(Refusal) -> String {
        switch (self, kind) {
        case (.export(let set), .exportOrder):
            try await set.order.xml(set.of, set.version, transfer, signer, mode)
        case (.export(let set), .exportCollection):
            try await set.collection.xml(set.of, set.version, transfer, signer, mode)
        case (.export(let set), .exportWaybill):
            try await set.waybill.xml(set.of, set.version, transfer, signer, mode)
        case (.export(let set), .exportList):
            try await set.list.xml(set.of, set.version, transfer, signer, mode)
        case (.import(let set), .importOrder):
            try await set.order.xml(set.of, set.version, transfer, signer, mode)
        case (.import(let set), .importPayment):
            try await set.payment.xml(set.of, set.version, transfer, signer, mode)
        case (.import(let set), .importWaybill):
            try await set.waybill.xml(set.of, set.version, transfer, signer, mode)
        case (.import(let set), .importList):
            try await set.list.xml(set.of, set.version, transfer, signer, mode)
        default:
            throw Refusal(.customsWrongFlow, ["document": .text(kind.rawValue), "id": .text(id.description)])
        }
    }

    private var id: Order.ID {
        switch self {
        case .export(let set): set.of
        case .import(let set): set.of
        }
    }
}

extension CEBDocument {
    /// The document as a message of its own, numbered by its order.
    func xml(
        _ order: Order.ID, _ version: Int, _ transfer: CEBTransfer, _ signer: (any CustomsSigner)?, _ mode: CustomsMode
    ) async throws(Refusal) -> String {
        let guid = CEBGUID(Self.kind, of: order, version: version, isMessage: true)
        return try await CEBMessage([self], guid: guid, from: transfer).xml(signedBy: signer, for: mode)
    }
}
