import Foundation
import Testing

@Suite("What machines read")
struct MachineTests {
    @Test("names every page once, in whole addresses that answer")
    func sitemap() async throws {
        try await ShopOpening().run { browser, _ in
            let index = try await browser.get("/sitemap.xml")
            #expect(index.headers["content-type"] == "application/xml; charset=utf-8")
            let pages = Page(index).body.matches(of: /<loc>([^<]*)<\/loc>/).map { String($0.1) }
            #expect(pages.count == 7 && pages.contains("/sitemap/cn/kk-Arab/1.xml"))
            for page in pages {
                let addresses = Page(try await browser.get(page)).body.matches(of: /<loc>([^<]*)<\/loc>/).map {
                    String($0.1)
                }
                #expect(addresses.count > 70 && Set(addresses).count == addresses.count, "\(page)")
                for address in addresses.prefix(2) + addresses.suffix(2) {
                    #expect(try await browser.get(address).status == 200, "\(address)")
                }
            }
            for path in ["/sitemap/kz/kk/2.xml", "/sitemap/kz/kk/0.xml", "/sitemap/kz/de/1.xml", "/sitemap/kz/kk/1"] {
                #expect(try await browser.get(path).status == 404, "\(path)")
            }
            let robots = try await browser.get("/robots.txt").body
            #expect(
                robots.contains("Disallow: /*/*/checkout") && robots.contains("Sitemap: \(Page.origin)/sitemap.xml"))
        }
    }

    @Test("is kept by browsers as long as it is the same")
    func caching() async throws {
        try await ShopOpening().run { browser, _ in
            let page = try await browser.get("/kz/kk/").body
            let style = try #require(page.firstMatch(of: /href="(\/style\.css\?v=[a-z0-9]+)"/)?.1)
            let answer = try await browser.get(String(style))
            #expect(answer.status == 200 && answer.headers["cache-control"]?.contains("immutable") == true)
            #expect(try await browser.get("/style.css?v=0").headers["cache-control"] == "public, max-age=3600")
            for file in ["/shop.js", "/favicon.svg", "/ornament.svg", "/mark.svg"] {
                #expect(try await browser.get(file).status == 200, "\(file)")
            }
            let empty = try await browser.get("/kz/kk/")
            let full = try await browser.get("/kz/kk/", cookie: "cart=K1~XJ-DUT-315.1~XJ-SLK-302-IND.2")
            #expect(empty.headers["etag"] != full.headers["etag"] && full.body.contains("<b>2</b>"))
        }
    }
}
