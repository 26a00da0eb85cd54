import Testing

@testable import KeruenSearch

extension SearchIndex {
    static let asked = [
        "жібек", "«атлас жібек» орамал", "шарф", "0fpf0", "войлачный", "丝绸", "和田玉", "wei jin", "нет такого",
        "ковёр войлок",
    ]

    /// Everything that two indexes of the sample shop are asked for: searches, shelves in every order, filters.
    func answers() throws -> [String] {
        var answers: [String] = []
        for query in Self.asked {
            answers += search(query, limit: 100).map { "\(query) \($0.product.id) \($0.score)" }
            answers += [suggestion(for: query) ?? "-"]
            answers += [search(query, filters: .init(inStock: true), order: .price).map(\.product.id).joined()]
        }
        for order in SearchIndex.Order.allCases {
            for category in [nil, "crafts", "silk", "tours"] {
                let ids = browse(category: category, order: order).map(\.id)
                answers.append("\(order) \(category ?? "") \(ids.joined(separator: " "))")
            }
        }
        let days = try #require(CivilDate("2027-05-01"))...(try #require(CivilDate("2027-06-30")))
        answers.append(browse(filters: .init(departure: days)).map(\.id).joined(separator: " "))
        return answers
    }
}
