/// What a text of a message is called in translators' files: `shop.cart.items[one,*]`, or the key where there is but one.
///
///     UnitName("shop.cart.items", [.literal("one"), .catchall]).description        // shop.cart.items[one,*]
struct UnitName: CustomStringConvertible {
    var key: String
    var keys: [Message.Key]?

    init(_ key: String, _ keys: [Message.Key]?) { (self.key, self.keys) = (key, keys) }

    /// Reads a name whose key is known; nil for any other.
    init?(_ text: String, isKnown: (String) -> Bool) {
        if isKnown(text) {
            self.init(text, nil)
            return
        }
        // Keys may hold brackets too. A name of thousands of them is no name.
        for open in text.indices.filter({ text[$0] == "[" }).prefix(16) {
            let key = String(text[..<open])
            guard isKnown(key), let keys = Self.keys(text[text.index(after: open)...]) else { continue }
            self.init(key, keys)
            return
        }
        return nil
    }

    var description: String {
        guard let keys else { return key }
        return "\(key)[\(keys.map(\.description).joined(separator: ","))]"
    }

    /// Keys with commas between them and a bracket behind, words in bars where they need it.
    private static func keys(_ text: Substring) -> [Message.Key]? {
        guard text.last == "]" else { return nil }
        var (words, isQuoted, isEscaped) = ([""], false, false)
        for scalar in text.dropLast().unicodeScalars {
            if scalar == ",", !isQuoted {
                words.append("")
                continue
            }
            if scalar == "|", !isEscaped { isQuoted.toggle() }
            isEscaped = scalar == "\\" && !isEscaped
            words[words.count - 1].unicodeScalars.append(scalar)
        }
        let keys = words.compactMap(key)
        return isQuoted || keys.count != words.count ? nil : keys
    }

    /// As the grammar of messages reads it.
    private static func key(_ word: String) -> Message.Key? {
        guard case .match(_, let variants)? = try? Message(parsing: ".match $x \(word) {{}}").body, variants.count == 1,
            variants[0].keys.count == 1
        else { return nil }
        return variants[0].keys[0]
    }
}
