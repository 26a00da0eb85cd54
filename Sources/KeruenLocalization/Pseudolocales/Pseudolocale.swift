/// A language that nobody speaks and every developer can read: it shows what a translation would break, before there is one.
///
///     let message = try Message("Add {$count} to cart")
///     Pseudolocale.accented.message(message).description        // "⟦Åďď {$count} ţö çåŕţ⟧"
///     Pseudolocale.expanded.message(message).description        // "⟦Add {$count} to cart one ⟧"
///
/// Only literal texts change; placeholders, markup, keys and declarations stay. The brackets show where a text was cut, and
/// a text that stands without them on a page is in no table. Variants without anything in them stay so.
public enum Pseudolocale: String, CaseIterable, Hashable, Sendable {
    /// Letters with marks, which show fonts and encodings that lack them.
    case accented
    /// Longer by two fifths, as Russian and Kazakh are beside English: shows what was laid out for one language alone.
    case expanded
    /// In Arabic letters and from right to left.
    ///
    /// The letters are really written from right to left, so that nothing has to be overridden: U+202E, which others turn Latin
    /// letters round with, would also turn round values, addresses and what is copied from the page, and hides text from
    /// reviewers. An isolate (U+2067…U+2069) gives the text its direction and none to its surroundings; brackets are
    /// stored as ever and mirrored by the reader's renderer, which is thereby tested too.
    case rightToLeft = "right-to-left"

    /// A language's tag in this pseudolocale: en-XA and en-XB as CLDR has them, and en-x-expanded, which it has not.
    ///
    /// Plurals, numbers and dates stay the language's.
    public func tag(of language: LanguageTag = .en) -> LanguageTag {
        let name = [language.language, language.script, suffix].compactMap(\.self).joined(separator: "-")
        // A tag's own subtags and these always make a tag.
        return (try? LanguageTag(name)) ?? language
    }

    private var suffix: String {
        switch self {
        case .accented: "XA"
        case .expanded: "x-expanded"
        case .rightToLeft: "XB"
        }
    }

    /// Whether pages have to be laid out from right to left (`dir="rtl"`), which the tag alone tells no browser.
    public var isRightToLeft: Bool { self == .rightToLeft }

    /// The message in this pseudolocale.
    public func message(_ message: Message) -> Message {
        var result = message
        switch message.body {
        case .pattern(let parts): result.body = .pattern(pattern(parts))
        case .match(let selectors, let variants):
            result.body = .match(
                selectors: selectors,
                variants: variants.map { Message.Variant($0.keys, pattern($0.pattern), range: $0.range) })
        }
        return result
    }

    private func pattern(_ parts: [Message.Part]) -> [Message.Part] {
        guard !parts.isEmpty else { return [] }
        let written = parts.map { part in
            guard case .text(let text) = part else { return part }
            return .text(letters(text))
        }
        let (opening, closing) = isRightToLeft ? ("\u{2067}⟦", "⟧\u{2069}") : ("⟦", "⟧")
        return Self.joined([.text(opening)] + written + [.text(padding(parts) + closing)])
    }

    private func letters(_ text: String) -> String {
        switch self {
        case .accented: PseudoLetters.accented(text)
        case .expanded: text
        case .rightToLeft: PseudoLetters.arabic(text)
        }
    }

    /// Two fifths of the literal text, in characters as readers count them and rounded up; nothing for placeholders, whose
    /// values grow by themselves.
    private func padding(_ parts: [Message.Part]) -> String {
        guard self == .expanded else { return "" }
        let count = parts.reduce(0) { count, part in
            if case .text(let text) = part { count + text.count } else { count }
        }
        let wanted = (count * 2 + 4) / 5
        let words = String(repeating: Self.paddingWords, count: wanted / Self.paddingWords.count + 1)
        return String(words.prefix(wanted))
    }

    private static let paddingWords = " one two three four five six seven eight nine ten"

    /// Texts side by side made one, as a parser would read them.
    private static func joined(_ parts: [Message.Part]) -> [Message.Part] {
        parts.reduce(into: []) { result, part in
            if case .text(let text) = part, case .text(let before)? = result.last {
                result[result.count - 1] = .text(before + text)
            } else {
                result.append(part)
            }
        }
    }
}
