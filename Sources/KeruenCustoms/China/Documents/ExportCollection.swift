public import Foundation

/// CEB403: that the money for an export order has come (收款单).
public struct ExportCollection: CEBDocument {
    public static var kind: CEBKind { .exportCollection }

    public var header: CEBHeader
    public var platform: CustomsFirm
    public var merchant: CustomsFirm
    public var orderNumber: String
    /// At most 18 characters; a provider in China has one.
    public var providerCode: String?
    /// At most 100 characters; 现金支付 where nobody was in between.
    public var providerName: String
    /// The provider's number; at most 60 characters.
    public var transaction: String?
    public var amount: Money
    /// For a currency that customs' list here has no code for; nil for the list's.
    public var currencyCode: CustomsCurrency?
    /// When it was on the account.
    public var received: Date
    /// At most 1,000 characters.
    public var note: String?

    public init(
        _ header: CEBHeader, orderNumber: String, platform: CustomsFirm, merchant: CustomsFirm,
        providerCode: String? = nil, providerName: String, transaction: String? = nil, amount: Money, received: Date
    ) {
        self.header = header
        self.orderNumber = orderNumber
        self.platform = platform
        self.merchant = merchant
        self.providerCode = providerCode
        self.providerName = providerName
        self.transaction = transaction
        self.amount = amount
        self.received = received
    }

    public func fill(_ fields: inout CEBFields) {
        fields.currency(amount.currency, currencyCode)
        fields.header(header)
        fields.firms(platform, merchant)
        fields.text("orderNo", orderNumber, 60)
        fields.text("payCode", providerCode, upTo: 18)
        fields.text("payName", providerName, 100)
        fields.text("payNo", transaction, upTo: 60)
        fields.amount("charge", amount)
        fields.currencyCode("currency")
        fields.exact("accountingDate", CEBClock.seconds(received), 14)
        fields.text("note", note, upTo: 1_000)
    }
}
