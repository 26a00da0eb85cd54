/// Something the shop sells: described once, read in every language.
///
///     catalog["atlas-silk-scarf"]?.title.served(along: kz.chain(for: .kk))?.value
public struct Product: Sendable, Identifiable {
    /// Lower-case, also the file's name: `atlas-silk-scarf`.
    public var id: String
    /// A leaf of the category tree.
    public var category: String
    public var title: Localized<String>
    public var summary: Localized<String>
    /// File name in `Catalog/images`.
    public var image: String
    /// ISO 3166-1 alpha-2 of the country it was made in; nil for tours.
    public var origin: String?
    /// The first six digits, the same in every country (HS 2022); nil for tours.
    public var hsCode: String?
    /// Country → its own code, ten digits that begin with `hsCode`; a country that is missing has six.
    public var nationalCodes: [String: String]
    /// The day that it came into the shop; what is newest is shown first where a page says «new».
    public var added: CivilDate?
    /// Papers that go with every piece.
    public var certificates: [Certificate]
    public var details: Details
    /// At least one; each has its own SKU, prices and stock.
    public var variants: [Variant]

    public init(
        id: String, category: String, title: Localized<String>, summary: Localized<String>, image: String,
        origin: String?, hsCode: String?, nationalCodes: [String: String] = [:], added: CivilDate? = nil,
        certificates: [Certificate] = [], details: Details, variants: [Variant]
    ) {
        self.id = id
        self.category = category
        self.title = title
        self.summary = summary
        self.image = image
        self.origin = origin
        self.hsCode = hsCode
        self.nationalCodes = nationalCodes
        self.added = added
        self.certificates = certificates
        self.details = details
        self.variants = variants
    }

    public enum Details: Sendable {
        case handicraft(Handicraft)
        case tour(Tour)
        case imported(ImportedGood)
    }

    public enum Kind: String, Sendable, CaseIterable {
        case handicraft, tour, imported
    }

    public var kind: Kind {
        switch details {
        case .handicraft: .handicraft
        case .tour: .tour
        case .imported: .imported
        }
    }

    /// What it is made of; empty for tours and food.
    public var materials: [MaterialShare] {
        switch details {
        case .handicraft(let craft): craft.materials
        case .imported(let good): good.materials
        case .tour: []
        }
    }

    /// Of knives; nil for everything else, and where nobody has measured it.
    public var blade: Blade? {
        switch details {
        case .handicraft(let craft): craft.blade
        case .imported(let good): good.blade
        case .tour: nil
        }
    }

    /// Where it comes from or leads to: a code of `Catalog/regions.yaml`.
    public var region: String? {
        switch details {
        case .handicraft(let craft): craft.region
        case .imported(let good): good.region
        case .tour(let tour): tour.region
        }
    }
}

/// One size, colour or fare of a product.
public struct Variant: Sendable, Identifiable {
    public var sku: SKU
    /// `colour`, `size`, `traveller` … → its value.
    public var options: [Option]
    public var gtin: GTIN?
    /// Weight with packing, for freight; nil for tours.
    public var weight: Measure?
    /// Market → its price as it is written, tax included; a price list that names the SKU comes before.
    public var prices: [String: String]
    /// Warehouse → what lay there when the books were opened, beside what its file says.
    public var stock: [String: Int]

    public init(
        sku: SKU, options: [Option], gtin: GTIN?, weight: Measure?, prices: [String: String] = [:],
        stock: [String: Int] = [:]
    ) {
        self.sku = sku
        self.options = options
        self.gtin = gtin
        self.weight = weight
        self.prices = prices
        self.stock = stock
    }

    public var id: SKU { sku }

    public struct Option: Sendable {
        public var name: String
        public var value: Value

        public init(
            name: String, value: Value
        ) {
            self.name = name
            self.value = value
        }
    }

    public enum Value: Sendable {
        case localized(Localized<String>)
        /// The same in every language: «46–48».
        case plain(String)
    }
}

/// A material and its share in whole percent, where a share makes sense.
public struct MaterialShare: Hashable, Sendable {
    /// A code of `Catalog/materials.yaml`.
    public var material: String
    public var share: Int?
    /// Scientific name, where a restriction may ask for it.
    public var species: String?

    public init(
        material: String, share: Int?, species: String?
    ) {
        self.material = material
        self.share = share
        self.species = species
    }
}
