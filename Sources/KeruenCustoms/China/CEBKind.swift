/// A message of the unified edition of cross-border e-commerce (CEB, 2022-05) that a shop sends.
public enum CEBKind: String, Hashable, Sendable, CaseIterable {
    case exportOrder = "CEB303"
    case importOrder = "CEB311"
    case exportCollection = "CEB403"
    case importPayment = "CEB411"
    case exportWaybill = "CEB505"
    case importWaybill = "CEB511"
    case exportList = "CEB603"
    case importList = "CEB621"
    case listCancellation = "CEB623"
    case listRefund = "CEB625"

    public var isImport: Bool {
        switch self {
        case .importOrder, .importPayment, .importWaybill, .importList, .listCancellation, .listRefund: true
        case .exportOrder, .exportCollection, .exportWaybill, .exportList: false
        }
    }

    /// Whether customs takes it only with a signature.
    public var isSigned: Bool { [.importList, .listCancellation, .listRefund].contains(self) }

    /// What each document is called in it.
    var element: String {
        switch self {
        case .exportOrder, .importOrder: "Order"
        case .exportCollection: "Receipts"
        case .importPayment: "Payment"
        case .exportWaybill, .importWaybill: "Logistics"
        case .exportList, .importList: "Inventory"
        case .listCancellation: "InvtCancel"
        case .listRefund: "InvtRefund"
        }
    }
}
