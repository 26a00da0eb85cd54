internal import Foundation
internal import Keruen

/// A description in the words of schema.org, for search engines.
struct LinkedData {
    let script: String

    /// - Parameter values: what JSON can say.
    init?(_ type: String, _ values: [String: Any]) {
        var values = values
        values["@context"] = "https://schema.org"
        values["@type"] = type
        guard
            let data = try? JSONSerialization.data(
                withJSONObject: values, options: [.sortedKeys, .withoutEscapingSlashes])
        else { return nil }
        // Within <script> nothing but `<` can end it or begin a comment; `&` and `>` go along for readers of XML.
        script = String(decoding: data, as: UTF8.self).replacing("<", with: "\\u003c").replacing(">", with: "\\u003e")
            .replacing("&", with: "\\u0026")
    }

    /// The way from the shop's first page to this one.
    static func trail(_ steps: [(name: String, address: String)]) -> LinkedData? {
        LinkedData(
            "BreadcrumbList",
            [
                "itemListElement": steps.enumerated().map { place, step in
                    ["@type": "ListItem", "position": place + 1, "name": step.name, "item": step.address]
                        as [String: Any]
                }
            ])
    }

    /// - Parameter isAvailable: nil where nobody knows.
    static func offer(_ amount: Money, isAvailable: Bool?, address: String) -> [String: Any] {
        var values: [String: Any] = [
            "@type": "Offer", "price": amount.decimalText, "priceCurrency": amount.currency.code, "url": address,
        ]
        if let isAvailable {
            values["availability"] = "https://schema.org/" + (isAvailable ? "InStock" : "OutOfStock")
        }
        return values
    }
}
