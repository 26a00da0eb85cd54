internal import Foundation
internal import KeruenTrade
internal import Synchronization

extension StoreTrial {
    func countsStock() async throws {
        let place = try TrialGoods.place()
        let elsewhere = try TrialGoods.place(in: "urumqi")
        let seats = try TrialGoods.place("silk-road@2027-05-16", in: StockPlace.departures)
        try await store.write { [self] transaction throws(TradeError) in
            expect(try transaction.level(at: place) == nil, "a new place is not there")
            expect(try !transaction.reserve(1, at: place), "nothing is set aside where nothing is")
            expect(try transaction.open(place, count: 5), "a place is entered")
            expect(try !transaction.open(place, count: 50), "a place is entered once")
            expect(try transaction.open(seats, count: 12), "seats are counted too")
            expect(try !transaction.reserve(6, at: place), "no more is set aside than is there")
            expect(try transaction.reserve(4, at: place), "pieces are set aside")
            expect(try !transaction.reserve(2, at: place), "no piece is set aside twice")
            for quantity in [0, -1] {
                expect(try !transaction.reserve(quantity, at: place), "\(quantity) is no quantity")
            }
            try transaction.move(at: place, onHand: -3, reserved: -3)
            expectEqual(try transaction.level(at: place), StockLevel(onHand: 2, reserved: 1), "what was taken has left")
            try transaction.move(at: elsewhere, onHand: 2, reserved: 0)
            expectEqual(
                try transaction.level(at: elsewhere), StockLevel(onHand: 2), "what came back lies where it was put")
            expectEqual(try transaction.level(at: seats), StockLevel(onHand: 12), "seats stay")
        }
        for (onHand, reserved) in [(-3, 0), (0, -2), (0, 2), (-2, 0), (-1, 1)] {
            let code = await refusal { transaction throws(TradeError) in
                try transaction.move(at: place, onHand: onHand, reserved: reserved)
            }
            expectEqual(code, .stockMismatch, "a movement of \(onHand) and \(reserved)")
        }
        let nowhere = try TrialGoods.place("T-CAP-1")
        let below = await refusal { transaction throws(TradeError) in
            try transaction.move(at: nowhere, onHand: -1, reserved: 0)
        }
        expectEqual(below, .stockMismatch, "a movement out of a place that is not there")
        let negative = await refusal { transaction throws(TradeError) in try transaction.open(nowhere, count: -1) }
        expectEqual(negative, .stockMismatch, "an opening balance below nothing")
        let level = try await store.read { transaction throws(TradeError) in try transaction.level(at: place) }
        expectEqual(level, StockLevel(onHand: 2, reserved: 1), "the level after all refusals")
        // A body that takes a refusal calmly goes on.
        let after = try await store.write { transaction throws(TradeError) in
            do throws(TradeError) { try transaction.move(at: place, onHand: -9, reserved: 0) } catch {}
            try transaction.move(at: place, onHand: 1, reserved: 0)
            return try transaction.level(at: place)
        }
        expectEqual(after, StockLevel(onHand: 3, reserved: 1), "a refused movement moves nothing")
    }

    func listsLevels() async throws {
        let elsewhere = try TrialGoods.place(in: "urumqi")
        let (place, cap) = (try TrialGoods.place(), try TrialGoods.place("T-CAP-1", in: "zhengzhou"))
        try await store.write { [self] transaction throws(TradeError) in
            expect(try transaction.levels(of: nil).isEmpty, "a new store has no places")
            // What was never opened is there as soon as it holds something, and stays when it is empty again.
            try transaction.move(at: elsewhere, onHand: 2, reserved: 1)
            _ = try transaction.open(place, count: 5)
            _ = try transaction.open(cap, count: 1)
            try transaction.move(at: cap, onHand: -1, reserved: 0)
            let own = try transaction.levels(of: place.item)
            expectEqual(own.map(\.place), [place, elsewhere], "the places of an item")
            expectEqual(
                own.map(\.level), [StockLevel(onHand: 5), StockLevel(onHand: 2, reserved: 1)], "the levels of an item")
        }
        let all = try await store.read { transaction throws(TradeError) in
            try transaction.levels(of: nil).map { level in
                "\(level.place.item) \(level.place.warehouse) \(level.level.onHand)"
            }
        }
        expectEqual(
            all, ["T-CAP-1 zhengzhou 0", "T-SCARF-1 almaty 5", "T-SCARF-1 urumqi 2"], "every place, in its order")
        let other = try await store.read { transaction throws(TradeError) in
            try transaction.levels(of: TrialGoods.place("silk-road@2027-05-16").item).count
        }
        expectEqual(other, 0, "the places of an item that was never there")
    }

    /// Movements by chance, some of them given up, against the store that is dictionaries.
    func agreesWithTheReference() async throws {
        let reference = StoreMemory()
        var random = Chance(state: 20_270_105)
        let places = try ["T-SCARF-1", "T-CAP-1", "silk-road@2027-05-16"].flatMap { name throws(TradeError) in
            [try TrialGoods.place(name), try TrialGoods.place(name, in: "urumqi")]
        }
        for round in 0..<120 {
            let movements = (0..<Int.random(in: 1...6, using: &random)).map { _ in
                Movement(at: places[Int.random(in: 0..<places.count, using: &random)], using: &random)
            }
            let isGivenUp = Int.random(in: 0..<4, using: &random) == 0
            let wanted = movements.map { $0.outcome(in: reference) }
            if isGivenUp { reference.giveUp() } else { reference.keep() }
            let levels = places.map { reference.level(at: $0) }
            let box = Outcomes()
            let code = await refusal { transaction throws(TradeError) in
                box.set(movements.map { $0.outcome(in: transaction) })
                if isGivenUp { throw TrialGoods.refused }
            }
            expectEqual(code, isGivenUp ? TrialGoods.refused.code : nil, "round \(round)")
            expectEqual(box.outcomes, wanted, "round \(round), what each movement said")
            let found = try await store.read { transaction throws(TradeError) in
                try places.map { place throws(TradeError) in try transaction.level(at: place) }
            }
            expectEqual(found, levels, "round \(round), the levels")
        }
    }
}

/// One call that moves stock.
private struct Movement: Sendable {
    private let place: StockPlace
    private let kind: Int
    private let amounts: (Int, Int)

    init(at place: StockPlace, using random: inout Chance) {
        self.place = place
        kind = Int.random(in: 0..<6, using: &random)
        amounts = (Int.random(in: -4...9, using: &random), Int.random(in: -4...4, using: &random))
    }

    func outcome(in transaction: any StoreTransaction) -> String {
        do throws(TradeError) {
            switch kind {
            case 0: return "open \(try transaction.open(place, count: amounts.0))"
            case 1, 2: return "reserve \(try transaction.reserve(amounts.0, at: place))"
            default:
                try transaction.move(at: place, onHand: amounts.0, reserved: amounts.1)
                return "moved"
            }
        } catch { return error.code.description }
    }
}

/// What bodies said, the last run of each: a store may run one again.
private final class Outcomes: Sendable {
    private let kept = Mutex<[String]>([])
    var outcomes: [String] { kept.withLock(\.self) }
    func set(_ outcomes: [String]) { kept.withLock { $0 = outcomes } }
}

/// SplitMix64: a round that fails fails again.
private struct Chance: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
