import Foundation
import KeruenCustoms
import TestSupport
import Testing

@Suite("An export order's documents")
struct ExportDocumentsTests {
    private let samples: OrderSamples

    init() throws { samples = try OrderSamples() }

    private let dutar = OrderSamples.sku("XJ-DUT-315")

    private func codes(_ body: () throws(Refusal) -> some Any) -> [Diagnostic.Code] {
        do throws(Refusal) {
            _ = try body()
            return []
        } catch { return error.diagnostics.map(\.code) }
    }

    @Test(
        "say what was ordered, paid and sent, in Chinese and in the order's currency",
        arguments: [OrderSamples.Way.kazakhstan, .russia])
    func whole(way: OrderSamples.Way) async throws {
        let store = InMemoryStore()
        let order = try await samples.ready(try await samples.paid(way, [(dutar, 2)], in: store), in: store)
        let set = try samples.desk.export(order, goods: samples.goods)
        #expect(set.order.number == order.id.description && set.collection.amount == order.total)
        #expect(set.order.lines.map(\.name) == ["维吾尔都塔尔"] && set.list.lines.map(\.name) == ["维吾尔都塔尔"])
        #expect(set.list.lines[0].model == "无品牌|桑木|丝绸" || set.list.lines[0].model.hasPrefix("无品牌|"))
        #expect(set.order.goodsValue == order.lines[0].total)
        #expect(set.order.freight.minorUnits == order.total.minorUnits - order.lines[0].total.minorUnits)
        #expect(set.waybill.number == "EX20270001" && set.list.waybillNumber == "EX20270001")
        #expect(set.list.number == DocumentNumber(.list, of: order.id).description)
        #expect(set.list.destination == (way.country == "KZ" ? .kazakhstan : .russia))
        // Two pieces of 2.6 kg.
        #expect(set.list.grossWeight == CEBDecimal("5.2") && set.list.netWeight == CEBDecimal("4.68"))
        #expect(set.list.lines[0].statutory.first == CEBDecimal("4.68") && set.list.lines[0].statutory.second == 2)
        #expect(
            set.collection.transaction == "20270001-1"
                && set.collection.received == OrderSamples.now.addingTimeInterval(60))
    }

    @Test("are the same to the byte when they are made again, also when the order has gone on")
    func again() async throws {
        let store = InMemoryStore()
        let order = try await samples.ready(try await samples.paid(.kazakhstan, [(dutar, 1)], in: store), in: store)
        let desk = try samples.desk
        let transfer = desk.profile.transfer
        func all(_ order: Order) async throws -> [String] {
            let documents = try desk.documents(of: order, goods: samples.goods)
            var texts: [String] = []
            for kind in documents.kinds {
                texts.append(try await documents.xml(of: kind, from: transfer, signedBy: StubSigner(), for: .test))
            }
            return texts
        }
        let first = try await all(order)
        #expect(try await all(order) == first)
        let declared = try await store.advance(order.id, .declared, at: OrderSamples.now.addingTimeInterval(7_200))
        #expect(try await all(declared) == first)
        // What comes later changes nothing of what was paid before.
        for status in [120, 800] {
            try await store.record(
                CustomsReceipt(document: "CEB603 x", status: status, time: "20261222093000\(status)"), of: order.id,
                at: OrderSamples.now.addingTimeInterval(7_200))
        }
        let released = try #require(try await store.order(order.id))
        #expect(released.stage == .exitCleared)
        #expect(try await all(released) == first)
    }

    @Test("that are corrected are changes with a new version and new numbers")
    func correction() async throws {
        let store = InMemoryStore()
        let order = try await samples.ready(try await samples.paid(.kazakhstan, [(dutar, 1)], in: store), in: store)
        let desk = try samples.desk
        let first = try desk.export(order, goods: samples.goods)
        #expect(first.list.header.action == .new)
        try await store.advance(order.id, .declared, at: OrderSamples.now.addingTimeInterval(7_200))
        let rejected = try await store.record(
            CustomsReceipt(document: "CEB603 x", status: 100, time: "20261222093000000"), of: order.id,
            at: OrderSamples.now.addingTimeInterval(7_200))
        #expect(rejected.stage == .correction)
        var shipment = CustomsShipment()
        shipment.listNumber = "94072026E000000001"
        let second = try desk.export(rejected, as: shipment, goods: samples.goods)
        #expect(second.list.header.action == .change && second.order.header.action == .change)
        #expect(second.list.header.guid != first.list.header.guid && second.list.number == first.list.number)
        #expect(second.list.listNumber == "94072026E000000001" && first.list.listNumber == nil)
        let filed = try await store.advance(order.id, .declared, at: OrderSamples.now.addingTimeInterval(9_000))
        #expect(try desk.export(filed, as: shipment, goods: samples.goods) == second)
    }

    @Test("take a discount off the prices of its lines, to the last tiyn")
    func discount() async throws {
        for (index, text) in ["7%", "333.33", "1000.01", "99%"].enumerated() {
            let store = InMemoryStore()
            let order = try await samples.ready(
                try await samples.paid(
                    .kazakhstan, [(dutar, 3)], key: "k\(index)", discounts: [try Discount(text, currency: .kzt)],
                    in: store),
                in: store)
            let set = try samples.desk.export(order, goods: samples.goods)
            #expect(
                set.order.lines.count <= 2
                    && set.order.lines.reduce(0) { $0 + Int($1.quantity.units / CEBDecimal.scale) } == 3)
            let goods = set.order.lines.reduce(0) { $0 + $1.total.minorUnits }
            #expect(set.order.goodsValue.minorUnits == goods)
            let charge = try #require(order.placement.landing?.charges.first { $0.kind == .discount })
            #expect(goods == order.lines[0].total.minorUnits + charge.amount.minorUnits)
            #expect(set.collection.amount == order.total)
        }
    }

    @Test("tell customs of every payment, and of nothing that went back")
    func payments() async throws {
        let store = InMemoryStore()
        var order = try await samples.ready(
            try await samples.paid(.kazakhstan, [(dutar, 1)], payments: 3, in: store), in: store)
        // A fourth that nobody waited for goes back at once.
        order = try await store.record(
            PaymentMessage(
                id: "late", order: order.id, payment: try Payment.ID("late"),
                kind: .captured(Money(minorUnits: 5_000, .kzt))), from: "alipay",
            at: OrderSamples.now.addingTimeInterval(4_000))
        let set = try samples.desk.export(order, goods: samples.goods)
        #expect(set.collection.amount == order.total && set.collection.transaction == "20270001-3")
        #expect(set.collection.note?.contains("20270001-1 ") == true && set.collection.note?.contains("late") == false)
        #expect(set.collection.received == OrderSamples.now.addingTimeInterval(180))
    }

    @Test("are refused where the order was not paid, is a tour, goes another way, or has no waybill")
    func refused() async throws {
        let store = InMemoryStore()
        let paid = try await samples.paid(.kazakhstan, [(dutar, 1)], in: store)
        let desk = try samples.desk
        #expect(codes { () throws(Refusal) in try desk.export(paid, goods: samples.goods) } == [.customsNoWaybill])
        let shipment = CustomsShipment(waybill: "EX1")
        #expect(codes { () throws(Refusal) in try desk.export(paid, as: shipment, goods: samples.goods) } == [])
        #expect(
            codes { () throws(Refusal) in try desk.export(paid, as: shipment, goods: [:]) } == [.customsGoodsUnknown])

        let unpaid = try Order(id: paid.id, history: Array(paid.history.prefix(1)))
        #expect(
            codes { () throws(Refusal) in try desk.export(unpaid, as: shipment, goods: samples.goods) } == [
                .customsValueUnpaid
            ])

        let direct = try await samples.paid(.direct, [(OrderSamples.sku("KZ-DMB-001-98"), 1)], in: InMemoryStore())
        #expect(
            codes { () throws(Refusal) in try desk.export(direct, as: shipment, goods: samples.goods) } == [
                .customsWrongFlow
            ])

        var placement = paid.placement
        placement.flow = .domestic
        let domestic = try order(placement, like: paid)
        #expect(
            codes { () throws(Refusal) in try desk.documents(of: domestic, as: shipment, goods: samples.goods) } == [
                .customsWrongFlow
            ])

        placement = paid.placement
        let tour = try #require(samples.catalog.products.first { $0.kind == .tour })
        placement.lines[0].sku = tour.variants[0].sku
        let journey = try order(placement, like: paid)
        let found = codes { () throws(Refusal) in try desk.export(journey, as: shipment, goods: samples.goods) }
        #expect(found == [.customsTour])
    }

    /// The same history with another placing.
    private func order(_ placement: OrderEvent.Placement, like order: Order) throws -> Order {
        var history = order.history
        history[0].change = .placed(placement)
        return try Order(id: order.id, history: history)
    }

    @Test("are not made of an order that was called off, nor is anything else")
    func calledOff() async throws {
        let store = InMemoryStore()
        let order = try await samples.ready(try await samples.paid(.kazakhstan, [(dutar, 1)], in: store), in: store)
        let cancelled = try await store.cancel(order.id, at: OrderSamples.now.addingTimeInterval(4_000))
        #expect(cancelled.stage == .cancelled)
        let desk = try samples.desk
        #expect(codes { () throws(Refusal) in try desk.export(cancelled, goods: samples.goods) } == [.customsCalledOff])
        let people = try OrderSamples.recipient(in: "KZ")
        let post = codes { () throws(Refusal) in
            try PostalDeclaration(
                of: cancelled, in: samples.catalog, profile: desk.profile, people: people, waybill: "RR473124829GB")
        }
        #expect(post == [.customsCalledOff])
    }

    @Test("are refused where an order's parts don't make its total: a cent is enough")
    func mismatch() async throws {
        let paid = try await samples.paid(.kazakhstan, [(dutar, 2)])
        let desk = try samples.desk
        for change in [-1, 1] as [Int64] {
            var placement = paid.placement
            placement.landing?.charges[0].amount.minorUnits += change
            let order = try order(placement, like: paid)
            let found = codes { () throws(Refusal) in
                try desk.export(order, as: CustomsShipment(waybill: "EX1"), goods: samples.goods)
            }
            #expect(found == [.customsValueMismatch])
        }
    }

    @Test("need a Chinese name that fits, and never cut one or take another language's")
    func names() async throws {
        let store = InMemoryStore()
        let paid = try await samples.paid(.kazakhstan, [(dutar, 1)], in: store)
        let shipment = CustomsShipment(waybill: "EX1")
        func desk(_ change: (inout Product) -> Void) throws -> CustomsDesk {
            var products = samples.catalog.products
            let index = try #require(products.firstIndex { $0.id == "dutar" })
            change(&products[index])
            return CustomsDesk(
                try OrderSamples.profile(),
                Catalog(
                    products: products, categories: samples.catalog.categories, markets: samples.catalog.markets,
                    materials: samples.catalog.materials))
        }
        for text in [nil, "", "  "] as [String?] {
            let desk = try desk { $0.title.values[.zhHans] = text }
            let error = #expect(throws: Refusal.self) { try desk.export(paid, as: shipment, goods: samples.goods) }
            let problem = try #require(error?.diagnostics.first)
            #expect(problem.code == .customsTextMissing && problem.arguments["sku"] == "XJ-DUT-315")
            #expect(problem.arguments["field"] == "title" && problem.arguments["language"] == "zh-Hans")
        }
        let fitting = try desk { $0.title.values[.zhHans] = String(repeating: "琴", count: 250) }
        #expect(try fitting.export(paid, as: shipment, goods: samples.goods).order.lines[0].name.count == 250)
        let long = try desk { $0.title.values[.zhHans] = String(repeating: "琴", count: 251) }
        let error = #expect(throws: Refusal.self) { try long.export(paid, as: shipment, goods: samples.goods) }
        let problem = try #require(error?.diagnostics.first)
        #expect(problem.code == .customsTextTooLong && problem.arguments["field"] == "gname")
        #expect(problem.arguments["limit"] == 250 && problem.arguments["length"] == 251)
    }

    @Test("of a gift have a line that costs nothing and says so")
    func gift() async throws {
        let other = try #require(samples.catalog["rawap"]?.variants.first?.sku)
        let list = PriceList(
            id: "gifts", market: "kz", from: try #require(CivilDate("2026-01-01")), through: nil, includesTax: true,
            prices: [dutar: .zero(.kzt), other: Money(minorUnits: 100_000, .kzt)])
        let shop = Catalog(
            products: samples.catalog.products, categories: samples.catalog.categories,
            markets: samples.catalog.markets,
            priceLists: [list], warehouses: samples.catalog.warehouses, materials: samples.catalog.materials)
        let order = try await samples.paid(.kazakhstan, [(dutar, 1), (other, 1)], from: shop)
        let set = try samples.desk.export(order, as: CustomsShipment(waybill: "EX1"), goods: samples.goods)
        #expect(set.order.lines[0].price.minorUnits == 0 && set.order.lines[0].note == "赠品")
        #expect(set.list.lines[0].total.minorUnits == 0 && set.list.lines[1].note == nil)
    }

    @Test("need what the profile leaves out, and say which field it is")
    func profile() async throws {
        let paid = try await samples.paid(.russia, [(dutar, 1)])
        let shipment = CustomsShipment(waybill: "EX1")
        let ports = CustomsDesk(try OrderSamples.profile { $0.replacing(", RU: RUS}", with: "}") }, samples.catalog)
        let error = #expect(throws: Refusal.self) { try ports.export(paid, as: shipment, goods: samples.goods) }
        #expect(error?.diagnostics.first?.arguments["field"] == "destinations.RU")
        // No list has a code for the rouble; a broker has told the firm one.
        let codes = CustomsDesk(
            try OrderSamples.profile { $0.replacing(", RUB: \"344\"}", with: "}") }, samples.catalog)
        let none = #expect(throws: Refusal.self) { try codes.export(paid, as: shipment, goods: samples.goods) }
        #expect(none?.diagnostics.contains { $0.code == .customsNoCode } == true)
    }
}
