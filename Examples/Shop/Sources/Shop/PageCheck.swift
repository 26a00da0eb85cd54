internal import Foundation
internal import Keruen
internal import ShopSite

#if canImport(FoundationNetworking)
    internal import FoundationNetworking
#endif

/// Asks a running shop for the pages of every market and language, as a visitor would.
struct PageCheck {
    let site: Site
    let now: Date
    let port: Int

    /// Prints a line a page; returns what is wrong.
    func run() async -> [String] {
        var failures: [String] = []
        for market in site.catalog.markets {
            for language in market.languages {
                let home = "/\(market.id)/\(language)/"
                var paths = [home, home + "cart"]
                if let shop = site.storefront(market.id, language.description, at: now), let first = shop.browse().first
                {
                    paths += [home + "c/\(first.product.category)", home + "p/\(first.product.id)"]
                    let word = first.title.value.split(separator: " ").first.map(String.init) ?? ""
                    paths.append(
                        home + "?q=" + (word.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""))
                }
                for path in paths {
                    let page = await get(path)
                    let isRight = page.status == 200 && page.body.contains("<html lang=\"\(language)\" ")
                    say("\(page.status) \(path.removingPercentEncoding ?? path) · \(page.title)")
                    if !isRight { failures.append("\(path): \(page.status)") }
                }
                let missing = await get(home + "p/no-such-thing")
                say("\(missing.status) \(home)p/no-such-thing · \(missing.title)")
                if missing.status != 404 || !missing.body.contains("<html lang=\"\(language)\" ") {
                    failures.append("\(home)p/no-such-thing: \(missing.status)")
                }
            }
        }
        return failures
    }

    private func get(_ path: String) async -> (status: Int, body: String, title: String) {
        guard let url = URL(string: "http://127.0.0.1:\(port)\(path)"),
            let (data, response) = try? await URLSession.shared.data(from: url)
        else { return (0, "", "") }
        let body = String(decoding: data, as: UTF8.self)
        let title = body.split(separator: "<title>").dropFirst().first?.split(separator: "</title>").first
        return ((response as? HTTPURLResponse)?.statusCode ?? 0, body, title.map(String.init) ?? "")
    }
}
