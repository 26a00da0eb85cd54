public import Foundation
internal import Yams

/// Reads a YAML or JSON file into values with positions.
///
///     let document = try DocumentReader().read(file: url, as: "Catalog/markets/kz.yaml")
///
/// JSON is read by the same parser: it is YAML's flow style.
/// - Throws: `Refusal` with `unreadableFile`, `notUTF8`, `brokenSyntax`, `tooLarge` or `duplicateKey`.
public struct DocumentReader: Sendable {
    /// Values that one file may hold; an alias counts each time it is used, which ends "billion laughs" early.
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
        // The parser recurses over brackets; so they are counted before it sees them.
        guard Self.bracketDepth(text) <= maximumDepth else {
            throw Refusal(Diagnostic(.tooLarge, at: SourcePosition(file: name)))
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
                    entries.append(
                        .init(
                            key: key.scalar?.string ?? "", keyPosition: self.position(key),
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

    private static func bracketDepth(_ text: String) -> Int {
        var depth = 0
        var deepest = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                depth += 1
                deepest = max(deepest, depth)
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
            default: break
            }
        }
        return deepest
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
