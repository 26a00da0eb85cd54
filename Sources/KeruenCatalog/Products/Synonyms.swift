/// Words that buyers of one language use for the same thing: шарф, платок, палантин.
///
///     Synonyms("шарф, палантин\n# a comment\nкамча, плеть").groups
///
/// A word may stand in several groups: тюбетейка is near доппа and near такия, which are two things.
public struct Synonyms: Hashable, Sendable {
    public var groups: [[String]]

    public init(groups: [[String]] = []) { self.groups = groups }

    /// Reads a group a line, words between commas; # opens a comment.
    public init(_ text: String) {
        groups = text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }.map { line in
            line.split(whereSeparator: { ",，、".contains($0) }).map { word in
                String(word.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
            }.filter { !$0.isEmpty }
        }.filter { $0.count > 1 }
    }
}
