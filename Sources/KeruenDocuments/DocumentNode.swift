/// A value of a YAML or JSON file together with its place there.
///
///     let title = document["title"]?["kk"]?.text
///     print(title.position)     // Catalog/products/dutar.yaml:6:7
public struct DocumentNode: Hashable, Sendable {
    public var position: SourcePosition
    public var content: Content

    public enum Content: Hashable, Sendable {
        case null
        /// Any scalar, as it is written: numbers stay text, so that 268.10 is never a Double.
        case scalar(String)
        case list([DocumentNode])
        case map([Entry])
    }

    public struct Entry: Hashable, Sendable {
        public var key: String
        public var keyPosition: SourcePosition
        public var value: DocumentNode
    }
}

extension DocumentNode {
    public subscript(key: String) -> DocumentNode? {
        entries.first { $0.key == key }?.value
    }

    /// The pairs of a map in the order of the file; empty for anything else.
    public var entries: [Entry] {
        if case .map(let entries) = content { entries } else { [] }
    }

    /// The elements of a list; empty for anything else.
    public var elements: [DocumentNode] {
        if case .list(let elements) = content { elements } else { [] }
    }

    public var text: String? {
        if case .scalar(let text) = content { text } else { nil }
    }

    public var integer: Int? { text.flatMap { Int($0) } }
    public var boolean: Bool? { text.flatMap { Bool($0) } }
}
