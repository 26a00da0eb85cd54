// What translators may do to a text: move its placeholders, leave one out where grammar wants it, never make one up.
extension ExchangeIntake {
    /// Whether the message asks for an argument that its callers do not give. Tags that the source has not are reported, for
    /// they show nothing by themselves.
    mutating func hasInvented(
        _ result: Message, _ units: [ReceivedMessage.Unit], _ key: String, _ source: SourceString, _ message: Message
    ) -> Bool {
        let given = Set(message.argumentNames)
        let strange = Set(result.argumentNames).subtracting(given)
        let tags = Set(message.patterns.joined().compactMap(\.anchor))
        var isReported = false
        for unit in units {
            let id = UnitName(key, unit.keys).description
            var reported: Set<String> = []
            for part in unit.pattern ?? [] {
                guard let anchor = part.anchor, !part.isText else { continue }
                let isStrange: Bool
                if case .markup = part {
                    isStrange = !tags.contains(anchor)
                } else {
                    isStrange = strange.contains(String(anchor.dropFirst()))
                    isReported = isReported || isStrange
                }
                guard isStrange, reported.insert(anchor).inserted else { continue }
                find(
                    .inventedPlaceholder, anchor.first == "#" ? .warning : .error, at: unit.position,
                    ["id": .text(id), "placeholder": .text(part.description)])
            }
        }
        // In an option or a declaration.
        if !strange.isEmpty, !isReported, let unit = units.first {
            let names = strange.sorted().map { "$" + $0 }.joined(separator: ", ")
            find(.inventedPlaceholder, at: unit.position, ["id": .text(key), "placeholder": .text(names)])
        }
        return !strange.isEmpty
    }

    /// Whether everything that the source shows is shown somewhere. What only some variants leave out is a warning: «один товар».
    mutating func checkLost(
        _ result: Message, _ units: [ReceivedMessage.Unit], _ key: String, _ message: Message
    ) -> Bool {
        let roots = (source: message.rootAnchors, result: result.rootAnchors)
        let kept = Set(result.patterns.joined().compactMap(\.anchor).map { roots.result[$0] ?? $0 })
        var isComplete = true
        for unit in units {
            let here = Set((unit.pattern ?? []).compactMap(\.anchor).map { roots.result[$0] ?? $0 })
            var reported: Set<String> = []
            for part in message.pattern(for: unit.keys) {
                guard let anchor = part.anchor.map({ roots.source[$0] ?? $0 }), !here.contains(anchor),
                    reported.insert(anchor).inserted
                else { continue }
                let isGone = !kept.contains(anchor)
                if isGone { isComplete = false }
                find(
                    .lostPlaceholder, isGone ? .error : .warning, at: unit.position,
                    [
                        "id": .text(UnitName(key, unit.keys).description),
                        "placeholder": .text(part.description),
                    ])
            }
        }
        return isComplete
    }

    mutating func checkLengths(_ units: [ReceivedMessage.Unit], _ key: String, _ source: SourceString) {
        guard let limit = source.maxLength else { return }
        for unit in units {
            let length = (unit.pattern ?? []).length(source)
            guard length > limit else { continue }
            find(
                .translationTooLong, .warning, at: unit.position,
                [
                    "id": .text(UnitName(key, unit.keys).description), "length": .integer(length),
                    "limit": .integer(limit),
                ])
        }
    }
}

extension Message {
    /// The arguments that its own variables are made of: `$dative` is a `$city`.
    fileprivate var rootAnchors: [String: String] {
        var roots: [String: String] = [:]
        for declaration in declarations where !declaration.isInput {
            guard case .variable(let name)? = declaration.value.operand else { continue }
            roots["$" + declaration.variable] = roots["$" + name] ?? "$" + name
        }
        return roots
    }
}
