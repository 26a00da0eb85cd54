internal import Foundation

/// A page's part of a long list, and the way to its neighbours.
struct BoardPaging {
    static let length = 50

    let page: Int
    let pages: Int
    let count: Int

    init(_ visit: BoardVisit, count: Int, length: Int = BoardPaging.length) {
        pages = max(1, (count + length - 1) / length)
        page = min(visit.page, pages)
        self.count = count
        range = (page - 1) * length..<min(count, page * length)
    }

    let range: Range<Int>

    /// - Parameter query: what the list was asked for, so that its next page is of the same.
    func values(_ view: BoardView, _ query: [(String, String)]) -> [String: Any] {
        var values: [String: Any] = count > 0 ? ["count": view.strings.pageCount(count: count)] : [:]
        guard pages > 1 else { return values }
        values["place"] = view.strings.pagePlace(page: page, pages: pages)
        if page > 1 { values["previous"] = ["href": href(page - 1, query), "name": view.strings.pagePrevious()] }
        if page < pages { values["next"] = ["href": href(page + 1, query), "name": view.strings.pageNext()] }
        return values
    }

    private func href(_ page: Int, _ query: [(String, String)]) -> String {
        "?" + (query + [("page", String(page))]).map { "\($0)=\(Self.encoded($1))" }.joined(separator: "&")
    }

    /// As a part of an address's query.
    static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics.union(CharacterSet(charactersIn: "-._~")))
            ?? ""
    }
}
