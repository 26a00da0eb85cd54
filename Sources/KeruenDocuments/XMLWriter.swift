/// Writes XML piece by piece into any stream of text, and never what can't be read again.
///
///     var writer = XMLWriter(into: "")
///     writer.open("note", [("from", "Keruen")])
///     writer.text("Сыр & хлеб")
///     writer.close()
///     writer.sink        // <?xml …?>\n<note from="Keruen">Сыр &amp; хлеб</note>
///
/// Elements stand on lines of their own, indented; within an element with text nothing is added. Line ends and tabs survive.
/// Characters that XML 1.0 has no way to write become U+FFFD: ask `XMLText.carries` first.
public struct XMLWriter<Sink: TextOutputStream> {
    public private(set) var sink: Sink
    private var open: [(name: String, isMixed: Bool)] = []
    /// Whether the last tag still lacks its `>`.
    private var isTagPending = false

    public init(into sink: Sink) {
        self.sink = sink
        self.sink.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    }

    /// Begins an element.
    /// - Parameter isMixed: whether text will stand in it, so that white space counts.
    public mutating func open(_ name: String, _ attributes: [(String, String)] = [], isMixed: Bool = false) {
        endTag()
        breakLine()
        sink.write("<" + name)
        for (name, value) in attributes {
            sink.write(" \(name)=\"")
            XMLText.write(value, isAttribute: true, into: &sink)
            sink.write("\"")
        }
        open.append((name, isMixed || (open.last?.isMixed ?? false)))
        isTagPending = true
    }

    public mutating func text(_ text: String) {
        guard !open.isEmpty, !text.isEmpty else { return }
        endTag()
        open[open.count - 1].isMixed = true
        XMLText.write(text, isAttribute: false, into: &sink)
    }

    /// Ends the element that was begun last; without one, nothing.
    public mutating func close() {
        guard let (name, isMixed) = open.popLast() else { return }
        if isTagPending {
            sink.write("/>")
            isTagPending = false
        } else {
            if !isMixed { breakLine() }
            sink.write("</\(name)>")
        }
        if open.isEmpty { sink.write("\n") }
    }

    /// An element with a text, or without.
    public mutating func element(_ name: String, _ attributes: [(String, String)] = [], _ text: String = "") {
        open(name, attributes)
        self.text(text)
        close()
    }

    private mutating func endTag() {
        guard isTagPending else { return }
        sink.write(">")
        isTagPending = false
    }

    private mutating func breakLine() {
        guard !(open.last?.isMixed ?? false) else { return }
        sink.write("\n" + String(repeating: "  ", count: open.count))
    }
}

/// What a text becomes in XML.
public enum XMLText {
    /// Whether XML 1.0 can hold the text: it has no way to write most control characters.
    public static func carries(_ text: String) -> Bool { text.unicodeScalars.allSatisfy(isAllowed) }

    static func write(_ text: String, isAttribute: Bool, into sink: inout some TextOutputStream) {
        var start = text.startIndex
        for index in text.unicodeScalars.indices {
            guard let replacement = replacement(text.unicodeScalars[index], isAttribute) else { continue }
            if start < index { sink.write(String(text.unicodeScalars[start..<index])) }
            sink.write(replacement)
            start = text.unicodeScalars.index(after: index)
        }
        if start < text.endIndex { sink.write(String(text.unicodeScalars[start...])) }
    }

    /// Nil for what stands for itself. A reader makes CR LF one line feed, and of line ends in attributes spaces.
    private static func replacement(_ scalar: Unicode.Scalar, _ isAttribute: Bool) -> String? {
        switch scalar {
        case "&": "&amp;"
        case "<": "&lt;"
        case ">": "&gt;"
        case "\r": "&#13;"
        case "\"" where isAttribute: "&quot;"
        case "\n" where isAttribute: "&#10;"
        case "\t" where isAttribute: "&#9;"
        default: isAllowed(scalar) ? nil : "\u{FFFD}"
        }
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }
}
