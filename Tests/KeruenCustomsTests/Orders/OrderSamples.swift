import Foundation
import KeruenCustoms
import TestSupport

/// Orders of the sample catalogue on their way over China's border, really placed and paid.
struct OrderSamples {
    let catalog: Catalog
    let rates: RateTable
    /// What each SKU of the catalogue is declared as; made up, but for its weight and its six digits.
    let goods: [SKU: DeclaredGoods]

    static let now = SmallShop.now

    static func sku(_ text: String) -> SKU {
        guard let sku = SKU(text) else { preconditionFailure("\(text) is no SKU") }
        return sku
    }

    /// Read once for all tests.
    private static let shared = Result { try OrderSamples(reading: Project.root.appending(path: "Catalog")) }

    init() throws { self = try Self.shared.get() }

    private init(reading folder: URL) throws {
        catalog = try Catalog.load(folder: folder)
        rates = try RateTable.load(folder: folder.appending(path: "rates"))
        var goods: [SKU: DeclaredGoods] = [:]
        for product in catalog.products where product.kind != .tour {
            for variant in product.variants { goods[variant.sku] = Self.declared(product, variant) }
        }
        self.goods = goods
    }

    static func declared(_ product: Product, _ variant: Variant) -> DeclaredGoods? {
        guard let weight = variant.weight.flatMap({ CEBDecimal(kilograms: $0) }), let code = product.hsCode,
            let origin = product.origin
        else { return nil }
        let net = CEBDecimal(units: weight.units * 9 / 10)
        return DeclaredGoods(
            tariffCode: code + "9000", unit: .piece, statutory: StatutoryQuantity(net, .kilogram, second: 1, .piece),
            origin: origin, netWeight: net, recordNumber: "R-\(variant.sku)")
    }

    /// A firm's settings, as a file has them.
    static let settings = """
        platform: {code: 3116960R01, name: 丝路商城（上海）电子商务有限公司}
        merchant: {code: 91650100MA7ABCDE1X, name: 新疆丝路优品国际贸易有限公司}
        carrier: {code: "6501980123", name: 乌鲁木齐陆港物流有限公司}
        agent: {code: "6501980456", name: 霍尔果斯报关有限公司}
        payment: {code: 312226T001, name: 支付宝（中国）网络技术有限公司}
        exchange: DXPENT0000012345
        export:
          mode: "9610"
          customs: "9407"
          port: "9408"
          transport: {mode: "4", vehicle: 新A12345}
          packaging: "2"
          destinations: {KZ: KAZ, RU: RUS}
        directImport:
          mode: "9610"
          customs: "9407"
          port: "9407"
          transport: {mode: "3", vehicle: X8024, voyage: "20270114", bill: "9407123456"}
          guarantor: "6501980456"
        bondedImport:
          mode: "1210"
          customs: "9407"
          port: "9407"
          transport: {mode: "4"}
          guarantor: "6501980456"
          warehouse: {code: "6501980789", name: 霍尔果斯综合保税区仓储有限公司}
          accountBook: T9407W000001
        currencies: {KZT: "145", RUB: "344"}
        sender: {name: Silk Road Goods LLC, lines: ["Building 1, Software Park", "830000 Urumqi"], country: CN}
        """

    static func profile(_ change: (String) -> String = { $0 }) throws -> CustomsProfile {
        try CustomsProfile(DocumentReader().read(Data(change(settings).utf8), as: "customs.yaml"))
    }

    var desk: CustomsDesk { get throws { CustomsDesk(try Self.profile(), catalog) } }

    /// Who buys in China: a resident, with somebody else to receive it.
    static func buyers(gift: Bool = false) throws -> CustomsPeople {
        let buyer = Party(name: try PersonName("阿依古丽·买买提"), phone: try PhoneNumber("13812345678", in: "CN"))
        let friend = Party(name: try PersonName("欧阳娜娜"), phone: try PhoneNumber("13987654321", in: "CN"))
        let home = try Address(
            country: "CN", region: "新疆维吾尔自治区", city: "乌鲁木齐市", district: "天山区",
            lines: ["解放北路100号3单元402室"], postcode: "830000")
        return CustomsPeople(
            Parties(payer: buyer, buyer: buyer, recipient: gift ? friend : buyer, address: home),
            documents: [.buyer: [try IdentityDocument(.residentID, "11010519491231002X")]])
    }

    /// Who receives in Kazakhstan or Russia.
    static func recipient(in country: String) throws -> CustomsPeople {
        let isKazakh = country == "KZ"
        let party = Party(
            name: try isKazakh
                ? PersonName(surname: "Қасымов", givenName: "Асқар", in: .kk)
                : PersonName(surname: "Иванова", givenName: "Анна", patronymic: "Петровна", in: .ru),
            phone: try PhoneNumber(isKazakh ? "87771234567" : "89161234567", in: country))
        let home =
            try isKazakh
            ? Address(country: "KZ", city: "Алматы", lines: ["Абай даңғылы, 10"], postcode: "050000")
            : Address(country: "RU", city: "Москва", lines: ["ул. Арбат, д. 1, кв. 2"], postcode: "119002")
        return CustomsPeople(
            Parties(party, at: home),
            documents: [
                .recipient: try isKazakh
                    ? [IdentityDocument(.iin, "061211600012")]
                    : [IdentityDocument(.russianPassport, "4504 123456"), IdentityDocument(.inn, "500100732259")]
            ])
    }
}

extension OrderSamples {
    /// Where an order comes from and goes to.
    struct Way {
        var market: String
        var country: String
        var shipsFrom: String
        var warehouse: String
        var flow: OrderFlow.ID

        static let kazakhstan = Way(
            market: "kz", country: "KZ", shipsFrom: "CN", warehouse: "urumqi", flow: .export)
        static let russia = Way(market: "ru", country: "RU", shipsFrom: "CN", warehouse: "urumqi", flow: .export)
        static let direct = Way(
            market: "cn", country: "CN", shipsFrom: "KZ", warehouse: "almaty", flow: .directImport)
        /// Kazakh goods that wait in a zone: they cross the border when they are sold.
        static let bonded = Way(
            market: "cn", country: "CN", shipsFrom: "KZ", warehouse: "khorgos", flow: .bondedImport)

        static let all = [kazakhstan, russia, direct, bonded]
    }

    /// Places an order and pays it, by one payment or several.
    func paid(
        _ way: Way, _ items: [(SKU, Int)], key: String = "k", discounts: [Discount] = [], incoterm: Incoterm = .dap,
        isInsured: Bool = true, payments: Int = 1, in store: InMemoryStore = InMemoryStore(),
        from catalog: Catalog? = nil, isOpen: Bool = false
    ) async throws -> Order {
        let catalog = catalog ?? self.catalog
        if !isOpen { try await store.openStock(of: catalog) }
        var cart = Cart()
        for (sku, quantity) in items { try cart.add(sku, quantity: quantity) }
        guard let market = catalog.market(way.market) else { throw TradeError(.unknownMarket) }
        let terms = QuoteTerms(
            to: try Destination(country: way.country), shipsFrom: way.shipsFrom, incoterm: incoterm,
            discounts: discounts, isInsured: isInsured, rates: rates)
        let quote = try Quote(cart, in: market, from: catalog, under: terms, at: Self.now)
        var request = OrderRequest(key: try IdempotencyKey(key), quote: quote, language: market.languages[0])
        request.isReviewed = true
        // A buyer's year is counted elsewhere.
        request.quotaRules = nil
        var order = try await store.place(request, by: [Fulfilment(way.flow, from: [way.warehouse])], at: Self.now)
        var left = order.total.minorUnits
        for payment in 1...payments {
            let amount = payment == payments ? left : left / Int64(payments - payment + 1)
            left -= amount
            let message = PaymentMessage(
                id: "\(key) \(payment)", order: order.id, payment: try Payment.ID("20270001-\(payment)"),
                kind: .captured(Money(minorUnits: amount, order.total.currency)))
            order = try await store.record(
                message, from: "alipay", at: Self.now.addingTimeInterval(Double(payment) * 60))
        }
        return order
    }

    /// An order with the steps behind it that its documents need.
    func ready(_ order: Order, in store: InMemoryStore, waybill: String = "EX20270001") async throws -> Order {
        let later = Self.now.addingTimeInterval(3_600)
        guard order.flow.id == .export else {
            return try await store.advance(order.id, .submitted, reference: waybill, at: later)
        }
        // What may be sent is asked elsewhere.
        let screening = Screening(
            along: ParcelRoute(from: "CN", to: "KZ"), on: nil,
            goods: order.lines.reduce(into: [:]) { $0[$1.sku, default: 0] += $1.quantity })
        return try await store.screen(order.id, by: screening, reference: waybill, at: later)
    }
}
