import Foundation
import Testing

/// What tests look for in a page.
struct Page {
    var body: String

    /// What whole addresses begin with in shops that tests open.
    static let origin = "http://shop.example"

    /// With addresses as they are asked for, and plain spaces where the languages have narrow or unbreakable ones.
    init(_ answer: Answer) {
        body = answer.body.replacing(Self.origin, with: "").replacing("\u{A0}", with: " ").replacing(
            "\u{202F}", with: " ")
    }

    /// Titles of the products on cards, without marks.
    var titles: [String] {
        body.matches(of: /<h3 lang="[^"]*">(.*?)<\/h3>/).map {
            String($0.1).replacing("<mark>", with: "").replacing("</mark>", with: "").replacing("&quot;", with: "\"")
        }
    }

    /// Prices on cards as numbers.
    var prices: [Int] {
        body.matches(of: /<p class="price">([^<]*)<\/p>/).compactMap { Int($0.1.filter(\.isASCII).filter(\.isNumber)) }
    }

    /// The address of the link whose text begins so.
    func link(_ text: String) -> String? {
        body.matches(of: /<a [^>]*?href="([^"]*)"[^>]*>([^<]*)/).first { $0.2.hasPrefix(text) }
            .map { String($0.1).replacing("&amp;", with: "&") }
    }

    func address(rel: String) -> String? {
        let links = body.matches(of: /<link rel="([a-z]+)" href="([^"]*)">/)
        return links.first { $0.1 == rel }.map { String($0.2).replacing("&amp;", with: "&") }
    }

    var alternates: [(tag: String, address: String)] {
        body.matches(of: /<link rel="alternate" hreflang="([^"]*)" href="([^"]*)">/).map {
            (String($0.1), String($0.2))
        }
    }

    /// Descriptions for machines, which have to be JSON whatever stands in them.
    func data() throws -> [[String: Any]] {
        try body.matches(of: /<script type="application\/ld\+json">(.*?)<\/script>/).map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.1.utf8)) as? [String: Any])
        }
    }
}
