/// The placeholders and tags of a message by number, so that source and translation call one thing by one number.
///
///     InlineCodes(try Message("{#b}{$name}{/b}")).number(of: "{$name}")       // 2
struct InlineCodes {
    private(set) var codes: [String] = []
    private var numbers: [String: Int] = [:]

    init(_ message: Message) { add(message) }

    /// Adds those of a translation that the source has not.
    mutating func add(_ message: Message) {
        for part in message.patterns.joined() where !part.isText {
            let code = part.description
            guard numbers[code] == nil else { continue }
            codes.append(code)
            numbers[code] = codes.count
        }
    }

    func number(of code: String) -> Int? { numbers[code] }

    func code(_ number: Int) -> String? { codes.indices.contains(number - 1) ? codes[number - 1] : nil }
}

extension Message.Part {
    /// Reads one placeholder or tag as messages write it: `{$count}`, `{/b}`.
    init?(code: String) {
        guard case .pattern(let parts)? = try? Message("{{" + code + "}}").body, parts.count == 1, !parts[0].isText
        else { return nil }
        self = parts[0]
    }

    var isText: Bool { if case .text = self { true } else { false } }

    /// What may not get lost: a variable as `$count`, a tag as `#b`; nil for a text and a literal.
    var anchor: String? {
        switch self {
        case .text: nil
        case .placeholder(let expression): if case .variable(let name)? = expression.operand { "$" + name } else { nil }
        case .markup(let markup): "#" + markup.name
        }
    }
}

extension [Message.Part] {
    /// The texts' characters as readers count them; a placeholder counts as what its first example says.
    func length(_ source: SourceString) -> Int {
        reduce(0) { length, part in
            switch part {
            case .text(let text): return length + text.count
            case .markup: return length
            case .placeholder(let expression):
                guard case .variable(let name)? = expression.operand else { return length }
                return length + (source.arguments[name]?.examples.first?.count ?? 0)
            }
        }
    }
}
