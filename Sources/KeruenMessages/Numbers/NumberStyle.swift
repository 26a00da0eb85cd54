/// How a number is written.
///
///     NumberStyle.currency("KZT")                        // 19 900 ₸
///     NumberStyle(.percent, fractionDigits: 0...1)        // 12,5 %
public struct NumberStyle: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case decimal
        /// The number times a hundred.
        case percent
        /// An ISO 4217 code.
        case currency(String, CurrencyDisplay)
        /// A unit of CLDR, such as `kilogram` or `kilometer-per-hour`.
        case unit(String, UnitWidth)
    }

    public enum CurrencyDisplay: String, CaseIterable, Hashable, Sendable {
        /// ¥, ₽, ₸ wherever the reader is.
        case narrowSymbol
        /// The reader's: CN¥ in Russian, KZT in Chinese.
        case symbol
        case name, code
        case never
    }

    public enum UnitWidth: String, CaseIterable, Hashable, Sendable { case short, narrow, long }
    public enum Grouping: String, CaseIterable, Hashable, Sendable { case auto, always, never, min2 }
    public enum Sign: String, CaseIterable, Hashable, Sendable { case auto, always, exceptZero, negative, never }

    public var kind: Kind
    public var minimumIntegerDigits = 1
    /// Nil for what the currency has.
    public var fractionDigits: ClosedRange<Int>?
    public var significantDigits: ClosedRange<Int>?
    public var grouping = Grouping.auto
    public var sign = Sign.auto
    /// Negative amounts in brackets.
    public var isAccounting = false
    /// No ,00 behind whole amounts.
    public var stripsZeroFraction = false

    /// Decimals have three digits at most behind the point, percentages none, currencies their own number.
    public init(_ kind: Kind, fractionDigits: ClosedRange<Int>? = nil) {
        self.kind = kind
        self.fractionDigits =
            fractionDigits
            ?? {
                switch kind {
                case .decimal, .unit: 0...3
                case .percent: 0...0
                case .currency: nil
                }
            }()
    }

    public static let decimal = NumberStyle(.decimal)
    public static let integer = NumberStyle(.decimal, fractionDigits: 0...0)
    public static let percent = NumberStyle(.percent)

    /// With the narrow symbol, and minor units only when they are not zero.
    public static func currency(_ code: String) -> NumberStyle {
        var style = NumberStyle(.currency(code, .narrowSymbol), fractionDigits: 2...2)
        style.stripsZeroFraction = true
        return style
    }

    /// Whether CLDR has a unit. ICU takes any name, and leaves out what it does not know.
    static func isUnit(_ name: String) -> Bool {
        let formatter = try? DecimalFormatter.shared(.en, NumberStyle(.unit(name, .long)))
        return (try? formatter?.format("2")).flatMap { $0 } ?? "2" != "2"
    }

    /// As ICU's number skeletons have it.
    var skeleton: String {
        let kind: String? =
            switch kind {
            case .decimal: nil
            case .percent: "percent scale/100"
            case .currency(let code, let display): "currency/\(code) \(Self.width(display))"
            case .unit(let unit, let width): "unit/\(unit) unit-width-\(width == .long ? "full-name" : width.rawValue)"
            }
        let precision: String? =
            if let significantDigits {
                Self.repeated("@", significantDigits.lowerBound)
                    + Self.repeated("#", significantDigits.count - 1)
            } else if let fractionDigits {
                fractionDigits == 0...0
                    ? "precision-integer"
                    : "." + Self.repeated("0", fractionDigits.lowerBound)
                        + Self.repeated("#", fractionDigits.count - 1) + (stripsZeroFraction ? "/w" : "")
            } else if stripsZeroFraction {
                "precision-currency-standard/w"
            } else { nil }
        let integers = minimumIntegerDigits > 1 ? "integer-width/+" + Self.repeated("0", minimumIntegerDigits) : nil
        let groups: String? =
            switch grouping {
            case .auto: nil
            case .always: "group-on-aligned"
            case .never: "group-off"
            case .min2: "group-min2"
            }
        let signs: String? =
            switch (sign, isAccounting) {
            case (.auto, false): nil
            case (.auto, true): "sign-accounting"
            case (.always, let accounting): accounting ? "sign-accounting-always" : "sign-always"
            case (.exceptZero, let accounting): accounting ? "sign-accounting-except-zero" : "sign-except-zero"
            case (.negative, let accounting): accounting ? "sign-accounting-negative" : "sign-negative"
            case (.never, _): "sign-never"
            }
        return [kind, precision, integers, groups, signs].compactMap { $0 }.joined(separator: " ")
    }

    private static func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    private static func width(_ display: CurrencyDisplay) -> String {
        switch display {
        case .narrowSymbol: "unit-width-narrow"
        case .symbol: "unit-width-short"
        case .name: "unit-width-full-name"
        case .code: "unit-width-iso-code"
        case .never: "unit-width-hidden"
        }
    }
}
