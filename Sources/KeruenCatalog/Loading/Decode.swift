// From checked documents to values. A shape has been checked before any of these reads, so what is missing here was
// optional there.

extension DocumentNode {
    var localized: Localized<String> { Localized(localizedTexts) }
    var measure: Measure? { text.flatMap(Measure.init) }

    /// Passes when the shape fits.
    func checked(_ shape: Shape, as name: String = "") throws(Refusal) -> DocumentNode {
        let findings = shape.check(self, field: name)
        guard findings.isEmpty else { throw Refusal(findings) }
        return self
    }

    var materials: [MaterialShare] {
        elements.compactMap { line in
            guard let material = line["material"]?.text else { return nil }
            return MaterialShare(
                material: material, share: line["share"]?.integer, species: line["species"]?.text)
        }
    }
}

extension [String: Localized<String>] {
    static func vocabulary(_ node: DocumentNode) throws(Refusal) -> Self {
        Dictionary(
            try node.checked(.vocabulary).entries.map { ($0.key, $0.value.localized) },
            uniquingKeysWith: { first, _ in first })
    }
}

extension CategoryTree.Category {
    init(_ node: DocumentNode) throws(Refusal) {
        let node = try node.checked(.category)
        var children: [CategoryTree.Category] = []
        for child in node["children"]?.elements ?? [] { children.append(try .init(child)) }
        self.init(id: node["id"]?.text ?? "", name: node["name"]?.localized ?? [:], children: children)
    }
}

extension Warehouse {
    static func list(_ node: DocumentNode) throws(Refusal) -> [Warehouse] {
        try node.checked(.warehouses).elements.map { line in
            Warehouse(
                id: line["id"]?.text ?? "", name: line["name"]?.localized ?? [:],
                country: line["country"]?.text ?? "",
                markets: line["markets"]?.elements.compactMap(\.text) ?? [], openingStock: [:],
                isBonded: line["bonded"]?.text == "true")
        }
    }
}
