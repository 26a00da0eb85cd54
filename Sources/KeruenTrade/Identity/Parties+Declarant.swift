extension Parties {
    /// Who declares the parcel: whose documents a route asks for, else the recipient.
    ///
    /// A gift to Russia or Kazakhstan is declared by the one who gets it; an import to China by the one who ordered and paid.
    public func declarant(under requirements: [IdentityRequirement]) -> Party {
        requirements.lazy.compactMap { self[$0.role] }.first ?? recipient
    }
}
