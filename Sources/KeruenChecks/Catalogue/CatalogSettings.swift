/// How strict a shop is with its catalogue: which rules count, for how much, and where their limits lie.
///
///     var settings = CatalogSettings()
///     settings.levels["CAT0205"] = .off
///     settings.limits.title = 90
public struct CatalogSettings: Hashable, Sendable {
    /// Of rules that matter more or less here than by default.
    public var levels: [Diagnostic.Code: Level]
    public var limits: Limits

    public init(levels: [Diagnostic.Code: Level] = [:], limits: Limits = Limits()) {
        (self.levels, self.limits) = (levels, limits)
    }

    public enum Level: String, Hashable, Sendable, CaseIterable {
        case off, note, warning, error
    }

    public struct Limits: Hashable, Sendable {
        /// Characters of a title: as many as a channel shows (Google Merchant).
        public var title = 150
        /// Characters of a description (Google Merchant).
        public var description = 5_000
        /// Characters of every other text: as many as a customs message holds (CEB311 itemDescribe).
        public var text = 1_000
        /// Millimetres from which a sharpened blade may be a controlled one.
        public var blade = 150

        public init() {}
    }

    /// How much a rule's findings matter; nil for a rule that is off.
    public func severity(of rule: CatalogRule) -> Diagnostic.Severity? {
        guard let level = levels[rule.code] else { return rule.severity }
        return Diagnostic.Severity(rawValue: level.rawValue)
    }
}
