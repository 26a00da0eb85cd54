internal import Foundation
internal import Hummingbird
internal import Keruen
internal import ShopSite

extension BoardRoutes {
    /// Free, set aside and sold, by warehouse.
    func stock(_ visit: BoardVisit) async throws -> Response {
        let (view, words) = (visit.view, visit.view.strings)
        let warehouse = visit.query("warehouse")
        let isLow = visit.query("low") != nil
        let all = try await sheet.rows()
        let free = all.free
        let rows = all.filter { row in
            !row.isDeparture && (warehouse.map { row.place.warehouse == $0 } ?? true)
                && (!isLow || row.runsOut(free: free[row.place.item] ?? 0, in: view))
        }
        let sold = try await book.current().sold
        let pages = BoardPaging(visit, count: rows.count)
        let query = [("warehouse", warehouse), ("low", isLow ? "1" : nil)].compactMap { name, value in
            value.map { (name, $0) }
        }
        return page(
            "board-stock", visit, title: words.stockHeading(),
            [
                "heading": words.stockHeading(), "note": words.stockNote(count: StockSheet.Row.low),
                "warehouses": view.site.catalog.warehouses.map {
                    ["id": $0.id, "name": view.text($0.name) ?? $0.id, "isChosen": $0.id == warehouse] as [String: Any]
                },
                "isLow": isLow, "rows": rows[pages.range].map { self.row($0, free, sold, view) },
                "none": rows.isEmpty ? [words.stockNone()] : [], "paging": pages.values(view, query),
                "labels": [
                    "item": words.stockItem(), "warehouse": words.stockWarehouse(), "free": words.stockFree(),
                    "reserved": words.stockReserved(), "sold": words.stockSold(), "onlyLow": words.stockOnlyLow(),
                    "all": words.pageAll(), "show": words.pageShow(),
                ],
            ])
    }

    private func row(
        _ row: StockSheet.Row, _ free: [StockItem: Int], _ sold: [StockPlace: Int], _ view: BoardView
    ) -> [String: Any] {
        var values: [String: Any] = [
            "sku": row.place.item.description,
            "title": view.text(view.site.product(of: row.place.item)?.title) ?? "",
            "warehouse": view.warehouseName(row.place.warehouse), "free": view.number(row.level.free),
            "reserved": view.number(row.level.reserved), "sold": view.number(sold[row.place] ?? 0),
        ]
        let left = free[row.place.item] ?? 0
        if row.runsOut(free: left, in: view) {
            values["mark"] = left == 0 ? view.strings.stockOut() : view.strings.stockLow()
        }
        return values
    }

    /// Departures by date: seats taken, and whether the group is full enough to go.
    func tours(_ visit: BoardVisit) async throws -> Response {
        let (view, words) = (visit.view, visit.view.strings)
        let all = try await departures(view)
        let pages = BoardPaging(visit, count: all.count)
        return page(
            "board-tours", visit, title: words.toursHeading(),
            [
                "heading": words.toursHeading(), "rows": all[pages.range].map { $0.values(view) },
                "none": all.isEmpty ? [words.stockNone()] : [], "paging": pages.values(view, []),
                "labels": [
                    "tour": words.toursTour(), "day": words.toursDay(), "seats": words.toursSeats(),
                    "taken": words.toursTaken(), "free": words.stockFree(), "least": words.toursLeast(),
                    "state": words.toursState(),
                ],
            ])
    }

    /// Those that have not left yet, the next first.
    func departures(_ view: BoardView) async throws -> [TourDeparture] {
        let today = CivilDate(view.now, in: nil)
        let sold = try await book.current().sold
        return try await sheet.rows().compactMap { row in
            guard row.isDeparture, case .departure(let id, let day) = row.place.item, day >= today else { return nil }
            let product = view.site.product(id)
            guard case .tour(let tour)? = product?.details else { return nil }
            // Whoever was let on board is no longer set aside.
            let taken = max(row.level.reserved, sold[row.place] ?? 0)
            return TourDeparture(
                product: id, title: view.text(product?.title) ?? id, day: day, taken: taken, free: row.level.free,
                seats: max(tour.groupSize.upperBound, taken + row.level.free), least: tour.groupSize.lowerBound)
        }.sorted { ($0.day, $0.product) < ($1.day, $1.product) }
    }
}

/// One day of a tour.
struct TourDeparture {
    var product: String
    var title: String
    var day: CivilDate
    var taken: Int
    var free: Int
    var seats: Int
    /// With fewer it does not go.
    var least: Int

    var isShort: Bool { taken < least }

    func values(_ view: BoardView) -> [String: Any] {
        let words = view.strings
        let state = free == 0 ? words.toursFull() : isShort ? words.toursShort() : words.toursSure()
        return [
            "title": title, "day": view.day(day), "seats": view.number(seats), "taken": view.number(taken),
            "free": view.number(free), "least": view.number(least), "state": state,
            "isUrgent": isShort && free > 0 && day <= CivilDate(view.now, in: nil).adding(days: 30),
            "value": taken, "most": max(1, seats),
        ]
    }
}
