extension LanguageTag {
    /// The language that a translators' file is for: what it says, where that is read like the one that is wanted (ru-RU, zh_CN for
    /// zh-Hans), and the wanted one where it says nothing.
    ///
    /// - Throws: `Refusal` at `position` where the file is for another language, or for the source's.
    static func ofExchange(
        _ found: String, wanted: LanguageTag?, source: LanguageTag, at position: SourcePosition
    ) throws(Refusal) -> LanguageTag {
        if wanted == source {
            throw Refusal(Diagnostic(.intoSourceLanguage, at: position, ["language": .text(source.description)]))
        }
        if found.isEmpty, let wanted { return wanted }
        let tag = try? LanguageTag(found)
        if let tag, tag == source {
            throw Refusal(Diagnostic(.intoSourceLanguage, at: position, ["language": .text(found)]))
        }
        guard let tag, wanted.map(tag.readsLike) ?? true else {
            throw Refusal(
                Diagnostic(
                    .exchangeLanguage, at: position,
                    XLIFF.arguments(found: found, wanted: wanted?.description ?? "≠ \(source)")))
        }
        return wanted ?? tag
    }
}
