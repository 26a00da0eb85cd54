extension DocumentNode {
    /// The value as JSON on one line: what is a line of JSON Lines. Scalars are strings, as they were written.
    ///
    ///     try DocumentReader().read("id: dutar\nweight: 2.6 kg", as: "a.yaml").json     // {"id":"dutar","weight":"2.6 kg"}
    public var json: String {
        var result = ""
        write(to: &result)
        return result
    }

    private func write(to result: inout String) {
        switch content {
        case .null: result += "null"
        case .scalar(let text): Self.write(text, to: &result)
        case .list(let elements):
            result += "["
            for (index, element) in elements.enumerated() {
                if index > 0 { result += "," }
                element.write(to: &result)
            }
            result += "]"
        case .map(let entries):
            result += "{"
            for (index, entry) in entries.enumerated() {
                if index > 0 { result += "," }
                Self.write(entry.key, to: &result)
                result += ":"
                entry.value.write(to: &result)
            }
            result += "}"
        }
    }

    private static func write(_ text: String, to result: inout String) {
        result += "\""
        defer { result += "\"" }
        // Nearly every text is written as it is.
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) else {
            return result += text
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\0"..<" ": result += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            default: result.unicodeScalars.append(scalar)
            }
        }
    }
}
