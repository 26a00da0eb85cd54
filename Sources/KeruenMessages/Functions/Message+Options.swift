extension Message {
    /// Options that the functions they are given to do not have: `{$x :number maximumFractionDigit=1}` would be written as if there were
    /// none. A warning for writers; formatting passes over them, as LDML 48 allows.
    ///
    /// Options with a namespace are somebody's own.
    public func unknownOptions(of functions: MessageFunctions = .standard) -> [MessageError] {
        var expressions = declarations.map(\.value)
        for case .placeholder(let expression) in patterns.joined() { expressions.append(expression) }
        return expressions.compactMap(\.function).flatMap { function -> [MessageError] in
            guard let known = functions[function.name]?.optionNames else { return [] }
            return function.options.map(\.name).filter { !known.contains($0) && !$0.contains(":") }.map { name in
                MessageError(
                    .badOption, ":\(function.name) has no option \(name), but \(known.sorted().joined(separator: ", "))"
                )
            }
        }
    }
}

extension NumberFunction {
    var optionNames: Set<String>? {
        let shared: Set = ["minimumIntegerDigits", "useGrouping", "signDisplay"]
        let digits: Set = [
            "minimumFractionDigits", "maximumFractionDigits", "minimumSignificantDigits", "maximumSignificantDigits",
        ]
        return switch role {
        case .number, .percent: shared.union(digits).union(["select"])
        case .integer: shared.union(["select", "maximumSignificantDigits"])
        case .currency:
            shared.union(["currency", "currencyDisplay", "currencySign", "fractionDigits", "trailingZeroDisplay"])
        case .unit: shared.union(digits).union(["unit", "unitDisplay"])
        }
    }
}

extension OffsetFunction {
    var optionNames: Set<String>? { ["add", "subtract"] }
}

extension MomentFunction {
    var optionNames: Set<String>? {
        let zone: Set = ["timeZone", "timeZoneStyle", "hour12"]
        return switch role {
        case .date: ["fields", "length", "timeZone"]
        case .time: zone.union(["precision"])
        case .datetime: zone.union(["dateFields", "dateLength", "timePrecision"])
        }
    }
}

extension KazakhCaseFunction {
    var optionNames: Set<String>? { ["case", "possessed"] }
}

extension StringFunction {
    var optionNames: Set<String>? { [] }
}
