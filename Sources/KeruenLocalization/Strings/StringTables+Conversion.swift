extension StringTables {
    /// With the languages that are written over from others: each string that they lack, labelled as converted.
    ///
    ///     strings.converted()[kkLatn, "shop.cart.title"]?.maker     // .converted
    ///
    /// What a file of the language has goes before it: somebody has put it right.
    public func converted(by conversions: [ScriptConversion] = ScriptConversion.standard) -> StringTables {
        var result = self
        for conversion in conversions {
            for (key, entry) in strings[conversion.from] ?? [:] {
                // What is there and can't be served would let another script through.
                let own = result[conversion.language, key]
                guard own == nil || own?.state == .new || own?.message?.isEmpty ?? true,
                    let converted = entry.converted(by: conversion)
                else { continue }
                result[conversion.language, key] = converted
            }
        }
        return result
    }

    /// With what a chain's first language can be given from the scripts that stand behind it.
    public func converted(along chain: [LanguageTag]) -> StringTables {
        guard let wanted = chain.first else { return self }
        return converted(by: chain.dropFirst().compactMap { ScriptConversion.into(wanted, from: $0) })
    }
}

extension Message {
    /// The message with its literal texts changed; what stands in placeholders stays.
    public func mapTexts(_ transform: (String) -> String) -> Message {
        mapPatterns { pattern in
            pattern.map { part in if case .text(let text) = part { .text(transform(text)) } else { part } }
        }
    }

    func mapPatterns(_ transform: ([Part]) -> [Part]) -> Message {
        var result = self
        switch body {
        case .pattern(let pattern): result.body = .pattern(transform(pattern))
        case .match(let selectors, let variants):
            result.body = .match(
                selectors: selectors,
                variants: variants.map { Variant($0.keys, transform($0.pattern), range: $0.range) })
        }
        return result
    }
}
