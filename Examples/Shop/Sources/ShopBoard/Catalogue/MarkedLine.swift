internal import Keruen

/// A line of a file around the place of a finding, as pages mark it.
///
///     MarkedLine("ru: Шeлк", at: SourcePosition(file: "silk.yaml", line: 6, column: 6))
///     // before "ru: Ш", mark "e", after "лк"
///
/// Columns count characters from 1. What nobody sees stands as �.
struct MarkedLine: Equatable, Sendable {
    let before: String
    /// Empty where the place is behind the line's end.
    let mark: String
    let after: String

    /// Characters that are shown on each side.
    private static let reach = 60

    init(_ text: String, at position: SourcePosition) {
        var (before, rest, seen): ([Character], Substring, Int) = ([], Substring(text), 0)
        while let first = rest.first {
            seen += first.unicodeScalars.count
            if position.column <= seen { break }
            before.append(first)
            rest.removeFirst()
        }
        let behind = rest.dropFirst()
        self.before = (before.count > Self.reach ? "…" : "") + Self.shown(before.suffix(Self.reach))
        mark = Self.shown(rest.prefix(1))
        after = Self.shown(behind.prefix(Self.reach)) + (behind.dropFirst(Self.reach).isEmpty ? "" : "…")
    }

    private static func shown(_ text: some Sequence<Character>) -> String {
        String(
            text.map { character in
                guard let properties = character.unicodeScalars.first?.properties else { return character }
                let isHidden = properties.generalCategory == .control || properties.isDefaultIgnorableCodePoint
                return isHidden && character != "\t" ? "\u{FFFD}" : character
            })
    }

    /// The lines that findings stand in, by their places.
    /// - Parameter path: where a file is that a finding names; nil for one that isn't read.
    static func all(
        of findings: some Sequence<Diagnostic>, path: (String) -> String?
    ) -> [SourcePosition: MarkedLine] {
        let places = Set(findings.compactMap(\.position)).filter { $0.line > 0 && $0.column > 0 }
        var found: [SourcePosition: MarkedLine] = [:]
        for (file, places) in Dictionary(grouping: places, by: \.file) {
            guard let path = path(file) else { continue }
            let lines = SourceLines.read(Set(places.map(\.line)), of: path)
            for place in places { found[place] = lines[place.line].map { MarkedLine($0, at: place) } }
        }
        return found
    }
}
