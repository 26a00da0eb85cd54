internal import Foundation
internal import Hummingbird
internal import Keruen
internal import Logging
internal import ShopSite

extension BoardRoutes {
    /// Whom a parcel goes to, for its label: shown once, in the answer to a button, and at no address that could be gone back to.
    ///
    /// Documents stay sealed, and so does who paid. The log is told that it was looked at and of which order, by the end of its
    /// number: enough to find it by in the store, and not to open it.
    func showPeople(_ visit: BoardVisit) async throws -> Response {
        _ = try await form([String: String].self, of: visit)
        let order = try await known(visit)
        let records = try await records(of: order)
        guard let record = records.first(where: Self.isForDelivery) else { throw HTTPError(.notFound) }
        guard let keyring = services.keyring else {
            throw BoardRefusal(TradeError(.keyringMissing, ["name": "KERUEN_KEYS"]), in: visit.view)
        }
        let label = try SealedParties(record).open(for: order.key, with: keyring).label
        visit.context.logger.notice(
            "people shown", metadata: ["order": "…\(order.id.description.suffix(4))", "purpose": "\(record.purpose)"])
        return orderPage(order, records, visit, label: label)
    }

    func records(of order: Order) async throws(TradeError) -> [SealedRecord] {
        let id = order.id
        return try await services.store.read { transaction throws(TradeError) in try transaction.records(of: id) }
    }

    /// What is kept of people, until when, and the label where it was asked for.
    func people(
        _ records: [SealedRecord], _ label: ParcelLabel?, of order: Order, _ view: BoardView
    ) -> [String: Any] {
        let (words, market) = (view.strings, view.site.catalog.market(order.market))
        var values: [String: Any] = [
            "heading": words.orderPeople(), "action": "/board/orders/\(order.id)/people",
            "records": records.map { record in
                words.orderSealed(
                    day: view.day(CivilDate(record.eraseAfter, in: market)),
                    purpose: view.name("purpose", record.purpose))
            },
            "none": records.isEmpty ? [words.orderNoPeople()] : [],
        ]
        if let label {
            values["label"] = [
                "heading": words.orderLabel(), "lines": label.lines, "hide": words.orderLabelHide(),
                "back": "/board/orders/\(order.id)",
            ]
        } else if records.contains(where: Self.isForDelivery) {
            values["ask"] = ["about": words.orderLabelAbout(), "button": words.orderLabelShow()]
        }
        return values
    }

    private static func isForDelivery(_ record: SealedRecord) -> Bool {
        record.purpose == Consent.Purpose.delivery.rawValue
    }
}
