extension StringTables {
    /// Strings of a table that would get one name in Swift: `cart.to-pay` and `cart.toPay`, each at its place.
    public func accessorCollisions(in table: String) -> [Diagnostic] {
        let named = Dictionary(grouping: CompiledStrings.sources(of: table, in: self)) { source in
            StringAccessors.identifier(String(source.key.dropFirst(table.count + 1)))
        }
        return named.sorted { $0.key < $1.key }.flatMap { name, sources in
            sources.dropFirst().map { source in
                Diagnostic(
                    "LOC0132", .error, at: source.position,
                    ["key": .text(source.key), "other": .text(sources[0].key), "name": .text(name)])
            }
        }
    }
}
