internal import Keruen

/// Products as lines or as JSON: what search and browse find.
struct FoundProducts: Encodable {
    private var version = 1
    private var total: Int
    private var products: [Entry]
    /// Where the next page begins; nil on the last.
    private var next: String?
    /// What the query was read as where nothing is written as it is.
    var suggestion: String?
    private var counts: [Count]?

    init(_ page: Storefront.Page, total: Int, isScored: Bool) {
        products = page.items.map { Entry($0.item, isScored ? $0.score : nil) }
        next = page.next?.description
        self.total = total
    }

    mutating func count(_ counts: [Storefront.Count]) {
        self.counts = counts.map { Count(code: $0.code, name: $0.name, count: $0.count) }
    }

    private enum CodingKeys: String, CodingKey { case version, total, products, next, suggestion, counts }

    private struct Count: Encodable {
        var code: String
        var name: String
        var count: Int
    }

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

    /// Lines hold products and, behind an empty one, counts; where the list goes on is said beside them.
    func write(_ format: ReportFormat, _ report: ReportLanguage) throws {
        switch format {
        case .json: try keruen.write(JSONReport(in: report).encode(self), report)
        case .text:
            for entry in products {
                try keruen.write("\(entry.sku.first ?? "")\t\(entry.title)\t\(entry.price)", report)
            }
            if let counts, !counts.isEmpty {
                try keruen.write("", report)
                for count in counts { try keruen.write("\(count.code)\t\(count.name)\t\(count.count)", report) }
            }
            guard let next else { return }
            let arguments: [String: Diagnostic.Argument] = [
                "shown": .integer(products.count), "total": .integer(total), "cursor": .text(next),
            ]
            standardError(report.text("search.more", arguments) ?? "")
        }
    }
}
