/// Why a quote or an order was refused; a stable code, and what the sentence needs.
///
///     do { try await store.place(request) } catch where error.code == .outOfStock { … }
public struct TradeError: Error, Hashable, Sendable {
    public var code: Diagnostic.Code
    public var arguments: [String: Diagnostic.Argument]

    public init(_ code: Diagnostic.Code, _ arguments: [String: Diagnostic.Argument] = [:]) {
        self.code = code
        self.arguments = arguments
    }

    /// For reports, which say it in the reader's language.
    public var diagnostic: Diagnostic { Diagnostic(code, .error, at: nil, arguments) }
}

extension Diagnostic.Code {
    public static let emptyCart = Self("TRD0101")
    public static let unknownSKU = Self("TRD0102")
    /// Not 1 to 9,999.
    public static let badQuantity = Self("TRD0103")
    /// The market has no price for it.
    public static let notSoldHere = Self("TRD0104")
    public static let amountTooLarge = Self("TRD0105")
    public static let unknownMarket = Self("TRD0106")
    public static let quoteExpired = Self("TRD0107")
    public static let outOfStock = Self("TRD0201")
    /// 1 to 64 printable ASCII characters are wanted.
    public static let badIdempotencyKey = Self("TRD0202")
    /// The key has placed another order already.
    public static let reusedIdempotencyKey = Self("TRD0203")
    public static let unknownOrder = Self("TRD0204")
    /// The store can't be opened or written.
    public static let storeFailed = Self("TRD0301")
    /// The store was written by a later version.
    public static let storeTooNew = Self("TRD0302")
}
