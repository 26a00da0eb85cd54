public import Foundation

extension DividedStore {
    /// Finishes or releases what a crash, or a database that was away, has left held; to be called every minute or so.
    ///
    /// What the market's database has decided is confirmed. What it has not is buried there first, so that nobody decides it any more, and
    /// then released. A region that is away is waited for once, and the market's own database too: without it nothing can be ended.
    /// - Returns: how many holds are gone; call again while it is `limit`.
    /// - Throws: the first error, after everything that is not away was done.
    @discardableResult
    public func recoverHolds(at now: Date, limit: Int = 100) async throws(TradeError) -> Int {
        var (count, failure) = (0, TradeError?.none)
        regions: for region in regions {
            let holds: [StockHold]
            do throws(TradeError) { holds = try await overdue(in: region, at: now, limit: limit - count) } catch {
                failure = failure ?? error
                continue
            }
            for hold in holds {
                let isDecided: Bool
                do throws(TradeError) { isDecided = try await settle(hold.id) } catch {
                    // Without the market's database none can be ended, in no region.
                    if error.isOutage { throw failure ?? error }
                    failure = failure ?? error
                    continue
                }
                do throws(TradeError) {
                    try await end(hold, in: region, isDecided: isDecided)
                    count += 1
                } catch {
                    failure = failure ?? error
                    // Waited for once, and not for each of its holds.
                    if error.isOutage { continue regions }
                }
            }
        }
        if let failure { throw failure }
        return count
    }

    /// This market's own: others have their own databases to ask.
    private func overdue(
        in region: StockRegion, at now: Date, limit: Int
    ) async throws(TradeError) -> [StockHold] {
        guard limit > 0 else { return [] }
        let market = market
        return try await region.store.read { transaction throws(TradeError) in
            var asked = limit
            while true {
                let all = try transaction.holds(before: now, limit: asked)
                let own = all.filter { $0.market == market }
                // Holds of a market whose database is away for long are not to hide ours.
                if own.count >= limit || all.count < asked { return Array(own.prefix(limit)) }
                asked = asked.multipliedReportingOverflow(by: 4).overflow ? .max : asked * 4
            }
        }
    }

    /// What has become of a hold; an undecided one is buried.
    /// - Returns: whether it was decided.
    func settle(_ id: String) async throws(TradeError) -> Bool {
        let run = DividedRun()
        do throws(TradeError) {
            try await orders.write { transaction throws(TradeError) in
                guard try transaction.bury(hold: id) else {
                    run.end(.agrees)
                    throw TradeError(.stockContended)
                }
            }
            return false
        } catch {
            guard error.code == .stockContended, run.hasAgreed else { throw error }
            return true
        }
    }

    func end(_ hold: StockHold, in region: StockRegion, isDecided: Bool) async throws(TradeError) {
        try await region.store.write { transaction throws(TradeError) in
            if isDecided { try transaction.confirm(hold) } else { try transaction.release(hold) }
        }
    }
}
