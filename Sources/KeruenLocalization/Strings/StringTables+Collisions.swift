extension StringTables {
    /// Strings of a table, and arguments of a string, that would get one name in Swift: `cart.to-pay` and `cart.toPay`, each at its place.
    public func accessorCollisions(in table: String) -> [Diagnostic] {
        let sources = CompiledStrings.sources(of: table, in: self)
        let named = Dictionary(grouping: sources) { source in
            StringAccessors.identifier(String(source.key.dropFirst(table.count + 1)))
        }
        let keys = named.sorted { $0.key < $1.key }.flatMap { name, sources in
            sources.dropFirst().map { collision($0.key, sources[0].key, name, at: $0.position) }
        }
        let arguments = sources.flatMap { source in
            Dictionary(grouping: source.message?.argumentNames ?? [], by: StringAccessors.identifier)
                .filter { $0.value.count > 1 }.sorted { $0.key < $1.key }
                .map { collision("$" + $0.value[1], "$" + $0.value[0], $0.key, at: source.position) }
        }
        return keys + arguments
    }

    private func collision(_ key: String, _ other: String, _ name: String, at position: SourcePosition) -> Diagnostic {
        Diagnostic(
            "LOC0132", .error, at: position, ["key": .text(key), "other": .text(other), "name": .text(name)])
    }
}
