public import Foundation

extension OrderEvent {
    /// Reads what `json` has written.
    /// - Throws: `TradeError` with `brokenHistory` for anything else: a file that other hands have changed.
    public init(number: Int, at: Date, json: some Collection<UInt8>) throws(TradeError) {
        let node = try? JSONValueReader().read(Array(json), in: "")
        guard let change = node.flatMap({ Change($0) }) else {
            throw TradeError(.brokenHistory, ["id": .text("#\(number)")])
        }
        self.init(number: number, at: at, change: change)
    }
}

extension OrderEvent.Change {
    fileprivate init?(_ node: DocumentNode) {
        let payment = node["payment"]?.text.map { Payment.ID(known: $0) }
        switch node["event"]?.text {
        case "placed":
            guard let placement = OrderEvent.Placement(node) else { return nil }
            self = .placed(placement)
        case "paymentStarted":
            guard let payment else { return nil }
            self = .paymentStarted(payment)
        case "paymentFailed":
            guard let payment else { return nil }
            self = .paymentFailed(payment)
        case "authorised":
            guard let payment, let amount = node.money else { return nil }
            self = .authorised(payment, amount)
        case "captured":
            guard let payment, let amount = node.money else { return nil }
            self = .captured(payment, amount)
        case "lapsed": self = .lapsed
        case "cancelled": self = .cancelled
        case "reheld":
            guard let reservations = node["reservations"]?.reservations, let until = node["until"]?.instant else {
                return nil
            }
            self = .reheld(reservations, until: until)
        case "refundRequested":
            guard let payment, let amount = node.money, let number = node["number"]?.integer else { return nil }
            self = .refundRequested(Refund(number: number, payment: payment, amount: amount))
        case "refunded":
            guard let number = node["number"]?.integer else { return nil }
            self = .refunded(number: number)
        case "returnStarted":
            guard let lines = node["lines"]?.returnLines else { return nil }
            self = .returnStarted(lines)
        case "returnReceived":
            guard let lines = node["lines"]?.returnLines, let goods = node["restock"]?.reservations else { return nil }
            self = .returnReceived(lines, restock: goods)
        case "receipt":
            guard let document = node["document"]?.text, let status = node["status"]?.integer,
                let time = node["time"]?.text
            else { return nil }
            self = .receipt(CustomsReceipt(document: document, status: status, time: time))
        case let name?:
            guard let step = OrderStep(rawValue: name), OrderStep.plain.contains(step) else { return nil }
            self = .step(step, reference: node["reference"]?.text)
        case nil: return nil
        }
    }
}

extension OrderEvent.Placement {
    fileprivate init?(_ node: DocumentNode) {
        guard let key = node["key"]?.text.flatMap({ try? IdempotencyKey($0) }), let market = node["market"]?.text,
            let language = node["language"]?.text.flatMap({ try? LanguageTag($0) }),
            let flow = node["flow"]?.text.flatMap(OrderFlow.ID.init(rawValue:)),
            let currency = node["currency"]?.text.flatMap({ Currency($0) }),
            let total = node["total"]?.text.flatMap({ Int64($0) }), let until = node["until"]?.instant,
            let lines = node["lines"]?.elements.map({ Quote.Line($0, currency) }),
            !lines.contains(where: { $0 == nil }),
            let reservations = node["reservations"]?.reservations
        else { return nil }
        let landing = node["landing"].flatMap(Landing.init)
        guard node["landing"] == nil || landing != nil else { return nil }
        // Orders from before quotas were counted have none.
        let quota = node["quota"].flatMap { QuotaClaim($0, currency) }
        guard node["quota"] == nil || quota != nil else { return nil }
        self.init(
            key: key, market: market, language: language, flow: flow, lines: lines.compactMap(\.self),
            total: Money(minorUnits: total, currency), reservations: reservations,
            warehouses: node["warehouses"]?.elements.compactMap(\.text) ?? [], until: until,
            salesEnd: node["salesEnd"]?.instant, freeCancellation: node["freeCancellation"]?.instant, landing: landing,
            quota: quota)
    }
}

extension Quote.Line {
    fileprivate init?(_ node: DocumentNode, _ currency: Currency) {
        guard let sku = node["sku"]?.text.flatMap({ SKU($0) }), let quantity = node["quantity"]?.integer,
            let unitPrice = node["unitPrice"]?.text.flatMap({ Int64($0) }),
            let total = node["total"]?.text.flatMap({ Int64($0) })
        else { return nil }
        self.init(
            sku: sku, item: node["item"]?.text.flatMap { StockItem($0) }, quantity: quantity,
            unitPrice: Money(minorUnits: unitPrice, currency), includesTax: node["includesTax"]?.boolean ?? true,
            priceList: node["priceList"]?.text ?? "", total: Money(minorUnits: total, currency))
    }
}

extension DocumentNode {
    fileprivate var instant: Date? { text.flatMap { Int64($0) }.map(OrderEvent.instant) }

    fileprivate var money: Money? {
        guard let currency = self["currency"]?.text.flatMap({ Currency($0) }),
            let units = self["amount"]?.text.flatMap({ Int64($0) })
        else { return nil }
        return Money(minorUnits: units, currency)
    }

    fileprivate var reservations: [Reservation]? {
        let read = elements.map { node -> Reservation? in
            guard let item = node["item"]?.text.flatMap({ StockItem($0) }), let warehouse = node["warehouse"]?.text,
                let quantity = node["quantity"]?.integer
            else { return nil }
            return Reservation(StockPlace(item, in: warehouse), quantity: quantity)
        }
        return read.contains(nil) ? nil : read.compactMap(\.self)
    }

    fileprivate var returnLines: [ReturnLine]? {
        let read = elements.map { node -> ReturnLine? in
            guard let line = node["line"]?.integer, let quantity = node["quantity"]?.integer else { return nil }
            return ReturnLine(line: line, quantity: quantity)
        }
        return read.contains(nil) ? nil : read.compactMap(\.self)
    }
}
