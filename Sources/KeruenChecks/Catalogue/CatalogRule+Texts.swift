extension CatalogRule {
    static let texts = [
        CatalogRule.product(
            "CAT0201", needs: .markets, bad: "title: {ru: Дутар}", good: "title: {ru: Дутар, kk: Дутар, zh-Hans: 都塔尔}",
            source: lawOfLanguages
        ) { missing("title", \.title, "CAT0201", $0, $1) },
        CatalogRule.product(
            "CAT0202", needs: .markets, bad: "description: {ru: …}", good: "description: {ru: …, kk: …, zh-Hans: …}",
            source: lawOfLanguages
        ) { missing("description", \.summary, "CAT0202", $0, $1) },
        // A Latin c in a Russian word looks right and is found by nobody's search.
        CatalogRule.product("CAT0203", needs: .markets, bad: "ru: \"Шeлк\" (e: Latn)", good: "ru: \"Шелк\" (е: Cyrl)") {
            product, context in
            context.eachText(in: product.source) { language, text, position in
                if let seen = ScriptBlocks(of: text), seen.isOne { return [] }
                return text.mixedScriptWords.map { slip in
                    var place = position
                    // A block text starts on the line below its mark; there the offset would lie.
                    place.column += text.contains("\n") || slip.offset == 0 ? 0 : slip.offset
                    return Diagnostic(
                        "CAT0203", at: place,
                        [
                            "word": .text(String(slip.word)), "letter": .text(String(slip.intruder)),
                            "script": .text(slip.script.rawValue), "language": .text(language.tag.description),
                        ])
                }
            }
        },
        CatalogRule.product("CAT0204", needs: .markets, bad: "zh-Hans: Dutar", good: "zh-Hans: 都塔尔") {
            product, context in
            context.eachText(in: product.source) { language, text, position in
                guard let script = language.script else { return [] }
                if let seen = ScriptBlocks(of: text), !seen.isDisjoint(with: language.blocks) { return [] }
                let letters = text.lettersByScript
                // A size such as 165/88A is a code and no text; from three letters on, all in another script is a slip.
                guard letters.values.reduce(0, +) >= 3, letters[script] == nil else { return [] }
                return [
                    Diagnostic(
                        "CAT0204", at: position,
                        ["language": .text(language.tag.description), "script": .text(script.rawValue)])
                ]
            }
        },
        CatalogRule.product(
            "CAT0205", .warning, bad: "title: {ru: Шёлковый шарф, kk: Шёлковый шарф}",
            good: "title: {ru: Шёлковый шарф, kk: Жібек орамал}"
        ) { product, _ in
            let title = product.value.title
            guard let kazakh = title[.kk], kazakh == title[.ru], kazakh.contains(" ") else { return [] }
            return [Diagnostic("CAT0205", at: product.source.place("title", "kk"), ["text": .text(kazakh)])]
        },
    ]

    private static let lawOfLanguages =
        "Закон РФ «О защите прав потребителей», ст. 8, 10; ҚР «Тұтынушылардың құқықтарын қорғау туралы» заңы, 25-бап; GB 7718"

    private static func missing(
        _ field: String, _ text: (Product) -> Localized<String>, _ code: Diagnostic.Code,
        _ product: CatalogDraft.Sourced<Product>, _ context: CatalogContext
    ) -> [Diagnostic] {
        context.requiredLanguages.compactMap { language, markets in
            let value = text(product.value)[language] ?? ""
            guard value.allSatisfy(\.isWhitespace) else { return nil }
            return Diagnostic(
                code, at: product.source.place(field, language.description),
                [
                    "id": .text(product.value.id), "language": .text(language.description),
                    "markets": .text(markets),
                ])
        }
    }
}

extension CatalogContext {
    /// Every text in every language of the markets, wherever in the document it stands.
    func eachText(
        in document: DocumentNode,
        _ check: (_ language: TextLanguage, _ text: String, _ position: SourcePosition) -> [Diagnostic]
    ) -> [Diagnostic] {
        var found: [Diagnostic] = []
        func visit(_ node: DocumentNode) {
            switch node.content {
            case .null, .scalar: break
            case .list(let elements): for element in elements { visit(element) }
            case .map(let entries):
                for entry in entries {
                    if let text = entry.value.text {
                        if let language = languages.first(where: { $0.key == entry.key }) {
                            found += check(language, text, entry.value.position)
                        }
                    } else {
                        visit(entry.value)
                    }
                }
            }
        }
        visit(document)
        return found
    }
}
