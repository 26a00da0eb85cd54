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
    /// Of knives.
    public var blade: Blade?

    public init(
        brand: String, manufacturer: Localized<String>, materials: [MaterialShare], composition: Localized<String>,
        netWeight: Measure?, shelfLifeMonths: Int?, storage: Localized<String>, care: Localized<String>, region: String,
        blade: Blade? = nil
    ) {
        self.brand = brand
        self.manufacturer = manufacturer
        self.materials = materials
        self.composition = composition
        self.netWeight = netWeight
        self.shelfLifeMonths = shelfLifeMonths
        self.storage = storage
        self.care = care
        self.region = region
        self.blade = blade
    }
}
