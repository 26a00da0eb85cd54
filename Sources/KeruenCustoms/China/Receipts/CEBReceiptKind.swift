/// A message in which customs answers to documents.
public enum CEBReceiptKind: String, Hashable, Sendable, CaseIterable {
    case exportOrder = "CEB304"
    case importOrder = "CEB312"
    case exportCollection = "CEB404"
    case importPayment = "CEB412"
    case exportWaybill = "CEB506"
    case importWaybill = "CEB512"
    case exportList = "CEB604"
    case exportCancellation = "CEB606"
    case importList = "CEB622"
    case listCancellation = "CEB624"
    case listRefund = "CEB626"
    /// A message that the port could not read; it names no order.
    case format = "CEB900"

    /// The message that it answers, where that takes an order further; nil for answers to applications, and to what could not be read.
    public var answered: String? {
        switch self {
        case .exportOrder: "CEB303"
        case .importOrder: "CEB311"
        case .exportCollection: "CEB403"
        case .importPayment: "CEB411"
        case .exportWaybill: "CEB505"
        case .importWaybill: "CEB511"
        case .exportList: "CEB603"
        case .importList: "CEB621"
        case .exportCancellation, .listCancellation, .listRefund, .format: nil
        }
    }

    /// The flows whose orders have such documents; nil for what could not be read.
    var flows: Set<OrderFlow.ID>? {
        switch self {
        case .exportOrder, .exportCollection, .exportWaybill, .exportList, .exportCancellation: [.export]
        case .importOrder, .importPayment, .importWaybill, .importList, .listCancellation, .listRefund:
            [.bondedImport, .directImport]
        case .format: nil
        }
    }

    /// What each receipt is called in it.
    var element: String {
        switch self {
        case .exportOrder, .importOrder: "OrderReturn"
        case .exportCollection: "ReceiptsReturn"
        case .importPayment: "PaymentReturn"
        case .exportWaybill, .importWaybill: "LogisticsReturn"
        case .exportList, .importList: "InventoryReturn"
        case .exportCancellation, .listCancellation: "InvtCancelReturn"
        case .listRefund: "InvtRefundReturn"
        case .format: "MessageReturn"
        }
    }

    /// The field by which the firm knows what is answered.
    var key: String {
        switch self {
        case .exportOrder, .importOrder, .exportCollection: "orderNo"
        case .importPayment: "payTransactionId"
        case .exportWaybill, .importWaybill: "logisticsNo"
        case .exportList, .importList, .exportCancellation, .listCancellation, .listRefund: "copNo"
        case .format: "oriCopMsgId"
        }
    }
}
