internal import Foundation

/// A PO file's entries with their places.
struct POFile {
    struct Entry {
        var line: Int
        var isFuzzy = false
        var context: String?
        var id: String?
        var plural: String?
        /// By their numbers; a text without one has 0.
        var texts: [Int: (text: String, line: Int)] = [:]

        fileprivate mutating func append(_ piece: String, to field: Field) {
            switch field {
            case .context: Self.extend(&context, piece)
            case .id: Self.extend(&id, piece)
            case .plural: Self.extend(&plural, piece)
            case .text(let index): texts[index]?.text += piece
            }
        }

        private static func extend(_ text: inout String?, _ piece: String) {
            if text == nil { text = piece } else { text?.append(piece) }
        }
    }

    private(set) var entries: [Entry] = []
    /// The fields of the entry without an id, by names in lower case.
    private(set) var header: [String: String] = [:]
    private(set) var headerLine = 1

    /// Which text a line in quotes goes on.
    fileprivate enum Field: Equatable {
        case context, id, plural
        case text(Int)
    }

    /// - Throws: `Refusal` with `notUTF8`, or `brokenExchange` at the first line that is none of PO's.
    init(_ data: Data, _ file: String) throws(Refusal) {
        guard let text = String(validating: data, as: UTF8.self) else {
            throw Refusal(Diagnostic(.notUTF8, at: SourcePosition(file: file)))
        }
        var entry: Entry?
        var field: Field?
        var isFuzzy = false
        var number = 0
        for rawLine in text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" }) {
            number += 1
            var line = rawLine.drop { $0 == " " || $0 == "\t" || $0 == "\u{FEFF}" }
            while let last = line.last, last == " " || last == "\t" || last == "\r" { line.removeLast() }
            func broken() -> Refusal {
                let column = line.startIndex == rawLine.startIndex ? 1 : rawLine[..<line.startIndex].count + 1
                return Refusal(
                    Diagnostic(
                        .brokenExchange, at: SourcePosition(file: file, line: number, column: column),
                        ["format": "PO", "problem": .text(String(line.prefix(40)))]))
            }
            guard let first = line.unicodeScalars.first else { continue }
            if first == "#" {
                // What is obsolete (#~) was translated once and is asked for no more.
                if line.hasPrefix("#~") { isFuzzy = false }
                if line.hasPrefix("#,"), line.contains("fuzzy") { isFuzzy = true }
                continue
            }
            if first != "\"" {
                guard let space = line.unicodeScalars.firstIndex(where: { " \t\"".unicodeScalars.contains($0) }),
                    let next = Self.field(line[..<space])
                else { throw broken() }
                line = line[space...].drop { $0 == " " || $0 == "\t" }
                let isDone = !(entry?.texts.isEmpty ?? true)
                let begins = next == .context || (next == .id && (entry?.id != nil || isDone))
                if entry == nil || begins {
                    if let entry { add(entry) }
                    entry = Entry(line: number, isFuzzy: isFuzzy)
                    isFuzzy = false
                }
                field = next
                if case .text(let index) = next {
                    guard entry?.texts[index] == nil else { throw broken() }
                    entry?.texts[index] = ("", number)
                }
            }
            guard let field, let piece = Self.unquoted(line) else { throw broken() }
            entry?.append(piece, to: field)
        }
        if let entry { add(entry) }
    }

    private mutating func add(_ entry: Entry) {
        guard entry.id == "", entry.context == nil else { return entries.append(entry) }
        headerLine = entry.line
        for line in (entry.texts[0]?.text ?? "").split(separator: "\n") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = line[line.index(after: colon)...].drop { $0 == " " }
            header[line[..<colon].lowercased()] = String(value)
        }
    }

    private static func field(_ word: Substring) -> Field? {
        switch word {
        case "msgctxt": return .context
        case "msgid": return .id
        case "msgid_plural": return .plural
        case "msgstr": return .text(0)
        default:
            guard word.hasPrefix("msgstr["), word.last == "]", let index = Int(word.dropFirst(7).dropLast()),
                (0..<100).contains(index)
            else { return nil }
            return .text(index)
        }
    }

    /// A text in quotes with its escapes undone; nil where it is none.
    private static func unquoted(_ line: Substring) -> String? {
        let scalars = line.unicodeScalars
        guard scalars.count >= 2, scalars.first == "\"", scalars.last == "\"" else { return nil }
        var text = String.UnicodeScalarView()
        var isEscaped = false
        for scalar in scalars.dropFirst().dropLast() {
            if isEscaped {
                switch scalar {
                case "n": text.append("\n")
                case "t": text.append("\t")
                case "r": text.append("\r")
                case "\"", "\\": text.append(scalar)
                default: return nil
                }
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else if scalar == "\"" {
                return nil
            } else {
                text.append(scalar)
            }
        }
        return isEscaped ? nil : String(text)
    }
}
