internal import CustomsTables

/// A currency by customs' code.
///
///     CustomsCurrency(.cny)?.code             // 142
///     CustomsCurrency(.kzt)                   // nil: no list that we have read names it
public struct CustomsCurrency: CustomsCode {
    public let code: String

    public init?(code: String) {
        guard Self.isCode(code) else { return nil }
        self.code = code
    }

    public init?(_ currency: Currency) { self.init(iso: currency.code) }

    private init(_ code: String) { self.code = code }

    public static let yuan = CustomsCurrency("142")

    /// The rows of `currencies.tsv`.
    public static let rows: [CustomsCodeRow] = {
        let table = unsafe keruen_customs_currencies()
        let bytes = unsafe UnsafeBufferPointer(start: table.bytes, count: table.length)
        return CustomsCodeRow.read(unsafe String(decoding: bytes, as: UTF8.self))
    }()
}
