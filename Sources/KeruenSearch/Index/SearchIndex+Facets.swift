extension SearchIndex {
    public enum Facet: String, CaseIterable, Sendable {
        case category, material, region

        func column(_ code: String) -> String {
            switch self {
            case .category: Column.category(code)
            case .material: Column.material(code)
            case .region: Column.region(code)
            }
        }
    }

    /// How many of the products that `search` finds stand in each of some sets, those behind a short list too; what none stands in is left
    /// out. A blank query stands for everything that the filters take.
    ///
    ///     index.counts("жібек", of: .category, among: ["silk", "headwear"])     // ["silk": 7, "headwear": 2]
    public func counts(
        _ query: String, filters: Filters = Filters(), of facet: Facet, among codes: [String]
    ) -> [String: Int] {
        finding(counted: query, filters).map { counts(of: facet, among: codes, $0) } ?? [:]
    }

    /// The same of a shelf.
    public func counts(
        category: String?, filters: Filters = Filters(), of facet: Facet, among codes: [String]
    ) -> [String: Int] {
        shelf(category, filters).map { counts(of: facet, among: codes, $0) } ?? [:]
    }

    private func counts(of facet: Facet, among codes: [String], _ finding: Finding) -> [String: Int] {
        let tail = tail(of: finding).map(\.document)
        // Of one list every set is counted where the postings are; of several, over what they have together.
        let all = finding.lists.count == 1 ? nil : documents(of: finding)
        var counts: [String: Int] = [:]
        for code in codes {
            guard let set = segment.set(facet.column(code)) else { continue }
            var found = tail.count(where: set.contains)
            if let all {
                found += all.count(with: set)
            } else if var list = finding.lists.first {
                list.sets.append(facet.column(code))
                found += segment.count(list)
            }
            if found > 0 { counts[code] = found }
        }
        return counts
    }
}
