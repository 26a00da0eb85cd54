internal import Synchronization

/// What the programs of a language share: its plural rules, and each number format once.
final class ProgramContext: Sendable {
    let language: LanguageTag
    /// Nil where ICU has no formats of the language, or where the text's direction needs more care than a program takes.
    let plurals: PluralRules?
    private let numbers = Mutex<[NumberStyle: ProgramNumber]>([:])
    /// Of numbers without a function.
    let plainNumber: ProgramNumber?

    private init(_ language: LanguageTag) {
        self.language = language
        plurals = language.isRightToLeft ? nil : try? PluralRules.shared(language)
        plainNumber = ProgramNumber(language, .decimal)
    }

    func number(_ style: NumberStyle) -> ProgramNumber? {
        if style == .decimal { return plainNumber }
        return numbers.withLock { numbers in
            if let known = numbers[style] { return known }
            let number = ProgramNumber(language, style)
            numbers[style] = number
            return number
        }
    }

    private static let contexts = Mutex<[LanguageTag: ProgramContext]>([:])

    static func shared(_ language: LanguageTag) -> ProgramContext {
        contexts.withLock { contexts in
            if let known = contexts[language] { return known }
            let context = ProgramContext(language)
            contexts[language] = context
            return context
        }
    }
}

/// A number's format as programs use it; nil where it can't be written natively.
final class ProgramNumber: Sendable {
    let style: NumberStyle
    let native: NativeNumberPattern

    fileprivate init?(_ language: LanguageTag, _ style: NumberStyle) {
        guard let native = (try? DecimalFormatter.shared(language, style))?.native else { return nil }
        (self.style, self.native) = (style, native)
    }
}
