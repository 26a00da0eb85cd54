internal import Foundation

#if canImport(FoundationXML)
    internal import FoundationXML
#endif

/// Makes elements of what FoundationXML's parser reads.
final class XMLTreeBuilder: XMLParserDelegate {
    private let places: [(line: Int, column: Int)]
    private let file: String
    private let maximumElements: Int
    private let maximumDepth: Int
    private var elementCount = 0
    private var open: [XMLDocumentElement] = []
    /// The text since the last tag.
    private var text = ""
    private var root: XMLDocumentElement?
    private var failure: Diagnostic?

    init(_ places: [(line: Int, column: Int)], _ file: String, _ maximumElements: Int, _ maximumDepth: Int) {
        (self.places, self.file) = (places, file)
        (self.maximumElements, self.maximumDepth) = (maximumElements, maximumDepth)
    }

    func root(of data: Data) throws(Refusal) -> XMLDocumentElement {
        let parser = XMLParser(data: data)
        parser.delegate = self
        let isSound = parser.parse()
        if let failure { throw Refusal(failure) }
        guard isSound, let root else {
            throw Refusal(broken(parser, (parser.parserError as NSError?)?.code ?? 0))
        }
        return root
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String] = [:]
    ) {
        guard failure == nil else { return }
        let position = position(of: elementCount, parser)
        elementCount += 1
        guard elementCount <= maximumElements, open.count < maximumDepth else {
            return fail(parser, Diagnostic(.tooLarge, at: position))
        }
        closeText()
        open.append(XMLDocumentElement(name, attributes, at: position))
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        guard failure == nil else { return }
        closeText()
        guard let element = open.popLast() else { return }
        if open.isEmpty { root = element } else { open[open.count - 1].content.append(.element(element)) }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(_ parser: XMLParser, foundIgnorableWhitespace string: String) { text += string }

    func parser(_ parser: XMLParser, foundCDATA block: Data) { text += String(decoding: block, as: UTF8.self) }

    // Encodings there are in which `<!DOCTYPE` was not found.
    func parser(_ parser: XMLParser, foundInternalEntityDeclarationWithName name: String, value: String?) {
        fail(parser, broken(parser, 27))
    }

    func parser(
        _ parser: XMLParser, foundExternalEntityDeclarationWithName name: String, publicID: String?, systemID: String?
    ) {
        fail(parser, broken(parser, 27))
    }

    func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
        // The parser goes on after an error and makes up what was missing.
        fail(parser, broken(parser, (error as NSError).code))
    }

    private func closeText() {
        guard !text.isEmpty else { return }
        if !open.isEmpty { open[open.count - 1].content.append(.text(text)) }
        text = ""
    }

    private func position(of element: Int, _ parser: XMLParser) -> SourcePosition {
        guard element < places.count else {
            return SourcePosition(file: file, line: max(parser.lineNumber, 1), column: max(parser.columnNumber, 1))
        }
        return SourcePosition(file: file, line: places[element].line, column: places[element].column)
    }

    private func fail(_ parser: XMLParser, _ diagnostic: Diagnostic) {
        guard failure == nil else { return }
        failure = diagnostic
        parser.abortParsing()
    }

    /// FoundationXML hands on libxml2's number of an error without its words; reports have a phrase for each of these names.
    private func broken(_ parser: XMLParser, _ code: Int) -> Diagnostic {
        let problem =
            switch code {
            case 4: "no-xml"
            case 5, 77: "end"
            case 9: "character"
            case 26, 27: "entity"
            case 23, 68: "ampersand"
            case 32: "encoding"
            case 38, 39, 40, 41: "attribute"
            case 42: "twice"
            case 73, 76: "tag"
            case 201: "namespace"
            default: "libxml2 \(code)"
            }
        let position = SourcePosition(file: file, line: max(parser.lineNumber, 1), column: max(parser.columnNumber, 1))
        return Diagnostic(.brokenXML, at: position, ["problem": .text(problem)])
    }
}
