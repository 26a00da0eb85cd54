import KeruenText

/// What every filter does with any bytes: nothing crashes, and what they promise holds.
struct Filters {
    private let transliterators: [Transliterator]
    private let segmenters: [WordSegmenter]
    private let sluggers: [Slugger]
    private let analyzers: [SearchAnalyzer]
    private let inspections: [TextInspection]
    private let collators: [Collator]

    init() throws {
        let languages: [LanguageTag] = [.zhHans, .ru, .kk]
        transliterators = try Transliterator.Scheme.allCases.map { try Transliterator($0) }
        segmenters = try languages.map { try WordSegmenter($0) }
        sluggers = try languages.map { try Slugger($0) }
        analyzers = try languages.map { try SearchAnalyzer($0) }
        inspections = languages.map { TextInspection($0) } + [TextInspection()]
        collators = try ["zh", "ru", "kk", "kk-Latn", "kk-Arab"].map { try Collator($0) }
    }

    func check(_ bytes: UnsafeBufferPointer<UInt8>) {
        let text = String(decoding: bytes, as: UTF8.self)
        var written: [UInt8] = []
        for transliterator in transliterators {
            // As text, and as the bytes are.
            _ = try? transliterator.apply(text)
            try? transliterator.apply(bytes.span, to: &written)
        }
        for segmenter in segmenters {
            precondition(segmenter.segments(text).map(\.text).joined() == text, "segments are the text")
        }
        for slugger in sluggers {
            let slug = slugger.slug(text)
            precondition(
                !slug.isEmpty && slug.utf8.allSatisfy { $0 == 0x2D || $0 >= 0x30 && $0 < 0x7B }, "a slug is ASCII")
        }
        for analyzer in analyzers {
            var last = 0
            for token in analyzer.indexed(text) {
                precondition(
                    token.range.lowerBound >= last && token.range.upperBound <= text.utf8.count, "offsets rise")
                last = token.range.lowerBound
            }
            _ = analyzer.queried(text)
            _ = analyzer.words(text)
        }
        for inspection in inspections {
            for finding in inspection.findings(in: text) {
                precondition(finding.text.endIndex <= text.endIndex && finding.offset >= 0, "findings lie in the text")
            }
            _ = inspection.repaired(text)
        }
        for collator in collators { precondition(collator.compare(text, text) == .orderedSame, "a text equals itself") }
        _ = text.foldedForSearch.foldedForSearch
        _ = KeyboardLayout.readings(of: text)
        _ = PinyinDictionary(cedict: text).count
        _ = try? LanguageTag(text)
    }
}
