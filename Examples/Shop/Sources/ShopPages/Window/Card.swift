internal import Keruen

/// A product as lists show it: picture, name, where it is from, price.
struct Card {
    let item: Storefront.Item
    let view: View
    /// What the visitor looks for, which is marked in the title.
    var query: String?

    var values: [String: Any] {
        let product = item.product
        var values: [String: Any] = [
            "href": view.address(of: .product(product)), "image": product.image, "title": title,
            "price": item.isLowestOfSeveral ? view.strings.productFrom(price: item.price) : item.price,
        ]
        // What a card doesn't have is told as false: the page around it may have something of that name.
        let about = facts.joined(separator: " · ")
        values["about"] = about.isEmpty ? false : about
        values["badge"] = badge ?? false
        return values
    }

    /// Escaped by hand, because of the marks in it.
    private var title: [String: Any] {
        var values = view.parts(of: item.title)
        values["html"] = Marked.html(item.title.value, by: query, in: view.shop.index)
        return values
    }

    private var facts: [String] {
        let product = item.product
        let region = product.region.flatMap { view.text(view.shop.catalog.regions[$0]) }
        if case .tour(let tour) = product.details {
            let next = tour.departures.filter { $0 > view.shop.day }.min()
            return [view.strings.tourDays(count: tour.days), next.map(view.shop.formatted)].compactMap(\.self)
        }
        let material = product.materials.first.flatMap { view.text(view.shop.catalog.materials[$0.material]) }
        return [region, material].compactMap(\.self)
    }

    var badge: String? {
        if case .handicraft(let craft) = item.product.details, craft.isOneOfAKind { return view.strings.badgeUnique() }
        return isNew ? view.strings.badgeNew() : nil
    }

    /// For two months after it came.
    private var isNew: Bool {
        guard let added = item.product.added else { return false }
        return (0..<60).contains(view.shop.day.daysSince1970 - added.daysSince1970)
    }
}

/// Text with the words in `<mark>` that a query is found by.
enum Marked {
    static func html(_ text: String, by query: String?, in index: SearchIndex) -> String {
        guard let query else { return escaped(text[...]) }
        var html = ""
        var end = text.startIndex
        for range in index.highlights(in: text, of: query) {
            html += escaped(text[end..<range.lowerBound]) + "<mark>" + escaped(text[range]) + "</mark>"
            end = range.upperBound
        }
        return html + escaped(text[end...])
    }

    private static func escaped(_ text: Substring) -> String {
        var html = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": html += "&amp;"
            case "<": html += "&lt;"
            case ">": html += "&gt;"
            case "\"": html += "&quot;"
            case "'": html += "&#39;"
            default: html.unicodeScalars.append(scalar)
            }
        }
        return html
    }
}
