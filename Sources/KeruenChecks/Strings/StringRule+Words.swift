extension StringRule {
    /// What is wrong with words and marks: left untranslated, another term, marks of another language.
    static let words: [StringRule] = [
        StringRule(
            "LOC0111", .warning, bad: "ru: «Delivery» for «Delivery»", good: "«Доставка»",
            source: "identical strings are the commonest gap in shipped translations"
        ) { translation in
            guard translation.isSameAsSource, !translation.source.sameIn.contains(translation.language),
                !translation.isBrand, translation.source.text.hasPlainWord,
                Script.ofTag(translation.language.maximized.script ?? "") != .latin || translation.isLongerThanAName
            else { return [] }
            return [["text": .text(translation.entry.source)]]
        },
        StringRule(
            "LOC0112", .warning, bad: "kk: «Добавить в корзину», as in ru", good: "kk: «Себетке салу»",
            source: "Kazakhstan's law on languages, art. 21"
        ) { translation in
            guard translation.language.readsLike(.kk), let russian = translation.russian,
                russian.source == translation.entry.source, translation.hasSeveralWords, translation.hasSmallWord,
                translation.texts.contains(where: { $0.dominantScript == .cyrillic })
            else { return [] }
            return [["text": .text(translation.entry.source)]]
        },
        StringRule(
            "LOC0113", .warning, bad: "kk: «Арбаға салу» where a cart is «себет»", good: "«Себетке салу»",
            source: "Locales/source/glossary.json"
        ) { translation in
            let source = " " + (translation.source.message?.texts.joined(separator: " ").lowercased() ?? "") + " "
            let text = translation.texts.joined(separator: " ").lowercased()
            return translation.glossary.terms.filter { term in
                guard let wanted = term.translations[translation.language], source.hasWord(term.term.lowercased())
                else {
                    return false
                }
                return !wanted.contains { text.contains($0.lowercased()) }
            }.map { term in
                [
                    "term": .text(term.term),
                    "wanted": .text(term.translations[translation.language]?.joined(separator: ", ") ?? ""),
                ]
            }
        },
        StringRule(
            "LOC0114", .warning, bad: "zh: «已加入购物车.»", good: "«已加入购物车。»",
            source: "GB/T 15834; Russian and Kazakh use «»"
        ) { translation in
            Punctuation(translation).faults.map { ["mark": .text($0)] }
        },
        StringRule(
            "LOC0115", .warning, bad: "«Ваш  заказ», «Вес: {$value}кг»", good: "«Ваш заказ», «Вес: {$value} кг»",
            source: "spaces that nobody meant, or forgot"
        ) { translation in Spacing(translation).isFaulty ? [[:]] : [] },
        StringRule(
            "LOC0129", .warning, bad: "ru: «Скидка 30%»; zh: «优惠 30 %»", good: "ru: «30\u{A0}%»; zh: «30%»",
            source: "CLDR percent patterns"
        ) { translation in Percent.fault(translation).map { [["wanted": .text($0)]] } ?? [] },
        StringRule(
            "LOC0123", bad: "kk: month 3 is «сәуір»", good: "«наурыз»",
            source: "CLDR calendars; months were swapped in a shipped Kazakh file"
        ) { translation in CalendarNames.fault(translation).map { [$0] } ?? [] },
    ]
}

extension Translation {
    var isSameAsSource: Bool { entry.source == source.text }

    /// A name, a size or a code: the source has no small-letter word either.
    var isBrand: Bool {
        source.message?.texts.joined(separator: " ").split { !$0.isLetter }
            .allSatisfy {
                $0.first?.isUppercase == true && ($0.count < 3 || $0.dropFirst().contains(where: \.isUppercase))
            } ?? false
    }

    /// Names are in capitals: «Кабо-Верде» is the same in both languages.
    var hasSmallWord: Bool {
        texts.joined(separator: " ").split { !$0.isLetter }.contains { $0.count > 2 && $0.first?.isLowercase == true }
    }

    /// Single words are shared for good reasons: «Интерфейс», «Артикул».
    var hasSeveralWords: Bool { texts.joined(separator: " ").split { !$0.isLetter }.count > 1 }

    /// Two words, or one of more than four letters.
    var isLongerThanAName: Bool {
        let words = texts.joined(separator: " ").split { !$0.isLetter }
        return words.count > 1 || words.contains { $0.count > 4 }
    }
}

extension String {
    /// Whether it has a word of a language rather than codes: KP_Left, %s and 12x19 have none.
    var hasPlainWord: Bool {
        split { $0.isWhitespace || ".,:;!?()«»“”\"…/".contains($0) }.contains { word in
            word.count > 3 && word.allSatisfy(\.isLetter) && !word.dropFirst().contains(where: \.isUppercase)
        }
    }

    /// Whether it holds a word, in the plural too.
    fileprivate func hasWord(_ word: String) -> Bool {
        split { !$0.isLetter && $0 != " " }.joined(separator: " ").split(separator: " ").contains {
            $0 == word || $0 == word + "s"
        } || word.contains(" ") && contains(word)
    }
}

/// Names of months and weekdays, which stand in tables of strings now and then, against CLDR's.
private enum CalendarNames {
    /// A key that ends in month1 … month12 or weekday1 (Monday) … weekday7, whose text is none of its month's or day's names.
    static func fault(_ translation: Translation) -> [String: Diagnostic.Argument]? {
        guard let last = translation.source.key.split(separator: ".").last,
            let text = translation.texts.first?.lowercased()
        else { return nil }
        for (prefix, count, skeletons) in [
            ("month", 12, ["LLLL", "MMMM", "LLL", "MMM"]), ("weekday", 7, ["cccc", "EEEE", "ccc", "EEE"]),
        ] {
            guard last.hasPrefix(prefix), let number = Int(last.dropFirst(prefix.count)), (1...count).contains(number)
            else { continue }
            // 2024-01-01 was a Monday, and its months begin like any other's.
            let day = prefix == "month" ? "2024-\(number < 10 ? "0" : "")\(number)-15" : "2024-01-0\(number)"
            let names = skeletons.compactMap { skeleton -> String? in
                guard let formatter = try? MomentFormatter.shared(translation.language, skeleton: skeleton) else {
                    return nil
                }
                return MessageMoment(day).flatMap { try? formatter.format($0) }?.lowercased()
            }
            guard let wanted = names.first, !names.contains(text) else { return nil }
            return ["text": .text(text), "wanted": .text(wanted)]
        }
        return nil
    }
}
