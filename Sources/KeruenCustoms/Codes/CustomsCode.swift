/// A code of three digits out of one of customs' lists.
///
/// 142 is China, the yuan and the bottle: each list has a type of its own, so that they never stand in for each other.
public protocol CustomsCode: Hashable, Sendable, CustomStringConvertible {
    /// Three digits.
    var code: String { get }
    /// Any three digits, for codes that the list here does not have; nil for anything else.
    init?(code: String)
    /// The list as it is compiled in.
    static var rows: [CustomsCodeRow] { get }
}

/// A line of a list of codes.
public struct CustomsCodeRow: Hashable, Sendable {
    public var code: String
    /// ISO's code of the same thing; nil for units.
    public var iso: String?
    /// As customs calls it, in Chinese.
    public var name: String
    public var confidence: Confidence
    public var source: String

    public enum Confidence: String, Hashable, Sendable { case high, medium, low }
}

extension CustomsCode {
    public var description: String { code }

    /// What the list calls it; nil where it does not have the code.
    public var name: String? { Self.rows.first { $0.code == code }?.name }

    /// ISO's code of the same thing; nil where the list does not have it.
    public var iso: String? { Self.rows.first { $0.code == code }?.iso }

    /// By ISO's code; nil where the list has none for it.
    public init?(iso: String) {
        guard let row = Self.rows.first(where: { $0.iso == iso }) else { return nil }
        self.init(code: row.code)
    }

    static func isCode(_ text: String) -> Bool {
        text.utf8.count == 3 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}

extension CustomsCodeRow {
    /// Reads rows of fields between tabs; # opens a comment. Rows that can't be read are left out.
    static func read(_ text: String) -> [CustomsCodeRow] {
        text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }.compactMap { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count == 5, let confidence = Confidence(rawValue: fields[3]) else { return nil }
            return CustomsCodeRow(
                code: fields[0], iso: fields[1] == "-" ? nil : fields[1], name: fields[2], confidence: confidence,
                source: fields[4])
        }
    }
}
