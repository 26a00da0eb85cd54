internal import Foundation
internal import KeruenTrade

extension Simulation {
    /// Hands events on to a reader, who ends at times between hearing and having heard.
    func publish() async throws(TradeError) -> Order.ID? {
        guard let reader = chance.pick(Readers.names) else { return nil }
        let end = chance.happens(300) ? chance.below(100) : Int.max
        var count = 0
        try await store.publish(to: reader, limit: 1 + chance.below(400)) { event async throws(TradeError) in
            if event.position > auditor.told.last?.position ?? 0 { await audit() }
            if let law = readers.hear(event, by: reader, auditor.told) { fail(law) }
            count += 1
            if count > end { throw TradeError(.crashed) }
        }
        return nil
    }

    /// Goods arrive. Of a thing that there is once, no second one ever does.
    func supply() async throws(TradeError) -> Order.ID? {
        guard let sku = chance.pick(SimulatedShop.hot + SimulatedShop.plain),
            let warehouse = chance.pick(SimulatedShop.warehouses)
        else { return nil }
        let (place, count) = (StockPlace(.sku(sku), in: warehouse), 1 + chance.below(12))
        do throws(TradeError) {
            try await store.write { transaction throws(TradeError) in
                try transaction.move(at: place, onHand: count, reserved: 0)
            }
        } catch {
            if error.code == .answerLost { auditor.supply(place, count) }
            if error.code == .storeFailed { doubts.append(.supply(place, count)) }
            throw error
        }
        auditor.supply(place, count)
        return nil
    }

    /// Data of people go when their day is over, and when they ask for it.
    func erase() async throws(TradeError) -> Order.ID? {
        let id = chance.happens(500) ? chance.pick(auditor.placed) : nil
        let day = now
        do throws(TradeError) {
            let count = try await store.write { transaction throws(TradeError) in
                if let id { return try transaction.eraseRecords(of: id) }
                return try transaction.eraseRecords(before: day)
            }
            let expected = id.map { auditor.erase($0) } ?? auditor.erase(before: day)
            require(count == expected, "\(count) people's data are erased, \(expected) were due")
        } catch {
            if error.code == .answerLost { _ = id.map { auditor.erase($0) } ?? auditor.erase(before: day) }
            if error.code == .storeFailed { doubts.append(.erase(id, day)) }
            throw error
        }
        return id
    }

    /// The process ends between two things.
    func restartCalmly() async throws(TradeError) -> Order.ID? {
        try await store.base.restart()
        return nil
    }

    func restart() async {
        do throws(TradeError) { try await store.base.restart() } catch {
            fail("the store does not open again: \(error)")
        }
    }

    /// Everything that is on its way arrives, and then the bank's ledger and ours are one.
    func settle() async {
        let between = store.between
        if let law = await store.base.settle() { fail(law) }
        (store.between, bank.between, bank.isReliable) = (nil, nil, true)
        defer { (store.between, bank.between, bank.isReliable) = (between, between, false) }
        do throws(TradeError) {
            while !bank.undecided.isEmpty { _ = bank.decide(at: now) }
            while let message = chance.draw(&bank.messages) {
                _ = try await store.record(message, from: bank.name, at: now)
            }
            await audit()
            for id in auditor.placed where auditor.accounts[id]?.refunds.contains(where: { !$0.isDone }) == true {
                _ = try await store.sendRefunds(of: id, through: bank, at: now)
            }
            await audit()
            for id in bank.authorisedOnly() where auditor.accounts[id].map({ $0.stage != .placed }) ?? false {
                _ = try await store.voidAuthorisations(of: id, through: bank, at: now)
            }
            while let message = chance.draw(&bank.messages) {
                _ = try await store.record(message, from: bank.name, at: now)
            }
            await audit()
            for id in bank.authorisedOnly() {
                require(auditor.accounts[id]?.stage == .placed, "\(id): wants no money, and a card still holds some")
            }
            for reader in Readers.names {
                while try await store.publish(
                    to: reader, limit: 1_000,
                    { event async throws(TradeError) in
                        if let law = readers.hear(event, by: reader, auditor.told) { fail(law) }
                    }) == 1_000
                {}
                require(readers.hasHeardAll(reader, of: auditor.told), "\(reader) has not heard everything")
            }
        } catch { fail("settling fails with \(error)") }
        await auditAll()
        let balances = bank.balances()
        for (id, account) in auditor.accounts {
            require(
                balances[id] ?? 0 == account.kept,
                "\(id): the bank holds \(balances[id] ?? 0), we think \(account.kept)")
        }
    }
}
