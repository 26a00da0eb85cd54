internal import Foundation
internal import Hummingbird
internal import Keruen
internal import ShopSite

extension BoardRoutes {
    /// Orders by what they wait for, by stage and market.
    func orders(_ visit: BoardVisit) async throws -> Response {
        let (view, words) = (visit.view, visit.view.strings)
        // A number that was typed in whole leads to its order.
        if let text = visit.query("id"), let id = Order.ID(text.filter { !$0.isWhitespace }),
            try await services.store.order(id) != nil
        {
            return seeOther("/board/orders/\(id)")
        }
        let all = try await book.current()
        let filter = OrderFilter(visit)
        let found = filter.entries(of: all)
        let pages = BoardPaging(visit, count: found.count)
        return page(
            "board-orders", visit, title: words.ordersHeading(),
            [
                "heading": words.ordersHeading(), "filters": filters(filter, all, view),
                "rows": found[pages.range].map { row($0, view) },
                "none": found.isEmpty ? [words.ordersNone()] : [], "paging": pages.values(view, filter.query),
                "labels": [
                    "order": words.ordersOrder(), "stage": words.ordersStage(), "total": words.ordersTotal(),
                    "placed": words.ordersPlaced(), "changed": words.ordersChanged(), "market": words.pageMarket(),
                    "queue": words.ordersQueue(), "number": words.ordersNumber(), "show": words.pageShow(),
                    "open": words.ordersOpen(),
                ],
                "number": visit.query("id") ?? "",
            ])
    }

    private func row(_ entry: OrderBook.Entry, _ view: BoardView) -> [String: Any] {
        let market = view.site.catalog.market(entry.market)
        return [
            "id": entry.id.description, "href": "/board/orders/\(entry.id)", "stage": view.stage(entry.stage),
            "queue": view.name("queue", entry.queue.rawValue), "market": view.marketName(entry.market),
            "flow": view.name("flow", entry.flow.rawValue), "total": view.money(entry.total, in: market),
            "placed": view.time(entry.placed, in: market), "changed": view.time(entry.changed, in: market),
            "isStopped": entry.queue == .stopped,
        ]
    }

    private func filters(_ filter: OrderFilter, _ all: OrderBook.Orders, _ view: BoardView) -> [String: Any] {
        let words = view.strings
        let queues = OrderQueue.allCases.map { queue in
            choice(queue.rawValue, view.name("queue", queue.rawValue), all.queues[queue] ?? 0, filter.queue?.rawValue)
        }
        let refunds = choice("refunds", words.queueRefunds(), all.owing, filter.isOwing ? "refunds" : nil)
        let stages = OrderStage.allCases.filter { all.stages[$0] != nil }.map { stage in
            choice(stage.rawValue, view.stage(stage), all.stages[stage] ?? 0, filter.stage?.rawValue)
        }
        let markets = view.site.catalog.markets.map { market in
            ["value": market.id, "name": view.name(of: market), "isChosen": filter.market == market.id] as [String: Any]
        }
        return [
            "all": words.pageAll(), "queues": queues + [refunds], "stages": stages, "markets": markets,
            "stageLabel": words.ordersByStage(),
        ]
    }

    private func choice(_ value: String, _ name: String, _ count: Int, _ chosen: String?) -> [String: Any] {
        ["value": value, "name": "\(name) · \(count)", "isChosen": chosen == value]
    }
}

/// What of the orders is asked for.
struct OrderFilter {
    var queue: OrderQueue?
    var isOwing: Bool
    var stage: OrderStage?
    var market: String?

    init(_ visit: BoardVisit) {
        queue = visit.query("queue").flatMap(OrderQueue.init)
        isOwing = visit.query("queue") == "refunds"
        stage = visit.query("stage").flatMap(OrderStage.init)
        market = visit.query("market").flatMap { visit.view.site.catalog.market($0)?.id }
    }

    /// The newest first; of a queue those first that have waited longest.
    func entries(of orders: OrderBook.Orders) -> [OrderBook.Entry] {
        let found = orders.entries.filter { entry in
            (queue.map { entry.queue == $0 } ?? true) && (stage.map { entry.stage == $0 } ?? true)
                && (market.map { entry.market == $0 } ?? true) && (!isOwing || entry.owed.minorUnits > 0)
        }
        guard let queue, queue != .done else { return found }
        return found.sorted { ($0.changed, $0.id.description) < ($1.changed, $1.id.description) }
    }

    var query: [(String, String)] {
        [("queue", isOwing ? "refunds" : queue?.rawValue), ("stage", stage?.rawValue), ("market", market)]
            .compactMap { name, value in value.map { (name, $0) } }
    }
}
