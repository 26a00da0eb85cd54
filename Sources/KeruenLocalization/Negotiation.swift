/// A browser's languages in the order it prefers them.
///
///     AcceptLanguage("kk-KZ, ru;q=0.8, *;q=0.1").preferred      // [kk-KZ, ru]
///
/// What can't be read is passed over, as RFC 9110 §12.5.4 wants; `q=0` leaves a language out.
public struct AcceptLanguage: Hashable, Sendable {
    public var preferred: [LanguageTag]

    public init(_ header: String) {
        // A header longer than this is not a browser's.
        let ranges = header.prefix(1_000).split(separator: ",").enumerated().compactMap { offset, range in
            Self.range(range).map { (quality: $0.quality, offset: offset, tag: $0.tag) }
        }
        preferred = ranges.filter { $0.quality > 0 }
            .sorted { ($1.quality, $0.offset) < ($0.quality, $1.offset) }
            .map(\.tag)
    }

    private static func range(_ text: Substring) -> (tag: LanguageTag, quality: Int)? {
        let parts = text.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
        guard let name = parts.first, let tag = try? LanguageTag(name) else { return nil }
        var quality = 1_000
        for parameter in parts.dropFirst() where parameter.hasPrefix("q=") {
            guard let value = thousandths(parameter.dropFirst(2)) else { return nil }
            quality = value
        }
        return (tag, quality)
    }

    /// "0.8" → 800; at most three decimals, never past 1.
    private static func thousandths(_ text: Substring) -> Int? {
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }) else { return nil }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let whole = Int(parts[0]), (0...1).contains(whole) else { return nil }
        let fraction = parts.count == 2 ? parts[1].prefix(3) : ""
        guard let value = Int(fraction + String(repeating: "0", count: 3 - fraction.count)), value >= 0 else {
            return nil
        }
        let quality = whole * 1_000 + value
        return quality <= 1_000 ? quality : nil
    }
}

extension Market {
    /// The language of this market for someone who prefers those; the market's own where none fits.
    ///
    ///     kz.language(for: AcceptLanguage("de, ru;q=0.5"))      // ru
    ///
    /// A preference fits a language that is read alike: kk-CN is written in Arabic script, so it is no match for
    /// Cyrillic kk, and takes the next preference instead. Scripts are never crossed without converting the text.
    public func language(for accepted: AcceptLanguage) -> LanguageTag {
        for wanted in accepted.preferred {
            if let match = languages.first(where: { $0.readsLike(wanted) }) { return match }
        }
        return languages.first ?? .en
    }

    /// The market's language with exactly this tag in an address; nil where it has none.
    public func language(named name: String) -> LanguageTag? {
        languages.first { $0.description == name }
    }
}
