internal import Foundation
internal import Hummingbird
internal import Keruen

/// How full buyers' years are: each year's buyers by the share of the limit that their live orders take, nobody by name or number.
struct QuotaYears: Sendable {
    /// Upper ends of the bands, in percent of the limit.
    static let bands = [25, 50, 75, 90, 100]

    struct Year: Sendable {
        var year: Int
        var limit: Money
        var buyers: Int
        var used: Money
        /// Buyers by band.
        var counts: [Int]
    }

    /// The newest first.
    let years: [Year]

    init(_ orders: OrderBook.Orders) {
        struct Key: Hashable {
            var buyer: LookupKey
            var year: Int
        }
        var used: [Key: Int64] = [:]
        var limits: [Int: Money] = [:]
        for share in orders.entries.compactMap(\.year) {
            used[Key(buyer: share.buyer, year: share.year), default: 0] += share.counted.minorUnits
            limits[share.year] = share.limit
        }
        years = limits.map { year, limit in
            let own = used.filter { $0.key.year == year }.map(\.value)
            let counts = own.reduce(into: [Int](repeating: 0, count: Self.bands.count)) { counts, amount in
                let percent = limit.minorUnits > 0 ? Int(amount * 100 / limit.minorUnits) : 100
                counts[Self.bands.firstIndex { percent < $0 } ?? Self.bands.count - 1] += 1
            }
            return Year(
                year: year, limit: limit, buyers: own.count,
                used: Money(minorUnits: own.reduce(0, +), limit.currency), counts: counts)
        }.sorted { $0.year > $1.year }
    }

    /// Buyers of the newest year who have nearly used it up.
    var nearlyFull: Int { years.first?.counts.last ?? 0 }
}

extension BoardRoutes {
    func quota(_ visit: BoardVisit) async throws -> Response {
        let (view, words) = (visit.view, visit.view.strings)
        let quota = QuotaYears(try await book.current())
        let limit = quota.years.first?.limit ?? TradeRules.standard.quotas.first?.annual
        return page(
            "board-quota", visit, title: words.quotaHeading(),
            [
                "heading": words.quotaHeading(),
                "about": words.quotaAbout(limit: limit.map { view.money($0) } ?? "—"),
                "none": quota.years.isEmpty ? [words.quotaNone()] : [],
                "years": quota.years.map { year($0, view) },
                "labels": ["used": words.quotaUsed(), "buyers": words.quotaBuyers()],
            ])
    }

    private func year(_ year: QuotaYears.Year, _ view: BoardView) -> [String: Any] {
        var from = 0
        let rows = zip(QuotaYears.bands, year.counts).map { end, count -> [String: Any] in
            defer { from = end }
            return [
                "band": "\(view.percent(from)) – \(view.percent(end))", "count": view.number(count), "value": count,
                "most": max(1, year.buyers),
            ]
        }
        return [
            "year": view.strings.quotaYear(year: String(year.year)), "rows": rows,
            "sum": view.strings.quotaSum(count: year.buyers, sum: view.money(year.used)),
        ]
    }
}
