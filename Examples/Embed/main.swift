import Foundation
import Keruen

// A shop's goods and words, read once and checked.
let folder = URL(filePath: CommandLine.arguments.dropFirst().first ?? ".")
let catalog = try Catalog.load(folder: folder.appending(path: "Catalog"))
let strings = try StringTables.load(folder: folder.appending(path: "Locales"))

// What a reader of Kazakh sees in Kazakhstan: the order of the Kazakh alphabet, prices in tenge.
let shop = try Storefront(catalog, strings: strings, market: "kz", language: "kk")
for item in shop.browse(category: "headwear") {
    print(item.title.value, item.price)
}
print(shop.string("shop.category.count", ["count": .integer(shop.browse().count)]))

// Search in the reader's language, and an order that takes from stock once, however often it is sent.
if let found = shop.search("домбыра").first?.item.product, let variant = found.variants.first {
    var cart = Cart()
    try cart.add(variant.sku)
    let quote = try Quote(cart, in: shop.market, from: catalog, at: Date())
    let store = InMemoryStore()
    try await store.openStock(of: catalog)
    let request = OrderRequest(key: try IdempotencyKey("first-order"), quote: quote, language: shop.language)
    let order = try await store.place(request, from: catalog.warehouses(serving: shop.market).map(\.id), at: Date())
    print(variant.sku, shop.formatted(order.total))
}
