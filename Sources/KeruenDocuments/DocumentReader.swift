public import Foundation
internal import Yams

/// Reads a YAML or JSON file into values with positions.
///
///     let document = try DocumentReader().read(file: url, as: "Catalog/markets/kz.yaml")
///
/// JSON is read by the same parser: it is YAML's flow style. Characters beyond U+FFFF are to be written as they are, not as
/// pairs of `\u` escapes. Anchors and aliases (`&a`, `*a`) are not read: a small file of them unfolds to any size.
/// - Throws: `Refusal` with `unreadableFile`, `notUTF8`, `brokenSyntax`, `tooLarge` or `duplicateKey`.
public struct DocumentReader: Sendable {
    /// Values that one file may hold.
    public var maximumValues: Int
    public var maximumDepth: Int

    public init(maximumValues: Int = 200_000, maximumDepth: Int = 64) {
        self.maximumValues = maximumValues
        self.maximumDepth = maximumDepth
    }

    /// - Parameter name: how diagnostics call the file; its path when nil.
    public func read(file: URL, as name: String? = nil) throws(Refusal) -> DocumentNode {
        let name = name ?? file.relativePath
        let data: Data
        do { data = try Data(contentsOf: file) } catch {
            throw Refusal(Diagnostic(.unreadableFile, at: SourcePosition(file: name)))
        }
        return try read(data, as: name)
    }

    public func read(_ data: Data, as name: String) throws(Refusal) -> DocumentNode {
        guard let text = String(validating: data, as: UTF8.self) else {
            throw Refusal(Diagnostic(.notUTF8, at: Self.firstInvalidByte(data, name)))
        }
        return try read(text, as: name)
    }

    public func read(_ text: String, as name: String) throws(Refusal) -> DocumentNode {
        if let alias = Self.firstAlias(text, name) {
            throw Refusal(Diagnostic(.brokenSyntax, at: alias, ["problem": "alias (*)"]))
        }
        let root: Node?
        do { root = try Yams.compose(yaml: text) } catch { throw Refusal(Self.diagnostic(error, name)) }
        var conversion = Conversion(file: name, valuesLeft: maximumValues, maximumDepth: maximumDepth)
        guard let root else {
            return DocumentNode(position: SourcePosition(file: name, line: 1, column: 1), content: .null)
        }
        let node = try conversion.node(root, depth: 0)
        guard conversion.duplicates.isEmpty else { throw Refusal(conversion.duplicates) }
        return node
    }
}

extension DocumentReader {
    private struct Conversion {
        let file: String
        var valuesLeft: Int
        let maximumDepth: Int
        var duplicates: [Diagnostic] = []

        mutating func node(_ node: Node, depth: Int) throws(Refusal) -> DocumentNode {
            let position = position(node)
            valuesLeft -= 1
            guard valuesLeft > 0, depth < maximumDepth else { throw Refusal(Diagnostic(.tooLarge, at: position)) }
            switch node {
            case .scalar(let scalar):
                let isNull = scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
                return DocumentNode(position: position, content: isNull ? .null : .scalar(scalar.string))
            case .sequence(let sequence):
                var list: [DocumentNode] = []
                for element in sequence { list.append(try self.node(element, depth: depth + 1)) }
                return DocumentNode(position: position, content: .list(list))
            case .mapping(let mapping):
                var entries: [DocumentNode.Entry] = []
                for (key, value) in mapping {
                    guard let name = key.scalar?.string else {
                        throw Refusal(Diagnostic(.brokenSyntax, at: self.position(key), ["problem": "key (?)"]))
                    }
                    entries.append(
                        .init(
                            key: name, keyPosition: self.position(key),
                            value: try self.node(value, depth: depth + 1)))
                }
                return DocumentNode(position: position, content: .map(entries))
            case .alias:
                throw Refusal(Diagnostic(.brokenSyntax, at: position, ["problem": "alias"]))
            }
        }

        func position(_ node: Node) -> SourcePosition {
            SourcePosition(file: file, line: node.mark?.line ?? 0, column: node.mark?.column ?? 0)
        }
    }

    private static func diagnostic(_ error: any Error, _ name: String) -> Diagnostic {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            let position = SourcePosition(file: name, line: mark.line, column: mark.column)
            return Diagnostic(.brokenSyntax, at: position, ["problem": .text(problem)])
        case .reader(let problem, let offset, _, let yaml):
            let before = yaml.utf8.prefix(offset ?? 0)
            let line = before.count { $0 == UInt8(ascii: "\n") } + 1
            return Diagnostic(
                .brokenSyntax, at: SourcePosition(file: name, line: line, column: 1), ["problem": .text(problem)])
        case .duplicatedKeysInMapping(let duplicates, let context):
            let position = SourcePosition(file: name, line: context.mark.line, column: context.mark.column)
            return Diagnostic(
                .duplicateKey, at: position, ["field": .text(duplicates.joined(separator: ", "))])
        default:
            return Diagnostic(.brokenSyntax, at: SourcePosition(file: name), ["problem": .text("\(error)")])
        }
    }

    /// Where a name that was given as `&name` is used as `*name`; both must be there, so that a lone star is only text.
    ///
    /// Looked for before parsing: the parser compares keys by all that is below them, which for nested aliases has no end.
    private static func firstAlias(_ text: String, _ name: String) -> SourcePosition? {
        let anchors = Set(tokens(text, after: UInt8(ascii: "&")).map(\.name))
        guard !anchors.isEmpty else { return nil }
        return tokens(text, after: UInt8(ascii: "*")).first { anchors.contains($0.name) }
            .map { SourcePosition(file: name, line: $0.line, column: 1) }
    }

    /// The names that follow a mark where YAML may begin a value.
    private static func tokens(_ text: String, after mark: UInt8) -> [(name: String, line: Int)] {
        var found: [(name: String, line: Int)] = []
        var line = 1
        var before = UInt8(ascii: "\n")
        var name: [UInt8]?
        for byte in text.utf8 {
            if name != nil, byte.isAnchorByte {
                name?.append(byte)
            } else {
                if let name, !name.isEmpty { found.append((String(decoding: name, as: UTF8.self), line)) }
                name = byte == mark && before.mayPrecedeValue ? [] : nil
            }
            before = byte
            if byte == UInt8(ascii: "\n") { line += 1 }
        }
        if let name, !name.isEmpty { found.append((String(decoding: name, as: UTF8.self), line)) }
        return found
    }

    private static func firstInvalidByte(_ data: Data, _ name: String) -> SourcePosition {
        // Decoding repairs exactly what is invalid, so the first difference is the first bad byte.
        let repaired = String(decoding: data, as: UTF8.self)
        let good = zip(repaired.utf8, data).prefix { $0 == $1 }.map(\.1)
        let line = good.count { $0 == UInt8(ascii: "\n") } + 1
        let column = String(decoding: good.suffix(while: { $0 != UInt8(ascii: "\n") }), as: UTF8.self).count + 1
        return SourcePosition(file: name, line: line, column: column)
    }
}

extension Array {
    fileprivate func suffix(while predicate: (Element) -> Bool) -> ArraySlice<Element> {
        let end = lastIndex { !predicate($0) }.map { $0 + 1 } ?? startIndex
        return self[end...]
    }
}

extension UInt8 {
    fileprivate var isAnchorByte: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    fileprivate var mayPrecedeValue: Bool { " \t\r\n[{,:".utf8.contains(self) }
}
