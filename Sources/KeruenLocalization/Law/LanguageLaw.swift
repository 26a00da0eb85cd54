internal import LocalizationTables

/// Which languages a market's law wants a class of texts in: dated rows, each with its source.
///
///     LanguageLaw.standard.languages(market: "kz", class: .legal, on: today)      // kk and ru: both, not one of them
///
/// Not advice: a row says how sure it is, and a shop may lay its own rows over them (`init(rows:)`).
public struct LanguageLaw: Sendable {
    public struct Row: Hashable, Sendable {
        public var market: String
        public var textClass: TextClass
        /// All of them.
        public var languages: [LanguageTag]
        public var from: CivilDate
        /// The last day; nil while it is in force.
        public var through: CivilDate?
        public var confidence: Confidence
        /// The law and its article.
        public var source: String
    }

    public enum Confidence: String, CaseIterable, Hashable, Sendable { case high, medium, low }

    public var rows: [Row]

    public init(rows: [Row]) { self.rows = rows }

    /// The rows of `language-laws.tsv`, compiled in.
    public static let standard: LanguageLaw = {
        let table = unsafe keruen_language_laws()
        let bytes = unsafe UnsafeBufferPointer(start: table.bytes, count: table.length)
        return LanguageLaw(unsafe String(decoding: bytes, as: UTF8.self))
    }()

    /// Reads rows of fields between tabs; # opens a comment. Rows that can't be read are left out.
    public init(_ text: String) {
        rows = text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }.compactMap { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count == 7, let textClass = TextClass(rawValue: fields[1]), let from = CivilDate(fields[3]),
                let confidence = Confidence(rawValue: fields[5])
            else { return nil }
            return Row(
                market: fields[0], textClass: textClass,
                languages: fields[2].split(separator: " ").compactMap { try? LanguageTag(String($0)) }, from: from,
                through: CivilDate(fields[4]), confidence: confidence, source: fields[6])
        }
    }

    /// The rows in force on a day.
    public func rows(market: String, class textClass: TextClass, on day: CivilDate) -> [Row] {
        rows.filter { row in
            row.market == market && row.textClass == textClass && row.from <= day
                && row.through.map { day <= $0 } ?? true
        }
    }

    /// The languages that a class of texts has to be in on a day, sorted; empty where no row says so.
    public func languages(market: String, class textClass: TextClass, on day: CivilDate) -> [LanguageTag] {
        Set(rows(market: market, class: textClass, on: day).flatMap(\.languages)).sorted()
    }
}
