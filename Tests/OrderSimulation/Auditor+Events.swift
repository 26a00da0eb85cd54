internal import Foundation
internal import KeruenTrade

extension Auditor {
    /// Takes one event in, whose stock is then to be looked at.
    func enter(_ event: OrderEvent, of id: Order.ID, _ places: inout Set<StockPlace>) {
        seen[event.change.name, default: 0] += 1
        if case .placed(let placement) = event.change { return open(id, placement, event, &places) }
        guard var account = accounts.removeValue(forKey: id) else {
            return require(false, "\(id): \(event.change.name) before its placing")
        }
        require(event.number == account.count, "\(id): event \(event.number) after \(account.count - 1)")
        require(event.at >= account.last, "\(id): its clock runs backwards")
        account.count += 1
        account.last = event.at
        enter(event.change, at: event.at, &account, &places)
        let stage = account.stage(after: event.change)
        if stage != account.stage { seen["→ \(stage.rawValue)", default: 0] += 1 }
        account.stage = stage
        account.settle(after: event.change)
        accounts[id] = account
    }

    private func open(
        _ id: Order.ID, _ placement: OrderEvent.Placement, _ event: OrderEvent, _ places: inout Set<StockPlace>
    ) {
        require(event.number == 0 && accounts[id] == nil, "\(id) is placed twice")
        require(keys.updateValue(id, forKey: placement.key) == nil, "\(placement.key) has placed two orders")
        var wanted: [StockItem: Int] = [:]
        for line in placement.lines { wanted[line.item, default: 0] += line.quantity }
        for reservation in placement.reservations { wanted[reservation.place.item, default: 0] -= reservation.quantity }
        require(wanted.allSatisfy { $0.value == 0 }, "\(id): other things are set aside than are wanted")
        require(
            placement.total.minorUnits
                == placement.lines.reduce(0) { $0 + $1.unitPrice.minorUnits * Int64($1.quantity) },
            "\(id): the total is not the sum of its lines")
        var account = Account(id: id, placement, at: event.at)
        let isImport = [.bondedImport, .directImport].contains(placement.flow)
        require(isImport == (placement.quota != nil), "\(id): an import without a claim, or a claim without an import")
        if let claim = placement.quota {
            let pieces = placement.lines.reduce(0) { $0 + $1.quantity }
            require(
                claim.amount == placement.total && (claim.amount.minorUnits <= SimulatedShop.single || pieces == 1),
                "\(id): \(claim.amount) of \(pieces) pieces is more than an order may be")
            seen["claim", default: 0] += 1
            if claim.amount.minorUnits > SimulatedShop.single { seen["claim of one dear piece", default: 0] += 1 }
        }
        move(account.claimed, of: account)
        account.people = announced.removeValue(forKey: placement.key) ?? []
        accounts[id] = account
        placed.append(id)
        hold(placement.reservations, 1, &places)
    }

    /// Counts a change of what an order claims.
    private func move(_ amount: Int64, of account: Account) {
        guard let year = account.year else { return }
        claimed[year, default: 0] += amount
    }

    private func unclaim(_ amount: Int64, _ account: inout Account) {
        account.claimed -= amount
        move(-amount, of: account)
        if amount > 0 { seen["quota given back", default: 0] += 1 }
    }

    /// Goods that come back give their price back to the year: asked for within 30 days of the release, and back within 45.
    private func giveBack(_ lines: [ReturnLine], at now: Date, _ account: inout Account) {
        let back = Self.beijing(now)
        if let released = account.released, back - released > 45 || (account.applied ?? back) - released > 30 {
            return seen["quota kept after a late return", default: 0] += 1
        }
        let worth = lines.reduce(Int64(0)) { sum, line in
            sum + account.placement.lines[line.line].unitPrice.minorUnits * Int64(line.quantity)
        }
        unclaim(min(account.claimed, worth), &account)
    }

    private static func beijing(_ instant: Date) -> Int {
        Int(((instant.timeIntervalSince1970 + 28_800) / 86_400).rounded(.down))
    }

    private func hold(_ reservations: [Reservation], _ sign: Int, _ places: inout Set<StockPlace>) {
        for reservation in reservations {
            levels[reservation.place, default: StockLevel(onHand: 0)].reserved += sign * reservation.quantity
            places.insert(reservation.place)
        }
    }

    private func enter(
        _ change: OrderEvent.Change, at now: Date, _ account: inout Account, _ places: inout Set<StockPlace>
    ) {
        let id = account.id
        switch change {
        case .placed, .paymentStarted: break
        case .authorised(let payment, let amount):
            require(
                bank.hasAuthorised(payment, of: id, amount.minorUnits), "\(id): \(payment) was never authorised")
        case .captured(let payment, let amount):
            require(bank.hasTaken(payment, of: id, amount.minorUnits), "\(id): \(payment) was never taken")
            require(account.captured(payment) == 0, "\(id): \(payment) is taken twice")
            account.captured.append((payment, amount.minorUnits))
        case .paymentFailed(let payment): require(bank.hasFailed(payment, of: id), "\(id): \(payment) has not failed")
        case .lapsed:
            require(account.stage == .placed, "\(id): lapses out of \(account.stage)")
            release(&account, &places)
            unclaim(account.claimed, &account)
        case .reheld(let reservations, _):
            require(account.stage == .lapsed && account.held.isEmpty, "\(id): set aside twice")
            account.held = reservations
            hold(reservations, 1, &places)
            account.claimed = account.placement.quota?.amount.minorUnits ?? 0
            move(account.claimed, of: account)
            if account.claimed > 0 { seen["claim taken again", default: 0] += 1 }
        case .cancelled:
            require(!account.held.isEmpty, "\(id): cancelled when the goods had gone")
            account.isForfeit =
                account.stage == .confirmed && now > account.placement.freeCancellation ?? .distantFuture
            if account.isForfeit { seen["forfeit", default: 0] += 1 }
            release(&account, &places)
            unclaim(account.claimed, &account)
        case .refundRequested(let refund):
            require(
                refund.number == account.refunds.count && refund.amount.minorUnits > 0, "\(id): refund out of order")
            account.refunds.append((refund.payment, refund.amount.minorUnits, false))
            require(
                account.refunded(refund.payment) <= account.captured(refund.payment),
                "\(id): more of \(refund.payment) goes back than was taken")
        case .refunded(let number):
            require(account.refunds.indices.contains(number) && !account.refunds[number].isDone, "\(id): sent twice")
            require(
                bank.hasGivenBack(account.refunds[number].payment, number), "\(id): refund \(number) was never sent")
            account.refunds[number].isDone = true
        case .returnStarted:
            account.applied = Self.beijing(now)
            // Out of customs' hands they come back like any other goods.
            if account.stage == .turnedBack {
                take(&account, &places)
                account.isTurnedBack = true
                unclaim(account.claimed, &account)
            }
        case .returnReceived(let lines, let goods):
            accept(lines, goods, &account, &places)
            giveBack(lines, at: now, &account)
        case .receipt(let receipt): note(receipt, &account)
        case .step(.cancelGranted, _):
            require(account.stage == .cancelling, "\(id): nobody asked customs to let go of it")
            release(&account, &places)
            unclaim(account.claimed, &account)
        case .step(let step, _) where Account.takes(step):
            take(&account, &places)
            if [.destroyed, .lost].contains(step) { unclaim(account.claimed, &account) }
        case .step: break
        }
    }

    private func release(_ account: inout Account, _ places: inout Set<StockPlace>) {
        hold(account.held, -1, &places)
        account.held = []
    }

    private func take(_ account: inout Account, _ places: inout Set<StockPlace>) {
        hold(account.held, -1, &places)
        for reservation in account.held {
            levels[reservation.place, default: StockLevel(onHand: 0)].onHand -= reservation.quantity
            sold[reservation.place, default: 0] += reservation.quantity
        }
        account.held = []
    }

    private func accept(
        _ lines: [ReturnLine], _ goods: [Reservation], _ account: inout Account, _ places: inout Set<StockPlace>
    ) {
        for line in lines {
            account.returned[line.line, default: 0] += line.quantity
            require(
                account.placement.lines.indices.contains(line.line)
                    && account.returned[line.line] ?? 0 <= account.placement.lines[line.line].quantity,
                "\(account.id): more came back than was bought")
        }
        var faulty: [StockItem: Int] = [:]
        for line in lines where account.placement.lines.indices.contains(line.line) {
            faulty[account.placement.lines[line.line].item, default: 0] += line.quantity
        }
        for piece in goods { faulty[piece.place.item, default: 0] -= piece.quantity }
        require(faulty.values.allSatisfy { $0 >= 0 }, "\(account.id): more is for sale again than came back")
        for piece in goods {
            supply(piece.place, piece.quantity)
            places.insert(piece.place)
        }
    }

    private func note(_ receipt: CustomsReceipt, _ account: inout Account) {
        require(customs.hasSent(receipt, of: account.id), "\(account.id): customs never said \(receipt.status)")
        if let known = account.settled {
            require(
                Account.isEarlier(known, receipt), "\(account.id): an answer is heard that is older than the last step")
        }
        account.answers.append(receipt)
        if [800, 899].contains(receipt.status) {
            let digits = receipt.time.prefix(8)
            if let day = CivilDate("\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))") {
                account.released = min(account.released ?? .max, Int(day.daysSince1970))
            }
        }
        if account.receipts[receipt.document].map({ Account.isEarlier($0, receipt) }) ?? true {
            account.receipts[receipt.document] = receipt
        }
    }
}
