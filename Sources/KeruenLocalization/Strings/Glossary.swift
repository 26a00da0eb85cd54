public import Foundation

/// The words that a shop always translates alike: `Locales/source/glossary.json`.
///
///     [{"term": "cart", "translations": {"ru": ["корзин"], "kk": ["себет"]}}]
///
/// Translations are the beginnings that all forms of the word have; one of them is enough.
public struct Glossary: Hashable, Sendable {
    public struct Term: Hashable, Sendable {
        public var term: String
        public var translations: [LanguageTag: [String]]

        public init(term: String, translations: [LanguageTag: [String]]) {
            (self.term, self.translations) = (term, translations)
        }
    }

    public var terms: [Term]

    public init(terms: [Term] = []) { self.terms = terms }

    /// - Throws: `Refusal` where the file is no list of terms.
    public init(_ data: Data, file: String) throws(Refusal) {
        let root = try DocumentReader().read(data, as: file)
        terms = root.elements.compactMap { node in
            guard let term = node["term"]?.text else { return nil }
            let translations = (node["translations"]?.entries ?? []).compactMap { entry in
                (try? LanguageTag(entry.key)).map { ($0, entry.value.elements.compactMap(\.text)) }
            }
            return Term(term: term, translations: Dictionary(translations, uniquingKeysWith: { first, _ in first }))
        }
    }
}
