import Foundation
import KeruenPostgres
import KeruenTrade

/// Placing orders in a PostgreSQL server through the public API, beside pgbench with one function call an order on the same server.
struct PostgresBenchmarks {
    private let server: String
    private let scripts: URL
    private let folder: URL
    private let seconds: Int
    private let rounds: Int

    private static let settings = """
        select string_agg(name || ' ' || setting, ', ' order by name) from pg_settings
        where name in ('fsync', 'full_page_writes', 'server_version', 'synchronous_commit')
        """

    /// Tables with their indexes.
    private static let sizes = """
        select 'ours ' || round(sum(pg_total_relation_size(oid)) filter (where relnamespace = current_schema()::regnamespace)
                / (select count(*) from orders)),
            round(sum(pg_total_relation_size(oid)) filter (where relnamespace = 'pgbench'::regnamespace)
                / (select count(*) from pgbench.orders))
        from pg_class where relkind = 'r' and relname <> 'stock'
        """

    /// What everybody wants: all things alike, or one of all.
    private enum Demand: String, CaseIterable {
        case spread, hot
    }

    private struct Figures {
        var rate: Double
        /// Microseconds of an order.
        var median: Double
        var slow: Double

        init(rate: Double, times: [Double]) {
            let sorted = times.sorted()
            self.rate = rate
            (median, slow) = sorted.isEmpty ? (.nan, .nan) : (sorted[sorted.count / 2], sorted[sorted.count * 99 / 100])
        }
    }

    static func run(_ arguments: [String]) async throws {
        guard arguments.count == 3, let seconds = Int(arguments[1]), let rounds = Int(arguments[2]), seconds > 0,
            rounds > 0, let server = ProcessInfo.processInfo.environment["KERUEN_POSTGRES"]
        else {
            FileHandle.standardError.write(Data("usage: bench orders-postgres PGBENCH-FOLDER SECONDS ROUNDS\n".utf8))
            exit(3)
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: "keruen-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await Self(
            server: server, scripts: URL(filePath: arguments[0]), folder: folder, seconds: seconds, rounds: rounds
        ).measure()
    }

    private func measure() async throws {
        let schema = scripts.appending(path: "schema.sql").path
        _ = try output(of: ["psql", "--quiet", "--set=ON_ERROR_STOP=1", "--file=\(schema)", server])
        let store = try await PostgresStore(server)
        try await OrderBenchmarks.fill(store)
        let settings = try output(of: query(Self.settings))
        print(
            "durable orders a second in one server: ours through store.place, pgbench's one call each (\(settings))\n")
        print("demand  clients   ours/s  pgbench/s   ratio  range       p50 ours / pgbench     p99 ours / pgbench")
        for demand in Demand.allCases {
            for clients in [1, 4, 16, 64] {
                var runs: [(ours: Figures, theirs: Figures)] = []
                for round in 0...rounds {
                    let theirs = try pgbench(demand, clients)
                    let ours = try await ours(demand, clients, in: store)
                    // The first one warms the server up.
                    if round > 0 { runs.append((ours, theirs)) }
                }
                report(demand, clients, runs)
            }
        }
        store.close()
        print("\nbytes on disk an order, stock left out: \(try output(of: query(Self.sizes)))")
    }

    private func query(_ sql: String) -> [String] {
        ["psql", "--no-align", "--tuples-only", "--field-separator=, pgbench ", "--command=\(sql)", server]
    }

    private func report(_ demand: Demand, _ clients: Int, _ runs: [(ours: Figures, theirs: Figures)]) {
        let ratios = runs.map { $0.ours.rate / $0.theirs.rate }.sorted()
        let middle = { (value: (Figures) -> Double) in
            (median(runs.map { value($0.ours) }), median(runs.map { value($0.theirs) }))
        }
        let (rate, half, slow) = (middle(\.rate), middle(\.median), middle(\.slow))
        print(
            demand.rawValue.padding(toLength: 6, withPad: " ", startingAt: 0),
            String(
                format: "%8d %8.0f %10.0f  %5.2f×  %4.2f–%4.2f  %7.0f / %7.0f µs  %7.0f / %7.0f µs", clients, rate.0,
                rate.1, median(ratios), ratios[0], ratios[ratios.count - 1], half.0, half.1, slow.0, slow.1))
        fflush(nil)
    }

    private func pgbench(_ demand: Demand, _ clients: Int) throws -> Figures {
        let log = folder.appending(path: UUID().uuidString)
        let text = try output(
            of: [
                "pgbench", "--no-vacuum", "--protocol=prepared", "--client=\(clients)", "--jobs=\(min(clients, 2))",
                "--time=\(seconds)", "--log", "--log-prefix=\(log.path)",
                "--file=\(scripts.appending(path: "\(demand.rawValue).sql").path)", server,
            ])
        guard let found = text.firstMatch(of: /tps = ([\d.]+)/), let rate = Double(found.1),
            text.contains("number of failed transactions: 0 ")
        else {
            FileHandle.standardError.write(Data("\(text)\n".utf8))
            throw CocoaError(.fileReadCorruptFile)
        }
        var times: [Double] = []
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        where file.lastPathComponent.hasPrefix(log.lastPathComponent) {
            // client, number, microseconds, …
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                let words = line.split(separator: " ", maxSplits: 3)
                if words.count > 2, let time = Double(words[2]) { times.append(time) }
            }
            try FileManager.default.removeItem(at: file)
        }
        return Figures(rate: rate, times: times)
    }

    private func ours(_ demand: Demand, _ clients: Int, in store: PostgresStore) async throws -> Figures {
        let requests = try OrderBenchmarks.requests(
            of: clients, each: 20_000 * seconds / clients, hot: demand == .hot)
        let (rate, times) = try await OrderBenchmarks.place(requests, in: store, for: .seconds(seconds))
        return Figures(rate: rate, times: times)
    }

    private func output(of command: [String]) throws -> String {
        let (process, pipe) = (Process(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command
        process.standardOutput = pipe
        // pgbench tells there what it is doing.
        let errors = folder.appending(path: "errors")
        try Data().write(to: errors)
        process.standardError = try FileHandle(forWritingTo: errors)
        // Swift's threads take no signals, a child inherits that, and pgbench would never hear that its time is over.
        var (none, before) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        try process.run()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            FileHandle.standardError.write(try Data(contentsOf: errors))
            throw CocoaError(.executableLoad)
        }
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
