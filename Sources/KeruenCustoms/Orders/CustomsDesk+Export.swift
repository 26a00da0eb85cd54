internal import Foundation

extension CustomsDesk {
    /// Order, collection, waybill and list of an order that leaves China, in the order's currency.
    ///
    /// A discount is off the prices of its lines, for the documents have no field for one. What the buyer paid beside the goods, for
    /// customs of the other side too, is the order's freight, so that goods and freight are the money that came.
    /// - Throws: `Refusal` with everything that is missing or differs.
    public func export(
        _ order: Order, as shipment: CustomsShipment = CustomsShipment(), goods: [SKU: DeclaredGoods]
    ) throws(Refusal) -> ExportDocuments {
        guard order.flow.id == .export else { throw Self.wrongFlow(order, .exportOrder) }
        guard let route = profile.export else { throw CustomsProfile.lacks("export", for: .export) }
        guard let landing = order.placement.landing else {
            throw Refusal(.customsNoRoute, ["id": .text(order.id.description)])
        }
        let sums = try DeclaredSums(order)
        let lines = DeclaredLines(order, sums.nets, catalog, goods, modelLimit: 250)
        guard lines.problems.isEmpty else { throw Refusal(lines.problems) }
        let payments = try Self.payments(of: order, sums)
        let number = try Self.waybill(of: order, shipment, .screened)
        let gross = try Self.gross(order, shipment, lines)
        let code = profile.currencies[sums.total.currency.code]
        guard let destination = CustomsCountry(iso: landing.destination) else {
            throw Refusal(.customsNoRoute, ["id": .text(order.id.description)])
        }
        guard let port = route.ports[landing.destination] else {
            throw CustomsProfile.lacks("destinations.\(landing.destination)", for: .export)
        }
        let version = shipment.version ?? order.documentVersion(filedBy: .declared)
        let time = shipment.reported ?? payments.at
        func header(_ kind: CEBKind) -> CEBHeader { self.header(kind, order, version, at: time) }

        var sold = ExportOrder(
            header(.exportOrder), route.type, number: order.id.description, platform: profile.platform,
            merchant: profile.merchant, goodsValue: sums.net, freight: sums.beside,
            lines: lines.lines.map(ExportOrder.Line.init))
        var collection = ExportCollection(
            header(.exportCollection), orderNumber: order.id.description, platform: profile.platform,
            merchant: profile.merchant, providerCode: profile.provider?.code,
            providerName: profile.provider?.name ?? "现金支付", transaction: payments.payments.last?.transaction,
            amount: payments.sum, received: payments.at)
        if payments.payments.count > 1 {
            // The document has room for one number; the others stand beside it.
            collection.note = payments.payments.map { "\($0.transaction) \($0.amount.decimalText)" }
                .joined(separator: "; ")
        }
        var waybill = ExportWaybill(
            header(.exportWaybill), carrier: profile.carrier, number: number, freight: sums.freight,
            insurance: sums.insurance, grossWeight: gross, goods: lines.summary, sender: profile.merchant)
        var list = ExportList(
            header(.exportList), number: DocumentNumber(.list, of: order.id).description,
            customsOffice: route.customsOffice, portOffice: route.portOffice, platform: profile.platform,
            merchant: profile.merchant, orderNumber: order.id.description, carrier: profile.carrier,
            waybillNumber: number, exportDay: shipment.day ?? CEBClock.civilDay(time), statistics: route.statistics,
            agent: profile.agent, owner: profile.owner ?? profile.merchant, mode: route.mode,
            journey: shipment.journey(along: route.journey), destination: destination, destinationPort: port,
            freight: sums.freight, insurance: sums.insurance, packaging: route.packaging, grossWeight: gross,
            netWeight: lines.net, lines: lines.lines.map { ExportList.Line($0, to: destination) })
        (list.bondedWarehouse, list.accountBook, list.place) = (route.warehouse, route.accountBook, route.place)
        if version > 1 {
            (list.portNumber, list.listNumber) = (shipment.portNumber, shipment.listNumber)
        }
        (sold.currencyCode, collection.currencyCode) = (code, code)
        (waybill.currencyCode, list.currencyCode) = (code, code)
        return try ExportDocuments(sold, collection, waybill, list, of: order.id, version: version)
    }
}

extension ExportOrder.Line {
    fileprivate init(_ line: DeclaredLine) {
        self.init(
            sku: line.sku.description, name: line.name, barcode: line.barcode, unit: line.goods.unit,
            quantity: line.quantity, price: line.price, total: line.total,
            note: line.price.minorUnits == 0 ? "赠品" : nil)
    }
}

extension ExportList.Line {
    fileprivate init(_ line: DeclaredLine, to destination: CustomsCountry) {
        self.init(
            sku: line.sku.description, tariffCode: line.goods.tariffCode, name: line.name, model: line.model,
            barcode: line.barcode ?? "无", destination: destination, quantity: line.quantity, unit: line.goods.unit,
            statutory: line.statutory, price: line.price, total: line.total)
        recordNumber = line.goods.recordNumber
        note = line.price.minorUnits == 0 ? "赠品" : nil
    }
}

extension DeclaredLines {
    /// What a carrier sees of the goods, within 200 characters: each with its pieces, the first and how many there are, or how many alone.
    var summary: String {
        var counts: [(name: String, count: Int)] = []
        for line in lines {
            if counts.last?.name == line.name {
                counts[counts.count - 1].count += line.count
            } else {
                counts.append((line.name, line.count))
            }
        }
        let pieces = counts.reduce(0) { $0 + $1.count }
        let words = [
            counts.map { "\($0.name)×\($0.count)" }.joined(separator: "；"), "\(counts.first?.name ?? "")等\(pieces)件",
        ]
        return words.first { $0.unicodeScalars.count <= 200 } ?? "商品\(pieces)件"
    }
}

extension CEBClock {
    /// The day in Beijing.
    static func civilDay(_ instant: Date) -> CivilDate {
        CivilDate(
            daysSince1970: Int32(clamping: Int(((instant.timeIntervalSince1970 + 8 * 3_600) / 86_400).rounded(.down))))
    }
}
