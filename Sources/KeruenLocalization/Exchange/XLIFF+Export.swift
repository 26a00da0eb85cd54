public import Foundation

extension XLIFF {
    /// One table for translators into a language, and what could not be put into the file.
    ///
    ///     XLIFF.export(tables, to: .ru, table: "shop").0
    ///
    /// Strings stand in the order of their file. What is translated goes along; what is stale has its old text beside it.
    /// - Returns: the file, and `sourceIsNoMessage`, `tooManyVariants`, `charactersNotCarried`, `unknownPluralRules` at the
    ///   strings' places, `translationIsNoMessage` at the translation's, or `exchangeLanguage` for the source's own language.
    public static func export(
        _ tables: StringTables, to language: LanguageTag, table: String
    ) -> (Data, [Diagnostic]) {
        var findings: [Diagnostic] = []
        let items = ExchangeItem.items(tables, language, table, &findings)
        var writer = XMLWriter(into: "")
        writer.open("xliff", [("version", "1.2"), ("xmlns", namespace), ("xmlns:kr", ownNamespace)])
        writer.open(
            "file",
            [
                ("original", table), ("source-language", tables.sourceLanguage.description),
                ("target-language", language.description), ("datatype", "x-messageformat2"),
                ("xml:space", "preserve"),
            ])
        writer.open("header")
        writer.element("tool", [("tool-id", "keruen"), ("tool-name", "Keruen")])
        writer.close()
        writer.open("body")
        for item in items {
            guard item.isCarriedByXML else {
                findings.append(
                    Diagnostic(
                        .charactersNotCarried, at: item.source.position,
                        ["key": .text(item.source.key), "format": "XLIFF"]))
                continue
            }
            write(item, tables.sourceLanguage, language, &writer)
        }
        for _ in 0..<3 { writer.close() }
        return (Data(writer.sink.utf8), findings)
    }

    static func arguments(found: String, wanted: String) -> [String: Diagnostic.Argument] {
        ["found": .text(found), "wanted": .text(wanted)]
    }

    private static func write(
        _ item: ExchangeItem, _ sourceLanguage: LanguageTag, _ language: LanguageTag, _ writer: inout XMLWriter<String>
    ) {
        var codes = InlineCodes(item.message)
        if let translation = item.entry?.message { codes.add(translation) }
        let isGroup = item.units.contains { $0.keys != nil }
        if isGroup { writer.open("group", [("id", item.source.key), ("restype", "x-message")]) }
        for unit in item.units {
            let id = UnitName(item.source.key, unit.keys).description
            var attributes = [("id", id), ("resname", id)]
            if let limit = item.source.maxLength { attributes += [("maxwidth", "\(limit)"), ("size-unit", "char")] }
            attributes += [("xml:space", "preserve"), ("kr:hash", item.source.hash)]
            if let entry = item.entry { attributes.append(("kr:origin", entry.maker.rawValue)) }
            let usual = MessageHead(item.message)
            let expected = unit.keys == nil ? usual.withoutMatch : usual
            if item.head.text != expected.text { attributes.append(("kr:head", item.head.text)) }
            writer.open("trans-unit", attributes)
            writer.open("source", [("xml:lang", sourceLanguage.description)], isMixed: true)
            XLIFFInline.write(unit.source, codes, &writer)
            writer.close()
            let state = unit.target == nil ? TranslationState.new : item.state
            writer.open("target", [("xml:lang", language.description), ("state", name(state))], isMixed: true)
            XLIFFInline.write(unit.target ?? [], codes, &writer)
            writer.close()
            if let previous = unit.previous {
                writer.open("alt-trans", [("alttranstype", "previous-version")])
                writer.open("target", [("xml:lang", language.description)], isMixed: true)
                XLIFFInline.write(previous, codes, &writer)
                writer.close()
                writer.close()
            }
            for note in item.notes { writer.element("note", [("annotates", "source")], note) }
            writer.close()
        }
        if isGroup { writer.close() }
    }
}

extension ExchangeItem {
    /// Whether XML can hold the key and every text.
    fileprivate var isCarriedByXML: Bool {
        guard XMLText.carries(source.key), XMLText.carries(head.text) else { return false }
        return units.allSatisfy { unit in
            XMLText.carries(UnitName(source.key, unit.keys).description) && XMLText.carries(unit.source.source)
                && XMLText.carries((unit.target ?? []).source)
        }
    }
}
