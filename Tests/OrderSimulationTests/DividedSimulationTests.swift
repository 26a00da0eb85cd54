import OrderSimulation
import TestSupport
import Testing

@Suite("A simulated day over several databases")
struct DividedSimulationTests {
    @Test("breaks no law while servers end and wires lose what they carry", arguments: [1, 2, 3] as [UInt64])
    func day(seed: UInt64) async {
        let outcome = await Simulation.divided(seed: seed).run(steps: LongRun.isOn ? 20_000 : 2_000)
        #expect(outcome.violation == nil, "\(outcome)")
        #expect(outcome.seen["servers ended"] ?? 0 > 2 && outcome.seen["others in between"] ?? 0 > 20)
        #expect(outcome.seen["other market’s orders"] ?? 0 > 20)
    }

    @Test("is the same day for the same seed")
    func repeats() async {
        let (first, again) = (
            await Simulation.divided(seed: 11).run(steps: 1_000), await Simulation.divided(seed: 11).run(steps: 1_000)
        )
        #expect(first.hash == again.hash && first.seen == again.seen && first.last == again.last)
    }

    @Test("comes to holds that a crash has left, and recovers them")
    func recovers() async {
        var seen: [String: Int] = [:]
        for seed in 30..<34 as Range<UInt64> {
            seen.merge(await Simulation.divided(seed: seed).run(steps: 2_000).seen) { $0 + $1 }
        }
        #expect(seen["holds recovered"] ?? 0 > 0 && seen["holds recovered by another server"] ?? 0 > 0)
        for fault in HoldTrial.faults { #expect(seen["request \(fault)"] ?? 0 > 0, "\(fault)") }
    }

    @Test("finds every bug that is planted into holds", arguments: PlantedBug.divided)
    func finds(bug: PlantedBug) async {
        let outcome = await Simulation.divided(seed: 5, bug: bug).run(steps: 6_000)
        #expect(outcome.violation != nil, "\(bug.rawValue) stays hidden for \(outcome.steps) steps")
        #expect(outcome.description.contains("--store divided --seed 5"))
    }

    @Test("an order survives every fault at every one of its requests", arguments: HoldTrial.faults, [true, false])
    func everyRequest(fault: String, recoversFirst: Bool) async throws {
        var struck = 0
        while true {
            let trial = try #require(HoldTrial(fault, request: struck, recoversFirst: recoversFirst))
            let outcome = await trial.run()
            #expect(outcome.violation == nil, "request \(struck)")
            guard outcome.hasStruck else { break }
            struck += 1
        }
        // Looking, rehearsing, two holds, the decision, two confirmations, and what recovery asks.
        #expect(struck >= 8, "\(struck) requests")
    }
}
