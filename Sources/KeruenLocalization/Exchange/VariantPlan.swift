/// Which variants a message needs in another language: English one and other become Russian one, few, many and other.
///
///     let message = try Message(".input {$n :integer} .match $n 0 {{none}} one {{one}} * {{many}}")
///     VariantPlan(message, in: .ru).keys        // 0, one, few, many, *
///
/// Exact numbers and words stay as the source has them; several selectors give every combination, the first one slowest.
struct VariantPlan {
    /// Nil where the message is one pattern.
    var keys: [[Message.Key]]? = []
    /// What all combinations would be; more than `most` are not made.
    var count = 1
    /// Whether the rules of every matched number are known.
    var hasRules = true

    /// Variants of one message.
    static let most = 1_000

    init(_ message: Message, in language: LanguageTag) {
        guard case .match(let selectors, let variants) = message.body else {
            keys = nil
            return
        }
        var choices: [[Message.Key]] = []
        for (index, selector) in selectors.enumerated() {
            let given = variants.compactMap { index < $0.keys.count ? $0.keys[index] : nil }
            let plural = message.pluralSelection(of: selector.variable)
            choices.append(choice(given, plural, language))
            let (product, overflow) = count.multipliedReportingOverflow(by: choices[index].count)
            count = overflow ? Int.max : product
        }
        guard count <= Self.most else { return }
        keys = choices.reduce([[]]) { rows, choice in rows.flatMap { row in choice.map { row + [$0] } } }
    }

    private mutating func choice(
        _ given: [Message.Key], _ plural: PluralSelection?, _ language: LanguageTag
    ) -> [Message.Key] {
        var result: [Message.Key] = []
        var known: Set<Message.Key> = [.catchall]
        for key in given {
            if plural != nil, let name = key.literal, name != PluralCategory.other.rawValue,
                PluralCategory(rawValue: name) != nil
            {
                continue
            }
            if known.insert(key).inserted { result.append(key) }
        }
        if let plural {
            let categories = PluralCategory.categories(of: language, isOrdinal: plural == .ordinal)
            if categories == nil { hasRules = false }
            let named = (categories ?? []).filter { $0 != .other }.map { Message.Key.literal($0.rawValue) }
            // `other` is written out by few; behind the language's own forms.
            let other = Message.Key.literal(PluralCategory.other.rawValue)
            result = result.filter { $0 != other } + named + (known.contains(other) ? [other] : [])
        }
        return result + [.catchall]
    }
}

/// How a number chooses a variant, besides by being equal to its key.
enum PluralSelection { case cardinal, ordinal }

extension Message.Key {
    var literal: String? { if case .literal(let text) = self { text } else { nil } }
}

extension PluralCategory {
    /// In CLDR's order, `other` last; nil where the language's rules are not known.
    static func categories(of language: LanguageTag, isOrdinal: Bool = false) -> [PluralCategory]? {
        guard let rules = try? PluralRules.shared(language, ordinal: isOrdinal) else { return nil }
        let known = Set(rules.categories)
        return allCases.filter(known.contains)
    }
}

extension Message {
    /// Nil where the variable is matched by what it is alone, as texts are.
    func pluralSelection(of variable: String) -> PluralSelection? {
        var name = variable
        // A message built by hand may declare a variable by itself.
        for _ in declarations {
            guard let declaration = declarations.last(where: { $0.variable == name }) else { return nil }
            let function = declaration.value.function
            if let function, !["number", "integer", "percent", "offset"].contains(function.name) { return nil }
            if case .literal(let select)? = function?.option("select") {
                return select == "ordinal" ? .ordinal : select == "exact" ? nil : .cardinal
            }
            guard !declaration.isInput, case .variable(let other)? = declaration.value.operand,
                declarations.contains(where: { $0.variable == other })
            else { return function == nil ? nil : .cardinal }
            name = other
        }
        return nil
    }
}
