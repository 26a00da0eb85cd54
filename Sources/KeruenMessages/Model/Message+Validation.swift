extension Message {
    /// A variable of a variable of a variable: so many are followed. Each takes a piece of the stack.
    static let deepestDeclaration = 64

    /// What is wrong with the message's sense, the first fifty faults of it; empty for a sound one.
    ///
    /// - Parameter source: the text that the message was parsed from, for the errors' positions.
    public func validate(source: String? = nil) -> [MessageError] { validate(source: source, atMost: 50) }

    /// Finding a fault's line reads the source up to it, so that a message of nothing but faults would take quadratic time.
    func validate(source: String?, atMost limit: Int) -> [MessageError] {
        var errors: [MessageError] = []
        func report(_ code: MessageError.Code, _ range: SourceRange, _ reason: String) {
            guard errors.count < limit else { return }
            errors.append(MessageError(code, at: range.lowerBound, of: source, reason))
        }

        // A variable may not be declared once it was used, for then it was the caller's.
        var known: Set<String> = []
        // How many declarations stand behind each variable.
        var depths: [String: Int] = [:]
        for declaration in declarations {
            let value = declaration.value
            let before = [value.operand?.variable] + (value.function?.options.map(\.value.variable) ?? [])
            let depth = 1 + (before.compactMap { $0.flatMap { depths[$0] } }.max() ?? 0)
            if depth > Self.deepestDeclaration {
                report(
                    .unsupportedOperation, declaration.range,
                    "more than \(Self.deepestDeclaration) declarations stand one behind the other")
                return errors
            }
            depths[declaration.variable] = depth
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
