import Foundation
import KeruenCustoms
import TestSupport

/// Documents of made-up orders that say the same, as a shop would make them.
enum CustomsSamples {
    static let now = Date(timeIntervalSince1970: 1_799_956_800)
    static let platform = CustomsFirm(code: "3116960R01", name: "丝路商城（上海）电子商务有限公司")
    static let merchant = CustomsFirm(code: "91650100MA7ABCDE1X", name: "新疆丝路优品 & 国际贸易有限公司")
    static let carrier = CustomsFirm(code: "6501980123", name: "乌鲁木齐陆港物流有限公司")
    static let agent = CustomsFirm(code: "6501980456", name: "霍尔果斯报关有限公司")
    static let provider = CustomsFirm(code: "312226T001", name: "支付宝（中国）网络技术有限公司")
    static let transfer = CEBTransfer(merchant, exchangeID: "DXPENT0000012345")

    struct Import: Equatable {
        var order: ImportOrder
        var payment: ImportPayment
        var waybill: ImportWaybill
        var list: ImportList

        var problems: [Diagnostic] { ThreeDocumentMatch.problems(order, payment, waybill, list) }
    }

    struct Export: Equatable {
        var order: ExportOrder
        var collection: ExportCollection
        var waybill: ExportWaybill
        var list: ExportList

        var problems: [Diagnostic] { ThreeDocumentMatch.problems(order, collection, waybill, list) }
    }

    private static let goods = [
        ("丝绸围巾《阿依达》", "桑蚕丝100%|180×70 cm|品牌：Ayda", "6214100090", CustomsUnit.strip),
        ("羊毛毡拖鞋 «Тұмар»", "羊毛毡|38码|哈萨克斯坦制", "6405200090", .pair),
        ("巧克力 \"Рахат\" <黑>", "可可脂 ≥ 36%|250克/盒", "1806320000", .box),
        ("山地蜂蜜 Тау балы", "椴树蜜|500 g|玻璃瓶", "0409000000", .bottle),
        ("和田玉籽料把件\u{20BB7}", "软玉|62×41×20 mm", "7116200000", .piece),
    ]
    private static let people = [
        ("赛达尔·阿不都热合曼", "新疆乌鲁木齐市天山区解放北路100号3单元\n402室"), ("欧阳\u{20BB7}", "上海市浦东新区世纪大道8号 A&B座"),
        ("古丽娜尔", "北京市朝阳区建国路93号院 <东门>"),
    ]

    static func importSet(_ random: inout some RandomNumberGenerator, index: Int) -> Import {
        var lines: [ImportOrder.Line] = []
        var listed: [ImportList.Line] = []
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            let (name, model, code, unit) = goods[Int.random(in: 0..<goods.count, using: &random)]
            let count = Int32.random(in: 1...40, using: &random)
            let quantity = CEBDecimal(integerLiteral: count)
            let price = Money(minorUnits: .random(in: 0...500_000, using: &random), .cny)
            let total = Money(minorUnits: price.minorUnits * Int64(count), .cny)
            let origin = Bool.random(using: &random) ? CustomsCountry.kazakhstan : .russia
            let sku: String? = Bool.random(using: &random) ? "SKU-\(random.next() % 100_000)" : nil
            lines.append(
                ImportOrder.Line(
                    sku: sku, name: name, model: model, barcode: Bool.random(using: &random) ? "4870206411234" : nil,
                    unit: unit, quantity: quantity, price: price, total: total, origin: origin,
                    note: price.minorUnits == 0 ? "赠品" : nil))
            let statutory =
                Bool.random(using: &random)
                ? StatutoryQuantity(quantity, unit)
                : StatutoryQuantity(CEBDecimal(units: 12_345), .kilogram, second: quantity, unit)
            listed.append(
                ImportList.Line(
                    recordNumber: "R\(index)", sku: sku, tariffCode: code, name: name, model: model, origin: origin,
                    quantity: quantity, unit: unit, statutory: statutory, price: price, total: total))
        }
        let value = Money(minorUnits: lines.reduce(0) { $0 + $1.total.minorUnits }, .cny)
        let freight = Money(minorUnits: .random(in: 0...3_000, using: &random), .cny)
        let tax = Money(minorUnits: value.minorUnits * 91 / 1_000, .cny)
        let discount = Money(minorUnits: .random(in: 0...(value.minorUnits / 10), using: &random), .cny)
        let paid = Money(
            minorUnits: value.minorUnits + freight.minorUnits + tax.minorUnits - discount.minorUnits, .cny)
        let (person, address) = people[Int.random(in: 0..<people.count, using: &random)]
        let buyer = CustomsBuyer(
            registration: "u\(index)", name: person, telephone: "13800138000", identityNumber: "11010519491231002X")
        let consignee = CustomsConsignee(name: person, telephone: "13800138000", address: address)
        let number = "KR-\(index)-\(random.next() % 1_000_000)"
        let isBonded = Bool.random(using: &random)
        func header() -> CEBHeader { CEBHeader(guid: guid(&random), at: now.addingTimeInterval(Double(index))) }
        var order = ImportOrder(
            header(), number: number, platform: platform, merchant: merchant, goodsValue: value, freight: freight,
            discount: discount, taxTotal: tax, paid: paid, buyer: buyer, paymentProvider: provider,
            transaction: "T\(index)", consignee: consignee, lines: lines)
        if Bool.random(using: &random) { (order.district, order.note) = ("650102", "请勿折叠") }
        let payment = ImportPayment(
            header(), provider: provider, transaction: "T\(index)", orderNumber: number, platform: platform,
            payer: ImportPayment.Payer(buyer), amountPaid: paid, paid: now)
        let waybill = ImportWaybill(
            header(), carrier: carrier, number: "YT\(index)", orderNumber: number, freight: freight,
            insurance: .zero(.cny), weight: CEBDecimal(units: 65_432), goods: "围巾等", consignee: consignee)
        var list = ImportList(
            header(), number: "L\(index)", orderNumber: number, platform: platform, merchant: merchant,
            carrier: carrier, waybillNumber: "YT\(index)", guarantor: agent.code,
            declarationDay: CivilDate(daysSince1970: 20_833), customsOffice: "9407", portOffice: "9407", buyer: buyer,
            consigneeAddress: address, agent: agent, mode: isBonded ? .bonded : .direct,
            journey: CustomsJourney(
                isBonded ? .road : .rail, vehicle: isBonded ? nil : "X8024", voyage: isBonded ? nil : "20270114",
                billNumber: isBonded ? nil : "9407123456"),
            departure: .kazakhstan, freight: freight, insurance: .zero(.cny), grossWeight: CEBDecimal(units: 65_432),
            netWeight: CEBDecimal(units: 60_000), lines: listed)
        if isBonded { (list.accountBook, list.bondedWarehouse) = ("H94070000001", agent) }
        return Import(order: order, payment: payment, waybill: waybill, list: list)
    }

    static func exportSet(_ random: inout some RandomNumberGenerator, index: Int) -> Export {
        let currency = Bool.random(using: &random) ? Currency.cny : .usd
        var lines: [ExportOrder.Line] = []
        var listed: [ExportList.Line] = []
        let destination = Bool.random(using: &random) ? CustomsCountry.kazakhstan : .russia
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            let (name, model, code, unit) = goods[Int.random(in: 0..<goods.count, using: &random)]
            let count = Int32.random(in: 1...40, using: &random)
            let quantity = CEBDecimal(integerLiteral: count)
            let price = Money(minorUnits: .random(in: 0...500_000, using: &random), currency)
            let total = Money(minorUnits: price.minorUnits * Int64(count), currency)
            let sku = "SKU-\(random.next() % 100_000)"
            lines.append(
                ExportOrder.Line(
                    sku: sku, name: name, details: Bool.random(using: &random) ? "手工制作" : nil, unit: unit,
                    quantity: quantity, price: price, total: total))
            listed.append(
                ExportList.Line(
                    sku: sku, tariffCode: code, name: name, model: model, destination: destination, quantity: quantity,
                    unit: unit, statutory: StatutoryQuantity(quantity, unit), price: price, total: total))
        }
        let value = Money(minorUnits: lines.reduce(0) { $0 + $1.total.minorUnits }, currency)
        let freight = Money(minorUnits: .random(in: 0...3_000, using: &random), currency)
        let number = "KR-\(index)-\(random.next() % 1_000_000)"
        func header() -> CEBHeader { CEBHeader(guid: guid(&random), at: now.addingTimeInterval(Double(index))) }
        let order = ExportOrder(
            header(), number: number, platform: platform, merchant: merchant, goodsValue: value, freight: freight,
            lines: lines)
        let collection = ExportCollection(
            header(), orderNumber: number, platform: platform, merchant: merchant, providerName: "现金支付",
            amount: Money(minorUnits: value.minorUnits + freight.minorUnits, currency), received: now)
        let waybill = ExportWaybill(
            header(), carrier: carrier, number: "EX\(index)", freight: freight, insurance: .zero(currency),
            grossWeight: CEBDecimal(units: 65_432), goods: "围巾等", sender: merchant)
        let list = ExportList(
            header(), number: "E\(index)", customsOffice: "9407", portOffice: "9408", platform: platform,
            merchant: merchant, orderNumber: number, carrier: carrier, waybillNumber: "EX\(index)",
            exportDay: CivilDate(daysSince1970: 20_833), agent: agent, owner: merchant,
            journey: CustomsJourney(.road, vehicle: "新A12345"), destination: destination, destinationPort: "KAZ",
            freight: freight, insurance: .zero(currency), packaging: "2", grossWeight: CEBDecimal(units: 65_432),
            netWeight: CEBDecimal(units: 60_000), lines: listed)
        return Export(order: order, collection: collection, waybill: waybill, list: list)
    }

    static func application(of list: ImportList, _ random: inout some RandomNumberGenerator) -> ListApplication {
        ListApplication(
            CEBHeader(guid: guid(&random), at: now), number: "C-\(list.number)", customsOffice: list.customsOffice,
            orderNumber: list.orderNumber, platform: platform, merchant: merchant, carrier: carrier,
            waybillNumber: list.waybillNumber, listNumber: "94072027I000000001", buyer: list.buyer, agent: agent,
            reason: "买家取消订单")
    }

    static func guid(_ random: inout some RandomNumberGenerator) -> CEBGUID {
        let (a, b) = (random.next(), random.next())
        return CEBGUID(
            UUID(
                uuid: (
                    UInt8(truncatingIfNeeded: a), UInt8(truncatingIfNeeded: a >> 8), UInt8(truncatingIfNeeded: a >> 16),
                    UInt8(truncatingIfNeeded: a >> 24), UInt8(truncatingIfNeeded: a >> 32),
                    UInt8(truncatingIfNeeded: a >> 40), UInt8(truncatingIfNeeded: a >> 48),
                    UInt8(truncatingIfNeeded: a >> 56), UInt8(truncatingIfNeeded: b), UInt8(truncatingIfNeeded: b >> 8),
                    UInt8(truncatingIfNeeded: b >> 16), UInt8(truncatingIfNeeded: b >> 24),
                    UInt8(truncatingIfNeeded: b >> 32), UInt8(truncatingIfNeeded: b >> 40),
                    UInt8(truncatingIfNeeded: b >> 48), UInt8(truncatingIfNeeded: b >> 56)
                )))
    }
}
