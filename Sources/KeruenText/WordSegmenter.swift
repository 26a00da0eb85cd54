internal import ICUShims

/// Finds the words of a text by the language's rules (UAX #29, with ICU's dictionary for Chinese).
///
///     try WordSegmenter(.zhHans).words("手工刺绣丝绸围巾")    // 手工 刺绣 丝绸 围巾
@safe public final class WordSegmenter: Sendable {
    nonisolated(unsafe) private let handle: OpaquePointer

    public init(_ tag: LanguageTag) throws(TextError) {
        var status: Int32 = 0
        guard let handle = unsafe kicu_words_open(tag.description, &status) else { throw TextError(status: status) }
        unsafe self.handle = handle
    }

    deinit { unsafe kicu_words_close(handle) }

    /// A stretch of the text; segments follow one another without gaps.
    public struct Segment: Hashable, Sendable {
        public var text: Substring
        /// False for spaces, punctuation and symbols.
        public var isWord: Bool
    }

    /// Every segment, spaces and punctuation included, so that joined they give the text again.
    public func segments(_ text: String) -> [Segment] {
        guard !text.isTooLongForICU else { return [Segment(text: text[...], isWord: true)] }
        let bounds = unsafe text.withUTF8Bytes { (bytes, count) -> [(end: Int, isWord: Bool)] in
            let capacity = Int(count)
            let ends = UnsafeMutablePointer<Int32>.allocate(capacity: max(capacity, 1))
            let words = UnsafeMutablePointer<Bool>.allocate(capacity: max(capacity, 1))
            defer {
                unsafe ends.deallocate()
                unsafe words.deallocate()
            }
            var status: Int32 = 0
            let found = unsafe kicu_words_segment(handle, bytes, count, ends, words, count, &status)
            return (0..<Int(found)).map { unsafe (Int(ends[$0]), words[$0]) }
        }
        var start = text.startIndex
        return bounds.map { bound in
            let end = text.utf8.index(text.startIndex, offsetBy: bound.end)
            defer { start = end }
            return Segment(text: text[start..<end], isWord: bound.isWord)
        }
    }

    public func words(_ text: String) -> [Substring] {
        segments(text).filter(\.isWord).map(\.text)
    }
}
