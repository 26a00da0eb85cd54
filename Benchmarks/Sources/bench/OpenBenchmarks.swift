import Foundation
import KeruenSearch
import KeruenText

/// Opening a snapshot: how long it takes, and how much memory is resident before the first query.
enum OpenBenchmarks {
    static func run(_ arguments: [String]) throws {
        guard arguments.count == 3 else {
            FileHandle.standardError.write(Data("usage: bench open FOLDER MARKET LANGUAGE\n".utf8))
            exit(3)
        }
        let folder = try SnapshotFolder(URL(filePath: arguments[0])).current()
        let language = try LanguageTag(arguments[2])
        // What every program has that opens one.
        _ = try? Snapshot(URL(filePath: "/nowhere"))
        let before = resident()
        // What the language itself needs, a catalogue in memory as well: its tables are read once.
        _ = try SearchAnalyzer(language).indexed("шёлковый шарф")
        let prepared = resident()
        let first = try opened(folder, arguments[1], language)
        let after = resident()
        var times = [first.time]
        for _ in 0..<20 { times.append(try opened(folder, arguments[1], language).time) }
        print(
            String(
                format:
                    "%d products: opened in %.1f ms (first %.1f), resident %.1f MB: %.1f the program, %.1f its language's tables, %.1f opening",
                first.snapshot.count, times.sorted()[times.count / 2] * 1e3, first.time * 1e3, after, before,
                prepared - before, after - prepared))
        let start = ContinuousClock.now
        let found = try first.snapshot.index(market: arguments[1], language: language).search("шарф").count
        print("first query: \(found) found in \(ContinuousClock.now - start), resident \(resident()) MB")
    }

    private static func opened(
        _ folder: URL, _ market: String, _ language: LanguageTag
    ) throws -> (snapshot: Snapshot, time: Double) {
        let start = ContinuousClock.now
        let snapshot = try Snapshot(folder)
        _ = try snapshot.index(market: market, language: language)
        let time = (ContinuousClock.now - start).components
        return (snapshot, Double(time.seconds) + Double(time.attoseconds) / 1e18)
    }

    /// Megabytes, as Linux counts them.
    private static func resident() -> Double {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS") } ?? ""
        return (line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Double($0) } ?? 0) / 1_000
    }
}
