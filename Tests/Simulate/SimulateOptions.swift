import Foundation
import OrderSimulation

/// The words behind `./Scripts/simulate`.
struct SimulateOptions {
    private var seed: UInt64 = 1
    private var steps = 100_000
    private var until: Int?
    private var printsTrace = false
    private var bug: PlantedBug?
    private var store = "memory"
    /// A day's steps; a longer run is several days, each from a seed of its own.
    private static let day = 20_000

    init(_ arguments: some Sequence<String>) {
        var words = Array(arguments)[...]
        func number(_ name: String) -> Int {
            guard let text = words.popFirst(), let value = Int(text), value >= 0 else {
                Self.refuse("\(name) wants a number")
            }
            return value
        }
        while let word = words.popFirst() {
            switch word {
            case "--seed": seed = UInt64(number(word))
            case "--steps": steps = number(word)
            case "--until": until = number(word)
            case "--trace": printsTrace = true
            case "--store":
                store = words.popFirst() ?? ""
                guard ["memory", "sqlite", "divided"].contains(store) else {
                    Self.refuse("--store wants memory, sqlite or divided")
                }
            case "--plant":
                guard let planted = words.popFirst().flatMap(PlantedBug.init(rawValue:)) else {
                    Self.refuse("--plant wants one of \(PlantedBug.allCases.map(\.rawValue).joined(separator: ", "))")
                }
                bug = planted
            default: Self.refuse("unknown argument \(word); see ./Scripts/simulate --help")
            }
        }
    }

    private static func refuse(_ reason: String) -> Never {
        FileHandle.standardError.write(Data("simulate: \(reason)\n".utf8))
        exit(3)
    }

    private func simulation(seed: UInt64) -> Simulation {
        #if SQLite
            if store == "sqlite" {
                do { return try Simulation.onDisk(seed: seed, bug: bug, printsTrace: printsTrace) } catch {
                    Self.refuse("the store does not open: \(error)")
                }
            }
        #endif
        if store == "divided" { return Simulation.divided(seed: seed, bug: bug, printsTrace: printsTrace) }
        return Simulation(seed: seed, bug: bug, printsTrace: printsTrace)
    }

    /// - Returns: whether every law held.
    @concurrent func run() async -> Bool {
        let start = ContinuousClock.now
        var left = until ?? steps
        var seed = seed
        var seen: [String: Int] = [:]
        repeat {
            let outcome = await simulation(seed: seed).run(steps: until ?? min(left, Self.day))
            guard outcome.violation == nil else {
                print(outcome)
                return false
            }
            seen.merge(outcome.seen) { $0 + $1 }
            left -= outcome.steps
            seed += 1
        } while left > 0
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        print(
            "simulate: \(until ?? steps) steps from seed \(self.seed): every law held; \(Int(Double(until ?? steps) / seconds)) steps/s"
        )
        print(seen.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
        return true
    }
}
