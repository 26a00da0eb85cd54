public import Foundation

/// CEB411: that an import order was paid, and by whom (支付凭证).
public struct ImportPayment: CEBDocument {
    public static var kind: CEBKind { .importPayment }

    public var header: CEBHeader
    public var provider: CustomsFirm
    /// The provider's number; at most 60 characters.
    public var transaction: String
    public var orderNumber: String
    public var platform: CustomsFirm
    /// The buyer; a gift changes who receives, never who pays.
    public var payer: Payer
    public var amountPaid: Money
    public var paid: Date
    /// At most 1,000 characters.
    public var note: String?

    public struct Payer: Hashable, Sendable {
        /// 17 digits, and a digit or X.
        public var identityNumber: String
        /// At most 60 characters.
        public var name: String
        /// At most 60 characters.
        public var telephone: String?

        public init(identityNumber: String, name: String, telephone: String? = nil) {
            self.identityNumber = identityNumber
            self.name = name
            self.telephone = telephone
        }

        /// The buyer of an order.
        public init(_ buyer: CustomsBuyer) {
            self.init(identityNumber: buyer.identityNumber, name: buyer.name, telephone: buyer.telephone)
        }
    }

    public init(
        _ header: CEBHeader, provider: CustomsFirm, transaction: String, orderNumber: String, platform: CustomsFirm,
        payer: Payer, amountPaid: Money, paid: Date, note: String? = nil
    ) {
        self.header = header
        self.provider = provider
        self.transaction = transaction
        self.orderNumber = orderNumber
        self.platform = platform
        self.payer = payer
        self.amountPaid = amountPaid
        self.paid = paid
        self.note = note
    }

    public func fill(_ fields: inout CEBFields) {
        fields.currency(.cny)
        fields.group("PaymentHead") { fields in
            fields.header(header)
            fields.firm("pay", provider)
            fields.text("payTransactionId", transaction, 60)
            fields.text("orderNo", orderNumber, 60)
            fields.firm("ebp", platform)
            fields.exact("payerIdType", "1", 1)
            fields.identity("payerIdNumber", payer.identityNumber)
            fields.text("payerName", payer.name, 60)
            fields.text("telephone", payer.telephone, upTo: 60)
            fields.amount("amountPaid", amountPaid)
            fields.currencyCode("currency")
            fields.exact("payTime", CEBClock.seconds(paid), 14)
            fields.text("note", note, upTo: 1_000)
        }
    }
}

extension ImportPayment.Payer: CustomStringConvertible, CustomReflectable {
    public var description: String { "Payer(…)" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
