internal import ICUShims

/// A writing system by its ISO 15924 code.
public struct Script: RawRepresentable, Hashable, Sendable {
    public var rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let cyrillic = Script(rawValue: "Cyrl")
    public static let latin = Script(rawValue: "Latn")
    public static let han = Script(rawValue: "Hani")
    public static let arabic = Script(rawValue: "Arab")

    /// The script of a letter; nil for digits, punctuation and marks that every script shares.
    public init?(of scalar: Unicode.Scalar) {
        guard scalar.value > 0x7F || scalar.properties.isAlphabetic, kicu_is_letter(scalar.value) else { return nil }
        let code = unsafe String(cString: kicu_script(scalar.value))
        guard code != "Zyyy", code != "Zinh", code != "Zzzz" else { return nil }
        rawValue = code
    }

    /// The script that texts of a language are written in.
    public init?(writing language: LanguageTag) {
        switch language.maximized.script {
        case "Hans", "Hant": self = .han
        case let code?: self.init(rawValue: code)
        case nil: return nil
        }
    }
}

extension String {
    /// How many letters of the text belong to each script.
    public var lettersByScript: [Script: Int] {
        unicodeScalars.reduce(into: [:]) { counts, scalar in
            if let script = Script(of: scalar) { counts[script, default: 0] += 1 }
        }
    }
}
