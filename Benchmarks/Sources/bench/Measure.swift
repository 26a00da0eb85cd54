/// Two ways to do the same work, measured in turns in one run.
struct Race {
    var name: String
    var target: String
    /// Nanoseconds of one round.
    var ours: () throws -> UInt64
    var theirs: () throws -> UInt64

    /// Ratios of neighbouring rounds, so that what slows the machine slows both.
    func run(rounds: Int, per count: Int, _ ratio: (_ ours: Double, _ theirs: Double) -> Double) throws {
        _ = try (ours(), theirs())
        var times: [(ours: Double, theirs: Double)] = []
        for _ in 0..<rounds { times.append((Double(try ours()), Double(try theirs()))) }
        let ratios = times.map { ratio($0.ours, $0.theirs) }.sorted()
        let (ours, theirs) = (median(times.map(\.ours)), median(times.map(\.theirs)))
        print(
            column(name, 34), right(time(ours / Double(count)), 12), right(time(theirs / Double(count)), 12),
            right("\(rounded(median(ratios)))×", 9), "  \(rounded(ratios[0]))–\(rounded(ratios[ratios.count - 1]))×",
            "  \(target)")
    }

    static func header(_ title: String) {
        print("\n\(title)")
        print(column("", 34), right("ours", 12), right("peer", 12), right("median", 9), "  range", "  target")
    }
}

func nanoseconds(_ work: () throws -> Void) rethrows -> UInt64 {
    let took = try ContinuousClock().measure(work).components
    return UInt64(took.seconds) * 1_000_000_000 + UInt64(took.attoseconds / 1_000_000_000)
}

func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

func rounded(_ value: Double) -> String {
    value >= 100 ? "\(Int(value.rounded()))" : "\((value * 100).rounded() / 100)"
}

private func time(_ nanoseconds: Double) -> String {
    nanoseconds < 10_000 ? "\(rounded(nanoseconds)) ns" : "\(rounded(nanoseconds / 1_000)) µs"
}

private func column(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
}

private func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
}
