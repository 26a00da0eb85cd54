/// Foreign goods that the shop brings in for its buyers.
public struct ImportedGood: Sendable {
    public var brand: String
    public var manufacturer: Localized<String>
    /// For textiles; empty for food.
    public var materials: [MaterialShare]
    /// Ingredients, for food.
    public var composition: Localized<String>
    public var netWeight: Measure?
    public var shelfLifeMonths: Int?
    public var storage: Localized<String>
    public var care: Localized<String>
    /// A code of `Catalog/regions.yaml`.
    public var region: String
}
