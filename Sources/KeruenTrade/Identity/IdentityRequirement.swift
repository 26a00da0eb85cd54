/// Documents that a route asks of one person, for one purpose.
///
///     let asked = try IdentityRules.standard.requirements(for: .parcel(from: "CN", to: "RU"), on: day)
///     asked.map(\.documents)          // [[.russianPassport, .inn]], of the recipient, for Russia's customs
public struct IdentityRequirement: Hashable, Sendable {
    /// Whose documents.
    public var role: Party.Role
    /// All of them.
    public var documents: [IdentityDocument.Kind]
    public var purpose: Consent.Purpose
    public var confidence: LanguageLaw.Confidence
    /// The law behind it, for a form that says why it asks.
    public var source: String

    public init(
        role: Party.Role, documents: [IdentityDocument.Kind], purpose: Consent.Purpose,
        confidence: LanguageLaw.Confidence = .medium, source: String = ""
    ) {
        (self.role, self.documents, self.purpose) = (role, documents, purpose)
        (self.confidence, self.source) = (confidence, source)
    }
}
