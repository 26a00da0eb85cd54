#if Postgres
    internal import KeruenTrade

    extension PostgresTransaction {
        func quotaUsed(by buyer: LookupKey, in year: Int) throws(TradeError) -> Int64 {
            try count(KnownRows.QuotaPlace(buyer: buyer, year: year))?.used ?? 0
        }

        func claimQuota(
            _ amount: Int64, by buyer: LookupKey, in year: Int, limit: Int64
        ) throws(TradeError) -> Bool {
            let place = KnownRows.QuotaPlace(buyer: buyer, year: year)
            let used = try count(place)?.used ?? 0
            guard amount > 0, limit >= used, amount <= limit - used else { return false }
            set(KnownRows.QuotaCount(used: used + amount, most: limit), at: place)
            return true
        }

        func returnQuota(_ amount: Int64, by buyer: LookupKey, in year: Int) throws(TradeError) {
            let place = KnownRows.QuotaPlace(buyer: buyer, year: year)
            guard amount > 0, var count = try count(place), amount <= count.used else {
                throw TradeError.quotaDisagrees(in: year)
            }
            count.used -= amount
            set(count, at: place)
        }

        func quotaKey(of year: Int) throws(TradeError) -> String? { try look(\.quotaKeys, year, .quotaKey(year: year)) }

        func setQuotaKey(_ name: String, of year: Int) throws(TradeError) {
            guard try quotaKey(of: year) == nil else { return }
            own.quotaKeys[year] = name
            ownWrites.quotaKeys.insert(year)
        }

        private func count(_ place: KnownRows.QuotaPlace) throws(TradeError) -> KnownRows.QuotaCount? {
            try look(\.quotas, place, .quota(place))
        }

        private func set(_ count: KnownRows.QuotaCount, at place: KnownRows.QuotaPlace) {
            own.quotas[place] = count
            ownWrites.quotas.insert(place)
        }
    }
#endif
