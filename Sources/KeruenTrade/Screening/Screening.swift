/// Whether goods may be sent along a route on a day, with everything that speaks against it.
///
///     let screening = try catalog.screening(of: order, on: today)
///     screening.blocks        // why it may not go, a reason for each line
///     screening.reviews       // what a person has to look at: a paper that is missing, a field that nobody has filled in
///     try await store.screen(order.id, by: screening, at: now)
///
/// Validation, quotes and orders ask the same rows in the same way. What is unknown is never allowed.
public struct Screening: Hashable, Sendable {
    public var route: ParcelRoute
    /// Whose rules it was asked by; nil where no day was meant.
    public var day: CivilDate?
    /// What it was asked of.
    public var goods: [SKU: Int]
    /// By lines, of each the last begun row first.
    public var findings: [Finding]

    /// A row that has something to say of a SKU.
    public struct Finding: Hashable, Sendable {
        public var sku: SKU
        public var row: Restriction
        public var verdict: Verdict

        public init(sku: SKU, row: Restriction, verdict: Verdict) {
            (self.sku, self.row, self.verdict) = (sku, row, verdict)
        }
    }

    public enum Verdict: Hashable, Sendable {
        /// The row says so itself.
        case allowed
        /// It goes with this paper.
        case permitted(Certificate)
        case needsPermit
        case needsReview
        /// Nobody can tell until these fields are filled in.
        case unknown(Set<String>)
        case blocked
    }

    /// - Parameter findings: of the shop's own people where it has not asked the rules.
    public init(along route: ParcelRoute, on day: CivilDate?, goods: [SKU: Int], findings: [Finding] = []) {
        (self.route, self.day, self.goods, self.findings) = (route, day, goods, findings)
    }
}

extension Screening {
    /// Why goods may not go.
    public var blocks: [Diagnostic] {
        findings.filter { $0.verdict == .blocked }.map { $0.row.diagnostic(for: $0.sku, .error) }.once
    }

    /// What people have to look at.
    public var reviews: [Diagnostic] {
        findings.flatMap { finding -> [Diagnostic] in
            switch finding.verdict {
            case .needsPermit, .needsReview: [finding.row.diagnostic(for: finding.sku, .warning)]
            case .unknown(let fields): fields.sorted().map { finding.missing($0) }
            case .allowed, .permitted, .blocked: []
            }
        }.once
    }

    /// What the law says of goods that may go.
    public var notes: [Diagnostic] {
        findings.filter { $0.verdict == .allowed }.map { $0.row.diagnostic(for: $0.sku, .note) }.once
    }

    /// - Throws: `TradeError` with the first reason why goods may not go, or `needsReview` while nobody has looked.
    public func check(isReviewed: Bool) throws(TradeError) {
        if let reason = blocks.first { throw TradeError(reason.code, reason.arguments) }
        guard reviews.isEmpty || isReviewed else { throw TradeError(.needsReview) }
    }
}

extension Screening.Finding {
    func missing(_ field: String) -> Diagnostic {
        Diagnostic(
            .missingGoodsData, .warning, at: nil,
            [
                "sku": .text(sku.description), "field": .text(field), "rule": .text(row.id),
                "source": .text(row.validity.source),
            ])
    }
}

extension [Diagnostic] {
    /// Of reasons that read alike, and of questions for the same field, the first.
    fileprivate var once: [Diagnostic] {
        var known: Set<[Diagnostic.Argument?]> = []
        return filter { known.insert([.text($0.code.rawValue), $0.arguments["sku"], $0.arguments["field"]]).inserted }
    }
}

extension Diagnostic.Code {
    /// A restriction may concern goods, and a field that would tell is empty.
    public static let missingGoodsData = Self("TRD0430")
    /// The screening is of other goods than the order's, or of another day.
    public static let otherScreening = Self("TRD0431")
    /// An order goes past screening with what the screening found.
    public static let needsScreening = Self("TRD0433")
    /// Nobody knows where the order's goods come from.
    public static let unknownRoute = Self("TRD0432")
}
