/// A language whose number and date formats ICU really has, as ICU wants it named.
///
/// `kk-Latn` would silently take the process's default locale and `kk-Arab` the root's, so only these pass.
struct FormattingLanguage {
    let tag: LanguageTag

    init(_ wanted: LanguageTag) throws(TextError) {
        switch (wanted.language, wanted.maximized.script) {
        case ("kk", "Cyrl"): tag = try LanguageTag("kk-KZ")
        case ("zh", _), ("ru", "Cyrl"), ("en", "Latn"): tag = wanted
        default: throw TextError(.unsupportedFormat, wanted.description)
        }
    }
}
