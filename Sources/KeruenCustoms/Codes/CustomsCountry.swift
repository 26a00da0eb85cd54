internal import CustomsTables

/// A country or region by customs' code.
///
///     CustomsCountry(iso: "KZ")?.code         // 145
public struct CustomsCountry: CustomsCode {
    public let code: String

    public init?(code: String) {
        guard Self.isCode(code) else { return nil }
        self.code = code
    }

    private init(_ code: String) { self.code = code }

    public static let china = CustomsCountry("142")
    public static let kazakhstan = CustomsCountry("145")
    public static let russia = CustomsCountry("344")

    /// The rows of `countries.tsv`.
    public static let rows: [CustomsCodeRow] = {
        let table = unsafe keruen_customs_countries()
        let bytes = unsafe UnsafeBufferPointer(start: table.bytes, count: table.length)
        return CustomsCodeRow.read(unsafe String(decoding: bytes, as: UTF8.self))
    }()
}
