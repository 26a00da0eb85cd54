extension StringRule {
    /// What is wrong with words and marks: left untranslated, another term, marks of another language.
    static let words: [StringRule] = [
        StringRule(
            "LOC0111", .warning, bad: "ru: «Delivery» for «Delivery»", good: "«Доставка»",
            source: "identical strings are the commonest gap in shipped translations"
        ) { translation in
            guard translation.isSameAsSource, !translation.isBrand, translation.source.text.contains(where: \.isLetter),
                Script.ofTag(translation.language.maximized.script ?? "") != .latin || translation.isLongerThanAName
            else { return [] }
            return [["text": .text(translation.entry.source)]]
        },
        StringRule(
            "LOC0112", .warning, bad: "kk: «Корзина» for ru «Корзина»", good: "kk: «Себет»",
            source: "Kazakhstan's law on languages, art. 21"
        ) { translation in
            guard translation.language.readsLike(.kk), let russian = translation.russian,
                russian.source == translation.entry.source, translation.hasSeveralWords,
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
            "LOC0115", .warning, bad: "«Ваш  заказ »", good: "«Ваш заказ»", source: "spaces nobody meant"
        ) { translation in
            let sourcePatterns = translation.source.message?.patterns.count ?? 0
            let isPadded =
                translation.source.text.first?.isWhitespace == true
                || translation.source.text.last?.isWhitespace == true
            guard sourcePatterns > 0, !isPadded else { return [] }
            return translation.patterns.contains {
                $0.contains("  ") || $0.first?.isWhitespace == true || $0.last?.isWhitespace == true
            }
                ? [[:]] : []
        },
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

    /// Single words are shared for good reasons: «Интерфейс», «Артикул».
    var hasSeveralWords: Bool { texts.joined(separator: " ").split { !$0.isLetter }.count > 1 }

    /// Two words, or one of more than four letters.
    var isLongerThanAName: Bool {
        let words = texts.joined(separator: " ").split { !$0.isLetter }
        return words.count > 1 || words.contains { $0.count > 4 }
    }
}

extension String {
    /// Whether it holds a word, in the plural too.
    fileprivate func hasWord(_ word: String) -> Bool {
        split { !$0.isLetter && $0 != " " }.joined(separator: " ").split(separator: " ").contains {
            $0 == word || $0 == word + "s"
        } || word.contains(" ") && contains(word)
    }
}

/// The marks that a text should have: those of its language, and at its end what the source has.
private struct Punctuation {
    let translation: Translation

    init(_ translation: Translation) { self.translation = translation }

    var faults: [String] {
        let patterns = translation.patterns
        var faults: [String] = []
        let script = translation.language.maximized.script
        switch script {
        case "Hans", "Hant":
            for pattern in patterns { faults += asciiMarks(in: pattern) }
        case "Cyrl":
            if patterns.contains(where: { $0.contains("\"") }) { faults.append("\"") }
        case "Arab":
            if patterns.contains(where: { hasMark([",", "?", ";"], in: $0) }) { faults.append(", ? ;") }
        default: break
        }
        if let wanted = translation.source.message?.patterns.last?.last.flatMap(end),
            let found = translation.message.patterns.last?.last.flatMap(end), wanted != found, faults.isEmpty
        {
            faults.append(wanted == .none ? "" : String(describing: wanted.rawValue))
        }
        return faults
    }

    /// ASCII's marks beside Han.
    private func asciiMarks(in text: String) -> [String] {
        let characters = Array(text)
        return characters.indices.compactMap { at in
            guard [",", ".", "!", "?", ";", ":"].contains(characters[at]), at > 0 else { return nil }
            let before = characters[at - 1].unicodeScalars.first.flatMap(Script.init(of:))
            return before?.rawValue == "Hani" ? String(characters[at]) : nil
        }
    }

    /// A mark between letters of Arabic.
    private func hasMark(_ marks: Set<Character>, in text: String) -> Bool {
        let characters = Array(text)
        return characters.indices.contains { at in
            marks.contains(characters[at]) && at > 0
                && characters[at - 1].unicodeScalars.first.flatMap(Script.init(of:))?.rawValue == "Arab"
        }
    }

    private enum End: String {
        case stop = ".", question = "?", exclamation = "!", colon = ":", ellipsis = "…", none = ""
    }

    /// How a pattern ends, in the sense of its mark.
    private func end(_ part: Message.Part) -> End? {
        guard case .text(let text) = part else { return End.none }
        switch text.last(where: { !"»”\"’)）」』 ".contains($0) }) {
        case ".", "。", "۔": return text.hasSuffix("...") ? .ellipsis : .stop
        case "?", "？", "؟": return .question
        case "!", "！": return .exclamation
        case ":", "：": return .colon
        case "…": return .ellipsis
        default: return End.none
        }
    }
}

/// Names of months and weekdays, which stand in tables of strings now and then, against CLDR's.
private enum CalendarNames {
    /// A key that ends in month1 … month12 or weekday1 (Monday) … weekday7, whose text is another month's or day's name.
    static func fault(_ translation: Translation) -> [String: Diagnostic.Argument]? {
        let key = translation.source.key
        guard let last = key.split(separator: ".").last, let text = translation.texts.first?.lowercased() else {
            return nil
        }
        for (prefix, count, skeleton) in [("month", 12, "LLLL"), ("weekday", 7, "cccc")] {
            guard last.hasPrefix(prefix), let number = Int(last.dropFirst(prefix.count)), (1...count).contains(number),
                let formatter = try? MomentFormatter.shared(translation.language, skeleton: skeleton)
            else { continue }
            let names = (1...count).map { at -> String in
                // 2024-01-01 was a Monday, and its months begin like any other's.
                let text = prefix == "month" ? "2024-\(at < 10 ? "0" : "")\(at)-15" : "2024-01-0\(at)"
                return MessageMoment(text).flatMap { try? formatter.format($0) }?.lowercased() ?? ""
            }
            guard names[number - 1] != text, names.contains(text) else { return nil }
            return ["text": .text(text), "wanted": .text(names[number - 1])]
        }
        return nil
    }
}
