extension Message {
    /// The arguments that a caller has to give, sorted.
    public var argumentNames: [String] {
        // Lists, because messages have few of them, and a set costs more than all the rest; a set where they have many.
        var names: [String] = []
        var seen: Set<String> = []
        let locals = declarations.count > 16 ? Set(declarations.filter { !$0.isInput }.map(\.variable)) : nil
        func isLocal(_ name: String) -> Bool {
            locals?.contains(name) ?? declarations.contains { !$0.isInput && $0.variable == name }
        }
        func isKnown(_ name: String) -> Bool {
            guard names.count > 16 else { return names.contains(name) }
            if seen.isEmpty { seen.formUnion(names) }
            return !seen.insert(name).inserted
        }
        func note(_ operand: Operand?) {
            guard case .variable(let name)? = operand, !isLocal(name), !isKnown(name) else { return }
            names.append(name)
        }
        func note(_ expression: Expression) {
            note(expression.operand)
            guard let function = expression.function else { return }
            for option in function.options { note(option.value) }
        }
        func note(_ pattern: [Part]) {
            for part in pattern {
                switch part {
                case .text: break
                case .placeholder(let expression):
                    note(expression)
                case .markup(let markup): for option in markup.options { note(option.value) }
                }
            }
        }
        for declaration in declarations { note(declaration.value) }
        switch body {
        case .pattern(let pattern): note(pattern)
        case .match(_, let variants): for variant in variants { note(variant.pattern) }
        }
        return names.sorted()
    }

    /// The patterns of all variants, or the one.
    public var patterns: [[Part]] {
        switch body {
        case .pattern(let pattern): [pattern]
        case .match(_, let variants): variants.map(\.pattern)
        }
    }

    /// Whether nothing of it has a text.
    public var isEmpty: Bool { patterns.allSatisfy(\.isEmpty) }

    /// The function that a variable is declared with, its own or of the variable that it stands for.
    public func function(of variable: String) -> Function? {
        var name = variable
        // A declaration uses only those before it, so this ends.
        for declaration in declarations.reversed() where declaration.variable == name {
            if let function = declaration.value.function { return function }
            guard !declaration.isInput, case .variable(let other)? = declaration.value.operand else { return nil }
            name = other
        }
        return nil
    }
}
