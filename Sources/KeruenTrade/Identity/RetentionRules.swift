internal import TradeTables

/// How long what was sealed is kept, by purpose: dated rows, each with its source.
///
///     try RetentionRules.standard.lastDay(for: .customsRU, sealed: day)       // 180 days on
public struct RetentionRules: Sendable {
    public struct Row: Hashable, Sendable {
        public var purpose: Consent.Purpose
        /// After the day of sealing.
        public var days: Int
        public var from: CivilDate
        /// The last day of sealing that it holds for; nil while it is in force.
        public var through: CivilDate?
        public var confidence: LanguageLaw.Confidence
        public var source: String

        public init(
            purpose: Consent.Purpose, days: Int, from: CivilDate, through: CivilDate? = nil,
            confidence: LanguageLaw.Confidence = .medium, source: String = ""
        ) {
            (self.purpose, self.days, self.from, self.through) = (purpose, days, from, through)
            (self.confidence, self.source) = (confidence, source)
        }
    }

    public var rows: [Row]

    public init(rows: [Row]) { self.rows = rows }

    /// The rows of `retention.tsv`, compiled in.
    public static let standard: RetentionRules = {
        let table = unsafe keruen_identity_retention()
        let bytes = unsafe UnsafeBufferPointer(start: table.bytes, count: table.length)
        return RetentionRules(unsafe String(decoding: bytes, as: UTF8.self))
    }()

    /// Reads rows of fields between tabs; # opens a comment. Rows that can't be read are left out: nothing is sealed for them.
    public init(_ text: String) {
        rows = text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }.compactMap { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count == 6, let days = Int(fields[1]), (1...36_500).contains(days),
                let from = CivilDate(fields[2]), fields[3].isEmpty || CivilDate(fields[3]) != nil,
                let confidence = LanguageLaw.Confidence(rawValue: fields[4])
            else { return nil }
            return Row(
                purpose: Consent.Purpose(rawValue: fields[0]), days: days, from: from, through: CivilDate(fields[3]),
                confidence: confidence, source: fields[5])
        }
    }

    /// The last day that documents are kept which were sealed on a day; the shortest where several rows hold.
    /// - Throws: `TradeError` with `retentionUnknown`.
    public func lastDay(for purpose: Consent.Purpose, sealed day: CivilDate) throws(TradeError) -> CivilDate {
        let inForce = rows.filter {
            $0.purpose == purpose && $0.from <= day && $0.through.map { day <= $0 } ?? true
        }
        guard let days = inForce.map(\.days).min() else {
            throw TradeError(.retentionUnknown, ["purpose": .text(purpose.rawValue)])
        }
        return day.adding(days: days)
    }
}
