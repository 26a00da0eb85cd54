/// Why a field holds no name; a stable code, the field, and where the fault stands, but nothing of the name itself.
///
///     do { _ = try PersonName(surname: "Иванов2", givenName: "Иван", in: .ru) } catch { error.code }    // NAM0102
public struct PersonNameError: Error, Hashable, Sendable {
    public var code: Diagnostic.Code
    public var field: PersonName.Field
    /// The character at fault in the tidied text, from 1 on; nil where the field as a whole is meant.
    public var position: Int?
    /// The script that was found or, for `nameWrongScript`, is wanted.
    public var script: Script?

    public init(_ code: Diagnostic.Code, _ field: PersonName.Field, at position: Int? = nil, script: Script? = nil) {
        self.code = code
        self.field = field
        self.position = position
        self.script = script
    }

    /// The most characters of a field: those of a consignee in China's customs messages (CEB311: C..100).
    public static let maximumLength = 100

    /// For reports, which say it in the reader's language.
    public var diagnostic: Diagnostic {
        var arguments: [String: Diagnostic.Argument] = ["field": .text(field.rawValue)]
        if let position { arguments["position"] = .integer(position) }
        if let script { arguments["script"] = .text(script.rawValue) }
        if code == .nameTooLong { arguments["maximum"] = .integer(Self.maximumLength) }
        return Diagnostic(code, .error, at: nil, arguments)
    }
}

extension Diagnostic.Code {
    public static let nameMissing = Self("NAM0101")
    /// A digit, an emoji, a sign, or a hyphen with no letter beside it.
    public static let nameSign = Self("NAM0102")
    /// A word in letters of two scripts, most often a slip of the keyboard: Ивaнов with a Latin a.
    public static let nameMixedScripts = Self("NAM0103")
    /// A word in letters that the form can't take.
    public static let nameWrongScript = Self("NAM0104")
    public static let nameTooLong = Self("NAM0105")
    /// A passport's name in letters other than A to Z.
    public static let nameNotLatin = Self("NAM0106")
    /// A field that the form does not have: better said than silently dropped.
    public static let nameFieldUnknown = Self("NAM0107")
}
