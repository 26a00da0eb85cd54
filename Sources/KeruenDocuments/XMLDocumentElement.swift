/// An element of an XML file together with its place there.
///
///     let unit = document["file"]?["body"]?.elements(named: "trans-unit").first
///     print(unit?.position, unit?["source"]?.text)      // cart.xlf:7:9  Cart
///
/// Comments and processing instructions are left out; CDATA is text.
public struct XMLDocumentElement: Hashable, Sendable {
    /// As it is written, its prefix included: `soap:Body`.
    public var name: String
    /// Namespaces' declarations among them.
    public var attributes: [String: String]
    /// Of the tag's `<`.
    public var position: SourcePosition
    /// In the order of the file; no two texts stand side by side.
    public var content: [Content]

    public enum Content: Hashable, Sendable {
        case text(String)
        case element(XMLDocumentElement)
    }

    public init(
        _ name: String, _ attributes: [String: String] = [:], at position: SourcePosition, _ content: [Content] = []
    ) {
        (self.name, self.attributes, self.position, self.content) = (name, attributes, position, content)
    }
}

extension XMLDocumentElement {
    /// The name without its prefix.
    public var localName: String { name.firstIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name }

    public var elements: [XMLDocumentElement] {
        content.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    /// The text that stands directly in the element.
    public var text: String { content.map { if case .text(let text) = $0 { text } else { "" } }.joined() }

    /// The first element within of a name, prefixes aside.
    public subscript(name: String) -> XMLDocumentElement? {
        for case .element(let element) in content where element.localName == name { return element }
        return nil
    }

    public func elements(named name: String) -> [XMLDocumentElement] { elements.filter { $0.localName == name } }
}

extension Diagnostic.Code {
    /// The XML does not parse, or has a document type.
    public static let brokenXML = Self("DOC0005")
}
