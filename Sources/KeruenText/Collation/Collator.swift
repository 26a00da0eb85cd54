public import Foundation
internal import ICUShims

/// Puts titles in the order that readers of a language expect.
///
///     ["Үй", "Ана", "Әке"].sorted(using: try Collator("kk").comparator)               // Ана Әке Үй
///     ["重庆", "北京"].sorted(using: try Collator("zh-Hans-u-co-stroke").comparator)    // by strokes
///
/// Kazakh has an order in each of its scripts: `kk`, `kk-Latn` (the 31 letters of 2021) and `kk-Arab`. Options go by their
/// BCP 47 keywords: `ru-u-kn` sorts «10 см» after «9 см», `ru-u-kf-upper` puts capitals first.
///
/// Texts go to ICU as UTF-8; of a text longer than 64 MB the first 64 MB count. A collator is immutable and may be shared
/// between threads. What its language does not have is refused: ICU alone would silently answer with the root order.
/// - Throws: `TextError` with `malformedTag`, `unsupportedLanguage`, `unsupportedScript`, `unsupportedCollation`.
@safe public final class Collator: Sendable {
    public let language: LanguageTag
    nonisolated(unsafe) private let handle: OpaquePointer

    public convenience init(_ tag: String) throws(TextError) {
        try self.init(LanguageTag(tag))
    }

    public init(_ tag: LanguageTag) throws(TextError) {
        guard unsafe kicu_collation_has_language(tag.description) else {
            throw TextError(.unsupportedLanguage, tag.description)
        }
        let tailoring = try KazakhTailoring.rules(for: tag)
        guard unsafe tailoring.isEmpty ? kicu_collation_has_type(tag.description) : !tag.namesCollation else {
            throw TextError(.unsupportedCollation, tag.description)
        }
        var status: Int32 = 0
        let opened = unsafe tailoring.withUTF8Bytes { (rules, count) in
            unsafe kicu_collator_open(tag.description, count == 0 ? nil : rules, count, &status)
        }
        guard let handle = unsafe opened else { throw TextError(.unsupportedCollation, tag.description) }
        self.language = tag
        unsafe self.handle = handle
    }

    deinit { unsafe kicu_collator_close(handle) }

    /// How two texts stand in this order; `orderedSame` only for texts the language does not tell apart.
    public func compare(_ a: String, _ b: String) -> ComparisonResult {
        compare(a.utf8.span, b.utf8.span)
    }

    /// How two texts stand that are held as UTF-8, in a file or a column.
    public func compare(_ a: Span<UInt8>, _ b: Span<UInt8>) -> ComparisonResult {
        unsafe a.withUnsafeBufferPointer { a in
            unsafe b.withUnsafeBufferPointer { b in
                let order = unsafe kicu_collator_compare(
                    handle, a.baseAddress, Int32(min(a.count, longestText)), b.baseAddress,
                    Int32(min(b.count, longestText)))
                return order < 0 ? .orderedAscending : order > 0 ? .orderedDescending : .orderedSame
            }
        }
    }

    /// Bytes whose plain comparison gives the same order as `compare`.
    ///
    /// Keys cost a few comparisons to make and then sort three to four times faster: worth it from a few hundred texts.
    public func sortKey(_ text: String) -> SortKey {
        var bytes: [UInt8] = []
        appendSortKey(of: text, to: &bytes)
        return SortKey(bytes: bytes)
    }

    /// Writes a text's sort key behind what `bytes` holds, without its closing zero: keys of many texts fill one array, or
    /// stream into a file.
    public func appendSortKey(of text: String, to bytes: inout [UInt8]) {
        try? unsafe text.withUTF8Bytes { (source, count) throws(TextError) in
            try unsafe icuBytes(
                capacity: 3 * count + 32,
                { (out, capacity, status) in
                    unsafe kicu_collator_key(handle, source, count, out, capacity, &status)
                },
                { (key: UnsafeBufferPointer<UInt8>) in unsafe bytes.append(contentsOf: key.dropLast()) })
        }
    }
}

/// A text's place in a collator's order; keys of different collators say nothing about each other.
public struct SortKey: Hashable, Sendable, Comparable {
    public let bytes: [UInt8]

    public static func < (a: Self, b: Self) -> Bool { a.bytes.lexicographicallyPrecedes(b.bytes) }
}
