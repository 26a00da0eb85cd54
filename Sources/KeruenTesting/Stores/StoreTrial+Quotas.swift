internal import Foundation
internal import KeruenTrade

extension StoreTrial {
    private static let buyer = LookupKey(text: "1.buyer")
    private static let limit: Int64 = 2_600_000

    func keepsAYearsQuota() async throws {
        let (buyer, other, limit) = (Self.buyer, LookupKey(text: "1.other"), Self.limit)
        try await store.write { [self] transaction throws(TradeError) in
            expectEqual(try transaction.quotaUsed(by: buyer, in: 2027), 0, "used before anything")
            expect(try !transaction.claimQuota(limit + 1, by: buyer, in: 2027, limit: limit), "a first claim too large")
            expect(try !transaction.claimQuota(0, by: buyer, in: 2027, limit: limit), "a claim of nothing")
            expect(try !transaction.claimQuota(-1, by: buyer, in: 2027, limit: limit), "a claim of less")
            expect(try transaction.claimQuota(limit - 1, by: buyer, in: 2027, limit: limit), "a first claim")
            expect(try !transaction.claimQuota(2, by: buyer, in: 2027, limit: limit), "a fen too much")
            expect(try transaction.claimQuota(1, by: buyer, in: 2027, limit: limit), "the last fen")
            expect(try transaction.claimQuota(5, by: buyer, in: 2028, limit: limit), "another year")
            expect(try transaction.claimQuota(7, by: other, in: 2027, limit: limit), "another buyer")
            expectEqual(try transaction.quotaUsed(by: buyer, in: 2027), limit, "its own writes")
        }
        let code = await refusal { transaction throws(TradeError) in
            try transaction.returnQuota(500, by: buyer, in: 2027)
            _ = try transaction.claimQuota(100, by: other, in: 2027, limit: limit)
            try transaction.setQuotaKey("2027-1", of: 2027)
            throw TrialGoods.refused
        }
        expectEqual(code, TrialGoods.refused.code, "the body's own error comes out")
        for amount in [limit + 1, 0, -1] {
            let code = await refusal { transaction throws(TradeError) in
                try transaction.returnQuota(amount, by: buyer, in: 2027)
            }
            expectEqual(code, .quotaDisagrees, "giving back \(amount) of \(limit)")
        }
        let stranger = await refusal { transaction throws(TradeError) in
            try transaction.returnQuota(1, by: LookupKey(text: "1.nobody"), in: 2027)
        }
        expectEqual(stranger, .quotaDisagrees, "giving back what nobody has claimed")
        try await store.write { [self] transaction throws(TradeError) in
            expectEqual(try transaction.quotaUsed(by: buyer, in: 2027), limit, "used after all refusals")
            expectEqual(try transaction.quotaUsed(by: other, in: 2027), 7, "the other buyer's")
            expectEqual(try transaction.quotaUsed(by: buyer, in: 2028), 5, "the other year's")
            try transaction.returnQuota(limit, by: buyer, in: 2027)
            expectEqual(try transaction.quotaUsed(by: buyer, in: 2027), 0, "used after all was given back")
            // A lower limit of a later row holds for what is claimed from then on.
            expect(try transaction.claimQuota(60, by: buyer, in: 2027, limit: 100), "a lower limit")
            expect(try !transaction.claimQuota(10, by: buyer, in: 2027, limit: 50), "above a limit that has sunk")
            try transaction.returnQuota(20, by: buyer, in: 2027)
            expectEqual(try transaction.quotaUsed(by: buyer, in: 2027), 40, "what is left of it")
            expectEqual(try transaction.quotaKey(of: 2027), nil, "the year's key before its first claim")
            try transaction.setQuotaKey("2027-1", of: 2027)
            try transaction.setQuotaKey("2027-2", of: 2027)
            expectEqual(try transaction.quotaKey(of: 2027), "2027-1", "the year's key stays the first one")
            expectEqual(try transaction.quotaKey(of: 2028), nil, "the next year's")
        }
    }

    func neverPassesAQuota() async throws {
        let (buyer, limit) = (Self.buyer, Self.limit)
        // Thirteen of 2,000.00 have room in 26,000.00.
        let claimed = try await crowd(of: 40) { number, transaction throws(TradeError) in
            guard try transaction.claimQuota(200_000, by: buyer, in: 2027, limit: limit) else {
                throw TradeError(.outOfStock)
            }
            return try transaction.insert(try TrialGoods.order(number), fingerprint: "f")
        }
        expectEqual(claimed.count, 13, "claims that found room")
        try await store.read { [self] transaction throws(TradeError) in
            expectEqual(try transaction.quotaUsed(by: buyer, in: 2027), limit, "used")
            expectEqual(try transaction.events(after: 0, limit: 100).count, 13, "orders")
        }
    }
}
