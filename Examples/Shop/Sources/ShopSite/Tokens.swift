internal import Crypto
public import Foundation

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

    /// Whether the board opens to anybody at all.
    public var hasBoard: Bool { board != nil }

    /// What a browser keeps after the board's token was given, instead of the token: its end, a random name, and a code of both.
    ///
    ///     tokens.boardSession(until: now + 8 * 3_600)        // "1764230400-9f…-5c…"
    ///
    /// With another board's token, or another secret, it is none any more. Nil where the board is closed.
    public func boardSession(until end: Date) -> String? {
        guard let board else { return nil }
        let name = "\(Int(end.timeIntervalSince1970))-\(Self.visit())"
        return "\(name)-\(Self.hex(Self.code(Self.session(name, board), key)))"
    }

    /// Whether this is such a session and not over.
    public func isBoardSession(_ text: String, at now: Date) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let board, parts.count == 3, let end = Int(parts[0]), let code = Self.bytes(parts[2]) else {
            return false
        }
        let isOurs = HMAC<SHA256>.isValidAuthenticationCode(
            code, authenticating: Data(Self.session("\(parts[0])-\(parts[1])", board).utf8), using: key)
        return isOurs && now.timeIntervalSince1970 < Double(end)
    }

    private static func session(_ name: String, _ board: Data) -> String { "board session \(name) \(hex(board))" }

    private static func hex(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private static func bytes(_ hex: some StringProtocol) -> [UInt8]? {
        let digits = hex.utf8.map { UInt8(Character(Unicode.Scalar($0)).hexDigitValue ?? 16) }
        guard digits.count == 64, !digits.contains(16) else { return nil }
        return stride(from: 0, to: 64, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    private static func code(_ text: String, _ key: SymmetricKey) -> HMAC<SHA256>.MAC {
        HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: key)
    }
}
