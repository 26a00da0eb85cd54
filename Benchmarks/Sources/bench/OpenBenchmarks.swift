import Foundation
import KeruenSearch

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
        let first = try opened(folder, arguments[1], language)
        let after = resident()
        var times = [first.time]
        for _ in 0..<20 { times.append(try opened(folder, arguments[1], language).time) }
        print(
            String(
                format: "%d products: opened in %.1f ms (first %.1f), resident %.1f MB, %.1f of it by opening",
                first.snapshot.count, times.sorted()[times.count / 2] * 1e3, first.time * 1e3, after, after - before))
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
