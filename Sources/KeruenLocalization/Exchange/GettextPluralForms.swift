/// gettext's plural forms of a language, by CLDR: which `msgstr[n]` is which, and the C expression that chooses among them.
///
///     GettextPluralForms(.kk)?.header      // nplurals=2; plural=(n != 1);
///
/// gettext counts whole things. Fractions take the last form in Russian, which no whole number reaches: its place is kept, so
/// that no text is lost. Headers in the wild are not trusted; for Kazakh many say `nplurals=1`.
struct GettextPluralForms {
    var categories: [PluralCategory]
    var expression: String

    /// Nil for a language whose expression is not known here.
    init?(_ language: LanguageTag) {
        switch language.language {
        case "zh": (categories, expression) = ([.other], "0")
        case "en", "kk": (categories, expression) = ([.one, .other], "(n != 1)")
        case "ru":
            categories = [.one, .few, .many, .other]
            expression =
                "(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : "
                + "n%10==0 || (n%10>=5 && n%10<=9) || (n%100>=11 && n%100<=14) ? 2 : 3)"
        default: return nil
        }
    }

    var header: String { "nplurals=\(categories.count); plural=\(expression);" }

    /// The number that a header names.
    static func count(in header: String) -> Int? {
        guard let match = header.firstMatch(of: /nplurals\s*=\s*(\d{1,4})/) else { return nil }
        return Int(match.1)
    }
}
