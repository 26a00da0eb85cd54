internal import Crypto
internal import Foundation

/// What forms and the board prove themselves with, compared in the same time whether right or wrong.
///
///     let token = tokens.form(of: visit)             // goes into a hidden field
///     tokens.isForm(token, of: visit)                // true only for the visit that the page was made for
public struct Tokens: Sendable {
    private let key: SymmetricKey
    private let board: Data?

    /// - Parameters:
    ///   - secret: keeps forms valid across restarts and between processes; a random one when nil.
    ///   - board: what the merchant's board opens to; nil closes it for everybody.
    public init(secret: String? = nil, board: String? = nil) {
        let key = secret.map { SymmetricKey(data: SHA256.hash(data: Data($0.utf8))) } ?? SymmetricKey(size: .bits256)
        self.key = key
        self.board = board.flatMap { $0.isEmpty ? nil : Data(Self.code("board " + $0, key)) }
    }

    /// A visit's name: 128 random bits.
    public static func visit() -> String {
        var random = SystemRandomNumberGenerator()
        let halves = (0..<2).map { _ in String(random.next() as UInt64, radix: 16) }
        return halves.map { String(repeating: "0", count: 16 - $0.count) + $0 }.joined()
    }

    public func form(of visit: String) -> String { Data(Self.code("form " + visit, key)).base64EncodedString() }

    public func isForm(_ token: String, of visit: String) -> Bool {
        guard let code = Data(base64Encoded: token) else { return false }
        return HMAC<SHA256>.isValidAuthenticationCode(
            code, authenticating: Data(("form " + visit).utf8), using: key)
    }

    /// Whether this is the board's token. Without one nothing is.
    public func isBoard(_ token: String) -> Bool {
        guard let board else { return false }
        return HMAC<SHA256>.isValidAuthenticationCode(
            board, authenticating: Data(("board " + token).utf8), using: key)
    }

    private static func code(_ text: String, _ key: SymmetricKey) -> HMAC<SHA256>.MAC {
        HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: key)
    }
}
