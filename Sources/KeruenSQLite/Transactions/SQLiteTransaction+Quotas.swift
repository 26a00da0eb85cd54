#if SQLite
    internal import KeruenTrade

    extension SQLiteTransaction {
        func quotaUsed(by buyer: LookupKey, in year: Int) throws(TradeError) -> Int64 {
            let select = try connection[.quotaUsed]
            defer { select.reset() }
            select.bind(1, Int64(year))
            select.bind(2, buyer.text)
            return try select.step() ? select.integer(0) : 0
        }

        func claimQuota(
            _ amount: Int64, by buyer: LookupKey, in year: Int, limit: Int64
        ) throws(TradeError) -> Bool {
            guard amount > 0 else { return false }
            let claim = try connection[.claimQuota]
            claim.bind(1, Int64(year))
            claim.bind(2, buyer.text)
            claim.bind(3, amount)
            claim.bind(4, limit)
            // A first claim above the limit is refused by the table itself.
            return try claim.runUnlessRefused() && connection.changes == 1
        }

        func returnQuota(_ amount: Int64, by buyer: LookupKey, in year: Int) throws(TradeError) {
            guard amount > 0 else { throw TradeError.quotaDisagrees(in: year) }
            let update = try connection[.returnQuota]
            update.bind(1, amount)
            update.bind(2, Int64(year))
            update.bind(3, buyer.text)
            guard try update.runUnlessRefused(), connection.changes == 1 else {
                throw TradeError.quotaDisagrees(in: year)
            }
        }

        func quotaKey(of year: Int) throws(TradeError) -> String? {
            let select = try connection[.quotaKey]
            defer { select.reset() }
            select.bind(1, Int64(year))
            return try select.step() ? select.text(0) : nil
        }

        func setQuotaKey(_ name: String, of year: Int) throws(TradeError) {
            let insert = try connection[.setQuotaKey]
            insert.bind(1, Int64(year))
            insert.bind(2, name)
            try insert.run()
        }
    }
#endif
