internal import Keruen

/// What a language calls itself: the same on every page, so that everyone finds theirs.
enum Autonym {
    static func name(of language: LanguageTag) -> String {
        switch (language.language, language.script) {
        case ("zh", "Hant"): "繁體中文"
        case ("zh", _): "简体中文"
        case ("ru", _): "Русский"
        case ("kk", "Latn"): "Qazaqşa"
        case ("kk", "Arab"): "قازاقشا"
        case ("kk", _): "Қазақша"
        default: language.description
        }
    }
}
