internal import Foundation

extension SearchIndex {
    /// Where a page ended, as a text for an address: letters, digits, - and _.
    ///
    ///     let first = try index.search("шарф", after: nil, limit: 20)
    ///     if let next = first.next { link("?after=\(next)") }
    ///     let second = try index.search("шарф", after: SearchIndex.Cursor(text), limit: 20)
    ///
    /// It says where the last product stood, so that the next page goes on behind that place even where the product is gone.
    public struct Cursor: Hashable, Sendable, CustomStringConvertible {
        /// Of the query, its filters and its order: a cursor goes on with nothing else.
        var request: UInt64
        var order: Order
        /// Of the index that made it.
        var fingerprint: UInt64
        var attempt: Int
        var isInTail: Bool
        var shown: Int
        /// What was shown last: its number, the price, day or bits of the score that it stood by, its id and its title.
        var document: Int
        var value: Int64
        var id: String
        var title: String

        private static let version: UInt8 = 1

        /// Its bytes in base64 as addresses have it.
        public var description: String {
            var bytes = [Self.version, UInt8(Order.allCases.firstIndex(of: order) ?? 0), isInTail ? 1 : 0]
            bytes.append(UInt8(clamping: attempt))
            func put(_ number: some FixedWidthInteger) {
                for byte in 0..<number.bitWidth / 8 { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * byte))) }
            }
            put(request)
            put(fingerprint)
            put(UInt32(clamping: shown))
            put(UInt32(clamping: document))
            put(value)
            put(UInt16(clamping: id.utf8.count))
            bytes += id.utf8
            bytes += title.utf8
            put(Self.sum(of: bytes))
            return Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
                .replacing("=", with: "")
        }

        /// Reads what `description` wrote.
        /// - Throws: `CursorError` with `malformed` where a letter of it is lost or changed.
        public init(_ text: String) throws(CursorError) {
            guard text.utf8.count <= 8_192, let bytes = Self.bytes(of: text), bytes.count > 46,
                bytes[0] == Self.version,
                Order.allCases.indices.contains(Int(bytes[1])), bytes[2] < 2
            else { throw CursorError(.malformed, text) }
            func number<Number: FixedWidthInteger & UnsignedInteger>(_ type: Number.Type, at place: Int) -> Number {
                (0..<type.bitWidth / 8).reduce(0) { $0 | Number(bytes[place + $1]) << (8 * $1) }
            }
            let end = bytes.count - 4
            let idEnd = 38 + Int(number(UInt16.self, at: 36))
            guard idEnd <= end, number(UInt32.self, at: end) == Self.sum(of: bytes[..<end]),
                let id = String(validating: bytes[38..<idEnd], as: UTF8.self),
                let title = String(validating: bytes[idEnd..<end], as: UTF8.self)
            else { throw CursorError(.malformed, text) }
            order = Order.allCases[Int(bytes[1])]
            isInTail = bytes[2] == 1
            attempt = Int(bytes[3])
            request = number(UInt64.self, at: 4)
            fingerprint = number(UInt64.self, at: 12)
            shown = Int(number(UInt32.self, at: 20))
            document = Int(number(UInt32.self, at: 24))
            value = Int64(bitPattern: number(UInt64.self, at: 28))
            self.id = id
            self.title = title
        }

        /// Where a list goes on behind an item of it.
        init(
            request: UInt64, order: Order, fingerprint: UInt64, attempt: Int, isInTail: Bool, shown: Int, document: Int,
            value: Int64, id: String, title: String
        ) {
            self.request = request
            self.order = order
            self.fingerprint = fingerprint
            self.attempt = attempt
            self.isInTail = isInTail
            self.shown = shown
            self.document = document
            self.value = value
            self.id = id
            self.title = title
        }

        private static func bytes(of text: String) -> [UInt8]? {
            guard text.utf8.allSatisfy({ $0 != 0x2B && $0 != 0x2F && $0 != 0x3D }) else { return nil }
            let plain = text.replacing("-", with: "+").replacing("_", with: "/")
            return Data(base64Encoded: plain + String(repeating: "=", count: -plain.utf8.count & 3)).map { [UInt8]($0) }
        }

        private static func sum(of bytes: some Collection<UInt8>) -> UInt32 {
            UInt32(truncatingIfNeeded: unsafe Array(bytes).withUnsafeBytes { unsafe SectionFile.checksum($0) })
        }
    }
}

/// Why a list can't go on from a cursor.
///
///     do { page = try index.search(query, after: cursor, limit: 20) } catch { show(error.diagnostic) }
public struct CursorError: Error, Hashable, Sendable, CustomStringConvertible {
    public var code: Code
    /// The cursor.
    public var subject: String

    init(_ code: Code, _ subject: String) { (self.code, self.subject) = (code, subject) }

    public struct Code: RawRepresentable, Hashable, Sendable {
        public var rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        /// No cursor, or one that lost a letter on its way.
        public static let malformed = Self(rawValue: "malformed-cursor")
        /// Made for another query, with other filters, in another order or another language.
        public static let foreign = Self(rawValue: "foreign-cursor")
    }

    public var diagnostic: Diagnostic {
        // As much as a person needs to know it again.
        let cursor = subject.count > 40 ? subject.prefix(40) + "…" : subject[...]
        return Diagnostic(
            code == .malformed ? "SRC0103" : "SRC0104", .error, at: nil, ["cursor": .text(String(cursor))])
    }

    public var description: String { "\(code.rawValue): \(subject)" }
}
