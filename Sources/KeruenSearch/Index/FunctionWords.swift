/// Words that say how others belong together, and nothing of what is wanted: «чеканка по меди» is found without «по».
enum FunctionWords {
    static func contains(_ token: SearchToken, in language: LanguageTag) -> Bool {
        words[language.language]?.contains(token.text) ?? false
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
