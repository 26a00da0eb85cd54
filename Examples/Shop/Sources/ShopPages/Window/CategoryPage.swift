internal import Keruen
internal import ShopSite

/// A shelf, narrowed down and ordered as its address says.
extension Pages {
    func category(_ category: CategoryTree.Category, _ query: ListQuery, _ view: View) -> String {
        let list = Listing(query, on: category, view)
        let name = view.text(category.name) ?? category.id
        let count = view.strings.categoryCount(count: list.total)
        let path = view.site.catalog.categories.path(to: category.id)
        let trail = steps(path, view)
        let head = Head(
            title: name, description: view.strings.metaCategory(count: count, name: name),
            place: .category(category, list.query), image: list.items.first?.product.image,
            isIndexed: list.query.suffix.isEmpty, data: [LinkedData.trail(linked(trail))].compactMap(\.self))
        var content: [String: Any] = ["heading": name, "count": count, "trail": trailValues(trail.dropLast())]
        content["kin"] = kin(of: category, path: path, view)
        return page("list", view, head: head, category: category.id, content.merging(list.values) { $1 })
    }

    /// The way from the first page through shelves, each with its name and address.
    func steps(_ path: [CategoryTree.Category], _ view: View) -> [(name: String, address: String)] {
        [(view.strings.navHome(), view.address())]
            + path.map { (view.text($0.name) ?? $0.id, view.address(of: .category($0))) }
    }

    func trailValues(_ steps: some Sequence<(name: String, address: String)>) -> [String: Any] {
        ["steps": steps.map { ["name": $0.name, "href": $0.address] }]
    }

    /// With whole addresses, as machines want them.
    func linked(_ steps: [(name: String, address: String)]) -> [(name: String, address: String)] {
        steps.map { ($0.name, origin + $0.address) }
    }

    /// The shelves beside a leaf; a shelf with others below it shows those as a facet.
    private func kin(
        of category: CategoryTree.Category, path: [CategoryTree.Category], _ view: View
    ) -> [String: Any]? {
        guard category.children.isEmpty, let parent = path.dropLast().last else { return nil }
        let counts = view.site.categoryCounts(of: view.shop)
        return [
            "title": view.text(parent.name) ?? parent.id,
            "shelves": parent.children.filter { counts[$0.id] != nil }.map {
                [
                    "name": view.text($0.name) ?? $0.id, "href": view.address(of: .category($0)),
                    "isCurrent": $0.id == category.id,
                ]
            },
        ]
    }
}
