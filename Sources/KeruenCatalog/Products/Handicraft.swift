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
    public var made: Made
    /// Then its stock is one or none, and it is never sold ahead.
    public var isOneOfAKind: Bool
    public var blade: Blade?

    /// An entry of an intangible-heritage list.
    public struct Heritage: Hashable, Sendable {
        public var level: Level
        public var year: Int

        public enum Level: String, Sendable, CaseIterable {
            case unesco, national, regional
        }
    }

    public enum Made: Hashable, Sendable {
        case new
        /// Export rules for relics turn on it.
        case year(Int)
    }

    /// What the knife rules of every market turn on.
    public struct Blade: Hashable, Sendable {
        public var length: Measure
        public var isSharpened: Bool
        public var tipRadius: Measure?
    }
}
