/// The scripts of a text's letters where one look at their blocks tells.
///
///     ScriptBlocks(of: "Шёлковый шарф, 180 см")       // [.cyrillic]
///
/// Most texts are in one script from end to end, and asking ICU letter by letter took longer than all other rules together.
struct ScriptBlocks: OptionSet, Sendable {
    let rawValue: UInt8

    static let latin = ScriptBlocks(rawValue: 1)
    static let cyrillic = ScriptBlocks(rawValue: 2)
    static let han = ScriptBlocks(rawValue: 4)

    var isOne: Bool { rawValue.nonzeroBitCount == 1 }
}

extension ScriptBlocks {
    /// Nil where a character stands elsewhere, so that only ICU knows.
    init?(of text: String) {
        var seen: ScriptBlocks = []
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x41...0x5A, 0x61...0x7A: seen.insert(.latin)
            case 0x400...0x481, 0x48A...0x52F: seen.insert(.cyrillic)
            case 0x4E00...0x9FFF: seen.insert(.han)
            // ASCII's other characters, « », –, “, ”, …, №, 、, 。 and full-width marks are every script's.
            case 0...0x7F, 0xA0, 0xAB, 0xB7, 0xBB, 0xD7, 0x2010...0x2026, 0x2116, 0x3000...0x3002, 0x3008...0x3011,
                0xFF01, 0xFF08...0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F:
                break
            default: return nil
            }
        }
        self = seen
    }

    /// Empty for a script that has no block here.
    init(_ script: Script?) {
        switch script {
        case .latin: self = .latin
        case .cyrillic: self = .cyrillic
        case .han: self = .han
        default: self = []
        }
    }
}
