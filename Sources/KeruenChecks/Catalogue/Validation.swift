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
    /// Findings that the baseline has; they are counted nowhere else.
    public private(set) var known = 0
    /// What the baseline has and nothing finds any more.
    public private(set) var vanished: [String] = []

    /// - Parameter findings: in any order.
    public init(findings: [Diagnostic], products: Int, clean: Int) {
        self.findings = findings.inReadingOrder
        self.products = products
        self.clean = clean
        (errors, warnings, notes) = (0, 0, 0)
        count()
    }

    /// Checks a catalogue that was read whole.
    public init(_ draft: CatalogDraft, settings: CatalogSettings = CatalogSettings()) {
        let context = CatalogContext(draft, settings: settings)
        var (findings, clean) = (draft.findings, 0)
        for product in draft.products {
            let found = context.findings(of: product)
            clean += found.isEmpty ? 1 : 0
            findings += found
        }
        findings += context.findings(of: draft)
        self.init(findings: findings, products: draft.products.count, clean: clean)
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
        errors = findings.count { $0.severity == .error }
        warnings = findings.count { $0.severity == .warning }
        notes = findings.count { $0.severity == .note }
    }
}
