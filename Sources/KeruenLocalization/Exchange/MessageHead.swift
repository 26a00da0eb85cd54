/// What stands before a message's texts: its declarations and what it matches.
///
///     MessageHead(try Message(".input {$n :integer} .match $n one {{a}} * {{b}}")).selectors      // ["n"]
struct MessageHead: Sendable {
    var declarations: [Message.Declaration] = []
    /// Empty where the message is one pattern.
    var selectors: [String] = []

    init(declarations: [Message.Declaration], selectors: [String] = []) {
        (self.declarations, self.selectors) = (declarations, selectors)
    }

    init(_ message: Message) {
        declarations = message.declarations
        if case .match(let selectors, _) = message.body { self.selectors = selectors.map(\.variable) }
    }

    /// Reads what `text` writes.
    init?(_ text: String) {
        guard let message = try? Message(text) else { return nil }
        self.init(message)
    }

    /// A message of no text that has this head.
    var text: String {
        let fallback = Message.Variant(selectors.map { _ in .catchall }, [])
        let body = selectors.isEmpty ? Message.Body.pattern([]) : .match(selectors: matched, variants: [fallback])
        return Message(declarations: declarations, body: body).description
    }

    private var matched: [Message.Selector] { selectors.map { Message.Selector($0) } }

    /// The same without a match.
    var withoutMatch: MessageHead { MessageHead(declarations: declarations) }

    /// The message that texts make with this head. A text without keys is the only one.
    func message(of texts: [(keys: [Message.Key]?, pattern: [Message.Part])]) -> Message {
        if selectors.isEmpty {
            return Message(declarations: declarations, body: .pattern(texts.first?.pattern ?? []))
        }
        let variants = texts.map { Message.Variant($0.keys ?? selectors.map { _ in .catchall }, $0.pattern) }
        return Message(declarations: declarations, body: .match(selectors: matched, variants: variants))
    }
}

extension Message {
    /// Keys and patterns; no keys where there is but one pattern.
    var texts: [(keys: [Key]?, pattern: [Part])] {
        switch body {
        case .pattern(let pattern): [(nil, pattern)]
        case .match(_, let variants): variants.map { ($0.keys, $0.pattern) }
        }
    }

    /// The pattern that says best what a variant with these keys is to say.
    func pattern(for keys: [Key]?) -> [Part] {
        guard case .match(_, let variants) = body else { return patterns.first ?? [] }
        var best: (pattern: [Part], rank: [Bool])?
        for variant in variants {
            let fits = keys.map { keys in
                keys.count == variant.keys.count && zip(variant.keys, keys).allSatisfy { $0 == $1 || $0 == .catchall }
            }
            guard fits ?? variant.keys.allSatisfy({ $0 == .catchall }) else { continue }
            let rank = variant.keys.map { $0 != .catchall }
            if let known = best?.rank, !known.lexicographicallyPrecedes(rank, by: { !$0 && $1 }) { continue }
            best = (variant.pattern, rank)
        }
        return best?.pattern ?? variants.last?.pattern ?? []
    }
}

extension [Message.Part] {
    /// As it stands in a message's source.
    var source: String { map(\.description).joined() }
}
