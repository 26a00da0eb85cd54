/// Exchange with translators in XLIFF 1.2, which every translation tool reads.
///
///     let (data, findings) = XLIFF.export(tables, to: .ru, table: "shop")
///     let report = try XLIFF.read(returned, as: "shop.ru.xlf", into: &tables)
///
/// A message with plural forms is a group of one unit for each form of the *target*: English one and other become Russian one,
/// few, many and other. Placeholders are `<ph>` and tags `<bpt>`, `<ept>`, to be moved and not broken. What comes back unchanged
/// makes the same message, letter for letter.
///
/// The file has attributes of its own, in the namespace `urn:keruen:exchange:1`: `kr:origin`, who made the translation;
/// `kr:hash`, the source's; `kr:head`, the message's declarations where the translation has others than the source. Tools that
/// drop them lose what they say and no more.
public enum XLIFF {
    static let namespace = "urn:oasis:names:tc:xliff:document:1.2"
    static let ownNamespace = "urn:keruen:exchange:1"

    /// XLIFF's word for a state.
    static func name(_ state: TranslationState) -> String {
        switch state {
        case .new: "new"
        case .translated: "translated"
        case .reviewed: "final"
        case .stale: "needs-adaptation"
        case .needsReview: "needs-review-translation"
        }
    }

    /// Nil for a word that XLIFF does not have.
    static func state(_ name: String) -> TranslationState? {
        switch name {
        case "new", "needs-translation": .new
        case "translated": .translated
        case "final", "signed-off": .reviewed
        case "needs-adaptation", "needs-l10n": .stale
        case "needs-review-translation", "needs-review-adaptation", "needs-review-l10n": .needsReview
        default: nil
        }
    }
}
