extension StringRule {
    /// What a program trips over: arguments, plural forms, markup, functions, length, age.
    static let structure: [StringRule] = [
        StringRule(
            "LOC0103", bad: "В корзине {$сколько} товаров", good: "В корзине {$count} товаров",
            source: "UTS #35, Part 9: Variables"
        ) { translation in
            let wanted = translation.source.message?.argumentNames ?? []
            let found = translation.message.argumentNames
            guard translation.source.message != nil else { return [] }
            guard wanted != found else { return translation.variantsWithoutArguments }
            return [
                ["wanted": .text(wanted.joined(separator: ", ")), "found": .text(found.joined(separator: ", "))]
            ]
        },
        StringRule(
            "LOC0104", bad: "one {{{$count} товар}} * {{{$count} товаров}}",
            good: "one {{{$count} товар}} few {{{$count} товара}} many {{{$count} товаров}} * {{{$count} товара}}",
            source: "CLDR plural rules"
        ) { translation in
            let missing = translation.message.missingCategories(in: translation.language)
            return missing.isEmpty ? [] : [["categories": .text(missing.joined(separator: ", "))]]
        },
        StringRule(
            "LOC0128", .warning, bad: "zh: one {{1 件商品}} * {{{$count} 件商品}}", good: "zh: * {{{$count} 件商品}}",
            source: "CLDR plural rules"
        ) { translation in
            let dead = translation.message.unreachableCategories(in: translation.language)
            return dead.isEmpty ? [] : [["categories": .text(dead.joined(separator: ", "))]]
        },
        StringRule(
            "LOC0108", .warning, bad: "source: «Pay within 3 days», ru: «Оплатите в течение 7 дней»",
            good: "ru: «Оплатите в течение 3 дней»", source: "the source's hash in the state file"
        ) { translation in translation.state == .stale ? [[:]] : [] },
        StringRule(
            "LOC0109", bad: "maxLength 12: «Перейти к оформлению заказа»", good: "«Оформить»",
            source: "the note maxLength of the source"
        ) { translation in
            guard let limit = translation.source.maxLength else { return [] }
            let longest = translation.longestLength
            return longest > limit ? [["length": .integer(longest), "limit": .integer(limit)]] : []
        },
        StringRule(
            "LOC0122", bad: "«Читайте условия» for «Read the {#link}terms{/link}»",
            good: "«Читайте {#link}условия{/link}»",
            source: "UTS #35, Part 9: Markup"
        ) { translation in
            guard let source = translation.source.message,
                source.markupNames != translation.message.markupNames
                    || source.hasBalancedMarkup && !translation.message.hasBalancedMarkup
            else { return [] }
            return [["wanted": .text(source.markupNames.sorted().joined(separator: ", "))]]
        },
        StringRule(
            "LOC0124", bad: "{$price :curency currency=KZT}", good: "{$price :currency currency=KZT}",
            source: "UTS #35, Part 9: Functions"
        ) { translation in
            translation.sampleErrors.map(\.arguments)
        },
        StringRule(
            "LOC0125", .warning, bad: "{$count} for {$count :integer}", good: "{$count :integer}",
            source: "digits and groups are each language's own"
        ) { translation in
            guard let source = translation.source.message else { return [] }
            return source.argumentNames.filter { name in
                guard translation.message.argumentNames.contains(name), let wanted = source.function(ofArgument: name)
                else { return false }
                return translation.message.function(ofArgument: name) == nil && wanted.name != "string"
            }.map { ["argument": .text($0)] }
        },
        StringRule(
            "LOC0126", .note, bad: "origin: machine, state: needs-review", good: "state: reviewed",
            source: "the state file"
        ) { translation in translation.state == .needsReview && translation.entry.maker == .machine ? [[:]] : [] },
    ]
}

extension Translation {
    /// The length of the longest text that the sample values of the arguments give.
    var longestLength: Int {
        samples.map { message.format($0, in: language, bidi: .none).text.count }.max() ?? 0
    }

    /// What formatting complains of, whatever the values are: functions and options that do not exist.
    var sampleErrors: [MessageError] {
        let errors = samples.flatMap { message.format($0, in: language, bidi: .none).errors }
            .filter { [.unknownFunction, .badOption, .badOperand, .badVariantKey].contains($0.code) }
        return Set(errors + message.unknownOptions()).sorted { $0.reason < $1.reason }
    }

    /// Values that reach every plural form, with fractions where the message takes them.
    private var samples: [[String: MessageArgument]] {
        let names = message.argumentNames
        guard !names.isEmpty else { return [[:]] }
        let numbers: [MessageArgument] = [1, 2, 5, 21, 1_000, .decimal("1.5")]
        return numbers.map { number in
            Dictionary(uniqueKeysWithValues: names.map { ($0, sample($0, number)) })
        }
    }

    private func sample(_ name: String, _ number: MessageArgument) -> MessageArgument {
        let type = source.type(of: name)
        if let example = source.arguments[name]?.examples.first, type != .integer {
            let typed = MessageArgument(typed: example)
            return type == .money ? money(typed.plain, name) : typed
        }
        switch type {
        case .integer, .number: return number
        case .money: return money("1990.00", name)
        case .date: return .moment(MessageMoment(daysSince1970: 20_974))
        case .text: return .text(String(repeating: "x", count: 8))
        }
    }
}

extension Translation {
    /// An amount, in the currency that the message names where it names one.
    fileprivate func money(_ amount: String, _ name: String) -> MessageArgument {
        let named =
            message.function(ofArgument: name)?.option("currency")
            ?? source.message?.function(ofArgument: name)?.option("currency")
        if case .literal(let code)? = named { return .money(amount, currency: code) }
        return .money(amount, currency: "KZT")
    }

    /// Variants of categories and of `*` that lack an argument which the source's `*` shows. An exact number may do without, and
    /// so may `one` where it is 1 alone.
    fileprivate var variantsWithoutArguments: [[String: Diagnostic.Argument]] {
        guard case .match(_, let variants) = message.body, let shown = source.message?.shownInFallback else {
            return []
        }
        return variants.compactMap { variant in
            let isExact = variant.keys.contains { key in
                guard case .literal(let text) = key else { return false }
                return text.first?.isNumber == true || text == "one" && language.language != "ru"
            }
            let missing = shown.subtracting(variant.pattern.shownArguments)
            guard !isExact, !missing.isEmpty else { return nil }
            return [
                "wanted": .text(shown.sorted().joined(separator: ", ")),
                "found": .text(variant.pattern.shownArguments.sorted().joined(separator: ", ")),
            ]
        }
    }
}

extension Message {
    /// The arguments that the pattern shows, or the variant of nothing but `*`.
    fileprivate var shownInFallback: Set<String> {
        switch body {
        case .pattern(let pattern): pattern.shownArguments
        case .match(_, let variants):
            variants.first { $0.keys.allSatisfy { $0 == .catchall } }?.pattern.shownArguments ?? []
        }
    }

    /// Whether each opening of markup has its closing, in order.
    fileprivate var hasBalancedMarkup: Bool {
        patterns.allSatisfy { pattern in
            var open: [String] = []
            for case .markup(let markup) in pattern {
                switch markup.kind {
                case .open: open.append(markup.name)
                case .close: if open.popLast() != markup.name { return false }
                case .standalone: break
                }
            }
            return open.isEmpty
        }
    }

    /// Plural forms that no number takes in a language.
    fileprivate func unreachableCategories(in language: LanguageTag) -> [String] {
        guard case .match(let selectors, let variants) = body, let rules = try? PluralRules.shared(language) else {
            return []
        }
        let known = Set(rules.categories.map(\.rawValue))
        let all = Set(PluralCategory.allCases.map(\.rawValue))
        var dead: Set<String> = []
        for (column, selector) in selectors.enumerated() {
            guard let function = function(of: selector.variable),
                ["integer", "number", "offset"].contains(function.name),
                function.option("select") != .literal("ordinal")
            else { continue }
            for case .literal(let key) in variants.map({ $0.keys[column] })
            where all.contains(key) && !known.contains(key) {
                dead.insert(key)
            }
        }
        return dead.sorted()
    }
}

extension [Message.Part] {
    fileprivate var shownArguments: Set<String> {
        Set(
            compactMap { part in
                if case .placeholder(let expression) = part, case .variable(let name)? = expression.operand {
                    name
                } else {
                    nil
                }
            })
    }
}
