internal import Foundation

extension CustomsDesk {
    /// Order, payment, waybill and list of an order that enters China, in yuan.
    ///
    /// A discount is off the prices of its lines: they say what was paid. The order's own field is for what was paid otherwise than in
    /// money, points and vouchers, and no order here has that.
    /// - Throws: `Refusal` with everything that is missing or differs; a buyer without a resident's identity card by name, and
    ///   goods by their SKU that the list leaves out.
    public func enter(
        _ order: Order, as shipment: CustomsShipment = CustomsShipment(), goods: [SKU: DeclaredGoods],
        people: CustomsPeople?
    ) throws(Refusal) -> ImportDocuments {
        let (route, isBonded) = try importRoute(of: order, .importOrder)
        guard let people else { throw Refusal(.customsNoPeople, ["id": .text(order.id.description)]) }
        let buyer = try people.buyer(shipment.buyerNumber ?? order.id.description)
        let sums = try DeclaredSums(order)
        let lines = DeclaredLines(order, sums.nets, catalog, goods, modelLimit: 510)
        guard lines.problems.isEmpty else { throw Refusal(lines.problems) }
        let payments = try Self.payments(of: order, sums)
        let sold = Set(order.lines.map(\.sku))
        let unlisted = list.unlisted(
            goods.filter { sold.contains($0.key) }, on: CEBClock.civilDay(shipment.reported ?? payments.at))
        guard unlisted.isEmpty else { throw Refusal(unlisted) }
        guard payments.payments.count == 1 else {
            throw Refusal(
                .customsManyPayments,
                ["id": .text(order.id.description), "count": .integer(payments.payments.count)])
        }
        guard let provider = profile.provider else { throw CustomsProfile.lacks("payment", for: order.flow.id) }
        let number = try Self.waybill(of: order, shipment, .submitted)
        let gross = try Self.gross(order, shipment, lines)
        let departure =
            isBonded ? CustomsCountry.china : order.placement.landing.flatMap { CustomsCountry(iso: $0.shipsFrom) }
        guard let departure else { throw Refusal(.customsNoRoute, ["id": .text(order.id.description)]) }
        let version = shipment.version ?? order.documentVersion(filedBy: .submitted)
        let time = shipment.reported ?? payments.at
        func header(_ kind: CEBKind) -> CEBHeader { self.header(kind, order, version, at: time) }
        let id = order.id.description
        let journey = shipment.journey(along: route.journey)

        let bought = ImportOrder(
            header(.importOrder), number: id, platform: profile.platform, merchant: profile.merchant,
            goodsValue: sums.net, freight: sums.carriage, discount: .zero(sums.total.currency), taxTotal: sums.tax,
            paid: sums.total, buyer: buyer, paymentProvider: provider,
            transaction: payments.payments[0].transaction, consignee: people.consignee,
            lines: lines.lines.map(ImportOrder.Line.init))
        let payment = ImportPayment(
            header(.importPayment), provider: provider, transaction: payments.payments[0].transaction, orderNumber: id,
            platform: profile.platform, payer: ImportPayment.Payer(buyer), amountPaid: payments.payments[0].amount,
            paid: payments.at)
        let waybill = ImportWaybill(
            header(.importWaybill), carrier: profile.carrier, number: number, billNumber: journey.billNumber,
            orderNumber: id, freight: sums.freight, insurance: sums.insurance, weight: gross, goods: lines.summary,
            consignee: people.consignee)
        var list = ImportList(
            header(.importList), number: DocumentNumber(.list, of: order.id).description, orderNumber: id,
            platform: profile.platform, merchant: profile.merchant, carrier: profile.carrier, waybillNumber: number,
            guarantor: route.guarantor, accountBook: route.accountBook, declarationDay: CEBClock.civilDay(time),
            customsOffice: route.customsOffice, portOffice: route.portOffice, buyer: buyer,
            consigneeAddress: people.consignee.address, agent: profile.agent, bondedWarehouse: route.warehouse,
            mode: route.mode, journey: journey, departure: departure, freight: sums.freight,
            insurance: sums.insurance, grossWeight: gross, netWeight: lines.net,
            lines: lines.lines.map(ImportList.Line.init))
        (list.packaging, list.place, list.importDay) = (route.packaging, route.place, shipment.day)
        if version > 1 {
            (list.portNumber, list.listNumber) = (shipment.portNumber, shipment.listNumber)
        }
        return try ImportDocuments(bought, payment, waybill, list, of: order.id, version: version)
    }

    func importRoute(of order: Order, _ kind: CEBKind) throws(Refusal) -> (CustomsProfile.Import, isBonded: Bool) {
        switch order.flow.id {
        case .bondedImport:
            guard let route = profile.bondedImport else {
                throw CustomsProfile.lacks("bondedImport", for: .bondedImport)
            }
            return (route, true)
        case .directImport:
            guard let route = profile.directImport else {
                throw CustomsProfile.lacks("directImport", for: .directImport)
            }
            return (route, false)
        case .domestic, .export, .tour: throw Self.wrongFlow(order, kind)
        }
    }
}

extension ImportOrder.Line {
    fileprivate init(_ line: DeclaredLine) {
        self.init(
            sku: line.sku.description, name: line.name, model: line.model, barcode: line.barcode, unit: line.goods.unit,
            quantity: line.quantity, price: line.price, total: line.total, origin: line.origin,
            note: line.price.minorUnits == 0 ? "赠品" : nil)
    }
}

extension ImportList.Line {
    fileprivate init(_ line: DeclaredLine) {
        self.init(
            recordNumber: line.goods.recordNumber, sku: line.sku.description, tariffCode: line.goods.tariffCode,
            name: line.name, model: line.model, barcode: line.barcode ?? "无", origin: line.origin,
            quantity: line.quantity, unit: line.goods.unit, statutory: line.statutory, price: line.price,
            total: line.total)
        note = line.price.minorUnits == 0 ? "赠品" : nil
    }
}
