/// A length, mass or volume as it was written: 180 cm, 0.5 kg, 250 ml.
///
///     Measure("180 cm")?.inBaseUnits      // 1800 (millimetres)
public struct Measure: Hashable, Sendable, CustomStringConvertible {
    /// Thousandths of the unit, so that 2.5 cm is exact.
    public let thousandths: Int64
    public let unit: Unit

    public enum Unit: String, CaseIterable, Sendable {
        case millimetre = "mm"
        case centimetre = "cm"
        case metre = "m"
        case gram = "g"
        case kilogram = "kg"
        case millilitre = "ml"
        case litre = "l"

        /// Millimetres, grams or millilitres in one of it.
        public var inBaseUnits: Int64 {
            switch self {
            case .millimetre, .gram, .millilitre: 1
            case .centimetre: 10
            case .metre, .kilogram, .litre: 1_000
            }
        }

        public var isLength: Bool {
            switch self {
            case .millimetre, .centimetre, .metre: true
            case .gram, .kilogram, .millilitre, .litre: false
            }
        }
    }

    /// Reads a positive number with up to three decimals, a space and a unit.
    public init?(_ text: String) {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 2, let unit = Unit(rawValue: String(parts[1])) else { return nil }
        let number = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(number.count), (1...9).contains(number[0].utf8.count),
            number.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
        else { return nil }
        let fraction = number.count == 2 ? number[1] : ""
        guard fraction.utf8.count <= 3,
            let value = Int64(number[0] + fraction + String(repeating: "0", count: 3 - fraction.utf8.count)), value > 0
        else { return nil }
        self.thousandths = value
        self.unit = unit
    }

    /// Whole millimetres, grams or millilitres, rounded up: what a carrier counts.
    public var inBaseUnits: Int64 {
        (thousandths * unit.inBaseUnits + 999) / 1_000
    }

    /// Thousandths of a millimetre, gram or millilitre: exact, for comparing.
    public var inBaseThousandths: Int64 { thousandths * unit.inBaseUnits }

    /// The number alone, as decimal text: "2.5".
    public var decimalText: String {
        let fraction = String(String(thousandths % 1_000 + 1_000).dropFirst()).reversed().drop { $0 == "0" }.reversed()
        return fraction.isEmpty ? "\(thousandths / 1_000)" : "\(thousandths / 1_000).\(String(fraction))"
    }

    public var description: String { "\(decimalText) \(unit.rawValue)" }
}
