/// Where every start tag of an XML file stands, in the order of the file.
///
/// libxml2 tells where a tag ends, and counts columns in bytes here and in characters there; a person wants to jump to the `<`.
struct XMLPlaces {
    private(set) var places: [(line: Int, column: Int)] = []

    private let bytes: [UInt8]
    private let isUTF8: Bool
    private var at = 0
    private var line = 1
    private var column = 1

    init(_ bytes: [UInt8], isUTF8: Bool) {
        (self.bytes, self.isUTF8) = (bytes, isUTF8)
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "<") { markup() } else { step() }
        }
    }

    private mutating func markup() {
        if starts(with: "<!--") {
            skip(past: "-->", after: 4)
        } else if starts(with: "<![CDATA[") {
            skip(past: "]]>", after: 9)
        } else if starts(with: "<?") {
            skip(past: "?>", after: 2)
        } else {
            if !starts(with: "</"), !starts(with: "<!") { places.append((line, column)) }
            skipTag()
        }
    }

    /// To behind the `>`; one that stands in an attribute's value does not count.
    private mutating func skipTag() {
        var quote: UInt8?
        while at < bytes.count {
            let byte = bytes[at]
            step()
            if byte == quote {
                quote = nil
            } else if quote == nil {
                if byte == UInt8(ascii: ">") { return }
                if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { quote = byte }
            }
        }
    }

    private mutating func skip(past end: StaticString, after length: Int) {
        for _ in 0..<length { step() }
        while at < bytes.count, !starts(with: end) { step() }
        for _ in 0..<end.utf8CodeUnitCount { step() }
    }

    private mutating func step() {
        guard at < bytes.count else { return }
        let byte = bytes[at]
        at += 1
        if byte == UInt8(ascii: "\n") || (byte == UInt8(ascii: "\r") && !starts(with: "\n")) {
            (line, column) = (line + 1, 1)
        } else if byte != UInt8(ascii: "\r"), !isUTF8 || byte & 0xC0 != 0x80 {
            column += 1
        }
    }

    private func starts(with text: StaticString) -> Bool {
        guard bytes.count - at >= text.utf8CodeUnitCount else { return false }
        for offset in 0..<text.utf8CodeUnitCount where unsafe bytes[at + offset] != text.utf8Start[offset] {
            return false
        }
        return true
    }
}
