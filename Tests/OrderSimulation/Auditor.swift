internal import Foundation
internal import KeruenTrade

/// Books of its own beside the store's, kept from the events alone, and compared with the store after every step.
///
/// It knows none of the code that it judges: no flow, no ledger, no order's sums.
final class Auditor: @unchecked Sendable {
    private(set) var accounts: [Order.ID: Account] = [:]
    /// In the order of their placing.
    private(set) var placed: [Order.ID] = []
    private(set) var keys: [IdempotencyKey: Order.ID] = [:]
    private(set) var levels: [StockPlace: StockLevel] = [:]
    /// What all opening balances, deliveries and returns brought: no more can ever be sold or promised.
    private var supplied: [StockPlace: Int] = [:]
    private var sold: [StockPlace: Int] = [:]
    /// Every event, in the order of the commits.
    private(set) var told: [OutboxEvent] = []
    private(set) var violation: String?
    /// How often each kind of event and each stage was seen.
    private(set) var seen: [String: Int] = [:]
    private let bank: Bank
    private let customs: Customs
    private var looked = 0
    /// People of orders that are not seen yet, by key.
    private var announced: [IdempotencyKey: [Date]] = [:]

    init(bank: Bank, customs: Customs) {
        self.bank = bank
        self.customs = customs
    }

    func require(_ holds: Bool, _ law: @autoclosure () -> String) {
        if !holds, violation == nil { violation = law() }
    }

    // What the simulation does past the orders.

    func supply(_ place: StockPlace, _ count: Int) {
        levels[place, default: StockLevel(onHand: 0)].onHand += count
        supplied[place, default: 0] += count
    }

    func announce(_ people: [SealedRecord], of key: IdempotencyKey) {
        if keys[key] == nil { announced[key] = people.map(\.eraseAfter) }
    }

    func erase(before now: Date) -> Int {
        var count = 0
        for (id, account) in accounts where account.people.contains(where: { $0 < now }) {
            count += account.people.count { $0 < now }
            accounts[id]?.people.removeAll { $0 < now }
        }
        return count
    }

    /// Whether anybody's data is due for erasing.
    func isDue(at now: Date) -> Order.ID? {
        placed.first { accounts[$0]?.people.contains { $0 < now } ?? false }
    }

    func erase(_ id: Order.ID) -> Int {
        defer { accounts[id]?.people = [] }
        return accounts[id]?.people.count ?? 0
    }

    func free(_ item: StockItem, in warehouses: [String]) -> Int {
        let places =
            if case .departure = item { [StockPlace.departures] } else { warehouses }
        return places.reduce(0) { $0 + (levels[StockPlace(item, in: $1)]?.free ?? 0) }
    }
}

extension Auditor {
    /// Takes in what is new, and holds everything that was touched against the books.
    func audit(
        _ transaction: any StoreTransaction, orders: [Order.ID], places: [StockPlace]
    ) throws(TradeError) {
        var (orders, places) = (Set(orders), Set(places))
        while true {
            let new = try transaction.events(after: told.last?.position ?? 0, limit: 1_000)
            for event in new {
                require(event.position > told.last?.position ?? 0, "the outbox goes back to \(event.position)")
                told.append(event)
                enter(event.event, of: event.order, &places)
                orders.insert(event.order)
            }
            if new.count < 1_000 { break }
        }
        for id in orders { try check(id, in: transaction) }
        for place in places { try check(place, in: transaction) }
    }

    /// Holds everything against everything.
    func auditAll(_ transaction: any StoreTransaction) throws(TradeError) {
        try audit(transaction, orders: placed, places: Array(levels.keys))
        var held: [StockPlace: Int] = [:]
        for account in accounts.values {
            for reservation in account.held { held[reservation.place, default: 0] += reservation.quantity }
        }
        for (place, level) in levels {
            require(level.reserved == held[place] ?? 0, "\(place.item): \(level.reserved) set aside for nobody")
        }
        for id in placed where accounts[id]?.count != accounts[id]?.replayed { try replay(id, in: transaction) }
    }

    private func check(_ place: StockPlace, in transaction: any StoreTransaction) throws(TradeError) {
        let (level, expected) = (try transaction.level(at: place), levels[place])
        require(
            level == expected, "\(place.item) in \(place.warehouse): \(level.text), and the books say \(expected.text)")
        guard let expected else { return }
        require(
            expected.reserved >= 0 && expected.reserved + (sold[place] ?? 0) <= supplied[place] ?? 0,
            "\(place.item) in \(place.warehouse): more is promised and sold than there ever was")
    }

    private func check(_ id: Order.ID, in transaction: any StoreTransaction) throws(TradeError) {
        guard let account = accounts[id] else {
            require(try transaction.order(id) == nil, "\(id) is there and was never placed")
            return require(try transaction.records(of: id).isEmpty, "\(id): people without an order")
        }
        guard let order = try transaction.order(id) else { return require(false, "\(id) is gone") }
        require(order.history.count == account.count, "\(id): \(order.history.count) events, \(account.count) told")
        require(order.stage == account.stage, "\(id): is \(order.stage), should be \(account.stage)")
        require(order.key == account.placement.key, "\(id): another key")
        require(Set(order.reservations) == Set(account.held), "\(id): other reservations than in the books")
        require(!account.isOver || account.held.isEmpty, "\(id): \(account.stage) and holds something")
        require((order.lapses != nil) == (account.stage == .placed), "\(id): \(account.stage), lapses or not")
        require(order.kept.minorUnits == account.kept, "\(id): keeps \(order.kept), the books say \(account.kept)")
        require(
            order.refunds.map(\.isDone) == account.refunds.map(\.isDone), "\(id): other refunds than in the books")
        if let due = account.due {
            require(account.kept == due, "\(id): \(account.stage) keeps \(account.kept) and should keep \(due)")
        } else {
            require(
                account.kept >= 0 && account.kept < account.placement.total.minorUnits,
                "\(id): waits for money that it has")
        }
        require(
            try transaction.records(of: id).map(\.eraseAfter).sorted() == account.people.sorted(),
            "\(id): other people than in the books")
        looked += 1
        if looked.isMultiple(of: 64) { try replay(id, in: transaction) }
    }

    /// An order is what its events fold to, also as they are kept.
    private func replay(_ id: Order.ID, in transaction: any StoreTransaction) throws(TradeError) {
        guard let order = try transaction.order(id) else { return }
        accounts[id]?.replayed = order.history.count
        var history: [OrderEvent] = []
        for event in order.history {
            history.append(try OrderEvent(number: event.number, at: event.at, json: event.json))
        }
        require(history == order.history, "\(id): its events read back as others")
        require(try Order(id: id, history: history) == order, "\(id): is not what its events fold to")
    }
}

extension Auditor {
    private func enter(_ event: OrderEvent, of id: Order.ID, _ places: inout Set<StockPlace>) {
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
        account.people = announced.removeValue(forKey: placement.key) ?? []
        accounts[id] = account
        placed.append(id)
        hold(placement.reservations, 1, &places)
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
        case .reheld(let reservations, _):
            require(account.stage == .lapsed && account.held.isEmpty, "\(id): set aside twice")
            account.held = reservations
            hold(reservations, 1, &places)
        case .cancelled:
            require(!account.held.isEmpty, "\(id): cancelled when the goods had gone")
            account.isForfeit =
                account.stage == .confirmed && now > account.placement.freeCancellation ?? .distantFuture
            if account.isForfeit { seen["forfeit", default: 0] += 1 }
            release(&account, &places)
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
        case .returnStarted: break
        case .returnReceived(let lines, let goods): accept(lines, goods, &account, &places)
        case .receipt(let receipt): note(receipt, &account)
        case .step(let step, _) where Account.takes(step): take(&account, &places)
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
        require(lines.reduce(0) { $0 + $1.quantity } == goods.reduce(0) { $0 + $1.quantity }, "\(account.id): restock")
        for piece in goods {
            supply(piece.place, piece.quantity)
            places.insert(piece.place)
        }
    }

    private func note(_ receipt: CustomsReceipt, _ account: inout Account) {
        require(customs.hasSent(receipt, of: account.id), "\(account.id): customs never said \(receipt.status)")
        if let newest = account.receipts[receipt.document] {
            require(receipt.time > newest, "\(account.id): an older answer covers a newer one")
        }
        account.receipts[receipt.document] = receipt.time
    }
}

extension StockLevel? {
    fileprivate var text: String { map { "\($0.onHand) there, \($0.reserved) set aside" } ?? "no such place" }
}
