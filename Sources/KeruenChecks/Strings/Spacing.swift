/// Spaces that nobody meant, and those that were forgotten beside a placeholder.
struct Spacing {
    let translation: Translation

    init(_ translation: Translation) { self.translation = translation }

    var isFaulty: Bool {
        let source = translation.source.text
        if source.first?.isWhitespace == true || source.last?.isWhitespace == true { return false }
        // A table of the source's, or its habit of two spaces behind a full stop, is meant.
        let hasColumns = source.contains("  ")
        return translation.patterns.contains { text in
            !hasColumns && text.contains("  ") || text.first?.isWhitespace == true || text.last?.isWhitespace == true
                || text.contains("« ") || text.contains(" »")
        } || gluesPlaceholders
    }

    /// «{$value}кг»: a letter right beside a value, where the source parts its values from its words.
    private var gluesPlaceholders: Bool {
        guard ["Cyrl", "Latn"].contains(translation.language.maximized.script), let source = translation.source.message,
            !source.patterns.contains(where: isGlued)
        else { return false }
        return translation.message.patterns.contains(where: isGlued)
    }

    private func isGlued(_ pattern: [Message.Part]) -> Bool {
        zip(pattern, pattern.dropFirst()).contains { first, second in
            switch (first, second) {
            case (.text(let text), .placeholder): text.last.map { $0.isLetter || ":,;".contains($0) } ?? false
            case (.placeholder, .text(let text)): text.first?.isLetter ?? false
            default: false
            }
        }
    }
}

/// Percent signs, which Russian parts from the number by a no-break space and Chinese does not.
enum Percent {
    /// A letter, and no Han, which stands right beside numbers.
    private static func isAlphabetic(_ character: Character) -> Bool {
        character.isLetter && character.unicodeScalars.first.flatMap(Script.init(of:))?.rawValue != "Hani"
    }

    /// How it should be written; nil where it is, or where there is none.
    static func fault(_ translation: Translation) -> String? {
        let isApart: Bool
        switch translation.language.language {
        case "ru": isApart = true
        case "zh": isApart = false
        default: return nil
        }
        for text in translation.patterns {
            let characters = Array(text)
            for at in characters.indices where characters[at] == "%" && at > 0 {
                // Beside a number alone: %s is a program's.
                let space = [" ", "\u{A0}"].contains(characters[at - 1]) ? characters[at - 1] : nil
                guard space == nil || at > 1 else { continue }
                let before = characters[at - (space == nil ? 1 : 2)]
                guard before.isNumber || before == "\u{FFFC}" else { continue }
                // %o is a program's, and in «АРГ1 % АРГ2» it divides.
                if at + 1 < characters.count, isAlphabetic(characters[at + 1]) { continue }
                let word = characters[..<(at - (space == nil ? 0 : 1))].reversed().prefix { $0.isLetter || $0.isNumber }
                if word.contains(where: isAlphabetic) { continue }
                if isApart, space != "\u{A0}" { return "30\u{A0}%" }
                if !isApart, space != nil { return "30%" }
            }
        }
        return nil
    }
}
