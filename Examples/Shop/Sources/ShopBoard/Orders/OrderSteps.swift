internal import Foundation
internal import Keruen
internal import ShopSite

/// What may be done with an order where it stands, as forms of its page.
struct OrderSteps {
    let order: Order
    let market: Market?
    let view: BoardView

    var values: [String: Any] {
        let words = view.strings
        let possible = order.possible
        var values: [String: Any] = [:]
        let plain = possible.filter { OrderStep.plain.contains($0) && $0 != .screened && $0 != .cancelRequested }
        values["steps"] = plain.map { ["step": $0.rawValue, "name": view.name("step", $0.rawValue)] }
        var waits: [String] = []
        if possible.contains(.captured) { waits.append(words.orderWaitsMoney()) }
        if possible.contains(.receiptReleased) { waits.append(words.orderWaitsCustoms()) }
        if possible.contains(.screened) { values["screening"] = screening }
        if possible.contains(.cancelled) || possible.contains(.cancelRequested) { values["cancel"] = true }
        if possible.contains(.returnStarted) { values["returnStart"] = lines(left: true) }
        if possible.contains(.returnReceived) {
            values["returnReceive"] = lines(left: false)
            values["warehouses"] = view.site.catalog.warehouses.map {
                ["id": $0.id, "name": view.text($0.name) ?? $0.id]
            }
        }
        if order.owed.minorUnits > 0 { values["refund"] = view.money(order.owed, in: market) }
        if possible.isEmpty, order.owed.minorUnits == 0 { waits.append(words.orderNothing()) }
        values["waits"] = waits
        return values
    }

    /// What the rules say of the goods today; blocks can't be gone past, what is open is a person's to decide.
    static func screening(of order: Order, in view: BoardView) throws(TradeError) -> Screening {
        let products = order.lines.compactMap { view.site.product(of: $0.item, in: order.market)?.id }
        let day = CivilDate(view.now, in: view.site.catalog.market(order.market))
        return try view.site.catalog(holding: products).screening(of: order, on: day)
    }

    private var screening: [String: Any] {
        let words = view.strings
        do throws(TradeError) {
            let screening = try Self.screening(of: order, in: view)
            let (blocks, reviews) = (screening.blocks, screening.reviews)
            var values: [String: Any] = ["findings": (blocks + reviews + screening.notes).map(view.reader.sentence)]
            if !blocks.isEmpty {
                values["verdict"] = words.orderScreeningBlocked()
                values["isBlocked"] = true
                return values
            }
            if blocks.isEmpty, reviews.isEmpty { values["verdict"] = words.orderScreeningClear() }
            values["pass"] = ["name": view.name("step", "screened"), "needsReview": !reviews.isEmpty]
            return values
        } catch {
            return ["findings": [view.reader.sentence(error.diagnostic)], "isBlocked": true]
        }
    }

    private func lines(left: Bool) -> [[String: Any]] {
        var back: [Int: Int] = [:]
        for line in order.returned { back[line.line, default: 0] += line.quantity }
        var announced: [Int: Int] = [:]
        for line in order.announced { announced[line.line, default: 0] += line.quantity }
        return order.lines.enumerated().map { number, line in
            let most = line.quantity - (back[number] ?? 0)
            let product = view.site.product(of: line.item, in: order.market)
            return [
                "number": number, "most": most, "title": view.text(product?.title) ?? "",
                "sku": line.item.description, "value": left ? 0 : min(most, announced[number] ?? most),
            ]
        }
    }
}

extension CivilDate {
    /// The day by a market's clock; by Greenwich's where there is no market.
    init(_ date: Date, in market: Market?) {
        if let market {
            self.init(date, in: market)
        } else {
            self.init(daysSince1970: Int32((date.timeIntervalSince1970 / 86_400).rounded(.down)))
        }
    }
}
