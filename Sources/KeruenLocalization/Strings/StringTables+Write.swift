public import Foundation

extension StringTables {
    /// A table in the form that `add` reads, nested by the dots of its keys, in the order of the source's file.
    public func json(ofTable table: String, language: LanguageTag) -> Data {
        let prefix = table + "."
        var leaves: [Leaf] = []
        for (key, entry) in strings[language] ?? [:] where key.hasPrefix(prefix) {
            let path = key.dropFirst(prefix.count).split(separator: ".", omittingEmptySubsequences: false).map {
                String($0)
            }
            let place = sources[key]?.position
            leaves.append(
                Leaf(path: path[...], text: entry.source, line: place?.line ?? .max, column: place?.column ?? .max))
        }
        leaves.sort { a, b in
            if (a.line, a.column) != (b.line, b.column) { return (a.line, a.column) < (b.line, b.column) }
            return a.path.lexicographicallyPrecedes(b.path)
        }
        return Data((Self.object(leaves, indent: "") + "\n").utf8)
    }

    /// A text on its way into nested objects: the keys that are left above it, and where its source stands.
    private struct Leaf {
        var path: ArraySlice<String>
        let text: String
        let line: Int
        let column: Int
    }

    /// One object, each group where its first member stands.
    private static func object(_ leaves: [Leaf], indent: String) -> String {
        var groups: [String: [Leaf]] = [:]
        var names: [String] = []
        for var leaf in leaves {
            guard let name = leaf.path.popFirst() else { continue }
            if groups[name] == nil { names.append(name) }
            groups[name, default: []].append(leaf)
        }
        let members = names.map { name -> String in
            let group = groups[name] ?? []
            func member(_ name: String, _ value: String) -> String {
                "\(indent)  \(json(name, else: "\"\"")): \(value)"
            }
            // A key that has both a text and keys below it is no object: those keep their dots.
            guard group.contains(where: \.path.isEmpty) else {
                return member(name, object(group, indent: indent + "  "))
            }
            return group.map { leaf in
                member(([name] + leaf.path).joined(separator: "."), json(leaf.text, else: "\"\""))
            }.joined(separator: ",\n")
        }
        return "{\n\(members.joined(separator: ",\n"))\n\(indent)}"
    }

    private static func json(_ value: some Encodable, else fallback: String) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? fallback
    }

    /// The states of a table in the form that `addStates` reads, keys sorted.
    public func states(ofTable table: String, language: LanguageTag) -> Data {
        struct State: Encodable {
            var source: String?
            var state: String
            var origin: String
        }
        let prefix = table + "."
        // A line for each string, so that a change shows as one.
        let lines = (strings[language] ?? [:]).filter { $0.key.hasPrefix(prefix) }.sorted { $0.key < $1.key }.map {
            key, entry in
            let state = State(source: entry.sourceHash, state: entry.state.rawValue, origin: entry.maker.rawValue)
            return "  \(Self.json(String(key.dropFirst(prefix.count)), else: "\"\"")): \(Self.json(state, else: "{}"))"
        }
        return Data("{\n\(lines.joined(separator: ",\n"))\n}\n".utf8)
    }
}
