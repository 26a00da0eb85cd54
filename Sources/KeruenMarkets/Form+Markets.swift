extension Shape.Form {
    public static let languageTag = Self(
        "languageTag", pattern: "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$", example: "zh-Hans"
    ) { text in
        // A language, then perhaps a script and a region, in canonical form; variants and extensions name no text.
        guard let tag = try? LanguageTag(text), tag.description == text, tag.language.utf8.count <= 3 else {
            return false
        }
        let parts = [tag.language, tag.script, tag.region].compactMap(\.self)
        return parts.joined(separator: "-") == text && (tag.region?.utf8.count ?? 2) == 2
    }

    /// ISO 3166-1 alpha-2.
    public static let country = Self("country", pattern: "^[A-Z]{2}$", example: "KZ") { text in
        text.utf8.count == 2 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    }

    public static let date = Self("date", pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", example: "2027-06-05") { text in
        CivilDate(text) != nil
    }

    /// Decimal text; whether the currency has so many digits is a rule's question.
    public static let amount = Self("amount", pattern: "^-?[0-9]+(\\.[0-9]+)?$", example: "268.00") { text in
        let digits = text.dropFirst(text.hasPrefix("-") ? 1 : 0).split(
            separator: ".", omittingEmptySubsequences: false)
        return (1...2).contains(digits.count)
            && digits.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    }

    public static let measure = Self(
        "measure", pattern: "^[0-9]{1,9}(\\.[0-9]{1,3})? (mm|cm|m|g|kg|ml|l)$", example: "180 cm"
    ) { Measure($0) != nil }

    /// Lower-case identifiers that stand in addresses and file names.
    public static let identifier = Self(
        "identifier", pattern: "^[a-z0-9]+(-[a-z0-9]+)*$", example: "atlas-silk-scarf"
    ) { text in
        !text.isEmpty
            && text.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { part in
                !part.isEmpty
                    && part.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
            }
    }
}

extension Shape {
    /// A text in several languages: `{zh-Hans: …, ru: …, kk: …}`.
    public static let localizedText = Shape.map(key: .languageTag, .text)
}
