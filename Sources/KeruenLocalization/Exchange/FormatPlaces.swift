/// A message's placeholders as Apple's formats number them.
///
///     let places = FormatPlaces(message, source)
///     places.text([.placeholder(…), .text(" товаров, 100 %")])     // %1$lld товаров, 100 %%
struct FormatPlaces {
    private let placeholders: [Message.Part]
    /// `@` or `lld`, for each.
    private let kinds: [String]
    private let numbers: [String: Int]

    init(_ message: Message, _ source: SourceString) {
        let codes = InlineCodes(message)
        placeholders = codes.codes.compactMap { Message.Part(code: $0) }
        kinds = placeholders.map { Self.isInteger($0, message, source) ? "lld" : "@" }
        numbers = Dictionary(
            placeholders.enumerated().map { ($1.description, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    }

    /// A line for each, that names it.
    var notes: [String] {
        zip(placeholders, kinds).enumerated().map { "%\($0 + 1)$\($1.1) = \($1.0)" }
    }

    /// Nil where a placeholder has no number, or a part is markup.
    func text(_ parts: [Message.Part]) -> String? {
        var result = ""
        for part in parts {
            if case .text(let text) = part {
                for scalar in text.unicodeScalars { result += scalar == "%" ? "%%" : String(scalar) }
            } else {
                guard let number = numbers[part.description] else { return nil }
                result += "%\(number)$\(kinds[number - 1])"
            }
        }
        return result
    }

    /// Whether the first placeholder is a whole number, and this variable's.
    func opensWithCount(of variable: String) -> Bool {
        guard kinds.first == "lld", case .placeholder(let expression)? = placeholders.first else { return false }
        return expression.operand == .variable(variable)
    }

    /// What is no placeholder of the message, or of another kind than it has there.
    struct Stranger: Error { var text: String }

    /// Reads what `text` writes; placeholders without a number come in their order.
    func parts(_ format: String) throws(Stranger) -> [Message.Part] {
        var parts: [Message.Part] = []
        var text = String.UnicodeScalarView()
        var next = 1
        var rest = format.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            guard scalar == "%" else {
                text.append(scalar)
                continue
            }
            if rest.first == "%" {
                text.append("%")
                rest.removeFirst()
                continue
            }
            let start = rest
            let digits = rest.prefix { $0.properties.numericType == .decimal }
            var number: Int?
            if !digits.isEmpty, rest[digits.endIndex...].first == "$" {
                number = Int(String(digits))
                rest = rest[digits.endIndex...].dropFirst()
            }
            let kind = ["@", "lld", "ld", "llu", "lu", "d", "u", "s"].first { rest.starts(with: $0.unicodeScalars) }
            let place = number ?? (digits.isEmpty ? next : 0)
            // %@ for a number crashes where it is shown.
            guard let kind, placeholders.indices.contains(place - 1),
                ["@", "s"].contains(kind) == (kinds[place - 1] == "@")
            else {
                throw Stranger(text: "%" + String(start.prefix(8)))
            }
            rest = rest.dropFirst(kind.unicodeScalars.count)
            if number == nil { next += 1 }
            if !text.isEmpty { parts.append(.text(String(text))) }
            text = .init()
            parts.append(placeholders[place - 1])
        }
        if !text.isEmpty { parts.append(.text(String(text))) }
        return parts
    }

    private static func isInteger(_ part: Message.Part, _ message: Message, _ source: SourceString) -> Bool {
        guard case .placeholder(let expression) = part else { return false }
        let whole = ["integer", "offset"]
        if let function = expression.function { return whole.contains(function.name) }
        guard case .variable(let name)? = expression.operand else { return false }
        return source.arguments[name]?.type == .integer || whole.contains(message.function(of: name)?.name ?? "")
    }
}
