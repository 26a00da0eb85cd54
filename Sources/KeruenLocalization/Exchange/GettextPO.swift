public import Foundation

/// Exchange with translators in gettext's PO.
///
///     let (data, findings) = GettextPO.export(tables, to: .ru, table: "shop")
///     let report = try GettextPO.read(returned, as: "shop.ru.po", into: &tables)
///
/// PO has one plural axis and no tags: messages that match two variables, exact numbers or words, or hold markup, are reported
/// and left out; XLIFF carries them. A placeholder stands in the text as messages write it, `{$count}`. `msgctxt` is the key.
/// What is stale or wants review is `fuzzy`.
public enum GettextPO {
    static let format = "PO"

    /// One table for translators into a language, and what could not be put into the file.
    ///
    ///     String(decoding: GettextPO.export(tables, to: .kk, table: "shop").0, as: UTF8.self)
    ///
    /// - Returns: the file, and findings with `sourceIsNoMessage`, `selectorsNotCarried`, `keysNotCarried`,
    ///   `markupNotCarried`, `declarationsNotCarried`, `emptyTextNotCarried`,
    ///   `unknownPluralRules` or `translationIsNoMessage`.
    public static func export(
        _ tables: StringTables, to language: LanguageTag, table: String
    ) -> (Data, [Diagnostic]) {
        var findings: [Diagnostic] = []
        let forms = GettextPluralForms(language)
        var text = header(tables.sourceLanguage, language, forms)
        for item in ExchangeItem.items(tables, language, table, &findings) {
            do throws(Refusal) {
                let (source, translation) = try item.pluralOnly(format: format)
                guard translation?.texts.values.allSatisfy({ !$0.source.isEmpty }) ?? true else {
                    throw Refusal(
                        Diagnostic(
                            .emptyTextNotCarried, .warning, at: item.entry?.position,
                            ["key": .text(item.source.key), "format": .text(format)]))
                }
                text += try entry(item, source, translation, language, forms)
            } catch {
                findings += error.diagnostics
            }
        }
        return (Data(text.utf8), findings)
    }

    private static func header(
        _ source: LanguageTag, _ language: LanguageTag, _ forms: GettextPluralForms?
    ) -> String {
        var lines = [
            "Project-Id-Version: Keruen", "Language: \(language)", "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=UTF-8", "Content-Transfer-Encoding: 8bit",
        ]
        if let forms { lines.append("Plural-Forms: \(forms.header)") }
        lines.append("X-Source-Language: \(source)")
        return field("msgid", "") + field("msgstr", lines.map { $0 + "\n" }.joined())
    }

    private static func entry(
        _ item: ExchangeItem, _ source: PluralOnly, _ translation: PluralOnly?, _ language: LanguageTag,
        _ forms: GettextPluralForms?
    ) throws(Refusal) -> String {
        var text = "\n"
        for note in item.notes { text += comment("#. ", note) }
        text += comment("#: ", "\(item.source.position.file):\(item.source.position.line)")
        if translation != nil, [.stale, .needsReview, .new].contains(item.state) { text += "#, fuzzy\n" }
        text += field("msgctxt", item.source.key)
        // A translation without forms has one text, whatever the source has.
        let isPlural = translation.map { $0.selector != nil } ?? (source.selector != nil)
        guard isPlural else {
            return text + field("msgid", source.text(for: .other).source)
                + field("msgstr", translation?.text(for: .other).source ?? "")
        }
        let isKnown = forms.map { Set((translation?.texts ?? [:]).keys).isSubset(of: $0.categories) } ?? false
        guard let forms, isKnown else {
            let code: Diagnostic.Code = forms == nil ? .unknownPluralRules : .keysNotCarried
            throw Refusal(
                Diagnostic(
                    code, .warning, at: item.source.position,
                    [
                        "key": .text(item.source.key), "format": .text(format),
                        "language": .text(language.description),
                    ]))
        }
        text += field("msgid", source.text(for: .one).source) + field("msgid_plural", source.text(for: .other).source)
        for (index, category) in forms.categories.enumerated() {
            text += field("msgstr[\(index)]", (translation?.texts[category] ?? []).source)
        }
        return text
    }

    private static func comment(_ mark: String, _ text: String) -> String {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { mark + $0 + "\n" }.joined()
    }

    /// A keyword and its text, on several lines where the text has several.
    private static func field(_ name: String, _ text: String) -> String {
        var lines = [""]
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": lines[lines.count - 1] += "\\\\"
            case "\"": lines[lines.count - 1] += "\\\""
            case "\t": lines[lines.count - 1] += "\\t"
            case "\r": lines[lines.count - 1] += "\\r"
            case "\n":
                lines[lines.count - 1] += "\\n"
                lines.append("")
            default: lines[lines.count - 1].unicodeScalars.append(scalar)
            }
        }
        if lines.count > 1, lines.last == "" { lines.removeLast() }
        guard lines.count > 1 else { return "\(name) \"\(lines[0])\"\n" }
        return "\(name) \"\"\n" + lines.map { "\"\($0)\"\n" }.joined()
    }
}
