extension Message {
    /// Everything that is wrong with the message's sense; empty for a sound one.
    ///
    /// - Parameter source: the text that the message was parsed from, for the errors' positions.
    public func validate(source: String? = nil) -> [MessageError] {
        var errors: [MessageError] = []
        func report(_ code: MessageError.Code, _ range: SourceRange, _ reason: String) {
            errors.append(MessageError(code, at: range.lowerBound, of: source, reason))
        }

        // A variable may not be declared once it was used, for then it was the caller's.
        var known: Set<String> = []
        for declaration in declarations {
            let value = declaration.value
            var used = value.function?.options.compactMap(\.value.variable) ?? []
            if !declaration.isInput, let variable = value.operand?.variable { used.append(variable) }
            if known.contains(declaration.variable) || used.contains(declaration.variable) {
                report(
                    .duplicateDeclaration, declaration.range,
                    "$\(declaration.variable) is declared twice, or used before it is declared")
            }
            known.formUnion(used)
            known.insert(declaration.variable)
            checkOptions(value.function?.options, value.range, report)
        }
        func check(_ pattern: [Part]) {
            for part in pattern {
                switch part {
                case .text: break
                case .placeholder(let expression): checkOptions(expression.function?.options, expression.range, report)
                case .markup(let markup): checkOptions(markup.options, markup.range, report)
                }
            }
        }
        guard case .match(let selectors, let variants) = body else {
            if case .pattern(let pattern) = body { check(pattern) }
            return errors
        }
        for selector in selectors where function(of: selector.variable) == nil {
            report(
                .missingSelectorAnnotation, selector.range,
                "$\(selector.variable) is matched, but no .input or .local gives it a function")
        }
        var keys: Set<[Key]> = []
        for variant in variants {
            check(variant.pattern)
            if variant.keys.count != selectors.count {
                report(
                    .variantKeyMismatch, variant.range,
                    "a variant has \(variant.keys.count) keys for \(selectors.count) variables")
            } else if !keys.insert(variant.keys).inserted {
                report(.duplicateVariant, variant.range, "two variants have the same keys")
            }
        }
        if !variants.contains(where: { $0.keys.allSatisfy { $0 == .catchall } }) {
            report(
                .missingFallbackVariant, selectors.first?.range ?? 0..<0, "a variant with nothing but * is missing")
        }
        return errors
    }

    private func checkOptions(
        _ options: [Option]?, _ range: SourceRange, _ report: (MessageError.Code, SourceRange, String) -> Void
    ) {
        guard let options, options.count > 1 else { return }
        var names: Set<String> = []
        for option in options where !names.insert(option.name).inserted {
            report(.duplicateOptionName, range, "the option \(option.name) is given twice")
        }
    }
}

extension Message.Operand {
    /// The variable's name; nil for a literal.
    var variable: String? { if case .variable(let name) = self { name } else { nil } }
}
