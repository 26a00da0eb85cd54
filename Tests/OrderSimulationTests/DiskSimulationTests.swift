#if SQLite
    import OrderSimulation
    import TestSupport
    import Testing

    /// The disk is the whole process's, so these days come one after another.
    @Suite("A simulated day on a disk that fails", .serialized)
    struct DiskSimulationTests {
        @Test("keeps every acknowledged order through power cuts and failed writes", arguments: [1, 2] as [UInt64])
        func day(seed: UInt64) async throws {
            let outcome = try await Simulation.onDisk(seed: seed).run(steps: LongRun.isOn ? 20_000 : 1_000)
            #expect(outcome.violation == nil, "\(outcome)")
            #expect(outcome.seen["power cuts"] ?? 0 > 2 && outcome.seen["disk failures"] ?? 0 > 2)
        }

        @Test("is the same day for the same seed, however its threads run")
        func repeats() async throws {
            let first = try await Simulation.onDisk(seed: 3).run(steps: 600)
            let again = try await Simulation.onDisk(seed: 3).run(steps: 600)
            #expect(first.hash == again.hash && first.last == again.last && first.seen == again.seen)
        }

        @Test("finds a disk that says it has written what it still holds")
        func lie() async throws {
            let outcome = try await Simulation.onDisk(seed: 1, bug: .forgetsSync).run(steps: 2_000)
            #expect(outcome.violation != nil)
            #expect(outcome.description.contains("--store sqlite"))
        }
    }
#endif
