internal import Keruen

/// A value of a body with its place there, as JSON has it: a number stays its text, and is no string.
struct JSONBody {
    /// JSON pointer (RFC 6901).
    var pointer: String
    /// Bytes before it.
    var offset: Int
    var value: Value

    indirect enum Value {
        case null
        case boolean(Bool)
        case number(String)
        case text(String)
        case list([JSONBody])
        case object([(name: String, offset: Int, body: JSONBody)])
    }
}

/// Reads JSON strictly (RFC 8259): nothing behind the value, no name twice, no half a surrogate pair.
///
///     let body = try JSONBodyReader.read(bytes)       // throws a Fault with line and column
struct JSONBodyReader {
    private let bytes: [UInt8]
    private var at = 0

    /// Deeper than anything that the API asks for.
    private static let maximumDepth = 16

    static func read(_ bytes: [UInt8]) throws(Failure) -> JSONBody {
        guard String(validating: bytes, as: UTF8.self) != nil else { throw Failure(Fault(Diagnostic(.notUTF8, [:]))) }
        var reader = JSONBodyReader(bytes: bytes)
        let body = try reader.value("", depth: 0)
        reader.skipSpace()
        guard reader.at == bytes.count else { throw reader.failure("trailing") }
        return body
    }

    struct Failure: Error {
        var fault: Fault
        init(_ fault: Fault) { self.fault = fault }
    }

    /// Counts from 1, columns in characters as an editor shows them.
    static func position(_ offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
        let before = bytes.prefix(offset)
        let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return (before.count { $0 == 0x0A } + 1, String(decoding: before[start...], as: UTF8.self).count + 1)
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

    private func failure(_ reason: String, at offset: Int? = nil) -> Failure {
        let diagnostic = Diagnostic(.brokenJSON, ["json": .text(reason)])
        return Failure(Fault(diagnostic, position: Self.position(offset ?? at, in: bytes)))
    }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
    }

    private mutating func value(_ pointer: String, depth: Int) throws(Failure) -> JSONBody {
        skipSpace()
        let start = at
        guard depth < Self.maximumDepth else {
            throw Failure(
                Fault(Diagnostic(.tooLarge, [:]), at: .pointer(pointer), position: Self.position(at, in: bytes)))
        }
        guard let byte = next else { throw failure("empty") }
        let value: JSONBody.Value =
            switch byte {
            case UInt8(ascii: "{"): try object(pointer, depth)
            case UInt8(ascii: "["): try list(pointer, depth)
            case UInt8(ascii: "\""): .text(try string())
            case UInt8(ascii: "-"), 0x30...0x39: .number(try number())
            default: try word()
            }
        return JSONBody(pointer: pointer, offset: start, value: value)
    }

    private mutating func object(_ pointer: String, _ depth: Int) throws(Failure) -> JSONBody.Value {
        var entries: [(name: String, offset: Int, body: JSONBody)] = []
        // Thousands of names cost no more than their length.
        var known: Set<String> = []
        at += 1
        skipSpace()
        if take("}") { return .object([]) }
        repeat {
            skipSpace()
            let start = at
            guard next == UInt8(ascii: "\"") else { throw failure("punctuation") }
            let name = try string()
            let own = pointer + "/" + name.replacing("~", with: "~0").replacing("/", with: "~1")
            guard known.insert(name).inserted else {
                let diagnostic = Diagnostic(.duplicateKey, ["field": .text(String(name.prefix(60)))])
                throw Failure(Fault(diagnostic, at: .pointer(own), position: Self.position(start, in: bytes)))
            }
            skipSpace()
            guard take(":") else { throw failure("punctuation") }
            entries.append((name, start, try value(own, depth: depth + 1)))
            skipSpace()
        } while take(",")
        guard take("}") else { throw failure(next == nil ? "end" : "punctuation") }
        return .object(entries)
    }

    private mutating func list(_ pointer: String, _ depth: Int) throws(Failure) -> JSONBody.Value {
        var elements: [JSONBody] = []
        at += 1
        skipSpace()
        if take("]") { return .list([]) }
        repeat {
            elements.append(try value("\(pointer)/\(elements.count)", depth: depth + 1))
            skipSpace()
        } while take(",")
        guard take("]") else { throw failure(next == nil ? "end" : "punctuation") }
        return .list(elements)
    }

    private mutating func take(_ mark: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: mark) else { return false }
        at += 1
        return true
    }

    private mutating func word() throws(Failure) -> JSONBody.Value {
        let start = at
        while let byte = next, (0x61...0x7A).contains(byte) { at += 1 }
        switch bytes[start..<at] {
        case let word where word.elementsEqual("true".utf8): return .boolean(true)
        case let word where word.elementsEqual("false".utf8): return .boolean(false)
        case let word where word.elementsEqual("null".utf8): return .null
        default: throw failure(start == at ? "punctuation" : "word", at: start)
        }
    }

    private mutating func number() throws(Failure) -> String {
        let start = at
        _ = take("-")
        let whole = digits()
        // 007 is no number.
        guard whole > 0, whole == 1 || bytes[at - whole] != 0x30 else { throw failure("number", at: start) }
        if take("."), digits() == 0 { throw failure("number", at: start) }
        if take("e") || take("E") {
            if !take("-") { _ = take("+") }
            guard digits() > 0 else { throw failure("number", at: start) }
        }
        return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    private mutating func digits() -> Int {
        let start = at
        while let byte = next, (0x30...0x39).contains(byte) { at += 1 }
        return at - start
    }

    private mutating func string() throws(Failure) -> String {
        let start = at
        at += 1
        var text: [UInt8] = []
        while let byte = next {
            at += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): text += String(try escape(start)).utf8
            case ..<0x20: throw failure("control", at: at - 1)
            default: text.append(byte)
            }
        }
        throw failure("quote", at: start)
    }

    private mutating func escape(_ start: Int) throws(Failure) -> Character {
        guard let byte = next else { throw failure("quote", at: start) }
        at += 1
        switch byte {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return Character(try scalar())
        default: throw failure("escape", at: at - 2)
        }
    }

    /// `\u00e9`, or a pair for what lies beyond U+FFFF.
    private mutating func scalar() throws(Failure) -> Unicode.Scalar {
        let start = at - 2
        let first = try hex(start)
        guard (0xD800...0xDBFF).contains(first) else {
            guard let scalar = Unicode.Scalar(first) else { throw failure("escape", at: start) }
            return scalar
        }
        guard take("\\"), take("u") else { throw failure("escape", at: start) }
        let second = try hex(start)
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw failure("escape", at: start) }
        return scalar
    }

    private mutating func hex(_ start: Int) throws(Failure) -> UInt32 {
        guard at + 4 <= bytes.count else { throw failure("escape", at: start) }
        var value: UInt32 = 0
        for byte in bytes[at..<at + 4] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw failure("escape", at: start) }
            value = value << 4 + UInt32(digit)
        }
        at += 4
        return value
    }
}
