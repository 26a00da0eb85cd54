internal import Foundation
internal import HTTPTypes
internal import Keruen
internal import ShopSite

extension APICall {
    /// A product with its variants' prices, and what is left of each at this moment, where the store tells.
    func product() async throws -> KeptAnswer {
        guard let item = shop[place.id] else { throw Problem(.notFound, .product(place.id)) }
        let served = ServedLanguages()
        let stock = try await stock(of: item.product)
        var json = JSONWriter(capacity: 4_096)
        json.object { json in
            card(item, to: &json, served)
            json.array("trail") { json in
                for category in shop.catalog.categories.path(to: item.product.category) {
                    json.object { json in
                        json.field("id", category.id)
                        json.text("name", shop.text(category.name), noting: served)
                    }
                }
            }
            facts(item.product, to: &json, served)
            details(item.product, stock, to: &json, served)
            json.array("variants") { json in
                for variant in item.product.variants { write(variant, of: item.product, stock, to: &json, served) }
            }
        }
        return kept(json, served)
    }

    /// What is free of everything that the product is counted in, read at one moment; nil while the store is away.
    private func stock(of product: Product) async throws(TradeError) -> [StockItem: Int]? {
        var places: [StockItem: [String]] = [:]
        let warehouses = shop.catalog.warehouses(serving: market).map(\.id)
        if case .tour(let tour) = product.details {
            for day in tour.departures { places[.departure(tour: product.id, day: day)] = [StockPlace.departures] }
        } else {
            for variant in product.variants { places[.sku(variant.sku)] = warehouses }
        }
        let counted = places
        do throws(TradeError) {
            return try await services.store.read { transaction throws(TradeError) in
                var free: [StockItem: Int] = [:]
                for (item, warehouses) in counted {
                    var sum = 0
                    for warehouse in warehouses {
                        sum += max(0, try transaction.level(at: StockPlace(item, in: warehouse))?.free ?? 0)
                    }
                    free[item] = sum
                }
                return free
            }
        } catch {
            guard error.isOutage else { throw error }
            return nil
        }
    }

    private func facts(_ product: Product, to json: inout JSONWriter, _ served: ServedLanguages) {
        json.optional("origin", product.origin)
        json.optional("hsCode", product.hsCode)
        json.optional("added", product.added?.description)
        if let region = product.region {
            json.object("region") { json in
                json.field("code", region)
                json.text("name", shop.text(shop.catalog.regions[region]), noting: served)
            }
        }
        json.array("materials") { json in
            for share in product.materials {
                json.object { json in
                    json.field("code", share.material)
                    json.text("name", shop.text(shop.catalog.materials[share.material]), noting: served)
                    if let percent = share.share { json.field("percent", percent) }
                    json.optional("species", share.species)
                }
            }
        }
    }

    private func details(
        _ product: Product, _ stock: [StockItem: Int]?, to json: inout JSONWriter, _ served: ServedLanguages
    ) {
        switch product.details {
        case .handicraft(let craft): json.object("handicraft") { handicraft(craft, to: &$0, served) }
        case .tour(let tour): json.object("tour") { self.tour(tour, product.id, stock, to: &$0, served) }
        case .imported(let good): json.object("imported") { imported(good, to: &$0, served) }
        }
    }

    private func handicraft(_ craft: Handicraft, to json: inout JSONWriter, _ served: ServedLanguages) {
        json.text("technique", shop.text(craft.technique), noting: served)
        json.text("artisan", shop.text(craft.artisan), noting: served)
        json.text("care", shop.text(craft.care), noting: served)
        json.object("size") { json in
            for side in ["length", "width", "height", "diameter"] { json.measure(side, craft.size[side]) }
        }
        if let heritage = craft.heritage {
            json.object("heritage") { json in
                json.field("level", heritage.level.rawValue)
                json.field("year", heritage.year)
            }
        }
        if case .year(let year) = craft.made { json.field("madeIn", year) }
        json.field("isOneOfAKind", craft.isOneOfAKind)
    }

    private func imported(_ good: ImportedGood, to json: inout JSONWriter, _ served: ServedLanguages) {
        json.field("brand", good.brand)
        json.text("manufacturer", shop.text(good.manufacturer), noting: served)
        json.text("composition", shop.text(good.composition), noting: served)
        json.measure("netWeight", good.netWeight)
        if let months = good.shelfLifeMonths { json.field("shelfLifeMonths", months) }
        json.text("storage", shop.text(good.storage), noting: served)
        json.text("care", shop.text(good.care), noting: served)
    }

    private func tour(
        _ tour: Tour, _ id: String, _ stock: [StockItem: Int]?, to json: inout JSONWriter, _ served: ServedLanguages
    ) {
        json.field("days", tour.days)
        json.field("nights", tour.nights)
        json.text("meetingPoint", shop.text(tour.meetingPoint), noting: served)
        json.text("includes", shop.text(tour.includes), noting: served)
        json.field("timeZone", tour.timeZone)
        json.field("startTime", tour.startTime)
        json.array("guideLanguages") { json in for language in tour.guideLanguages { json.value("\(language)") } }
        json.object("groupSize") { json in
            json.field("least", tour.groupSize.lowerBound)
            json.field("most", tour.groupSize.upperBound)
        }
        json.field("needsBorderPermit", tour.needsBorderPermit)
        json.array("departures") { json in
            for day in tour.departures.sorted() {
                json.object { json in
                    json.field("day", day.description)
                    json.instant("starts", tour.start(on: day))
                    json.instant("salesEnd", tour.salesEnd(on: day))
                    json.instant("freeCancellation", tour.freeCancellation(on: day))
                    if let stock { json.field("seats", stock[.departure(tour: id, day: day)] ?? 0) }
                }
            }
        }
    }

    /// A variant that the market has no price for is not sold there.
    private func write(
        _ variant: Variant, of product: Product, _ stock: [StockItem: Int]?, to json: inout JSONWriter,
        _ served: ServedLanguages
    ) {
        guard let price = shop.price(of: variant) else { return }
        json.object { json in
            json.field("sku", variant.sku.description)
            json.array("options") { json in
                for option in variant.options {
                    json.object { json in
                        json.field("name", option.name)
                        switch option.value {
                        case .plain(let text): json.object("value") { $0.field("text", text) }
                        case .localized(let text): json.text("value", shop.text(text), noting: served)
                        }
                    }
                }
            }
            json.money("price", price.amount, shop)
            json.field("includesTax", price.includesTax)
            // Seats are counted by departure.
            if let stock, product.kind != .tour { json.field("available", stock[.sku(variant.sku)] ?? 0) }
            json.measure("weight", variant.weight)
            json.optional("gtin", variant.gtin?.digits)
        }
    }
}
