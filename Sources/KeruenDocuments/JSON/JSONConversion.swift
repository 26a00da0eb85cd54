internal import JSONShims

/// Makes nodes of a parser's steps, counting lines and columns as it goes.
@safe struct JSONConversion {
    private let steps: UnsafeBufferPointer<kjson_step>
    private let bytes: UnsafeRawBufferPointer
    private let file: String
    private var next = 0
    /// The place of the byte that was counted last.
    private var place: JSONBlock.Place
    private var counted = 0
    private(set) var duplicates: [Diagnostic] = []

    init(
        steps: UnsafeBufferPointer<kjson_step>, bytes: UnsafeRawBufferPointer, place: JSONBlock.Place, file: String
    ) {
        unsafe (self.steps, self.bytes) = (steps, bytes)
        (self.place, self.file) = (place, file)
    }

    mutating func node() -> DocumentNode {
        guard unsafe next < steps.count else { return DocumentNode(position: place.position(in: file), content: .null) }
        let step = unsafe steps[next]
        next += 1
        let position = position(at: Int(unsafe step.offset))
        switch unsafe kjson_kind(rawValue: step.kind) {
        case KJSON_LIST:
            var list: [DocumentNode] = []
            while !isAtEnd { list.append(node()) }
            next += 1
            return DocumentNode(position: position, content: .list(list))
        case KJSON_MAP:
            var entries: [DocumentNode.Entry] = []
            // Records are short, and looking at each key is quicker there.
            var keys: Set<String> = []
            while !isAtEnd {
                let key = unsafe steps[next]
                let name = unsafe text(of: key)
                let keyPosition = self.position(at: Int(unsafe key.offset))
                next += 1
                if entries.count == 16 { keys = Set(entries.map(\.key)) }
                let isKnown = entries.count < 16 ? entries.contains { $0.key == name } : !keys.insert(name).inserted
                if isKnown {
                    duplicates.append(Diagnostic(.duplicateKey, at: keyPosition, ["field": .text(name)]))
                }
                entries.append(.init(key: name, keyPosition: keyPosition, value: node()))
            }
            next += 1
            return DocumentNode(position: position, content: .map(entries))
        case KJSON_SCALAR:
            return DocumentNode(position: position, content: .scalar(unsafe text(of: step)))
        default:
            return DocumentNode(position: position, content: .null)
        }
    }

    private var isAtEnd: Bool { unsafe next >= steps.count || steps[next].kind == KJSON_END.rawValue }

    private func text(of step: kjson_step) -> String {
        unsafe String(decoding: UnsafeBufferPointer(start: step.bytes, count: Int(step.length)), as: UTF8.self)
    }

    /// Steps come in the order of the text, so that each byte is counted once.
    private mutating func position(at offset: Int) -> SourcePosition {
        if offset > counted {
            place = unsafe place.moved(over: UnsafeRawBufferPointer(rebasing: bytes[counted..<offset]))
            counted = offset
        }
        return place.position(in: file)
    }
}
