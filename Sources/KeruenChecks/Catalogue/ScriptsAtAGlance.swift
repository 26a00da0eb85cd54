extension String {
    /// The scripts of the text's letters where one look at their blocks tells; empty where it does not.
    ///
    ///     "Шёлковый шарф, 180 см".scriptsAtAGlance        // Cyrl
    ///
    /// Most texts are in one script from end to end, and asking ICU letter by letter took longer than all other rules together.
    var scriptsAtAGlance: Set<Script> {
        var seen = 0
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x41...0x5A, 0x61...0x7A: seen |= 1
            case 0x400...0x481, 0x48A...0x52F: seen |= 2
            case 0x4E00...0x9FFF: seen |= 4
            // ASCII's other characters, « », –, “, ”, …, №, 、, 。 and full-width marks are every script's.
            case 0...0x7F, 0xA0, 0xAB, 0xB7, 0xBB, 0xD7, 0x2010...0x2026, 0x2116, 0x3000...0x3002, 0x3008...0x3011,
                0xFF01, 0xFF08...0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F:
                break
            default: return []
            }
        }
        return Self.scripts[seen]
    }

    /// Nothing is said of a text without letters either.
    private static let scripts: [Set<Script>] = (0..<8).map { seen in
        let all: [(Int, Script)] = [(1, .latin), (2, .cyrillic), (4, .han)]
        return Set(all.filter { seen & $0.0 != 0 }.map(\.1))
    }
}
