/// Placeholders and tags within XLIFF's texts: `<ph id="1" equiv-text="{$count}">{$count}</ph>`.
enum XLIFFInline {
    /// Writes a text. Tags that open and close in it become a pair, all else a placeholder.
    static func write(_ parts: [Message.Part], _ codes: InlineCodes, _ writer: inout XMLWriter<String>) {
        let pairs = pairs(parts)
        var uses: [String: Int] = [:]
        var names: [Int: String] = [:]
        for (index, part) in parts.enumerated() {
            if case .text(let text) = part {
                writer.text(text)
                continue
            }
            let code = part.description
            let opening = pairs[index].map { min($0, index) }
            let id: String
            if let opening, opening < index, let known = names[opening] {
                id = known
            } else {
                let use = uses[code, default: 0] + 1
                uses[code] = use
                // An id stands once in a text.
                id = "\(codes.number(of: code) ?? 0)" + (use == 1 ? "" : "-\(use)")
                names[index] = id
            }
            let name = opening == nil ? "ph" : opening == index ? "bpt" : "ept"
            let pair = opening == nil ? [] : [("rid", id)]
            writer.open(name, [("id", id)] + pair + [("equiv-text", code)], isMixed: true)
            writer.text(code)
            writer.close()
        }
    }

    /// The places of tags that belong together, each way.
    private static func pairs(_ parts: [Message.Part]) -> [Int: Int] {
        var open: [String: [Int]] = [:]
        var pairs: [Int: Int] = [:]
        for (index, part) in parts.enumerated() {
            guard case .markup(let markup) = part else { continue }
            switch markup.kind {
            case .standalone: break
            case .open: open[markup.name, default: []].append(index)
            case .close:
                guard let start = open[markup.name]?.popLast() else { continue }
                (pairs[start], pairs[index]) = (index, start)
            }
        }
        return pairs
    }

    /// Reads a text; nil, with findings, where something in it is no placeholder of ours.
    static func read(
        _ element: XMLDocumentElement, of unit: String, _ codes: InlineCodes, _ findings: inout [Diagnostic]
    ) -> [Message.Part]? {
        var parts: [Message.Part] = []
        return append(element, unit, codes, &parts, &findings) ? parts : nil
    }

    private static func append(
        _ element: XMLDocumentElement, _ unit: String, _ codes: InlineCodes, _ parts: inout [Message.Part],
        _ findings: inout [Diagnostic]
    ) -> Bool {
        var isSound = true
        for content in element.content {
            switch content {
            case .text(let text): parts.append(.text(text))
            case .element(let child):
                switch child.localName {
                case "mrk":
                    // Tools mark segments and terms.
                    isSound = append(child, unit, codes, &parts, &findings) && isSound
                case "ph", "bpt", "ept", "it", "x", "bx", "ex":
                    if let part = part(child, codes) {
                        parts.append(part)
                        continue
                    }
                    fallthrough
                default:
                    isSound = false
                    let shown = child.text.isEmpty ? "<\(child.name)>" : child.text
                    findings.append(
                        Diagnostic(
                            .inventedPlaceholder, at: child.position,
                            ["id": .text(unit), "placeholder": .text(shown)]))
                }
            }
        }
        return isSound
    }

    /// What the element says, else what the source calls by its number.
    private static func part(_ element: XMLDocumentElement, _ codes: InlineCodes) -> Message.Part? {
        for code in [element.text, element.attributes["equiv-text"] ?? ""] where !code.isEmpty {
            return Message.Part(code: code)
        }
        let number = (element.attributes["id"] ?? "").prefix { $0 != "-" }
        guard let code = Int(number).flatMap(codes.code), let part = Message.Part(code: code) else { return nil }
        guard ["ept", "ex"].contains(element.localName), case .markup(let markup) = part, markup.kind == .open else {
            return part
        }
        return .markup(Message.Markup(.close, markup.name))
    }
}
