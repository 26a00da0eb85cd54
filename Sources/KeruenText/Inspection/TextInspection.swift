/// Looks for what people do not see in a text, and searches and readers trip over.
///
///     TextInspection(.kk).findings(in: "Қазaқстан")       // mixed-script; repair "Қазақстан"
///     TextInspection(.zhHans).findings(in: "絲绸围巾")     // traditional-in-simplified; repair "丝"
///     TextInspection().repaired("РЁРµР»Рє")               // "Шелк"
///
/// Tuned to stay silent about ordinary titles: brands, sizes, names and quotations of another script are fine. Takes time
/// in proportion to the text.
public struct TextInspection: Sendable {
    /// The language that the text is meant to be in; without one only what no language has is found.
    public let language: LanguageTag?
    let writing: Writing

    public init(_ language: LanguageTag? = nil) {
        self.language = language
        writing = Writing(language)
    }

    /// What is suspicious, in the order of the text.
    public func findings(in text: String) -> [TextFinding] {
        let misread = mojibake(in: text)
        let rest =
            mixedScripts(in: text) + homoglyphs(in: text) + decomposed(in: text) + invisible(in: text)
            + wrongHan(in: text) + wrongLanguage(of: text) + lostLetters(in: text)
        return Self.merged(misread, rest)
    }

    /// The text after every repair that is known, repairs of repairs included.
    public func repaired(_ text: String) -> String {
        var text = text
        // A text read wrongly twice, or a mixed word with a decomposed letter, takes one pass for each.
        for _ in 0..<4 {
            let known = findings(in: text).filter { $0.repair != nil }
            if known.isEmpty { break }
            var result = ""
            var position = text.startIndex
            for finding in known where finding.text.startIndex >= position {
                result += text[position..<finding.text.startIndex] + (finding.repair ?? "")
                position = finding.text.endIndex
            }
            text = result + text[position...]
        }
        return text
    }

    /// Both in order. What lies inside a misread piece says nothing of its own: its letters are not the text's.
    static func merged(_ misread: [TextFinding], _ rest: [TextFinding]) -> [TextFinding] {
        guard !rest.isEmpty else { return misread }
        let sorted = rest.sorted { $0.offset < $1.offset }
        var pending = misread[...]
        var result: [TextFinding] = []
        for finding in sorted {
            while let next = pending.first, next.text.endIndex <= finding.text.startIndex {
                result.append(next)
                pending.removeFirst()
            }
            if let next = pending.first, next.text.startIndex < finding.text.endIndex { continue }
            result.append(finding)
        }
        return result + pending
    }
}

/// What the checks want to know of a language.
enum Writing: Sendable {
    case kazakh, russian, simplified, traditional, other

    init(_ language: LanguageTag?) {
        guard let tag = language?.maximized else {
            self = .other
            return
        }
        switch (tag.language, tag.script) {
        case ("kk", "Cyrl"): self = .kazakh
        case ("ru", "Cyrl"): self = .russian
        case ("zh", "Hans"): self = .simplified
        case ("zh", "Hant"): self = .traditional
        default: self = .other
        }
    }

    var isChinese: Bool { self == .simplified || self == .traditional }
}
