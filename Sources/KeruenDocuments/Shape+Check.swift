extension Shape {
    /// Everything in the value that does not fit, in the order of the file.
    public func check(_ node: DocumentNode, field: String = "") -> [Diagnostic] {
        switch self {
        case .any: return []
        case .text:
            guard case .scalar = node.content else { return [node.wrongShape("text", field)] }
            return []
        case .integer(let range):
            guard let text = node.text else { return [node.wrongShape("integer", field)] }
            guard let value = Int(text), range.contains(value) else {
                return [node.malformed(text, "\(range.lowerBound)–\(range.upperBound)", field)]
            }
            return []
        case .boolean:
            guard let text = node.text else { return [node.wrongShape("boolean", field)] }
            return Bool(text) == nil ? [node.malformed(text, "true, false", field)] : []
        case .form(let form):
            guard let text = node.text else { return [node.wrongShape("text", field)] }
            return form.accepts(text) ? [] : [node.malformed(text, form.example, field)]
        case .choice(let choices):
            guard let text = node.text else { return [node.wrongShape("text", field)] }
            guard choices.contains(text) else {
                return [
                    Diagnostic(
                        .notAChoice, at: node.position,
                        [
                            "field": .text(field), "value": .text(text),
                            "choices": .text(choices.joined(separator: ", ")),
                        ])
                ]
            }
            return []
        case .list(let element, let minimum):
            guard case .list(let elements) = node.content, elements.count >= minimum else {
                return [node.wrongShape("list", field)]
            }
            return elements.flatMap { element.check($0, field: field) }
        case .map(let form, let value):
            guard case .map(let entries) = node.content else { return [node.wrongShape("map", field)] }
            return entries.flatMap { entry -> [Diagnostic] in
                guard form.accepts(entry.key) else {
                    let key = DocumentNode(position: entry.keyPosition, content: .scalar(entry.key))
                    return [key.malformed(entry.key, form.example, field)]
                }
                return value.check(entry.value, field: entry.key)
            }
        case .either(let first, let second):
            if case .scalar = node.content { return first.check(node, field: field) }
            return second.check(node, field: field)
        case .record(_, let fields):
            return checkRecord(node, fields, field)
        }
    }

    private func checkRecord(_ node: DocumentNode, _ fields: [Field], _ name: String) -> [Diagnostic] {
        guard case .map(let entries) = node.content else { return [node.wrongShape("map", name)] }
        var found: [Diagnostic] = []
        for field in fields where field.isRequired && (node[field.name]?.content ?? .null) == .null {
            let place = entries.first { $0.key == field.name }?.keyPosition ?? node.position
            found.append(Diagnostic(.missingField, at: place, ["field": .text(field.name)]))
        }
        for entry in entries {
            if let field = fields.first(where: { $0.name == entry.key }) {
                if entry.value.content != .null { found += field.shape.check(entry.value, field: entry.key) }
            } else {
                let known = fields.map(\.name).joined(separator: ", ")
                found.append(
                    Diagnostic(
                        .unknownField, at: entry.keyPosition, ["field": .text(entry.key), "known": .text(known)]))
            }
        }
        return found
    }
}

extension DocumentNode {
    fileprivate func wrongShape(_ expected: String, _ field: String) -> Diagnostic {
        Diagnostic(.wrongShape, at: position, ["field": .text(field), "expected": .text(expected)])
    }

    fileprivate func malformed(_ value: String, _ example: String, _ field: String) -> Diagnostic {
        Diagnostic(
            .malformedValue, at: position,
            ["field": .text(field), "value": .text(value), "example": .text(example)])
    }
}
