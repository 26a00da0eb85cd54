/// China's unified social credit code (统一社会信用代码, GB 32100-2015) with a right check character: 18 characters.
///
///     USCC("91110000600037341L")?.code
///
/// Its letters are those without I, O, S, V and Z; weights are powers of 3 modulo 31.
public struct USCC: Hashable, Sendable, CustomStringConvertible {
    public let code: String

    public init?(_ code: String) {
        let values = code.utf8.compactMap(Self.alphabet.firstIndex)
        guard values.count == 18, code.utf8.count == 18,
            // The region that registers it.
            code.utf8.dropFirst(2).prefix(6).allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        var (sum, weight) = (0, 1)
        for value in values.dropLast() {
            sum += value * weight
            weight = weight * 3 % 31
        }
        guard values.last == (31 - sum % 31) % 31 else { return nil }
        self.code = code
    }

    public var description: String { code }

    static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
}
