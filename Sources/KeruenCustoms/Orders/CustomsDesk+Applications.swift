internal import Foundation

extension CustomsDesk {
    /// To take an import's list back before it is released (623).
    /// - Parameter reason: for customs, in Chinese; at most 1,000 characters.
    /// - Throws: `Refusal` with `customsWrongStage` once it is released, `customsNoListNumber`, or what the list itself would be refused for.
    public func cancellation(
        of order: Order, as shipment: CustomsShipment = CustomsShipment(), people: CustomsPeople?, reason: String
    ) throws(Refusal) -> ListCancellation {
        _ = try importRoute(of: order, .listCancellation)
        guard order.hasBeenFiled, !order.wasReleased else { throw Self.wrongStage(order, .listCancellation) }
        let number = max(1, order.cancelRequests)
        let cancellation = ListCancellation(
            try application(
                .listCancellation, DocumentNumber(.cancellation(number), of: order.id), version: number, of: order,
                shipment, people, reason))
        guard cancellation.problems.isEmpty else { throw Refusal(cancellation.problems) }
        return cancellation
    }

    /// To take goods back after their release (625): those of the order's newest return.
    /// - Throws: `Refusal` with `customsWrongStage` before the release, `customsNothingReturned`, `customsNoListNumber`, or what the list itself
    ///   would be refused for.
    public func refund(
        of order: Order, as shipment: CustomsShipment = CustomsShipment(), goods: [SKU: DeclaredGoods],
        people: CustomsPeople?, reason: String
    ) throws(Refusal) -> ListRefund {
        _ = try importRoute(of: order, .listRefund)
        guard order.wasReleased else { throw Self.wrongStage(order, .listRefund) }
        let returns = order.returns
        guard let last = returns.last, !last.isEmpty else {
            throw Refusal(.customsNothingReturned, ["id": .text(order.id.description)])
        }
        let declared = DeclaredLines(order, try DeclaredSums(order).nets, catalog, goods, modelLimit: 510)
        guard declared.problems.isEmpty else { throw Refusal(declared.problems) }
        var left = ReturnableLines(declared)
        for part in returns.dropLast().joined() { _ = left.take(part) }
        var lines: [ListRefund.Line] = []
        for (at, count) in last.flatMap({ left.take($0) }) {
            guard let quantity = CEBDecimal(count) else { continue }
            let line = declared.lines[at]
            lines.append(
                ListRefund.Line(
                    number: at + 1, tariffCode: line.goods.tariffCode, name: line.name, quantity: quantity,
                    unit: line.goods.unit))
        }
        let number = shipment.version ?? returns.count
        let refund = ListRefund(
            try application(
                .listRefund, DocumentNumber(.refund(number), of: order.id), version: number, of: order, shipment,
                people,
                reason), lines: lines.sorted { $0.number < $1.number })
        guard refund.problems.isEmpty else { throw Refusal(refund.problems) }
        return refund
    }

    private func application(
        _ kind: CEBKind, _ number: DocumentNumber, version: Int, of order: Order, _ shipment: CustomsShipment,
        _ people: CustomsPeople?, _ reason: String
    ) throws(Refusal) -> ListApplication {
        let (route, _) = try importRoute(of: order, kind)
        guard let people else { throw Refusal(.customsNoPeople, ["id": .text(order.id.description)]) }
        guard let list = shipment.listNumber ?? order.reference(of: .listed) else {
            throw Refusal(.customsNoListNumber, ["id": .text(order.id.description)])
        }
        let asked = shipment.reported ?? order.asked(kind) ?? order.placed
        // Applications are new ones each, and never changes of one another.
        var application = ListApplication(
            CEBHeader(guid: CEBGUID(kind, of: order.id, version: version), at: asked),
            number: number.description, customsOffice: route.customsOffice, orderNumber: order.id.description,
            platform: profile.platform, merchant: profile.merchant, carrier: profile.carrier,
            waybillNumber: try Self.waybill(of: order, shipment, .submitted), listNumber: list,
            buyer: try people.buyer(shipment.buyerNumber ?? order.id.description), agent: profile.agent, reason: reason)
        application.portNumber = shipment.portNumber
        return application
    }

    private static func wrongStage(_ order: Order, _ kind: CEBKind) -> Refusal {
        Refusal(
            .customsWrongStage,
            [
                "id": .text(order.id.description), "document": .text(kind.rawValue),
                "stage": .text(order.stage.rawValue),
            ])
    }
}

/// How many pieces of each line of the list have not come back: a discount may have made two lines of one of the order's, and of none
/// more comes back than went.
private struct ReturnableLines {
    private var left: [Int]
    private let places: [Range<Int>]

    init(_ declared: DeclaredLines) { (left, places) = (declared.lines.map(\.count), declared.places) }

    /// The lines of the list that pieces come back of, from their index, the first ones first.
    mutating func take(_ part: ReturnLine) -> [(at: Int, count: Int)] {
        guard places.indices.contains(part.line) else { return [] }
        var (taken, missing): ([(at: Int, count: Int)], Int) = ([], part.quantity)
        for at in places[part.line] {
            let count = min(left[at], missing)
            guard count > 0 else { continue }
            left[at] -= count
            missing -= count
            taken.append((at, count))
        }
        return taken
    }
}

extension ListCancellation {
    /// The application as a message of its own; made twice, it is the same to the byte.
    /// - Throws: `Refusal` with `customsUnsigned`, or what the signer says.
    public func xml(
        from transfer: CEBTransfer, signedBy signer: (any CustomsSigner)?, for mode: CustomsMode
    ) async throws(Refusal) -> String {
        try await application.message(self, from: transfer, signedBy: signer, for: mode)
    }
}

extension ListRefund {
    /// The application as a message of its own; made twice, it is the same to the byte.
    /// - Throws: `Refusal` with `customsUnsigned`, or what the signer says.
    public func xml(
        from transfer: CEBTransfer, signedBy signer: (any CustomsSigner)?, for mode: CustomsMode
    ) async throws(Refusal) -> String {
        try await application.message(self, from: transfer, signedBy: signer, for: mode)
    }
}

extension ListApplication {
    /// Numbered by the order, where the document is.
    fileprivate func message<Document: CEBDocument>(
        _ document: Document, from transfer: CEBTransfer, signedBy signer: (any CustomsSigner)?, for mode: CustomsMode
    ) async throws(Refusal) -> String {
        let guid = header.guid.order.flatMap { order in
            header.guid.version.map { CEBGUID(Document.kind, of: order, version: $0, isMessage: true) }
        }
        return try await CEBMessage([document], guid: guid ?? CEBGUID(), from: transfer).xml(
            signedBy: signer, for: mode)
    }
}

extension Order {
    /// Whether a list of it was sent to customs.
    /// A second application after a refusal is another document.
    fileprivate var cancelRequests: Int {
        history.count { event in if case .step(.cancelRequested, _) = event.change { true } else { false } }
    }

    fileprivate var hasBeenFiled: Bool {
        history.contains { event in
            if case .step(.listed, _) = event.change { true } else { false }
        }
    }

    /// When there was reason for an application: the cancellation, or the announcement of the newest return; else the list itself.
    fileprivate func asked(_ kind: CEBKind) -> Date? {
        let reason = history.last { event in
            switch event.change {
            case .cancelled: kind == .listCancellation
            case .returnStarted: kind == .listRefund
            default: false
            }
        }
        let filed = history.last { event in
            if case .step(.listed, _) = event.change { true } else { false }
        }
        return (reason ?? filed)?.at
    }

    /// Whether customs let it go: by 800 or 899, whatever came since.
    fileprivate var wasReleased: Bool {
        receipts.values.contains { $0.document.hasPrefix("CEB621") && $0.step == .receiptReleased }
            || [.released, .lastMile, .delivered, .undelivered, .returning, .returned, .closed].contains(stage)
    }

    /// What has come back and was accepted, return by return; before anything has come, what was announced.
    fileprivate var returns: [[ReturnLine]] {
        var all: [[ReturnLine]] = []
        var isOpen = false
        for event in history {
            switch event.change {
            case .returnStarted(let lines):
                all.append(lines)
                isOpen = true
            case .returnReceived(let lines, _):
                if isOpen, !all.isEmpty { all[all.count - 1] = lines } else { all.append(lines) }
                isOpen = false
            default: break
            }
        }
        return all
    }
}
