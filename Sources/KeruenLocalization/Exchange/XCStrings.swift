public import Foundation

/// Exchange with Apple's String Catalogs, `.xcstrings`, version 1.0.
///
///     let (data, findings) = XCStrings.export(tables, to: .ru, table: "shop")
///     let report = try XCStrings.read(returned, as: "Shop.xcstrings", into: &tables, language: .ru)
///
/// Placeholders are numbered, `%1$@` for a text and `%1$lld` for a whole number; the comment says which is which. Plural forms are
/// `variations.plural`. Messages that match two variables, exact numbers or words, or hold markup, are reported and left out.
public enum XCStrings {
    static let format = "xcstrings"

    struct Catalog: Encodable {
        var sourceLanguage: String
        var strings: [String: Entry] = [:]
        var version = "1.0"
    }

    struct Entry: Encodable {
        var comment: String
        var extractionState = "manual"
        var localizations: [String: Localization]
    }

    struct Localization: Encodable {
        var stringUnit: Unit?
        var variations: Variations?
    }

    struct Variations: Encodable {
        var plural: [String: Variation]
    }

    struct Variation: Encodable {
        var stringUnit: Unit
    }

    struct Unit: Encodable {
        var state: String
        var value: String
    }

    /// One table in its source language and another, and what could not be put into the file.
    ///
    ///     XCStrings.export(tables, to: .zhHans, table: "shop").0
    ///
    /// - Returns: the file, keys sorted, and findings with `sourceIsNoMessage`, `selectorsNotCarried`, `keysNotCarried`,
    ///   `markupNotCarried`, `declarationsNotCarried` or `translationIsNoMessage`.
    public static func export(
        _ tables: StringTables, to language: LanguageTag, table: String
    ) -> (Data, [Diagnostic]) {
        var findings: [Diagnostic] = []
        var catalog = Catalog(sourceLanguage: tables.sourceLanguage.description)
        for item in ExchangeItem.items(tables, language, table, &findings) {
            do throws(Refusal) {
                let (source, translation) = try item.pluralOnly(format: format, carriesZero: true)
                let places = FormatPlaces(item.message, item.source)
                // A catalog's forms are chosen by the first number of the format.
                if let selector = source.selector, !places.opensWithCount(of: selector) {
                    throw Refusal(
                        Diagnostic(
                            .countNotCarried, .warning, at: item.source.position,
                            ["key": .text(item.source.key), "format": .text(format)]))
                }
                guard let original = localization(source, places, "translated") else {
                    throw Refusal(uncarried(item))
                }
                var entry = Entry(
                    comment: (item.notes + places.notes).joined(separator: "\n"),
                    localizations: [catalog.sourceLanguage: original])
                if let translation {
                    guard let translated = localization(translation, places, name(item.state)) else {
                        throw Refusal(uncarried(item))
                    }
                    entry.localizations[language.description] = translated
                }
                guard isCarried(item.source.key, entry) else {
                    throw Refusal(
                        Diagnostic(
                            .charactersNotCarried, .warning, at: item.source.position,
                            ["key": .text(item.source.key), "format": .text(format)]))
                }
                catalog.strings[item.source.key] = entry
            } catch {
                findings += error.diagnostics
            }
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let data = try? encoder.encode(catalog)
        return ((data ?? Data()) + Data("\n".utf8), findings)
    }

    private static func localization(_ plural: PluralOnly, _ places: FormatPlaces, _ state: String) -> Localization? {
        let texts = plural.texts.compactMapValues(places.text)
        guard texts.count == plural.texts.count else { return nil }
        guard plural.selector != nil else {
            return texts[.other].map { Localization(stringUnit: Unit(state: state, value: $0)) }
        }
        let forms = texts.map { ($0.rawValue, Variation(stringUnit: Unit(state: state, value: $1))) }
        return Localization(variations: Variations(plural: Dictionary(forms, uniquingKeysWith: { first, _ in first })))
    }

    /// Whether `DocumentReader` reads back every character: JSON is YAML to it, which takes some for line ends and refuses others.
    private static func isCarried(_ key: String, _ entry: Entry) -> Bool {
        let units = entry.localizations.values.flatMap { localization in
            [localization.stringUnit].compactMap { $0 }
                + (localization.variations?.plural.values.map(\.stringUnit) ?? [])
        }
        return ([key, entry.comment] + units.map(\.value)).joined().unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: false
            default: true
            }
        }
    }

    private static func uncarried(_ item: ExchangeItem) -> Diagnostic {
        Diagnostic(
            .declarationsNotCarried, .warning, at: item.entry?.position ?? item.source.position,
            ["key": .text(item.source.key), "format": .text(format)])
    }

    static func name(_ state: TranslationState) -> String {
        switch state {
        case .new: "new"
        case .translated, .reviewed: "translated"
        case .stale, .needsReview: "needs_review"
        }
    }
}
