/// When a rule holds, who says so, and how sure that is.
public struct RuleValidity: Hashable, Sendable {
    public var from: CivilDate
    /// The last day; nil while no end is known.
    public var through: CivilDate?
    public var confidence: Confidence
    /// The law and its article, or whose tariff it is.
    public var source: String

    public typealias Confidence = LanguageLaw.Confidence

    public init(
        from: CivilDate, through: CivilDate? = nil, confidence: Confidence = .high, source: String
    ) {
        (self.from, self.through, self.confidence, self.source) = (from, through, confidence, source)
    }

    public func covers(_ day: CivilDate) -> Bool { from <= day && through.map { day <= $0 } ?? true }
}

/// A row of law or of a tariff: a name that quotes cite, and its validity.
public protocol DatedRule: Hashable, Sendable {
    var id: String { get }
    var validity: RuleValidity { get set }
}

extension DatedRule {
    public func isInForce(on day: CivilDate) -> Bool { validity.covers(day) }
}

extension Sequence where Element: DatedRule {
    /// The rows in force on a day, the last begun first; of those of one day the first written.
    package func inForce(on day: CivilDate) -> [Element] {
        filter { $0.isInForce(on: day) }.enumerated()
            .sorted { ($1.element.validity.from, $0.offset) < ($0.element.validity.from, $1.offset) }.map(\.element)
    }
}
