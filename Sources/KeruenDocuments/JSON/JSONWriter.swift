/// Writes JSON as it comes, without a value in between.
///
///     var json = JSONWriter()
///     json.object { $0.field("sku", "XJ-DUT-315"); $0.field("quantity", 2) }
///     String(decoding: json.bytes, as: UTF8.self)          // {"sku":"XJ-DUT-315","quantity":2}
///
/// Text is written as it is, in UTF-8; only what JSON forbids is escaped.
public struct JSONWriter: Sendable {
    public private(set) var bytes: [UInt8] = []
    private var needsComma = false

    public init(capacity: Int = 256) { bytes.reserveCapacity(capacity) }

    public mutating func object<E: Error>(_ body: (inout JSONWriter) throws(E) -> Void) throws(E) {
        try nest(UInt8(ascii: "{"), UInt8(ascii: "}"), body)
    }

    public mutating func array<E: Error>(_ body: (inout JSONWriter) throws(E) -> Void) throws(E) {
        try nest(UInt8(ascii: "["), UInt8(ascii: "]"), body)
    }

    public mutating func object<E: Error>(_ key: String, _ body: (inout JSONWriter) throws(E) -> Void) throws(E) {
        name(key)
        try object(body)
    }

    public mutating func array<E: Error>(_ key: String, _ body: (inout JSONWriter) throws(E) -> Void) throws(E) {
        name(key)
        try array(body)
    }

    public mutating func field(_ key: String, _ value: String) {
        name(key)
        self.value(value)
    }

    public mutating func field(_ key: String, _ value: some BinaryInteger) {
        name(key)
        self.value(value)
    }

    public mutating func field(_ key: String, _ value: Bool) {
        name(key)
        separate()
        bytes += (value ? "true" : "false").utf8
    }

    public mutating func value(_ value: String) {
        separate()
        quote(value)
    }

    public mutating func value(_ value: some BinaryInteger) {
        separate()
        bytes += String(value).utf8
    }

    public mutating func null() {
        separate()
        bytes += "null".utf8
    }

    /// What comes next is this key's value.
    public mutating func name(_ key: String) {
        separate()
        quote(key)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    private mutating func nest<E: Error>(
        _ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) throws(E) -> Void
    ) throws(E) {
        separate()
        bytes.append(open)
        needsComma = false
        try body(&self)
        bytes.append(close)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func quote(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        // Nearly every text is written as it is.
        if text.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) {
            for byte in text.utf8 { escape(byte) }
        } else {
            bytes += text.utf8
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
        case 0x0A: bytes += "\\n".utf8
        case 0x0D: bytes += "\\r".utf8
        case 0x09: bytes += "\\t".utf8
        case 0..<0x20: bytes += "\\u00".utf8 + [Self.digits[Int(byte >> 4)], Self.digits[Int(byte & 15)]]
        default: bytes.append(byte)
        }
    }

    private static let digits = Array("0123456789abcdef".utf8)
}
