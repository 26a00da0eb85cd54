internal import Keruen

/// Reads a body field by field and collects everything that is wrong with it, so that a client is told all of it at once.
///
///     var reader = BodyReader(bytes)
///     let fields = reader.object(body, required: ["lines"], optional: ["destination"])
///     let lines = reader.list(fields?["lines"], 1...100)
struct BodyReader {
    private(set) var faults: [Fault] = []
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The values by their names; nil for what is no object.
    mutating func object(
        _ body: JSONBody?, required: [String], optional: [String] = []
    ) -> [String: JSONBody]? {
        guard let body else { return nil }
        guard case .object(let entries) = body.value else {
            wrongShape(body, "object")
            return nil
        }
        let known = required + optional
        for name in required where !entries.contains(where: { $0.name == name }) {
            add(Diagnostic(.missingField, ["field": .text(name)]), at: body.pointer + "/" + name, body.offset)
        }
        for entry in entries where !known.contains(entry.name) {
            let arguments: [String: Diagnostic.Argument] = [
                "field": .text(String(entry.name.prefix(60))), "known": .text(known.joined(separator: ", ")),
            ]
            add(Diagnostic(.unknownField, arguments), at: entry.body.pointer, entry.offset)
        }
        return Dictionary(entries.map { ($0.name, $0.body) }, uniquingKeysWith: { first, _ in first })
    }

    mutating func list(_ body: JSONBody?, _ range: ClosedRange<Int>) -> [JSONBody] {
        guard let body else { return [] }
        guard case .list(let elements) = body.value else {
            wrongShape(body, "list")
            return []
        }
        guard range.contains(elements.count) else {
            malformed(body, "[\(elements.count)]", example: "\(range.lowerBound)–\(range.upperBound)")
            return []
        }
        return elements
    }

    /// A text of at most so many characters; what was typed is never repeated, for it may be a person's.
    mutating func text(_ body: JSONBody?, upTo maximum: Int = 200) -> String? {
        guard let body else { return nil }
        guard case .text(let text) = body.value else {
            wrongShape(body, "text")
            return nil
        }
        guard text.count <= maximum, !text.contains("\0") else {
            malformed(body, "…", example: "0–\(maximum)")
            return nil
        }
        return text
    }

    mutating func integer(_ body: JSONBody?, in range: ClosedRange<Int>) -> Int? {
        guard let body else { return nil }
        guard case .number(let text) = body.value,
            let value = Int(text) ?? Double(text).flatMap({ Int(exactly: $0) })
        else {
            wrongShape(body, "integer")
            return nil
        }
        guard range.contains(value) else {
            malformed(body, text, example: "\(range.lowerBound)–\(range.upperBound)")
            return nil
        }
        return value
    }

    mutating func boolean(_ body: JSONBody?) -> Bool? {
        guard let body else { return nil }
        guard case .boolean(let value) = body.value else {
            wrongShape(body, "boolean")
            return nil
        }
        return value
    }

    mutating func choice(_ body: JSONBody?, _ choices: [String]) -> String? {
        guard let body, let text = text(body) else { return nil }
        guard choices.contains(text) else {
            let arguments: [String: Diagnostic.Argument] = [
                "field": .text(Self.name(of: body)), "value": .text(String(text.prefix(60))),
                "choices": .text(choices.joined(separator: ", ")),
            ]
            add(Diagnostic(.notAChoice, arguments), at: body.pointer, body.offset)
            return nil
        }
        return text
    }

    mutating func day(_ body: JSONBody?) -> CivilDate? {
        guard let body, let text = text(body) else { return nil }
        guard let day = CivilDate(text) else {
            malformed(body, String(text.prefix(60)), example: "2027-05-16")
            return nil
        }
        return day
    }

    mutating func form(_ body: JSONBody?, _ form: Shape.Form) -> String? {
        guard let body, let text = text(body) else { return nil }
        guard form.accepts(text) else {
            malformed(body, String(text.prefix(60)), example: form.example)
            return nil
        }
        return text
    }

    /// What a type says of its own value, at the field that holds it.
    mutating func add(_ error: TradeError, at body: JSONBody?, field: String = "") {
        guard let body else { return }
        add(error.diagnostic, at: body.pointer + (field.isEmpty ? "" : "/" + field), body.offset)
    }

    mutating func add(_ diagnostic: Diagnostic, at body: JSONBody?, field: String = "") {
        guard let body else { return }
        add(diagnostic, at: body.pointer + (field.isEmpty ? "" : "/" + field), body.offset)
    }

    /// - Throws: `Problem` with all that was found.
    func check() throws(Problem) {
        guard faults.isEmpty else { throw Problem(faults) }
    }

    private mutating func wrongShape(_ body: JSONBody, _ expected: String) {
        let arguments: [String: Diagnostic.Argument] = [
            "field": .text(Self.name(of: body)), "expected": .text(expected),
        ]
        add(Diagnostic(.wrongShape, arguments), at: body.pointer, body.offset)
    }

    private mutating func malformed(_ body: JSONBody, _ text: String, example: String) {
        let arguments: [String: Diagnostic.Argument] = [
            "field": .text(Self.name(of: body)), "value": .text(text), "example": .text(example),
        ]
        add(Diagnostic(.malformedValue, arguments), at: body.pointer, body.offset)
    }

    private mutating func add(_ diagnostic: Diagnostic, at pointer: String, _ offset: Int) {
        // Who sends a thousand wrong lines reads no thousand sentences.
        guard faults.count < 50 else { return }
        faults.append(
            Fault(diagnostic, at: .pointer(pointer), position: JSONBodyReader.position(offset, in: bytes)))
    }

    /// `quantity`, or `lines[1]` for what a list holds.
    private static func name(of body: JSONBody) -> String {
        let names = body.pointer.split(separator: "/")
        guard let last = names.last else { return "/" }
        guard let list = names.dropLast().last, last.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return String(last)
        }
        return "\(list)[\(last)]"
    }
}
