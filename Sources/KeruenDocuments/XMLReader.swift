public import Foundation

/// Reads an XML file into elements with positions.
///
///     let document = try XMLReader().read(data, as: "receipt.xml")
///     document["Head"]?["MessageID"]?.text
///
/// UTF-8, UTF-16 and what the declaration names (GBK, windows-1251) are read. A document type is refused: entities make a small
/// file unfold to any size, or read other files.
/// - Throws: `Refusal` with `brokenXML`, `notUTF8` or `tooLarge`.
public struct XMLReader: Sendable {
    public var maximumElements: Int
    public var maximumDepth: Int
    public var maximumBytes: Int

    public init(maximumElements: Int = 2_000_000, maximumDepth: Int = 64, maximumBytes: Int = 256 << 20) {
        self.maximumElements = maximumElements
        self.maximumDepth = maximumDepth
        self.maximumBytes = min(maximumBytes, Int(Int32.max))
    }

    /// - Parameter name: how diagnostics call the file.
    public func read(_ data: Data, as name: String) throws(Refusal) -> XMLDocumentElement {
        guard data.count <= maximumBytes else {
            throw Refusal(Diagnostic(.tooLarge, at: SourcePosition(file: name)))
        }
        let input = try XMLInput(data, name)
        let builder = XMLTreeBuilder(
            XMLPlaces(input.bytes, isUTF8: input.isUTF8).places, name, maximumElements, maximumDepth)
        return try builder.root(of: Data(input.bytes))
    }
}

/// A file's bytes in an encoding that libxml2 finds out by itself, without a byte order mark or a document type.
private struct XMLInput {
    var bytes: [UInt8]
    var isUTF8 = true

    init(_ data: Data, _ name: String) throws(Refusal) {
        let start = SourcePosition(file: name, line: 1, column: 1)
        bytes = Array(data)
        if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) {
            guard let text = String(data: data, encoding: .utf16) else {
                throw Refusal(Diagnostic(.notUTF8, at: start))
            }
            bytes = Array((text.first == "\u{FEFF}" ? text.dropFirst() : text[...]).utf8)
            // It now names the wrong encoding.
            if let end = declarationEnd {
                for index in 0..<end where bytes[index] != UInt8(ascii: "\n") { bytes[index] = UInt8(ascii: " ") }
            }
        } else if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            bytes.removeFirst(3)
        }
        isUTF8 = ["", "utf-8", "utf8"].contains(declaredEncoding)
        if isUTF8, String(validating: bytes, as: UTF8.self) == nil {
            throw Refusal(Diagnostic(.notUTF8, at: Self.firstInvalid(bytes, name)))
        }
        // UTF-16 without its mark, which libxml2 would read and the search for a document type would not.
        guard !bytes.prefix(4).contains(0) else {
            throw Refusal(Diagnostic(.brokenXML, at: start, ["problem": "U+0000"]))
        }
        // FoundationXML takes fewer than four bytes for a document that has yet to begin.
        guard bytes.count >= 4 else {
            throw Refusal(Diagnostic(.brokenXML, at: start, ["problem": "an empty document"]))
        }
        // In an encoding that hides its < no document type would be seen.
        guard Self.encodings.contains(declaredEncoding) else {
            throw Refusal(
                Diagnostic(.brokenXML, at: start, ["problem": .text("<?xml encoding=\"\(declaredEncoding)\"?>")]))
        }
        if hasDocumentType { throw Refusal(Diagnostic(.brokenXML, at: start, ["problem": "<!DOCTYPE>"])) }
        // And none at all behind the fourth for a null pointer.
        bytes.append(UInt8(ascii: "\n"))
    }

    /// Those in which every sign of XML's own is one byte of ASCII, and UTF-16, which is turned into UTF-8 before; empty where none is named.
    private static let encodings: Set<String> = [
        "", "utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1", "utf-16", "utf-16le", "utf-16be", "gbk", "gb2312",
        "gb18030", "windows-1251",
        "windows-1252", "koi8-r", "cp1251", "big5",
    ]

    /// The place behind `?>`.
    private var declarationEnd: Int? {
        guard bytes.starts(with: "<?xml".utf8) else { return nil }
        let end = bytes.prefix(1_000).indices.first { index in
            bytes[index] == UInt8(ascii: ">") && bytes[index - 1] == UInt8(ascii: "?")
        }
        return end.map { $0 + 1 }
    }

    /// In lower case; empty where none is declared.
    private var declaredEncoding: String {
        let declaration = String(decoding: bytes.prefix(declarationEnd ?? 0), as: UTF8.self).lowercased()
        guard let match = declaration.firstMatch(of: /encoding\s*=\s*["']([a-z0-9._\-]+)["']/) else { return "" }
        return String(match.1)
    }

    /// Whether `<!DOCTYPE` stands before the first tag.
    private var hasDocumentType: Bool {
        var at = 0
        while let open = bytes[at...].firstIndex(of: UInt8(ascii: "<")) {
            let rest = bytes[open...]
            let end: [UInt8]
            if rest.starts(with: "<?".utf8) {
                end = Array("?>".utf8)
            } else if rest.starts(with: "<!--".utf8) {
                end = Array("-->".utf8)
            } else {
                return rest.starts(with: "<!D".utf8) || rest.starts(with: "<!d".utf8)
            }
            at = open + 2
            while at < bytes.count, !bytes[at...].starts(with: end) { at += 1 }
        }
        return false
    }

    private static func firstInvalid(_ bytes: [UInt8], _ name: String) -> SourcePosition {
        // Decoding repairs exactly what is invalid, so the first difference is the first bad byte.
        let good = zip(String(decoding: bytes, as: UTF8.self).utf8, bytes).prefix { $0 == $1 }.map(\.1)
        let lineStart = good.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let line = good.count { $0 == UInt8(ascii: "\n") } + 1
        return SourcePosition(file: name, line: line, column: good[lineStart...].count { $0 & 0xC0 != 0x80 } + 1)
    }
}
