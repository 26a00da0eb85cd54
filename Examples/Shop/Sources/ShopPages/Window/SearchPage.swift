internal import Foundation
internal import Keruen

/// What a search finds; where it finds nothing, what may help on.
extension Pages {
    func search(_ query: ListQuery, _ view: View) -> String {
        let text = query.text ?? ""
        let shown = String(text.prefix(100))
        var content: [String: Any] = ["query": shown]
        var heading = view.strings.searchPrompt()
        if let refusal = SearchRefusal(text) {
            heading = ReportLanguage(view.shop.language).sentence(refusal.diagnostic)
        } else if !text.isEmpty {
            let list = Listing(query, on: nil, view)
            if list.total == 0, !query.isFiltered {
                // Of nothing there is nothing to narrow down or to order.
                heading = view.strings.searchNone(query: shown)
                content["hint"] = view.strings.searchNoneHint()
            } else {
                content.merge(list.values) { $1 }
                heading = view.strings.searchResults(count: list.total, query: shown)
            }
            content["suggestion"] = suggestion(for: text, view)
        }
        content["heading"] = heading
        // Whoever found nothing is not left before an empty shelf.
        if (content["items"] as? [Any])?.isEmpty ?? true, content["none"] == nil {
            content["helpful"] = shelf(view.strings.homeNew(), view.shop.browse(order: .newest, limit: 4), view)
        }
        let head = Head(title: heading, place: .search(query), isIndexed: false)
        return page("list", view, head: head, content)
    }

    private func suggestion(for text: String, _ view: View) -> [String: Any]? {
        guard let better = view.shop.index.suggestion(for: text) else { return nil }
        var query = ListQuery()
        query.text = better
        return ["label": view.strings.searchDidYouMean(), "text": better, "href": view.address(of: .search(query))]
    }

    /// What a search box offers while one types, as JSON.
    func suggestions(_ text: String, _ view: View) -> String {
        let offered = view.shop.index.completions(of: String(text.prefix(100)), limit: 8)
        let data = try? JSONSerialization.data(
            withJSONObject: ["suggestions": offered], options: [.withoutEscapingSlashes])
        return data.map { String(decoding: $0, as: UTF8.self) } ?? "{\"suggestions\":[]}"
    }
}
