internal import Foundation
internal import KeruenTrade

extension Simulation {
    private static let plain = OrderStep.plain.sorted { $0.rawValue < $1.rawValue }

    func advance() async throws(TradeError) -> Order.ID? {
        guard let account = anyOrder() else { return nil }
        let flow = OrderFlow.flow(account.placement.flow)
        // Few parcels get lost, or no other would arrive.
        let isLost = chance.happens(40)
        let next = flow.steps(from: account.stage).filter { Self.plain.contains($0) && ($0 != .lost || isLost) }
        let step = chance.happens(60) ? chance.pick(Self.plain) : chance.pick(next)
        guard let step else { return account.id }
        do throws(TradeError) {
            let reference = chance.happens(200) ? "WB-\(chance.below(1_000))-\(account.id)" : nil
            let order =
                step == .screened
                ? try await store.screen(account.id, by: screening(account), reference: reference, at: now)
                : try await store.advance(account.id, step, reference: reference, at: now)
            require(order.id == account.id, "\(account.id) goes on as \(order.id)")
        } catch {
            try await refused(account.id, by: error) { flow.transition(from: $0.stage, on: step) != nil }
        }
        return account.id
    }

    /// These shops sell nothing that is restricted.
    private func screening(_ account: Account) -> Screening {
        let goods = account.placement.lines.filter { $0.departure == nil }
        return Screening(
            along: ParcelRoute(from: "CN", to: "KZ"), on: nil,
            goods: goods.reduce(into: [:]) { $0[$1.sku, default: 0] += $1.quantity })
    }

    func cancel() async throws(TradeError) -> Order.ID? {
        // Tours above all: they are the ones that can be cancelled too late.
        let tour = chance.happens(400) ? order(at: [.confirmed]) : nil
        guard let account = tour ?? anyOrder() else { return nil }
        do throws(TradeError) { try await store.cancel(account.id, at: now) } catch {
            try await refused(account.id, by: error) { [.placed, .paid, .confirmed, .cancelled].contains($0.stage) }
        }
        return account.id
    }

    func answer() -> Order.ID? {
        guard let account = order(at: [.declared, .listed, .held, .detained, .submitted, .cancelling]) else {
            return nil
        }
        if account.placement.flow != .tour { customs.answer(account.id) }
        return account.id
    }

    func hearCustoms() async throws(TradeError) -> Order.ID? {
        guard let (id, receipt) = chance.draw(&customs.messages) else { return nil }
        if chance.happens(200) { customs.messages.append((id, receipt)) }
        do throws(TradeError) { try await store.record(receipt, of: id, at: now) } catch {
            if error.code != .notAllowedNow { customs.messages.append((id, receipt)) }
            try await refused(id, by: error) { account in
                [800, 899].contains(receipt.status) && [.declared, .listed, .held, .detained].contains(account.stage)
                    && (account.settled.map { Account.isEarlier($0, receipt) } ?? true)
            }
        }
        return id
    }

    func startReturn() async throws(TradeError) -> Order.ID? {
        guard let account = order(at: [.delivered, .undelivered, .importRefused, .turnedBack]) else { return nil }
        let lines = someLines(of: account)
        do throws(TradeError) { _ = try await store.startReturn(of: lines, account.id, at: now) } catch {
            try await refused(account.id, by: error) { [.delivered, .undelivered].contains($0.stage) }
        }
        return account.id
    }

    func receiveReturn() async throws(TradeError) -> Order.ID? {
        guard let account = order(at: [.returning]), let warehouse = chance.pick(SimulatedShop.warehouses) else {
            return nil
        }
        let lines = someLines(of: account)
        // By the order itself and not by chance, so that days stay the days of their seeds.
        let count = account.count
        let faulty = count.isMultiple(of: 3) ? lines.map { count % ($0.quantity + 1) } : []
        let good = zip(lines, faulty).map { ReturnLine(line: $0.line, quantity: $0.quantity - $1) }
        let sellable = faulty.isEmpty ? nil : good.filter { $0.quantity > 0 }
        do throws(TradeError) {
            _ = try await store.receiveReturn(of: lines, sellable: sellable, account.id, into: warehouse, at: now)
        } catch {
            await audit()
            // Another return may have come in between.
            if error.code == .returnTooLarge, let account = auditor.accounts[account.id] {
                require(isTooLarge(lines, account), "\(account.id): a return is called too large that is not")
            }
            try await refused(account.id, by: error) { $0.stage == .returning }
        }
        return account.id
    }

    /// Some pieces of some lines; at times more than were bought.
    private func someLines(of account: Account) -> [ReturnLine] {
        account.placement.lines.indices.compactMap { index in
            guard chance.happens(700) else { return nil }
            let quantity = account.placement.lines[index].quantity
            return ReturnLine(line: index, quantity: 1 + chance.below(chance.happens(80) ? quantity + 2 : quantity))
        }
    }

    private func isTooLarge(_ lines: [ReturnLine], _ account: Account) -> Bool {
        lines.contains { $0.quantity + (account.returned[$0.line] ?? 0) > account.placement.lines[$0.line].quantity }
    }

    /// A step that was refused must have been impossible, as the books have it now.
    private func refused(
        _ id: Order.ID, by error: TradeError, _ wasPossible: (Account) -> Bool
    ) async throws(TradeError) {
        await audit()
        if error.code == .notAllowedNow, let account = auditor.accounts[id], wasPossible(account) {
            fail("\(id): \(account.stage) is refused what it may do")
        }
        throw error
    }
}
