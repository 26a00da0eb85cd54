/// What buyers, customs and museums ask about a thing made by hand.
public struct Handicraft: Sendable {
    public var materials: [MaterialShare]
    public var technique: Localized<String>
    /// A code of `Catalog/regions.yaml`.
    public var region: String
    public var artisan: Localized<String>
    /// `length`, `width`, `height`, `diameter`.
    public var size: [String: Measure]
    public var care: Localized<String>
    public var heritage: Heritage?
    /// Nil while nobody has said.
    public var made: Made?
    /// What experts found in it, nothing perhaps; nil where none have looked.
    public var significance: Set<Significance>?
    /// Then its stock is one or none, and it is never sold ahead.
    public var isOneOfAKind: Bool
    public var blade: Blade?

    public init(
        materials: [MaterialShare], technique: Localized<String>, region: String, artisan: Localized<String>,
        size: [String: Measure], care: Localized<String>, heritage: Heritage?, made: Made?,
        significance: Set<Significance>? = nil,
        isOneOfAKind: Bool, blade: Blade?
    ) {
        self.materials = materials
        self.technique = technique
        self.region = region
        self.artisan = artisan
        self.size = size
        self.care = care
        self.heritage = heritage
        self.made = made
        self.significance = significance
        self.isOneOfAKind = isOneOfAKind
        self.blade = blade
    }

    /// An entry of an intangible-heritage list.
    public struct Heritage: Hashable, Sendable {
        public var level: Level
        public var year: Int

        public init(
            level: Level, year: Int
        ) {
            self.level = level
            self.year = year
        }

        public enum Level: String, Sendable, CaseIterable {
            case unesco, national, regional
        }
    }

    public enum Made: Hashable, Sendable {
        case new
        /// Export rules for relics turn on it.
        case year(Int)
    }

    /// What experts found in an old work; rules on relics turn on it.
    public enum Significance: String, Hashable, Sendable, CaseIterable {
        case historic, artistic, scientific
        /// Typical of a people: a carpet, a costume.
        case ethnic
        /// By a master on the lists of the deceased whose works stay.
        case master
    }
}
