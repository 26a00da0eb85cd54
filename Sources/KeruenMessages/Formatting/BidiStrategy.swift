/// How values are kept from turning the direction of the text around them.
public enum BidiStrategy: String, CaseIterable, Hashable, Sendable {
    /// By Unicode's isolates, as LDML 48 says: right for screens.
    case `default`
    /// Not at all: right for search indexes, addresses and SMS.
    case none
    /// By `<bdi>`; the text and its values are escaped for HTML.
    case html

    func isolates(_ direction: MessageDirection?, isExplicit: Bool, in language: LanguageTag) -> (String, String)? {
        // Left to right in a left-to-right text needs none, unless the message asks for it.
        if direction == .leftToRight, !isExplicit, !language.isRightToLeft { return nil }
        switch (self, direction ?? .auto) {
        case (.none, _): return nil
        case (.default, .leftToRight): return ("\u{2066}", "\u{2069}")
        case (.default, .rightToLeft): return ("\u{2067}", "\u{2069}")
        case (.default, .auto): return ("\u{2068}", "\u{2069}")
        case (.html, .leftToRight): return ("<bdi dir=\"ltr\">", "</bdi>")
        case (.html, .rightToLeft): return ("<bdi dir=\"rtl\">", "</bdi>")
        case (.html, .auto): return ("<bdi>", "</bdi>")
        }
    }

    /// Literal text as it goes out.
    func escaped(_ text: String) -> String {
        guard self == .html, text.utf8.contains(where: { [0x26, 0x3C, 0x3E, 0x22, 0x27].contains($0) }) else {
            return text
        }
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
