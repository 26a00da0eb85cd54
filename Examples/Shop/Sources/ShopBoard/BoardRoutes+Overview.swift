internal import Foundation
internal import Hummingbird
internal import Keruen
internal import ShopSite

extension BoardRoutes {
    /// What needs a hand today, each with the way to it.
    func overview(_ visit: BoardVisit) async throws -> Response {
        let (view, words) = (visit.view, visit.view.strings)
        let orders = try await book.current()
        let rows = try await sheet.rows()
        let free = rows.free
        let scarce = rows.filter { $0.runsOut(free: free[$0.place.item] ?? 0, in: view) }
        let low = Set(scarce.map(\.place.item)).count
        let horizon = CivilDate(view.now, in: nil).adding(days: 30)
        let short = try await departures(view).count { $0.isShort && $0.day <= horizon }
        let report = await inspection.report(of: view.site, patience: .milliseconds(500))

        var errands = OrderQueue.errands.compactMap { queue in
            card(orders.queues[queue] ?? 0, view.name("queue", queue.rawValue), "orders?queue=\(queue.rawValue)", view)
        }
        errands += [card(orders.owing, words.queueRefunds(), "orders?queue=refunds", view)].compactMap(\.self)
        if let stopped = errands.first, (orders.queues[.stopped] ?? 0) > 0 {
            errands[0] = stopped.merging(["isUrgent": true]) { $1 }
        }
        let others: [OrderQueue] = [.unpaid, .customs, .way, .ahead]
        let moving = others.compactMap { queue in
            card(orders.queues[queue] ?? 0, view.name("queue", queue.rawValue), "orders?queue=\(queue.rawValue)", view)
        }
        var goods: [[String: Any]] = []
        if low > 0 { goods.append(line(words.overviewLow(count: low), "stock?low=1")) }
        if short > 0 { goods.append(line(words.overviewTours(count: short), "tours")) }
        let full = QuotaYears(orders).nearlyFull
        if full > 0 { goods.append(line(words.overviewQuota(count: full), "quota")) }
        if let report {
            let count = report.validation.errors + report.validation.warnings + report.validation.notes
            if count > 0 { goods.append(line(words.overviewFindings(count: count), "findings")) }
            for market in view.site.catalog.markets {
                guard let percent = report.coverage?.percent(of: market.id) else { continue }
                let text = words.overviewCoverage(market: view.name(of: market), percent: view.percent(percent))
                goods.append(line(text, "coverage"))
            }
        } else {
            goods.append(line(words.overviewChecking(), "findings"))
        }
        return page(
            "board-overview", visit, title: words.navOverview(),
            [
                "heading": words.overviewHeading(), "ordersHeading": words.overviewOrders(), "errands": errands,
                "calm": errands.isEmpty ? [words.overviewCalm()] : [], "moving": moving,
                "goodsHeading": words.overviewGoods(), "goods": goods,
                "fresh": words.pageFresh(time: view.time(view.now, withZone: true)),
            ])
    }

    private func card(_ count: Int, _ name: String, _ href: String, _ view: BoardView) -> [String: Any]? {
        guard count > 0 else { return nil }
        return ["count": view.number(count), "name": name, "href": "/board/\(href)"]
    }

    private func line(_ text: String, _ href: String) -> [String: Any] { ["text": text, "href": "/board/\(href)"] }
}
