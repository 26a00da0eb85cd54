internal import Foundation
internal import KeruenTrade

/// A day of a shop's life from one seed: buyers, a bank, customs, clocks, crashes, and an auditor who looks after every step.
///
///     let outcome = await Simulation(seed: 7).run(steps: 20_000)
///     outcome.violation        // nil: no law was broken
///
/// One task does one thing at a time, so the same seed is the same day on every machine.
public final class Simulation {
    let seed: UInt64
    let chance: Chance
    let bank: Bank
    let customs: Customs
    let readers = Readers()
    let auditor: Auditor
    let store: FaultyStore
    var now = SimulatedShop.opened
    var step = 0
    private var depth = 0
    private var trace: Trace
    /// Orders that are not over, as far as one knows without looking.
    var open: [Order.ID] = []
    private var opened = 0
    /// What is being worked on: those that come in between often want the same.
    private var focus: Order.ID?
    private var current = Action.wait
    /// Requests whose answers were lost or wanted twice.
    var requests: [(OrderRequest, [Fulfilment])] = []
    var attempts: [Order.ID: Int] = [:]
    private(set) var violation: String?
    /// Writes of which nobody knows whether they are there: looked up when the store can be read again.
    var doubts: [Doubt] = []

    public convenience init(seed: UInt64, bug: PlantedBug? = nil, printsTrace: Bool = false) {
        self.init(seed: seed, over: BareStore(bug: bug), bug: bug, printsTrace: printsTrace)
    }

    init(seed: UInt64, over base: any SimulatedStore, bug: PlantedBug?, printsTrace: Bool) {
        self.seed = seed
        chance = Chance(seed: seed)
        bank = Bank(chance: chance, bug: bug)
        customs = Customs(chance: chance)
        auditor = Auditor(bank: bank, customs: customs)
        store = FaultyStore(base, chance: chance, bug: bug)
        trace = Trace(prints: printsTrace)
    }

    /// A day over several databases, reached by servers that end and over wires that lose what they carry.
    public static func divided(seed: UInt64, bug: PlantedBug? = nil, printsTrace: Bool = false) -> Simulation {
        let base = DividedBase(chance: Chance(seed: ~seed), bug: bug)
        let simulation = Simulation(seed: seed, over: base, bug: bug, printsTrace: printsTrace)
        base.between = { [unowned simulation] in
            // Nobody comes while the shop opens or everything settles.
            if simulation.store.between != nil { await simulation.comeBetween(perMille: 1_000) }
        }
        return simulation
    }

    /// Runs so many steps, and settles everything every few thousand and at the end.
    public func run(steps: Int) async -> SimulationOutcome {
        await openStock()
        store.between = { [unowned self] in await comeBetween() }
        bank.between = store.between
        while step < steps, violation == nil {
            step += 1
            await act()
            if step.isMultiple(of: 2_048) { await auditAll() }
            if step.isMultiple(of: 4_096) || step == steps { await settle() }
        }
        await store.base.close()
        return SimulationOutcome(
            seed: seed, store: store.base.name, steps: step, violation: violation, last: trace.last, hash: trace.hash,
            seen: auditor.seen.merging(store.base.misfortunes) { $1 })
    }

    /// One thing happens, and the auditor looks.
    private func act() async {
        let action = depth > 0 && chance.happens(200) ? current : Action.draw(chance)
        if depth == 0 { (current, focus) = (action, nil) }
        now += Double(chance.below(40)) / 4
        let code: Diagnostic.Code?
        if depth == 0 { await store.base.tick(now) }
        let before = store.fault
        store.fault = drawFault()
        if depth == 0, chance.happens(120) { store.base.arm(by: chance) }
        var subject: Order.ID?
        do throws(TradeError) {
            subject = try await perform(action)
            code = nil
        } catch { code = error.code }
        store.fault = before
        let isStruck = depth == 0 && store.base.disarm()
        // After a failure some go on, and some start anew.
        if code == .crashed || isStruck && chance.happens(500) { await restart() }
        await audit()
        trace.add(step: step, depth: depth, action, subject, code)
        guard let code, !action.mayFail(with: code) else { return }
        if code != .storeFailed || !isStruck && depth == 0 { fail("\(action) failed with \(code)") }
    }

    private func drawFault() -> FaultyStore.Fault {
        guard chance.happens(60) else { return .none }
        return chance.happens(600) ? .crash(beforeWrite: chance.below(6)) : .loseAnswer(ofTransaction: chance.below(2))
    }

    /// Others work at the same time: between two transactions, or while the bank thinks.
    private func comeBetween(perMille: Int = 25) async {
        guard depth == 0, !store.base.isDown, violation == nil, chance.happens(perMille) else { return }
        depth += 1
        await audit()
        await act()
        depth -= 1
    }

    private func perform(_ action: Action) async throws(TradeError) -> Order.ID? {
        switch action {
        case .place: try await place()
        case .placeAgain: try await placeAgain()
        case .pay: try await pay()
        case .decide: bank.decide(at: now)
        case .hear: try await hear()
        case .lapse: try await lapse()
        case .refund: try await refund()
        case .void: try await void()
        case .cancel: try await cancel()
        case .advance: try await advance()
        case .answer: answer()
        case .hearCustoms: try await hearCustoms()
        case .startReturn: try await startReturn()
        case .receiveReturn: try await receiveReturn()
        case .publish: try await publish()
        case .supply: try await supply()
        case .erase: try await erase()
        case .wait: wait()
        case .restart: try await restartCalmly()
        case .openAgain: try await openAgain()
        }
    }

    func fail(_ law: String) { if violation == nil { violation = law } }

    func require(_ holds: Bool, _ law: @autoclosure () -> String) { if !holds { fail(law()) } }
}

extension Simulation {
    /// An order to do something with: mostly one that is not over, at times any.
    func anyOrder() -> Account? {
        let account = contested ?? drawOrder()
        if depth == 0 { focus = account?.id }
        return account
    }

    /// What the operation is about that this one comes in between of.
    private var contested: Account? {
        guard depth > 0, let focus, chance.happens(500) else { return nil }
        return auditor.accounts[focus]
    }

    private func drawOrder() -> Account? {
        if chance.happens(60), let id = chance.pick(auditor.placed) { return auditor.accounts[id] }
        while !open.isEmpty {
            let index = chance.below(open.count)
            guard let account = auditor.accounts[open[index]], account.isOver else {
                return auditor.accounts[open[index]]
            }
            open.swapAt(index, open.count - 1)
            open.removeLast()
        }
        return nil
    }

    /// One that is owed money, if a few tries find it.
    func creditor() -> Account? {
        for _ in 0..<6 {
            guard let account = contested ?? chance.pick(auditor.placed).flatMap({ auditor.accounts[$0] }) else {
                return nil
            }
            guard account.refunds.contains(where: { !$0.isDone }) else { continue }
            if depth == 0 { focus = account.id }
            return account
        }
        return nil
    }

    /// One that stands at one of some stages, if a few tries find it.
    func order(at stages: Set<OrderStage>) -> Account? {
        for _ in 0..<6 {
            guard let account = anyOrder() else { return nil }
            if stages.contains(account.stage) { return account }
        }
        return anyOrder()
    }

    func audit() async {
        let (orders, places, buyers) = store.takeTouched()
        let auditor = auditor
        await look { transaction throws(TradeError) in
            try auditor.audit(transaction, orders: orders, places: places, buyers: buyers)
        }
    }

    func auditAll() async {
        let auditor = auditor
        await look { transaction throws(TradeError) in try auditor.auditAll(transaction) }
    }

    private func look(_ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> Void) async {
        if store.base.isDown { await restart() }
        let (doubts, auditor) = (doubts, auditor)
        self.doubts = []
        do throws(TradeError) {
            try await store.base.look { transaction throws(TradeError) in
                for doubt in doubts { try doubt.resolve(in: transaction, auditor) }
                try body(transaction)
            }
        } catch { fail("the store can't be read: \(error)") }
        noteAudit()
    }

    private func noteAudit() {
        open += auditor.placed[opened...]
        opened = auditor.placed.count
        if let law = auditor.violation ?? bank.fault { fail(law) }
    }
}
