import Keruen
import ShopSite
import Testing

@Suite("A site")
struct SiteTests {
    @Test("finds the goods of SKUs, tours' fares among them, in memory and in a snapshot that keeps none there")
    func skus() throws {
        let sample = try TestShop.site.get()
        let mapped = Site(snapshot: try TestShop.snapshot.get(), strings: sample.strings)
        let sold = try #require(sample.storefront("kz", "ru", at: ShopOpening.noon)).browse().map(\.product)
        #expect(sold.count > 40 && mapped.catalog.products.isEmpty)
        for product in sold {
            for variant in product.variants {
                for site in [sample, mapped] {
                    // The market that is asked first may have no index.
                    for market in [nil, "kz", "cn"] {
                        #expect(site.product(of: variant.sku, in: market)?.id == product.id, "\(variant.sku)")
                    }
                }
            }
        }
        let unknown = try #require(SKU("NO-SUCH-1"))
        #expect(sample.product(of: unknown) == nil && mapped.product(of: unknown) == nil)
        // Nor by a part of one, or by a product's words.
        for text in ["XJ", "KZ-DMB-001", "DMB-001-98"] {
            let part = try #require(SKU(text))
            #expect(mapped.product(of: part) == nil, "\(text)")
        }
    }
}
