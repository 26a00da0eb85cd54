/// What the rules found in a catalogue: what every report is made of.
///
///     var validation = Validation(draft, settings: settings)
///     validation.pass(baseline)
///     validation.limit(to: 1_000)
///     TerminalReport(in: language).validation(validation)
public struct Validation: Sendable {
    /// Products that were read.
    public var products: Int
    /// Products that no rule finds anything in.
    public var clean: Int
    /// In reading order.
    public private(set) var findings: [Diagnostic]
    public private(set) var errors: Int
    public private(set) var warnings: Int
    public private(set) var notes: Int
    /// Findings beyond the limit; they are counted above, and not among `findings`.
    public private(set) var leftOut = 0
    private let uncollected: [Diagnostic.Severity: Int]
    /// Findings that the baseline has; they are counted nowhere else.
    public private(set) var known = 0
    /// What the baseline has and nothing finds any more.
    public private(set) var vanished: [String] = []

    /// - Parameters:
    ///   - findings: in any order.
    ///   - uncollected: how many more there are of each severity that nobody kept.
    public init(
        findings: [Diagnostic], products: Int, clean: Int, uncollected: [Diagnostic.Severity: Int] = [:]
    ) {
        self.findings = findings.inReadingOrder
        self.products = products
        self.clean = clean
        self.uncollected = uncollected
        (errors, warnings, notes) = (0, 0, 0)
        leftOut = uncollected.values.reduce(0, +)
        count()
    }

    /// Leaves what a baseline has; afterwards every finding is new.
    public mutating func pass(_ baseline: Baseline) {
        let new = baseline.new(among: findings)
        known = findings.count - new.count
        vanished = baseline.vanished(among: findings)
        findings = new
        count()
    }

    /// Leaves the first findings, so that a flood stays readable.
    public mutating func limit(to most: Int) {
        leftOut += max(0, findings.count - most)
        findings = Array(findings.prefix(most))
    }

    private mutating func count() {
        errors = number(of: .error)
        warnings = number(of: .warning)
        notes = number(of: .note)
    }

    private func number(of severity: Diagnostic.Severity) -> Int {
        findings.count { $0.severity == severity } + uncollected[severity, default: 0]
    }
}
