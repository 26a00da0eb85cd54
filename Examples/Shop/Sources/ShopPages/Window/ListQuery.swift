internal import Foundation
internal import Keruen

/// What is looked for and how a list is narrowed down and ordered, as its address says it.
///
///     ListQuery(request.uri.query).suffix      // "?material=silk&stock=1&sort=price"
///
/// Addresses that mean the same are the same text: what is not known, or says nothing, is left out.
struct ListQuery {
    /// What a search looks for.
    var text: String?
    /// The shelf that a search is narrowed down to.
    var category: String?
    var material: String?
    var region: String?
    /// As they were typed.
    var lowest: String?
    var highest: String?
    var inStock = false
    /// "2027-06": the month in which a tour departs.
    var month: String?
    var order: SearchIndex.Order?
    /// Where the page before ended.
    var after: String?
    /// Counted from 1.
    var page = 1

    init() {}

    init(_ query: String?) {
        guard let query, let fields = FormFields(query) else { return }
        func value(_ name: String, upTo limit: Int = 64) -> String? {
            // No sign of control: none is ever typed, and pages mark their holes by them.
            let text = fields[name].unicodeScalars.filter { $0.properties.generalCategory != .control }
            let trimmed = String(String.UnicodeScalarView(text)).trimmingCharacters(in: .whitespaces)
            return trimmed.isEmpty ? nil : String(trimmed.prefix(limit))
        }
        text = value("q", upTo: SearchRefusal.mostCharacters * 2)
        (category, material, region) = (value("in"), value("material"), value("region"))
        (lowest, highest) = (value("from", upTo: 24), value("to", upTo: 24))
        inStock = value("stock") == "1"
        month = value("month").flatMap { CivilDate($0 + "-01") == nil ? nil : $0 }
        order = value("sort").flatMap(SearchIndex.Order.init)
        after = value("after", upTo: 2_048)
        page = max(1, value("page").flatMap { Int($0) } ?? 1)
    }

    /// With its question mark; empty where nothing is asked.
    var suffix: String {
        let text = fields.map { "\($0.name)=\(Self.encoded($0.value))" }.joined(separator: "&")
        return text.isEmpty ? "" : "?" + text
    }

    /// What a form sends along, but for what it asks itself.
    func fields(without names: Set<String>) -> [[String: Any]] {
        fields.filter { !names.contains($0.name) }.map { ["name": $0.name, "value": $0.value] }
    }

    private var fields: [(name: String, value: String)] {
        let all: [(String, String?)] = [
            ("q", text), ("in", category), ("material", material), ("region", region), ("from", lowest),
            ("to", highest), ("stock", inStock ? "1" : nil), ("month", month), ("sort", order?.rawValue),
            ("after", after), ("page", page > 1 ? String(page) : nil),
        ]
        return all.compactMap { name, value in value.map { (name, $0) } }
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    }

    private static let unreserved = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")

    /// Changed, and back on the first page.
    func changed(_ change: (inout ListQuery) -> Void) -> ListQuery {
        var copy = self
        (copy.after, copy.page) = (nil, 1)
        change(&copy)
        return copy
    }

    func moved(fromMarket: Bool) -> ListQuery {
        changed { if fromMarket { ($0.lowest, $0.highest) = (nil, nil) } }
    }

    var isFiltered: Bool {
        category != nil || material != nil || region != nil || lowest != nil || highest != nil || inStock
            || month != nil
    }

    /// Without what this catalogue has no name for.
    func known(in catalog: Catalog) -> ListQuery {
        var copy = self
        if let category, catalog.categories[category] == nil { copy.category = nil }
        if let material, catalog.materials[material] == nil { copy.material = nil }
        if let region, catalog.regions[region] == nil { copy.region = nil }
        return copy
    }
}
