/// Words that say how others belong together, and nothing of what is wanted: «чеканка по меди» is found without «по».
enum FunctionWords {
    /// Of a query, those that are no such words; all where nothing would be left.
    static func removed(from tokens: [SearchToken], in language: LanguageTag) -> [SearchToken] {
        guard let words = words[language.language] else { return tokens }
        let telling = tokens.filter { !words.contains($0.text) }
        return telling.isEmpty ? tokens : telling
    }

    private static let words: [String: Set<String>] = [
        "ru": [
            "и", "в", "во", "на", "по", "из", "с", "со", "для", "от", "до", "за", "у", "о", "об", "к", "ко", "а", "или",
            "без", "под",
            "над", "не",
        ],
        "kk": ["мен", "пен", "бен", "және", "үшін", "туралы", "немесе", "де", "да"],
        "en": ["the", "a", "an", "of", "for", "and", "with", "in", "from", "to"],
    ]
}
