internal import ICUShims

/// A language whose number and date formats ICU really has, as ICU wants it named.
///
/// Others silently take the process's default locale or the root's: `kk-Latn` would print three different dates under three
/// LC_ALLs. Kazakh in Latin and Arabic letters is formatted as in Cyrillic ones and written over.
struct FormattingLanguage {
    let tag: LanguageTag
    /// Writes over what ICU has formatted; nil where nothing has to be.
    let script: Transliterator?

    init(_ wanted: LanguageTag) throws(TextError) {
        switch (wanted.language, wanted.maximized.script) {
        case ("kk", "Cyrl"): (tag, script) = (try LanguageTag("kk-KZ"), nil)
        case ("kk", "Latn"): (tag, script) = (try LanguageTag("kk-KZ"), try Transliterator(.kazakhToLatin))
        case ("kk", "Arab"): (tag, script) = (try LanguageTag("kk-KZ"), try Transliterator(.kazakhToArabic))
        default:
            guard unsafe kicu_has_formats(wanted.description) else {
                throw TextError(.unsupportedFormat, wanted.description)
            }
            (tag, script) = (wanted, nil)
        }
    }

    func written(_ text: String) -> String { (try? script?.apply(text)) ?? text }
}
