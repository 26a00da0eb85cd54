internal import ICUShims

/// Finds the words of a text by the language's rules (UAX #29, with ICU's dictionary and our gazetteer for Chinese).
///
///     try WordSegmenter(.zhHans).words("手工刺绣丝绸围巾")    // 手工 刺绣 丝绸 围巾
@safe public final class WordSegmenter: Sendable {
    nonisolated(unsafe) private let handle: OpaquePointer
    private let isChinese: Bool

    public init(_ tag: LanguageTag) throws(TextError) {
        var status: Int32 = 0
        guard let handle = unsafe kicu_words_open(tag.description, &status) else { throw TextError(status: status) }
        unsafe self.handle = handle
        isChinese = tag.language == "zh"
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
        var start = text.startIndex
        return bounds(in: text.utf8.span).map { bound in
            let end = text.utf8.index(text.startIndex, offsetBy: bound.end)
            defer { start = end }
            return Segment(text: text[start..<end], isWord: bound.isWord)
        }
    }

    /// By byte, whether a segment begins there.
    func wordStarts(in text: Span<UInt8>) -> [Bool] {
        var starts = Array(repeating: false, count: text.count + 1)
        starts[0] = true
        for bound in bounds(in: text) { starts[bound.end] = true }
        return starts
    }

    /// Where segments end, in bytes. ICU's dictionary lacks many places, which the gazetteer holds together; a name that
    /// ends inside one of ICU's words is none (江西安福 has no 西安).
    private func bounds(in text: Span<UInt8>) -> [(end: Int, isWord: Bool)] {
        var bounds = unjoinedBounds(in: text)
        guard isChinese else { return bounds }
        var kept = 0
        var at = 0
        var start = 0
        while at < bounds.count {
            if let end = Gazetteer.standard.placeEnd(in: text, at: start),
                let last = bounds[at...].firstIndex(where: { $0.end >= end }), bounds[last].end == end
            {
                at = last
            }
            bounds[kept] = bounds[at]
            start = bounds[at].end
            kept += 1
            at += 1
        }
        bounds.removeLast(bounds.count - kept)
        return bounds
    }

    /// A text that is too long for ICU is one segment.
    private func unjoinedBounds(in text: Span<UInt8>) -> [(end: Int, isWord: Bool)] {
        guard text.count <= longestText else { return [(text.count, true)] }
        return unsafe text.withUnsafeBufferPointer { bytes in
            let count = Int32(bytes.count)
            return unsafe withUnsafeTemporaryAllocation(of: Int32.self, capacity: bytes.count + 1) { ends in
                unsafe withUnsafeTemporaryAllocation(of: Bool.self, capacity: bytes.count + 1) { words in
                    guard let endsBase = ends.baseAddress, let wordsBase = words.baseAddress else { return [] }
                    var status: Int32 = 0
                    let found = unsafe kicu_words_segment(
                        handle, bytes.baseAddress, count, endsBase, wordsBase, count, &status)
                    return (0..<Int(found)).map { unsafe (Int(ends[$0]), words[$0]) }
                }
            }
        }
    }

    public func words(_ text: String) -> [Substring] {
        segments(text).filter(\.isWord).map(\.text)
    }
}
