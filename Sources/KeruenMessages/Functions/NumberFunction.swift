/// `:number`, `:integer`, `:percent`, `:currency` and `:unit`.
struct NumberFunction: MessageFunction {
    enum Role: String { case number, integer, percent, currency, unit }

    static let number = NumberFunction(role: .number)
    static let integer = NumberFunction(role: .integer)
    static let percent = NumberFunction(role: .percent)
    static let currency = NumberFunction(role: .currency)
    static let unit = NumberFunction(role: .unit)

    let role: Role

    func resolve(_ call: inout MessageCall) throws(MessageError) -> any MessageValue {
        let operand = try call.wantedOperand()
        let before = operand as? NumberValue
        guard var number = operand.argument.number, !(operand is MomentValue) else {
            throw MessageError(.badOperand, "\"\(operand.argument.plain)\" is not a number")
        }
        var style = before?.style ?? NumberStyle(.decimal)
        style.kind = try kind(&call, before, operand)
        if before?.role != role { style.fractionDigits = NumberStyle(style.kind).fractionDigits }
        if role != .currency { inherit(before, &style) }
        if role == .integer {
            number = number.rounded
            style.fractionDigits = 0...0
            // Of significant digits only their greatest number means something for a whole one.
            style.significantDigits = style.significantDigits.flatMap { $0.upperBound < 21 ? 1...$0.upperBound : nil }
        }
        readDigits(&call, &style)
        if let grouping: Grouping = call.choice("useGrouping") { style.grouping = grouping }
        if let sign: Sign = call.choice("signDisplay") { style.sign = sign }
        var value = NumberValue(
            number: number, style: style, role: role, language: call.language, selection: selection(&call, before),
            isSelectGiven: call.options["select"] != nil || before?.isSelectGiven ?? false)
        value.inherited = before?.measure
        return value
    }

    private typealias Grouping = NumberStyle.Grouping
    private typealias Sign = NumberStyle.Sign

    private func kind(
        _ call: inout MessageCall, _ before: NumberValue?, _ operand: any MessageValue
    ) throws(MessageError) -> NumberStyle.Kind {
        switch role {
        case .number, .integer: return .decimal
        case .percent: return .percent
        case .currency:
            var inherited: (code: String, display: NumberStyle.CurrencyDisplay)?
            if case .currency(let code, let display)? = before?.measure { inherited = (code, display) }
            if case .unit(let unit, _)? = before?.measure {
                throw MessageError(.badOperand, "a measure in \(unit) is no amount of money")
            }
            if inherited == nil, case .money(_, let code) = operand.argument { inherited = (code, .symbol) }
            guard let code = call.options["currency"]?.text ?? inherited?.code else {
                throw MessageError(.badOperand, ":currency wants a currency, such as currency=KZT")
            }
            if let inherited, inherited.code.uppercased() != code.uppercased() {
                throw MessageError(.badOption, "an amount in \(inherited.code) is none in \(code): that takes a rate")
            }
            guard code.utf8.count == 3, code.utf8.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) }) else {
                throw MessageError(.badOption, "\"\(code)\" is no currency's code")
            }
            let display: NumberStyle.CurrencyDisplay? = call.choice("currencyDisplay")
            return .currency(code.uppercased(), display ?? inherited?.display ?? .symbol)
        case .unit:
            var inherited: (unit: String, width: NumberStyle.UnitWidth)?
            if case .unit(let unit, let width)? = before?.measure { inherited = (unit, width) }
            if case .currency(let code, _)? = before?.measure {
                throw MessageError(.badOperand, "an amount in \(code) is no measure")
            }
            guard let unit = call.options["unit"]?.text ?? inherited?.unit else {
                throw MessageError(.badOperand, ":unit wants a unit, such as unit=kilogram")
            }
            guard !unit.isEmpty,
                unit.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D })
            else { throw MessageError(.badOption, "\"\(unit)\" is no unit's name") }
            guard NumberStyle.isUnit(unit) else {
                throw MessageError(.badOption, "there is no unit \"\(unit)\"; units are called as in CLDR: kilogram")
            }
            if let inherited, inherited.unit != unit {
                throw MessageError(.badOption, "a measure in \(inherited.unit) is none in \(unit)")
            }
            let width: NumberStyle.UnitWidth? = call.choice("unitDisplay")
            return .unit(unit, width ?? inherited?.width ?? .short)
        }
    }

    /// A number that was declared with options keeps them.
    private func inherit(_ before: NumberValue?, _ style: inout NumberStyle) {
        guard let before, before.role == .number || before.role == role else { return }
        style.fractionDigits = role == .percent && before.role != .percent ? 0...0 : before.style.fractionDigits
    }

    private func readDigits(_ call: inout MessageCall, _ style: inout NumberStyle) {
        if let digits = call.count("minimumIntegerDigits", 1...99) { style.minimumIntegerDigits = digits }
        if role == .currency {
            if let text = call.options["fractionDigits"]?.text, text != "auto" {
                if let digits = call.count("fractionDigits") { style.fractionDigits = digits...digits }
            }
            switch call.options["trailingZeroDisplay"]?.text {
            case nil, "auto": break
            case "stripIfInteger": style.stripsZeroFraction = true
            default: call.noteBadOption("trailingZeroDisplay", "is auto or stripIfInteger")
            }
            switch call.options["currencySign"]?.text {
            case nil, "standard": break
            case "accounting": style.isAccounting = true
            default: call.noteBadOption("currencySign", "is standard or accounting")
            }
            return
        }
        if role != .integer {
            let usual = style.fractionDigits ?? 0...3
            let (least, most) = (call.count("minimumFractionDigits"), call.count("maximumFractionDigits"))
            switch (least, most) {
            case (let least?, let most?) where least <= most: style.fractionDigits = least...most
            case (.some, .some): call.noteBadOption("maximumFractionDigits", "is no less than the minimum")
            case (let least?, nil): style.fractionDigits = least...max(least, usual.upperBound)
            case (nil, let most?): style.fractionDigits = min(usual.lowerBound, most)...most
            case (nil, nil): break
            }
        }
        let (least, most) = (
            role == .integer ? nil : call.count("minimumSignificantDigits", 1...99),
            call.count("maximumSignificantDigits", 1...99)
        )
        switch (least, most) {
        case (let least?, let most?) where least <= most: style.significantDigits = least...most
        case (.some, .some): call.noteBadOption("maximumSignificantDigits", "is no less than the minimum")
        case (let least?, nil): style.significantDigits = least...max(least, 21)
        case (nil, let most?): style.significantDigits = 1...most
        case (nil, nil): break
        }
    }

    /// `select` decides what the message's variants mean, so that it may only be written into the message, and once.
    private func selection(_ call: inout MessageCall, _ before: NumberValue?) -> NumberValue.Selection {
        if role == .currency || role == .unit { return .none }
        if before?.isSelectGiven == true {
            call.noteBadOption("select", "can't be taken over from another variable")
            return .none
        }
        guard let option = call.options["select"] else { return .plural }
        guard option.isLiteral, let selection = NumberValue.Selection(rawValue: option.text), selection != .none else {
            call.noteBadOption("select", "is exact, plural or ordinal, and written in the message")
            return .none
        }
        return selection
    }
}

/// `:offset`: a number plus or minus another, such as «and 2 more».
struct OffsetFunction: MessageFunction {
    func resolve(_ call: inout MessageCall) throws(MessageError) -> any MessageValue {
        let operand = try call.wantedOperand()
        let before = operand as? NumberValue
        guard let number = operand.argument.number else {
            throw MessageError(.badOperand, "\"\(operand.argument.plain)\" is not a number")
        }
        guard (call.options["add"] == nil) != (call.options["subtract"] == nil) else {
            throw MessageError(.badOption, ":offset wants either add or subtract")
        }
        let isSum = call.options["add"] != nil
        guard let text = call.options[isSum ? "add" : "subtract"]?.text, !text.hasPrefix("+"), let amount = Int(text),
            (0...99).contains(amount)
        else {
            throw MessageError(.badOption, ":offset adds or subtracts a number from 0 to 99")
        }
        guard let sum = number.adding(isSum ? amount : -amount) else {
            throw MessageError(.badOperand, "\"\(number.text)\" is too large for :offset")
        }
        var value = NumberValue(
            number: sum, style: before?.style ?? .decimal, role: before?.role ?? .number, language: call.language,
            selection: before.map { $0.isRaw ? .plural : $0.selection } ?? .plural,
            isSelectGiven: before?.isSelectGiven ?? false)
        value.inherited = before?.measure
        return value
    }
}

/// A number and how it is written.
struct NumberValue: MessageValue {
    enum Selection: String { case plural, ordinal, exact, none }

    var number: DecimalNumber
    var style: NumberStyle
    var role: NumberFunction.Role
    var language: LanguageTag
    var selection: Selection
    var isSelectGiven = false
    /// Whether no function has been called with it yet.
    var isRaw = false
    /// The currency or unit of what it was made of.
    var inherited: NumberStyle.Kind?

    /// Its currency or unit, through functions that write neither.
    var measure: NumberStyle.Kind? {
        switch style.kind {
        case .currency, .unit: style.kind
        case .decimal, .percent: inherited
        }
    }

    /// Whether a variant's key can fit a number: a number itself, or a plural category.
    static func isKey(_ key: String) -> Bool { DecimalNumber(key) != nil || PluralCategory(rawValue: key) != nil }

    var kind: String { role == .integer ? "number" : role.rawValue }
    var direction: MessageDirection? { language.isRightToLeft ? .rightToLeft : .leftToRight }

    var argument: MessageArgument {
        if case .currency(let code, _) = style.kind {
            .money(number.text, currency: code)
        } else {
            .decimal(number.text)
        }
    }

    var pieces: [NumberPiece] { (try? DecimalFormatter.shared(language, style).pieces(number.text)) ?? [] }

    func text() throws(MessageError) -> String {
        do throws(TextError) {
            return try DecimalFormatter.shared(language, style).format(number)
        } catch {
            throw MessageError(.unsupportedOperation, "\(language) has no such number format: \(error)")
        }
    }

    func preferredKeys(among keys: Set<String>) throws(MessageError) -> [String] {
        guard selection != .none else {
            throw MessageError(.badSelector, "a value of :\(role.rawValue) can't be matched")
        }
        let exact = keys.filter { DecimalNumber($0) == matched }.sorted()
        guard selection != .exact else { return exact }
        do throws(TextError) {
            let rules = try PluralRules.shared(language, ordinal: selection == .ordinal)
            let category = try rules.category(of: number.text, as: .shared(language, style))
            return exact + [category.rawValue]
        } catch { return exact }
    }

    /// A percentage is matched as it is read: 0.01 is 1.
    private var matched: DecimalNumber {
        guard style.kind == .percent, let coefficient = number.coefficient else { return number }
        return number.scale >= 2
            ? DecimalNumber(coefficient: coefficient, scale: number.scale - 2)
            : DecimalNumber(number.text + "e2") ?? number
    }
}
