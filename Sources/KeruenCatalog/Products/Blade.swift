/// What the knife rules of every market turn on.
public struct Blade: Hashable, Sendable {
    public var length: Measure
    public var isSharpened: Bool
    /// How far the tip is rounded.
    public var tipRadius: Measure?
    /// Whole degrees between edge and back where they meet.
    public var tipAngle: Int?
    /// Nil while nobody has said.
    public var kind: Kind?
    /// Whether it locks itself when it springs open; nil while nobody has said.
    public var locks: Bool?

    public init(
        length: Measure, isSharpened: Bool, tipRadius: Measure?, tipAngle: Int? = nil, kind: Kind? = nil,
        locks: Bool? = nil
    ) {
        self.length = length
        self.isSharpened = isSharpened
        self.tipRadius = tipRadius
        self.tipAngle = tipAngle
        self.kind = kind
        self.locks = locks
    }

    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// With a guard and a blood groove.
        case dagger
        case springKnife = "spring-knife"
        /// Made to be given and looked at.
        case gift
        /// Worn by a people of old: the pichaq of Yengisar, a Tibetan knife.
        case traditional
        case folding, household
    }
}
