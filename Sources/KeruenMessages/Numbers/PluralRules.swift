internal import ICUShims
internal import Synchronization

/// What a language tells apart behind a number.
public enum PluralCategory: String, CaseIterable, Hashable, Sendable {
    case zero, one, two, few, many, other

    /// The place among all.
    var index: Int {
        switch self {
        case .zero: 0
        case .one: 1
        case .two: 2
        case .few: 3
        case .many: 4
        case .other: 5
        }
    }
}

/// The plural category that a number takes: one, few, many, other.
///
///     try PluralRules(.ru).category(of: "22", as: DecimalFormatter(.ru, .integer))      // .few
///
/// A number counts as it is written: 1 and 1.0 may differ. Chinese, Russian, Kazakh and English are decided natively, by
/// CLDR's rules; tests hold them against ICU.
@safe public final class PluralRules: Sendable {
    nonisolated(unsafe) private let handle: OpaquePointer
    private let native: (@Sendable (DecimalOperands) -> PluralCategory)?

    public convenience init(_ language: LanguageTag, ordinal: Bool = false) throws(TextError) {
        try self.init(language, ordinal: ordinal, isNative: true)
    }

    init(_ language: LanguageTag, ordinal: Bool = false, isNative: Bool) throws(TextError) {
        var status: Int32 = 0
        let tag = try FormattingLanguage(language).tag
        guard let handle = unsafe kicu_plural_rules_open(tag.description, ordinal, &status) else {
            throw TextError(status: status)
        }
        unsafe self.handle = handle
        native = isNative && !ordinal ? Self.nativeRules(tag.language) : nil
    }

    deinit { unsafe kicu_plural_rules_close(handle) }

    /// - Throws: `TextError` when the text is no decimal number.
    public func category(of decimal: String, as format: DecimalFormatter) throws(TextError) -> PluralCategory {
        if let native, let number = DecimalNumber(decimal), let operands = DecimalOperands(number, format.style) {
            return native(operands)
        }
        let name = try unsafe icuString { (out, capacity, status) in
            unsafe kicu_plural_rules_select(handle, format.handle, decimal, out, capacity, &status)
        }
        return PluralCategory(rawValue: name) ?? .other
    }

    /// Natively; nil where ICU has to be asked.
    @inline(__always)
    func nativeCategory(of coefficient: Int64, scale: Int, _ style: NumberStyle) -> PluralCategory? {
        guard let native, let operands = DecimalOperands(coefficient, scale, style) else { return nil }
        return native(operands)
    }

    /// The categories that the language tells apart, `other` among them.
    public var categories: [PluralCategory] {
        let list = try? unsafe icuString { (out, capacity, status) in
            unsafe kicu_plural_rules_categories(handle, out, capacity, &status)
        }
        return (list ?? "other").split(separator: "\0").compactMap { PluralCategory(rawValue: String($0)) }
    }

    // CLDR 42, plurals.xml.
    private static func nativeRules(_ language: String) -> (@Sendable (DecimalOperands) -> PluralCategory)? {
        switch language {
        case "zh": { _ in .other }
        case "kk": { $0.whole == 1 && $0.fraction == 0 ? .one : .other }
        case "en": { $0.whole == 1 && $0.visibleFractionDigits == 0 ? .one : .other }
        case "ru":
            { number in
                guard number.visibleFractionDigits == 0 else { return .other }
                let (tens, ones) = (number.whole % 100, number.whole % 10)
                if ones == 1, tens != 11 { return .one }
                return (2...4).contains(ones) && !(12...14).contains(tens) ? .few : .many
            }
        default: nil
        }
    }
}

extension PluralRules {
    private struct Key: Hashable {
        var language: LanguageTag
        var isOrdinal: Bool
    }

    private static let shared = Mutex<[Key: PluralRules]>([:])

    /// One for each language of the process.
    public static func shared(_ language: LanguageTag, ordinal: Bool = false) throws(TextError) -> PluralRules {
        let key = Key(language: language, isOrdinal: ordinal)
        if let known = shared.withLock({ $0[key] }) { return known }
        let opened = try PluralRules(language, ordinal: ordinal)
        return shared.withLock {
            $0[key] = opened
            return opened
        }
    }
}

/// A number as it is written, as plural rules see it.
struct DecimalOperands {
    var whole: UInt64
    /// The digits behind the point without zeros at the end, as a number.
    var fraction: UInt64
    var visibleFractionDigits: Int

    init?(_ number: DecimalNumber, _ style: NumberStyle) {
        guard let coefficient = number.coefficient else { return nil }
        self.init(coefficient, number.scale, style)
    }

    /// Nil for styles whose digits only ICU knows.
    @inline(__always)
    init?(_ coefficient: Int64, _ scale: Int, _ style: NumberStyle) {
        guard let digits = style.fractionDigits, style.significantDigits == nil, digits.upperBound <= 9 else {
            return nil
        }
        var (value, scale) = (coefficient, scale)
        if style.kind == .percent { scale -= 2 }
        while scale < 0 {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            (value, scale) = (product, scale + 1)
        }
        if scale > digits.upperBound {
            guard scale < 19 else { return nil }
            value = value.roundedHalfEven(dropping: scale - digits.upperBound)
            scale = digits.upperBound
        }
        var rest = value.magnitude
        if scale == 0 {
            (whole, fraction) = (rest, 0)
            visibleFractionDigits = style.stripsZeroFraction ? 0 : digits.lowerBound
            return
        }
        var power: UInt64 = 1
        while scale > 0, rest.isMultiple(of: 10) {
            rest /= 10
            scale -= 1
        }
        for _ in 0..<scale { power *= 10 }
        (whole, fraction) = rest.quotientAndRemainder(dividingBy: power)
        let isStripped = style.stripsZeroFraction && fraction == 0
        visibleFractionDigits = isStripped ? 0 : max(scale, digits.lowerBound)
    }
}
