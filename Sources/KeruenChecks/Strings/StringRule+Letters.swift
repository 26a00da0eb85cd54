extension StringRule {
    /// What is wrong with single letters: scripts, encodings, alphabets, marks.
    static let letters: [StringRule] = [
        StringRule(
            "LOC0105", bad: "«cлишком» with a Latin c", good: "«слишком»",
            source: "faults of shipped Russian and Kazakh translations"
        ) { translation in
            translation.texts.flatMap { text in
                text.mixedScriptWords.map { slip -> [String: Diagnostic.Argument] in
                    [
                        "word": .text(String(slip.word)), "letter": .text(String(slip.intruder)),
                        "script": .text(slip.script.rawValue),
                    ]
                } + (translation.language.maximized.script == "Arab" ? text.wordsOfArabicAndOthers : [])
            }
        },
        StringRule(
            "LOC0110", bad: "ru: «Add to cart»", good: "ru: «В корзину»", source: "CLDR: the script of the language"
        ) { translation in
            guard let script = translation.language.maximized.script.flatMap(Script.ofTag), !translation.isBrand,
                let found = translation.texts.joined(separator: " ").dominantScript, found != script,
                !translation.isSameAsSource, translation.texts.contains(where: \.hasPlainWord)
            else { return [] }
            let letters = translation.texts.joined().lettersByScript
            return letters[script] == nil ? [["script": .text(found.rawValue)]] : []
        },
        inspection(
            "LOC0116", .mojibake, bad: "«РЁРµР»Рє»", good: "«Шёлк»", source: "UTF-8 read as Windows-1251 or GBK"),
        inspection("LOC0117", .notNFC, bad: "й of two characters", good: "й of one", source: "UAX #15"),
        inspection(
            "LOC0118", .invisible, bad: "a zero-width space in «Се\u{200B}бет»", good: "«Себет»", source: "UTS #39"),
        inspection("LOC0118", .replacementCharacter, bad: "«Ж\u{FFFD}бек»", good: "«Жібек»", source: "UTS #39"),
        inspection(
            "LOC0105", .homoglyph, bad: "«ќазаќ» with Macedonian letters", good: "«қазақ»",
            source: "fonts of the nineties"),
        inspection(
            "LOC0120", .traditionalInSimplified, bad: "zh-Hans: «購物車»", good: "«购物车»", source: "GB 18030, OpenCC"),
        inspection("LOC0120", .simplifiedInTraditional, bad: "zh-Hant: «购物车»", good: "«購物車»", source: "OpenCC"),
        inspection(
            "LOC0121", .russianInKazakh, bad: "kk: «Добавить товар в корзину»", good: "«Тауарды себетке салу»",
            source: "Kazakhstan's law on languages, art. 21"),
        inspection(
            "LOC0121", .kazakhInRussian, bad: "ru: «Тауарды себетке салу»", good: "«Добавить товар в корзину»",
            source: "the language of the file"),
        StringRule(
            "LOC0119", bad: "kk-Arab: «كېلىن» with Uyghur ې", good: "«كەلىن»",
            source: "the letters of the language: CLDR exemplars; the 31 letters of 2021; төте жазу"
        ) { translation in
            var found = translation.texts.flatMap(\.foreignSigns).map { (word: $0, letter: $0) }
            if let alphabet = Alphabet(translation.language) {
                let source = translation.source.text
                found += translation.texts.flatMap { alphabet.strangers(in: $0, source: source) }
            }
            return found.map { ["word": .text($0.word), "letter": .text($0.letter)] }
        },
        StringRule(
            "LOC0118", bad: "kk: «Сал?ын суда жуы?ыз»", good: "«Салқын суда жуыңыз»",
            source: "letters that an encoding did not have"
        ) { translation in
            translation.texts.filter(\.hasLostLetters).map { ["word": .text($0), "letter": "?"] }
        },
    ]

    /// A rule that the inspection of texts checks already.
    private static func inspection(
        _ code: Diagnostic.Code, _ kind: TextFinding.Kind, bad: String, good: String, source: String
    ) -> StringRule {
        StringRule(code, bad: bad, good: good, source: source) { translation in
            let source = translation.source.text
            // A row of question marks that the source has as well is lost by nobody.
            return translation.inspected.filter {
                $0.kind == kind && !($0.text.allSatisfy { $0 == "?" } && source.contains("??"))
            }
            .map { finding in
                [
                    "word": .text(String(finding.text)), "letter": .text(finding.text.visiblePoints),
                    "repair": .text(finding.repair ?? ""),
                ]
            }
        }
    }
}

extension Script {
    /// By the script that a language tag names.
    static func ofTag(_ code: String) -> Script? {
        switch code {
        case "Hans", "Hant": Script(rawValue: "Hani")
        default: Script(rawValue: code)
        }
    }
}

extension String {
    /// Whether a question mark stands between two letters of Cyrillic.
    fileprivate var hasLostLetters: Bool {
        let characters = Array(self)
        func isCyrillic(_ at: Int) -> Bool {
            characters.indices.contains(at)
                && characters[at].unicodeScalars.first.flatMap(Script.init(of:)) == .cyrillic
        }
        return characters.indices.contains { characters[$0] == "?" && isCyrillic($0 - 1) && isCyrillic($0 + 1) }
    }

    /// Words of Arabic letters with others among them.
    fileprivate var wordsOfArabicAndOthers: [[String: Diagnostic.Argument]] {
        split { !$0.isLetter }.compactMap { word in
            let letters = word.map { ($0, $0.unicodeScalars.first.flatMap(Script.init(of:))) }
            guard letters.contains(where: { $0.1?.rawValue == "Arab" }),
                let stranger = letters.first(where: { $0.1 == .latin || $0.1 == .cyrillic })
            else { return nil }
            return [
                "word": .text(String(word)), "letter": .text(String(stranger.0)),
                "script": .text(stranger.1?.rawValue ?? ""),
            ]
        }
    }
}

extension Substring {
    /// The code points of what can't be seen.
    fileprivate var visiblePoints: String {
        unicodeScalars.filter { !$0.properties.isAlphabetic }
            .map { "U+" + String($0.value, radix: 16, uppercase: true) }.joined(separator: " ")
    }
}
