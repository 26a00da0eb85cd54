internal import TradeTables

/// Which documents are asked for, by route and day alone: dated rows, each with its source.
///
///     try IdentityRules.standard.requirements(for: .parcel(from: "KZ", to: "RU"), on: day)     // none, and a row says so
///
/// Not advice: a row says how sure it is, and a shop may lay its own rows over them (`init(rows:)`).
public struct IdentityRules: Sendable {
    public struct Row: Hashable, Sendable {
        /// `parcel` or `tour`.
        public var goods: String
        /// Countries of departure; empty for all that no other row names.
        public var origins: [String]
        public var destination: String
        /// Nil where it is known that nothing is asked for.
        public var requirement: IdentityRequirement?
        public var from: CivilDate
        /// The last day; nil while it is in force.
        public var through: CivilDate?

        public init(
            goods: String, origins: [String] = [], destination: String, requirement: IdentityRequirement?,
            from: CivilDate, through: CivilDate? = nil
        ) {
            (self.goods, self.origins, self.destination) = (goods, origins, destination)
            (self.requirement, self.from, self.through) = (requirement, from, through)
        }
    }

    public var rows: [Row]

    public init(rows: [Row]) { self.rows = rows }

    /// The rows of `identity.tsv`, compiled in.
    public static let standard: IdentityRules = {
        let table = unsafe keruen_identity_requirements()
        let bytes = unsafe UnsafeBufferPointer(start: table.bytes, count: table.length)
        return IdentityRules(unsafe String(decoding: bytes, as: UTF8.self))
    }()

    /// Reads rows of fields between tabs; # opens a comment. Rows that can't be read are left out: their routes are refused.
    public init(_ text: String) {
        rows = text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }.compactMap { Row(String($0)) }
    }

    /// What a route asks for on a day; empty where a row says that nothing is.
    /// - Throws: `TradeError` with `identityRuleUnknown` where no row speaks of the route: nobody knows is not nothing.
    public func requirements(
        for route: IdentityRoute, on day: CivilDate
    ) throws(TradeError) -> [IdentityRequirement] {
        let inForce = rows.filter { row in
            row.goods == route.goods && row.destination == route.destination && row.from <= day
                && row.through.map { day <= $0 } ?? true
        }
        let named = inForce.filter { row in route.origin.map(row.origins.contains) ?? false }
        let chosen = named.isEmpty ? inForce.filter(\.origins.isEmpty) : named
        guard !chosen.isEmpty else {
            throw TradeError(
                .identityRuleUnknown,
                [
                    "from": .text(route.origin ?? route.destination), "to": .text(route.destination),
                    "day": .text(day.description),
                ])
        }
        return chosen.compactMap(\.requirement)
    }
}

extension IdentityRules.Row {
    /// Reads a line of ten fields; nil for one that is none.
    init?(_ line: String) {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 10, ["parcel", "tour"].contains(fields[0]), let from = CivilDate(fields[6]),
            fields[7].isEmpty || CivilDate(fields[7]) != nil, let role = Party.Role(rawValue: fields[3]),
            let confidence = LanguageLaw.Confidence(rawValue: fields[8])
        else { return nil }
        let kinds = fields[4].split(separator: " ").map(String.init)
        let documents = kinds.compactMap(IdentityDocument.Kind.init)
        // A misspelt document must not become a route that asks for less.
        guard fields[4] == "none" || (!kinds.isEmpty && documents.count == kinds.count && !fields[5].isEmpty) else {
            return nil
        }
        self.init(
            goods: fields[0], origins: fields[1] == "*" ? [] : fields[1].split(separator: " ").map(String.init),
            destination: fields[2],
            requirement: fields[4] == "none"
                ? nil
                : IdentityRequirement(
                    role: role, documents: documents, purpose: Consent.Purpose(rawValue: fields[5]),
                    confidence: confidence, source: fields[9]),
            from: from, through: CivilDate(fields[7]))
    }
}
