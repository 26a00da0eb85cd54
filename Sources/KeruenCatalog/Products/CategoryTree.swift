/// The shop's shelves, of any depth.
///
///     catalog.categories.leaves(below: "crafts")      // silk, felt-carpets, …
public struct CategoryTree: Sendable {
    public var roots: [Category]

    public struct Category: Sendable, Identifiable {
        public var id: String
        public var name: Localized<String>
        public var children: [Category]

        public init(
            id: String, name: Localized<String>, children: [Category]
        ) {
            self.id = id
            self.name = name
            self.children = children
        }
    }

    public init(_ roots: [Category] = []) { self.roots = roots }

    /// Every category, parents before their children.
    public var all: [Category] {
        func flatten(_ category: Category) -> [Category] { [category] + category.children.flatMap(flatten) }
        return roots.flatMap(flatten)
    }

    public subscript(id: String) -> Category? { all.first { $0.id == id } }

    /// The categories that products stand in, at or below one.
    public func leaves(below id: String) -> Set<String> {
        func leaves(_ category: Category) -> [String] {
            category.children.isEmpty ? [category.id] : category.children.flatMap(leaves)
        }
        return Set(self[id].map(leaves) ?? [])
    }

    /// From the root to the category itself; empty for an unknown one.
    public func path(to id: String) -> [Category] {
        func search(_ category: Category) -> [Category]? {
            if category.id == id { return [category] }
            for child in category.children {
                if let path = search(child) { return [category] + path }
            }
            return nil
        }
        return roots.lazy.compactMap(search).first ?? []
    }
}
