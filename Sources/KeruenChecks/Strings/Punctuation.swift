/// The marks that a text should have: those of its language, and at its end what the source has.
struct Punctuation {
    let translation: Translation

    init(_ translation: Translation) { self.translation = translation }

    /// Each mark that is wrong, or what is wanted at the end.
    var faults: [String] {
        let patterns = translation.patterns
        var faults = patterns.flatMap(quotes) + patterns.flatMap(entities)
        switch translation.language.maximized.script {
        case "Hans", "Hant": faults += patterns.flatMap(asciiMarks)
        case "Arab": if patterns.contains(where: { hasMark([",", "?", ";"], in: $0) }) { faults.append(", ? ;") }
        default: faults += patterns.flatMap(spacedMarks)
        }
        return faults.isEmpty ? ends : faults
    }

    // MARK: Quotation marks

    /// Straight marks may quote what the source quotes letter for letter: a command, an option.
    private func quotes(in text: String) -> [String] {
        marks(in: text).filter { $0 != "\"" || !quotesOfTheSource(text) }
    }

    private func quotesOfTheSource(_ text: String) -> Bool {
        let pieces = text.split(separator: "\"", omittingEmptySubsequences: false)
        // Every second piece stands between two marks.
        guard pieces.count.isMultiple(of: 2) == false else { return false }
        let source = translation.source.text
        return pieces.enumerated().filter { !$0.offset.isMultiple(of: 2) }.allSatisfy { piece in
            !piece.element.isEmpty
                && (source.contains("\"\(piece.element)\"") || source.contains("'\(piece.element)'"))
        }
    }

    private func marks(in text: String) -> [String] {
        func count(_ mark: Character) -> Int { text.count { $0 == mark } }
        func present(_ marks: String) -> [String] { marks.filter { text.contains($0) }.map { String($0) } }
        switch (translation.language.language, translation.language.maximized.script) {
        case ("ru", _), ("kk", "Cyrl"), ("kk", "Latn"):
            // „ and “ may stand inside « and ».
            let isNested = text.contains("«") && text.contains("„")
            let wrong = present("\"”") + (text.contains("“") && !isNested ? ["“"] : [])
            return wrong + (count("«") != count("»") ? ["« »"] : [])
        case ("zh", "Hans"):
            return present("\"«»") + (count("“") != count("”") ? ["“ ”"] : [])
        case ("zh", _):
            return present("\"«»") + (count("「") != count("」") ? ["「 」"] : [])
        default: return count("«") != count("»") ? ["« »"] : []
        }
    }

    /// &laquo; and &amp;nbsp; are HTML's, and shown as they are.
    private func entities(in text: String) -> [String] {
        if translation.source.text.contains("&amp;") { return [] }
        return text.split(separator: "&", omittingEmptySubsequences: false).dropFirst().compactMap { rest in
            guard let end = rest.firstIndex(of: ";"), end != rest.startIndex,
                rest.distance(from: rest.startIndex, to: end) < 10,
                rest[..<end].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "#") })
            else { return nil }
            return "&" + String(rest[...end])
        }
    }

    // MARK: Other marks

    /// ASCII's marks in Chinese: behind Han, and ! and ? behind a value or at an end too; `a != b` is no exclamation.
    private func asciiMarks(in text: String) -> [String] {
        let characters = Array(text)
        return characters.indices.compactMap { at in
            let mark = characters[at]
            guard [",", ".", ";", ":", "!", "?"].contains(mark), at > 0 else { return nil }
            let before = characters[at - 1]
            let ends = at + 1 == characters.count || "”）》」".contains(characters[at + 1])
            if "!?".contains(mark), ends || "\u{FFFC}”）》」!?".contains(before) { return String(mark) }
            return before.unicodeScalars.first.flatMap(Script.init(of:))?.rawValue == "Hani" ? String(mark) : nil
        }
    }

    /// «Спасибо !»: no space stands before a mark.
    private func spacedMarks(in text: String) -> [String] {
        let characters = Array(text)
        return characters.indices.compactMap { at in
            guard at > 1, ["!", "?", ",", ".", ";", ":"].contains(characters[at]), characters[at - 1] == " ",
                characters[at - 2].isLetter, at + 1 == characters.count || characters[at + 1].isWhitespace
            else { return nil }
            return " \(characters[at])"
        }
    }

    /// A mark behind a letter of Arabic.
    private func hasMark(_ marks: Set<Character>, in text: String) -> Bool {
        let characters = Array(text)
        return characters.indices.contains { at in
            marks.contains(characters[at]) && at > 0
                && characters[at - 1].unicodeScalars.first.flatMap(Script.init(of:))?.rawValue == "Arab"
        }
    }

    // MARK: Ends

    private enum End: String {
        case stop = ".", question = "?", exclamation = "!", colon = ":", ellipsis = "…", none = "—"
    }

    /// Where the source's variants all end alike, each of the translation's does.
    private var ends: [String] {
        let wanted = Set(translation.source.message?.patterns.map(end) ?? [])
        guard wanted.count == 1, let mark = wanted.first else { return [] }
        return translation.message.patterns.contains { end(of: $0) != mark } ? [mark.rawValue] : []
    }

    /// How a pattern ends, in the sense of its mark.
    private func end(of pattern: [Message.Part]) -> End {
        let parts = pattern.filter { if case .markup = $0 { false } else { true } }
        guard case .text(let text)? = parts.last else { return .none }
        switch text.last(where: { !"»”\"’)）」』 ".contains($0) }) {
        case ".", "。", "۔": return text.hasSuffix("...") ? .ellipsis : .stop
        case "?", "？", "؟": return .question
        case "!", "！": return .exclamation
        case ":", "：": return .colon
        case "…": return .ellipsis
        default: return .none
        }
    }
}
