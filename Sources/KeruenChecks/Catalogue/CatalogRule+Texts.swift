extension CatalogRule {
    static let texts = [
        CatalogRule("CAT0201") { draft in missing("title", \.title, "CAT0201", .error, draft) },
        CatalogRule("CAT0202") { draft in missing("description", \.summary, "CAT0202", .error, draft) },
        // A Latin c in a Russian word looks right and is found by nobody's search.
        CatalogRule("CAT0203") { draft in
            draft.eachText { language, text, position in
                text.mixedScriptWords.map { slip in
                    var place = position
                    // A block text starts on the line below its mark; there the offset would lie.
                    place.column += text.contains("\n") || slip.offset == 0 ? 0 : slip.offset
                    return Diagnostic(
                        "CAT0203", at: place,
                        [
                            "word": .text(String(slip.word)), "letter": .text(String(slip.intruder)),
                            "script": .text(slip.script.rawValue), "language": .text(language.description),
                        ])
                }
            }
        },
        CatalogRule("CAT0204") { draft in
            draft.eachText { language, text, position in
                guard let script = Script(writing: language) else { return [] }
                let letters = text.lettersByScript
                // A size such as 165/88A is a code and no text; from three letters on, all in another script is a slip.
                guard letters.values.reduce(0, +) >= 3, letters[script] == nil else { return [] }
                return [
                    Diagnostic(
                        "CAT0204", at: position,
                        ["language": .text(language.description), "script": .text(script.rawValue)])
                ]
            }
        },
        CatalogRule("CAT0205") { draft in
            draft.products.compactMap { product in
                let title = product.value.title
                guard let kazakh = title[.kk], kazakh == title[.ru], kazakh.contains(" ") else { return nil }
                return Diagnostic(
                    "CAT0205", .warning, at: product.source.place("title", "kk"), ["text": .text(kazakh)])
            }
        },
    ]

    private static func missing(
        _ field: String, _ text: (Product) -> Localized<String>, _ code: Diagnostic.Code,
        _ severity: Diagnostic.Severity, _ draft: CatalogDraft
    ) -> [Diagnostic] {
        draft.products.flatMap { product in
            draft.requiredLanguages.compactMap { language -> Diagnostic? in
                let value = text(product.value)[language] ?? ""
                guard value.allSatisfy(\.isWhitespace) else { return nil }
                let markets = draft.markets.filter { $0.requiredLanguages.contains(language) }.map(\.id).sorted()
                return Diagnostic(
                    code, severity, at: product.source.place(field, language.description),
                    [
                        "id": .text(product.value.id), "language": .text(language.description),
                        "markets": .text(markets.joined(separator: ", ")),
                    ])
            }
        }
    }
}

extension CatalogDraft {
    /// Every text of every product in every language, wherever in the document it stands.
    fileprivate func eachText(
        _ check: (_ language: LanguageTag, _ text: String, _ position: SourcePosition) -> [Diagnostic]
    ) -> [Diagnostic] {
        func visit(_ node: DocumentNode) -> [Diagnostic] {
            switch node.content {
            case .null, .scalar: []
            case .list(let elements): elements.flatMap(visit)
            case .map(let entries):
                entries.flatMap { entry -> [Diagnostic] in
                    guard let text = entry.value.text else { return visit(entry.value) }
                    guard let language = languages.first(where: { $0.description == entry.key }) else { return [] }
                    return check(language, text, entry.value.position)
                }
            }
        }
        return products.flatMap { visit($0.source) }
    }

    private var languages: [LanguageTag] { Set(markets.flatMap(\.languages)).sorted() }
}
