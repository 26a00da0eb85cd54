import Foundation
import KeruenChecks
import RawJSON

/// Reading and checking a catalogue of many products beside raw simdjson, on the same file, by as many threads, in turns.
enum LoadBenchmarks {
    static func run(_ arguments: [String]) throws {
        guard let folder = arguments.first else {
            FileHandle.standardError.write(Data("usage: bench load FOLDER [ROUNDS]\n".utf8))
            exit(3)
        }
        let rounds = arguments.dropFirst().first.flatMap { Int($0) } ?? 5
        let feed = folder + "/products/feed.jsonl"
        let size = (try FileManager.default.attributesOfItem(atPath: feed)[.size] as? Int) ?? 0
        for threads in [1, 2] {
            var own: [Double] = []
            var raw: [Double] = []
            var products = 0
            var findings = 0
            for _ in 0..<rounds {
                own.append(
                    try seconds {
                        let draft = try CatalogDraft.load(folder: URL(filePath: folder), readingLines: false)
                        let result = Validation(draft, threads: threads)
                        (products, findings) = (result.products, result.findings.count + result.leftOut)
                    })
                var count: UInt64 = 0
                raw.append(seconds { _ = raw_json_products(feed, UInt32(threads), &count) })
                precondition(Int(count) == products)
            }
            func line(_ name: String, _ times: [Double]) -> String {
                let median = times.sorted()[times.count / 2]
                return String(
                    format: "  %-28@ %6.2f s  %7.0f MB/s  %9.0f products/s", name as NSString, median,
                    Double(size) / median / 1e6, Double(products) / median)
            }
            print("threads \(threads): \(products) products, \(size / 1_000_000) MB, \(findings) findings")
            print(line("keruen, loaded and checked", own))
            print(line("simdjson on demand, read", raw))
            print(
                String(
                    format: "  keruen has %.0f %% of raw simdjson's speed; peak memory %d MB",
                    100 * raw.sorted()[rounds / 2] / own.sorted()[rounds / 2], peakMemory()))
        }
    }

    private static func seconds(_ body: () throws -> Void) rethrows -> Double {
        let start = ContinuousClock.now
        try body()
        let time = (ContinuousClock.now - start).components
        return Double(time.seconds) + Double(time.attoseconds) / 1e18
    }

    /// Of this process so far, as Linux counts it.
    private static func peakMemory() -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") } ?? ""
        return (line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0) / 1_000
    }
}
