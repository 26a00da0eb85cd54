/// A query taken apart at its quotation marks: what is in quotes is wanted as it stands.
///
///     QuotedText.parts(of: "көк «атлас жібек»").map(\.isQuoted)     // false, true
///
/// Of marks within marks the outer ones count. A mark that nothing closes is no mark, nor is the inch of 55".
struct QuotedText {
    struct Part: Equatable {
        /// Without the marks.
        var text: String
        var isQuoted: Bool
        /// In UTF-8 bytes of the query, with the marks.
        var range: Range<Int>
    }

    private static let closing: [Character: Character] = [
        "\"": "\"", "«": "»", "“": "”", "„": "“", "「": "」", "『": "』", "《": "》", "＂": "＂",
    ]

    static func parts(of query: String) -> [Part] {
        var parts: [Part] = []
        func add(_ range: Range<String.Index>, marks: Range<String.Index>? = nil) {
            guard marks != nil || !range.isEmpty else { return }
            let whole = marks ?? range
            let start = query.utf8.distance(from: query.startIndex, to: whole.lowerBound)
            let length = query.utf8.distance(from: whole.lowerBound, to: whole.upperBound)
            parts.append(
                Part(text: String(query[range]), isQuoted: marks != nil, range: start..<start + length))
        }
        var plain = query.startIndex
        var at = query.startIndex
        while at < query.endIndex {
            let after = query.index(after: at)
            guard let mark = closing[query[at]], opens(query, at), let end = query[after...].firstIndex(of: mark) else {
                at = after
                continue
            }
            add(plain..<at)
            plain = query.index(after: end)
            add(after..<end, marks: at..<plain)
            at = plain
        }
        add(plain..<query.endIndex)
        return parts
    }

    /// The same mark opens and closes in some scripts; behind a letter or a figure it does not open.
    private static func opens(_ query: String, _ at: String.Index) -> Bool {
        guard closing[query[at]] == query[at], at > query.startIndex else { return true }
        let before = query[query.index(before: at)]
        return !before.isLetter && !before.isNumber
    }

    /// The query with quotes around Han of three characters and more, whose pairs may otherwise stand anywhere; nil where there is none.
    ///
    ///     QuotedText.sideBySide("和田玉 手镯", analyzer)      // “和田玉” 手镯
    static func sideBySide(_ query: String, _ analyzer: SearchAnalyzer) -> String? {
        let runs = parts(of: query).filter { !$0.isQuoted }.flatMap { part in
            longHan(in: analyzer.queried(part.text)).map {
                $0.lowerBound + part.range.lowerBound..<$0.upperBound + part.range.lowerBound
            }
        }
        guard !runs.isEmpty else { return nil }
        let bytes = Array(query.utf8)
        var result = ""
        var end = 0
        for run in runs {
            result += String(decoding: bytes[end..<run.lowerBound], as: UTF8.self)
            result += "“" + String(decoding: bytes[run], as: UTF8.self) + "”"
            end = run.upperBound
        }
        return result + String(decoding: bytes[end...], as: UTF8.self)
    }

    /// Where two or more pairs share their characters.
    private static func longHan(in tokens: [SearchToken]) -> [Range<Int>] {
        var runs: [(pairs: Int, range: Range<Int>)] = []
        for token in tokens where token.kind == .bigram {
            if let last = runs.last, token.range.lowerBound < last.range.upperBound {
                runs[runs.count - 1] = (last.pairs + 1, last.range.lowerBound..<token.range.upperBound)
            } else {
                runs.append((1, token.range))
            }
        }
        return runs.filter { $0.pairs > 1 }.map(\.range)
    }
}
