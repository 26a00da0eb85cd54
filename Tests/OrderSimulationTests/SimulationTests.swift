import KeruenTrade
import OrderSimulation
import TestSupport
import Testing

/// Orders against a day of everything that goes wrong. `./Scripts/simulate` runs longer days.
@Suite("A simulated day")
struct SimulationTests {
    @Test("breaks no law", arguments: [1, 2, 3, 4] as [UInt64])
    func day(seed: UInt64) async {
        let outcome = await Simulation(seed: seed).run(steps: LongRun.isOn ? 20_000 : 3_000)
        #expect(outcome.violation == nil, "\(outcome)")
    }

    @Test("is the same day for the same seed, and another for another")
    func repeats() async {
        let (first, again) = (
            await Simulation(seed: 11).run(steps: 2_000), await Simulation(seed: 11).run(steps: 2_000)
        )
        #expect(first.hash == again.hash && first.seen == again.seen && first.last == again.last)
        #expect(await Simulation(seed: 12).run(steps: 2_000).hash != first.hash)
    }

    @Test("comes to every kind of event and to every stage")
    func reaches() async {
        var seen: Set<String> = []
        for seed in 20..<29 as Range<UInt64> {
            seen.formUnion(await Simulation(seed: seed).run(steps: 4_000).seen.keys)
        }
        for stage in OrderStage.allCases { #expect(seen.contains("→ \(stage.rawValue)"), "\(stage)") }
        for event in ["reheld", "refunded", "returnReceived", "receipt", "paymentFailed", "authorised", "forfeit"] {
            #expect(seen.contains(event), "\(event)")
        }
        for event in [
            "claim", "claim of one dear piece", "quota given back", "refused TRD0701", "refused TRD0702",
            "refused TRD0703",
        ] {
            #expect(seen.contains(event), "\(event)")
        }
    }

    @Test("finds every bug that is planted", arguments: PlantedBug.inMemory)
    func finds(bug: PlantedBug) async {
        let outcome = await Simulation(seed: 5, bug: bug).run(steps: 6_000)
        #expect(outcome.violation != nil, "\(bug.rawValue) stays hidden for \(outcome.steps) steps")
        #expect(outcome.description.contains("./Scripts/simulate --seed 5 --until \(outcome.steps) --trace"))
    }
}
