internal import Keruen

/// Products as lines or as JSON: what search and browse find.
struct FoundProducts: Encodable {
    private var version = 1
    private var products: [Entry]

    init(_ items: [(item: Storefront.Item, score: Double?)]) { products = items.map { Entry($0.item, $0.score) } }

    private enum CodingKeys: String, CodingKey { case version, products }

    private struct Entry: Encodable {
        var id: String
        var sku: [String]
        var title: String
        var language: String
        var price: String
        var score: Double?

        init(_ item: Storefront.Item, _ score: Double?) {
            id = item.product.id
            sku = item.product.variants.map(\.sku.description)
            title = item.title.value
            language = item.title.language.description
            price = item.price
            self.score = score.map { ($0 * 1_000).rounded() / 1_000 }
        }
    }

    func write(_ format: ReportFormat, _ report: ReportLanguage) throws {
        switch format {
        case .json: try keruen.write(JSONReport(in: report).encode(self), report)
        case .text:
            for entry in products {
                try keruen.write("\(entry.sku.first ?? "")\t\(entry.title)\t\(entry.price)", report)
            }
        }
    }
}
