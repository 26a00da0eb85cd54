import Foundation
import KeruenCustoms
import TestSupport
import Testing

@Suite("An import order's documents")
struct ImportDocumentsTests {
    private let samples: OrderSamples
    private let dombra = OrderSamples.sku("KZ-DMB-001-98")

    init() throws { samples = try OrderSamples() }

    @Test("say what was ordered, paid and sent, to the fen", arguments: [OrderSamples.Way.direct, .bonded])
    func whole(way: OrderSamples.Way) async throws {
        let store = InMemoryStore()
        let order = try await samples.ready(
            try await samples.paid(way, [(dombra, 2)], discounts: [try Discount("10%", currency: .cny)], in: store),
            in: store)
        let people = try OrderSamples.buyers(gift: true)
        let set = try samples.desk.enter(order, goods: samples.goods, people: people)
        #expect(set.order.paid == order.total && set.payment.amountPaid == order.total)
        #expect(
            set.order.goodsValue.minorUnits + set.order.freight.minorUnits + set.order.taxTotal.minorUnits
                == order.total.minorUnits)
        // A gift changes who receives, and not who buys and pays.
        #expect(set.order.buyer.name == "阿依古丽·买买提" && set.payment.payer.name == "阿依古丽·买买提")
        #expect(set.order.consignee.name == "欧阳娜娜" && set.waybill.consignee == set.order.consignee)
        #expect(set.order.consignee.telephone == "13987654321")
        #expect(set.order.consignee.address == "新疆维吾尔自治区乌鲁木齐市天山区解放北路100号3单元402室")
        #expect(set.list.mode == (way.flow == .bondedImport ? .bonded : .direct))
        #expect(set.list.departure == (way.flow == .bondedImport ? .china : .kazakhstan))
        #expect(set.order.lines[0].origin == .kazakhstan)
        #expect(set.list.accountBook == (way.flow == .bondedImport ? "T9407W000001" : nil))
    }

    @Test("take a discount off the prices of its lines, and leave the field for points and vouchers empty")
    func discount() async throws {
        for (index, text) in ["10%", "0.01 CNY", "100.02 CNY"].enumerated() {
            let store = InMemoryStore()
            let order = try await samples.ready(
                try await samples.paid(
                    .direct, [(dombra, 3)], key: "k\(index)", discounts: [try Discount(text, currency: .cny)], in: store
                ),
                in: store)
            let set = try samples.desk.enter(order, goods: samples.goods, people: try OrderSamples.buyers())
            let charge = try #require(order.placement.landing?.charges.first { $0.kind == .discount })
            let net = order.lines[0].total.minorUnits + charge.amount.minorUnits
            #expect(charge.amount.minorUnits < 0 && set.order.discount == .zero(.cny))
            #expect(set.order.goodsValue.minorUnits == net)
            #expect(set.order.lines.reduce(0) { $0 + $1.total.minorUnits } == net)
            #expect(set.list.lines.map(\.total) == set.order.lines.map(\.total))
            // What does not divide by three stands on two lines, a fen apart.
            let prices = set.order.lines.map(\.price.minorUnits)
            #expect(prices.count == (net % 3 == 0 ? 1 : 2) && (prices.max() ?? 0) - (prices.min() ?? 0) <= 1)
        }
    }

    @Test("give back of each line of the list no more than went on it, though a discount made two of one")
    func splitRefund() async throws {
        let store = InMemoryStore()
        var order = try await samples.ready(
            try await samples.paid(
                .bonded, [(dombra, 3)], discounts: [try Discount("0.01 CNY", currency: .cny)], in: store),
            in: store, waybill: "YT1")
        let people = try OrderSamples.buyers()
        let desk = try samples.desk
        let list = try desk.enter(order, goods: samples.goods, people: people).list
        #expect(list.lines.map(\.quantity) == [1, 2])
        let later = OrderSamples.now.addingTimeInterval(9_000)
        for step in [OrderStep.matched, .listed] { order = try await store.advance(order.id, step, at: later) }
        let number = DocumentNumber(.list, of: order.id).description
        order = try await store.record(
            CustomsReceipt(document: "CEB621 \(number)", status: 800, time: "20261222093000000"), of: order.id,
            at: later)
        for step in [OrderStep.dispatched, .delivered] { order = try await store.advance(order.id, step, at: later) }
        var shipment = CustomsShipment()
        shipment.listNumber = "94072026I000000001"
        func refund(_ order: Order) throws -> [[CEBDecimal]] {
            try desk.refund(of: order, as: shipment, goods: samples.goods, people: people, reason: "七天无理由退货")
                .lines.map { [CEBDecimal($0.number) ?? .zero, $0.quantity] }
        }
        let two = [ReturnLine(line: 0, quantity: 2)]
        order = try await store.startReturn(of: two, order.id, at: later)
        #expect(try refund(order) == [[1, 1], [2, 1]])
        order = try await store.receiveReturn(of: two, order.id, into: "khorgos", at: later)
        order = try await store.startReturn(of: [ReturnLine(line: 0, quantity: 1)], order.id, at: later)
        #expect(try refund(order) == [[2, 1]])
    }

    @Test("are for residents with an identity card; all others are refused by the name of their document")
    func foreigners() async throws {
        let order = try await samples.paid(.direct, [(dombra, 1)])
        let desk = try samples.desk
        let passport = IdentityDocument.passport(
            try TravelPassport(
                name: PassportName(surname: "KASSYMOV", givenName: "ASKAR"), number: "N12345678", country: "KZ",
                expires: try #require(CivilDate("2031-04-30"))))
        for document in [
            passport, try IdentityDocument(.iin, "061211600012"), try IdentityDocument(.inn, "500100732259"),
            try IdentityDocument(.russianPassport, "4504123456"),
        ] {
            var people = try OrderSamples.buyers()
            people.documents = [.buyer: [document]]
            let error = #expect(throws: Refusal.self) {
                try desk.enter(order, as: CustomsShipment(waybill: "YT1"), goods: samples.goods, people: people)
            }
            #expect(error?.diagnostics.map(\.code) == [.customsForeignBuyer])
            #expect(error?.diagnostics.first?.arguments["document"] == .text(document.kind.rawValue))
        }
        var none = try OrderSamples.buyers()
        none.documents = [:]
        let missing = #expect(throws: Refusal.self) {
            try desk.enter(order, as: CustomsShipment(waybill: "YT1"), goods: samples.goods, people: none)
        }
        #expect(missing?.diagnostics.map(\.code) == [.documentMissing])
        var other = try OrderSamples.buyers(gift: true)
        other.parties.payer = other.parties.recipient
        let payer = #expect(throws: Refusal.self) {
            try desk.enter(order, as: CustomsShipment(waybill: "YT1"), goods: samples.goods, people: other)
        }
        #expect(payer?.diagnostics.map(\.code) == [.buyerIsNotPayer])
        let nobody = #expect(throws: Refusal.self) {
            try desk.enter(order, as: CustomsShipment(waybill: "YT1"), goods: samples.goods, people: nil)
        }
        #expect(nobody?.diagnostics.map(\.code) == [.customsNoPeople])
    }

    @Test("are refused for goods that a whole list leaves out, by the code that they are declared under")
    func unlisted() async throws {
        let order = try await samples.paid(.direct, [(dombra, 1)])
        let people = try OrderSamples.buyers()
        var desk = try samples.desk
        desk.list = PositiveList(rows: PositiveList.sample.rows, isComplete: true)
        let error = #expect(throws: Refusal.self) {
            try desk.enter(order, as: CustomsShipment(waybill: "YT1"), goods: samples.goods, people: people)
        }
        #expect(error?.diagnostics.map(\.code) == [.positiveListWithout])
        #expect(error?.diagnostics.first?.arguments["sku"] == .text(dombra.description))
        var goods = samples.goods
        goods[dombra]?.tariffCode = "0409000000"
        #expect(
            try desk.enter(order, as: CustomsShipment(waybill: "YT1"), goods: goods, people: people).list.lines.count
                == 1)
    }

    @Test("take one payment: an order that was paid in parts is refused")
    func payments() async throws {
        let order = try await samples.paid(.direct, [(dombra, 1)], payments: 2)
        let people = try OrderSamples.buyers()
        let error = #expect(throws: Refusal.self) {
            try samples.desk.enter(order, as: CustomsShipment(waybill: "YT1"), goods: samples.goods, people: people)
        }
        #expect(error?.diagnostics.map(\.code) == [.customsManyPayments])
    }

    @Test("show no person where they are printed or refused")
    func silent() async throws {
        let order = try await samples.paid(.direct, [(dombra, 1)])
        let people = try OrderSamples.buyers(gift: true)
        let documents = try samples.desk.documents(
            of: order, as: CustomsShipment(waybill: "YT1"), goods: samples.goods, people: people)
        var dumped = ""
        dump(documents, to: &dumped)
        dump(people, to: &dumped)
        var long = people
        long.parties.buyer = long.parties.recipient
        long.documents = [.buyer: [try IdentityDocument(.russianPassport, "4504123456")]]
        let desk = try samples.desk
        do throws(Refusal) {
            _ = try desk.enter(order, as: CustomsShipment(waybill: "YT1"), goods: samples.goods, people: long)
        } catch { dump(error, to: &dumped) }
        for secret in ["阿依古丽", "欧阳娜娜", "13812345678", "11010519491231002X", "4504123456"] {
            #expect(!dumped.contains(secret), "\(secret)")
        }
    }

    @Test("are taken back before release and refunded after it, and not the other way round")
    func applications() async throws {
        let store = InMemoryStore()
        let desk = try samples.desk
        let people = try OrderSamples.buyers()
        var order = try await samples.ready(
            try await samples.paid(.bonded, [(dombra, 2)], in: store), in: store, waybill: "YT1")
        func cancel(_ order: Order) -> [Diagnostic.Code] {
            do throws(Refusal) {
                _ = try desk.cancellation(of: order, people: people, reason: "买家取消订单")
                return []
            } catch { return error.diagnostics.map(\.code) }
        }
        func refund(_ order: Order) -> [Diagnostic.Code] {
            do throws(Refusal) {
                _ = try desk.refund(of: order, goods: samples.goods, people: people, reason: "七天无理由退货")
                return []
            } catch { return error.diagnostics.map(\.code) }
        }
        let later = OrderSamples.now.addingTimeInterval(9_000)
        #expect(cancel(order) == [.customsWrongStage] && refund(order) == [.customsWrongStage])
        order = try await store.advance(order.id, .matched, at: later)
        order = try await store.advance(order.id, .listed, at: later)
        #expect(cancel(order) == [.customsNoListNumber])
        var shipment = CustomsShipment()
        shipment.listNumber = "94072026I000000001"
        let first = try desk.cancellation(of: order, as: shipment, people: people, reason: "买家取消订单")
        #expect(try desk.cancellation(of: order, as: shipment, people: people, reason: "买家取消订单") == first)
        #expect(first.application.number == DocumentNumber(.cancellation(1), of: order.id).description)
        // Customs refuse it, and are asked once more: another document, under another number.
        var numbers: [String] = []
        for _ in 0..<2 {
            order = try await store.advance(order.id, .cancelRequested, at: later)
            let asked = try desk.cancellation(of: order, as: shipment, people: people, reason: "买家取消订单")
            numbers.append(asked.application.number)
            order = try await store.advance(order.id, .cancelRefused, at: later)
        }
        #expect(numbers == [1, 2].map { DocumentNumber(.cancellation($0), of: order.id).description })
        #expect(numbers[1] == numbers[0] + "2" && numbers.allSatisfy { DocumentNumber($0)?.order == order.id })

        let number = DocumentNumber(.list, of: order.id).description
        order = try await store.record(
            CustomsReceipt(document: "CEB621 \(number)", status: 800, time: "20261222093000000"), of: order.id,
            at: later)
        #expect(order.stage == .released && cancel(order) == [.customsWrongStage])
        #expect(refund(order) == [.customsNothingReturned])
        for step in [OrderStep.dispatched, .delivered] { order = try await store.advance(order.id, step, at: later) }
        order = try await store.startReturn(of: [ReturnLine(line: 0, quantity: 1)], order.id, at: later)
        let back = try desk.refund(of: order, as: shipment, goods: samples.goods, people: people, reason: "七天无理由退货")
        #expect(back.lines.map(\.quantity) == [1] && back.lines.map(\.number) == [1])
        #expect(back.application.number == DocumentNumber(.refund(1), of: order.id).description)
        order = try await store.receiveReturn(
            of: [ReturnLine(line: 0, quantity: 1)], order.id, into: "khorgos", at: later)
        // What went back of the price for it is no reason to declare the order's value anew.
        #expect(order.kept.minorUnits < order.total.minorUnits)
        #expect(
            try desk.refund(of: order, as: shipment, goods: samples.goods, people: people, reason: "七天无理由退货") == back)
        #expect(try desk.enter(order, goods: samples.goods, people: people).order.paid == order.total)
        order = try await store.startReturn(of: [ReturnLine(line: 0, quantity: 1)], order.id, at: later)
        let second = try desk.refund(of: order, as: shipment, goods: samples.goods, people: people, reason: "七天无理由退货")
        #expect(second.application.header.guid != back.application.header.guid)
        #expect(second.application.number == DocumentNumber(.refund(2), of: order.id).description)
    }
}
