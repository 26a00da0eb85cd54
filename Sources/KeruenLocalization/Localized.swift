/// One thing in several languages, that tells which of them it answered in.
///
///     let title = Localized<String>([.ru: "Дутар", .zhHans: "都塔尔"])
///     title.served(along: [.kk, .ru])      // value "Дутар", language ru, origin .fallback(from: kk)
public struct Localized<Value: Sendable>: Sendable {
    public var values: [LanguageTag: Value]

    public init(_ values: [LanguageTag: Value]) { self.values = values }

    /// The value in exactly this language.
    public subscript(language: LanguageTag) -> Value? { values[language] }

    /// The first value along a chain whose head is what the reader asked for; nil where none has one.
    public func served(along chain: [LanguageTag]) -> Served<Value>? {
        guard let wanted = chain.first else { return nil }
        for language in chain {
            if let value = values[language] {
                return Served(
                    value: value, language: language, origin: language == wanted ? .original : .fallback(from: wanted))
            }
        }
        return nil
    }

    public func mapValues<T: Sendable>(_ transform: (Value) throws -> T) rethrows -> Localized<T> {
        Localized<T>(try values.mapValues(transform))
    }
}

extension Localized<String> {
    /// The first text along a chain, written over where the chain crosses a script of the language asked for.
    ///
    ///     title.served(along: [kkLatn, .kk, .ru])      // "Dutar", language kk-Latn, origin .converted(from: kk)
    ///
    /// A script is never crossed without that: a reader of kk-Latn gets no Cyrillic Kazakh.
    public func served(along chain: [LanguageTag]) -> Served<String>? {
        guard let wanted = chain.first else { return nil }
        for language in chain {
            guard let text = values[language] else { continue }
            if language == wanted { return Served(value: text, language: wanted, origin: .original) }
            guard let conversion = ScriptConversion.into(wanted, from: language) else {
                return Served(value: text, language: language, origin: .fallback(from: wanted))
            }
            return Served(value: conversion.text(text), language: wanted, origin: .converted(from: language))
        }
        return nil
    }
}

extension Localized: Equatable where Value: Equatable {}
extension Localized: Hashable where Value: Hashable {}

extension Localized: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (LanguageTag, Value)...) {
        values = Dictionary(elements, uniquingKeysWith: { first, _ in first })
    }
}

/// A value, the language it is in, and how it came to be in that one.
///
/// A page marks what is not in the language asked for: `lang` follows `language`, a note follows `origin`.
public struct Served<Value: Sendable>: Sendable {
    public var value: Value
    public var language: LanguageTag
    public var origin: Origin

    public init(value: Value, language: LanguageTag, origin: Origin) {
        self.value = value
        self.language = language
        self.origin = origin
    }

    public func map<T: Sendable>(_ transform: (Value) -> T) -> Served<T> {
        Served<T>(value: transform(value), language: language, origin: origin)
    }
}

/// How a text came to be in the language it is in.
public enum Origin: Hashable, Sendable {
    /// Written in the language asked for.
    case original
    /// Taken from another language, because this one has none.
    case fallback(from: LanguageTag)
    /// Written over from another script of the same language.
    case converted(from: LanguageTag)
}

extension Served: Equatable where Value: Equatable {}
extension Served: Hashable where Value: Hashable {}
