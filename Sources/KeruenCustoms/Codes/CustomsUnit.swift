internal import CustomsTables

/// A unit of quantity by customs' code.
///
///     CustomsUnit.piece.name                  // 件
public struct CustomsUnit: CustomsCode {
    public let code: String

    public init?(code: String) {
        guard Self.isCode(code) else { return nil }
        self.code = code
    }

    private init(_ code: String) { self.code = code }

    /// 套
    public static let set = CustomsUnit("006")
    /// 个
    public static let item = CustomsUnit("007")
    /// 件
    public static let piece = CustomsUnit("011")
    /// 条, of scarves and carpets
    public static let strip = CustomsUnit("015")
    /// 把, of knives and combs
    public static let handle = CustomsUnit("016")
    public static let pair = CustomsUnit("025")
    public static let metre = CustomsUnit("030")
    public static let squareMetre = CustomsUnit("032")
    public static let kilogram = CustomsUnit("035")
    public static let gram = CustomsUnit("036")
    public static let litre = CustomsUnit("095")
    public static let bag = CustomsUnit("136")
    public static let box = CustomsUnit("140")
    public static let bottle = CustomsUnit("142")
    public static let millilitre = CustomsUnit("096")

    /// The rows of `units.tsv`.
    public static let rows: [CustomsCodeRow] = {
        let table = unsafe keruen_customs_units()
        let bytes = unsafe UnsafeBufferPointer(start: table.bytes, count: table.length)
        return CustomsCodeRow.read(unsafe String(decoding: bytes, as: UTF8.self))
    }()
}
