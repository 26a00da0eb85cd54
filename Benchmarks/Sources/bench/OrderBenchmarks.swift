import Foundation
import KeruenSQLite
import KeruenTrade

/// Placing orders through the public API, beside a C program on the same disk: two items, two lines, one key.
enum OrderBenchmarks {
    private static let items = 100_000

    static func run(_ arguments: [String]) async throws {
        guard arguments.count == 3, let seconds = Double(arguments[1]), let rounds = Int(arguments[2]) else {
            FileHandle.standardError.write(Data("usage: bench orders FOLDER SECONDS ROUNDS\n".utf8))
            exit(3)
        }
        let folder = URL(filePath: arguments[0])
        print("durable orders, a second and on this disk: ours through store.place, C's straight on SQLite\n")
        print("group   mean   ours/s      C/s   ratio  range          p50 ours / C      p99 ours / C")
        for group in [1, 16, 64, 256] {
            var runs: [(ours: Figures, theirs: Figures)] = []
            for round in 0...rounds {
                let theirs = try peer(folder, group, seconds)
                let ours = try await Self.ours(folder, group, seconds)
                // The first one warms the disk up.
                if round > 0 { runs.append((ours, theirs)) }
            }
            report(group, runs)
        }
    }

    private struct Figures {
        var rate: Double
        /// Orders a commit.
        var group: Double
        /// Microseconds: of an order where it is alone, of a commit in C.
        var median: Double
        var slow: Double
    }

    private static func report(_ group: Int, _ runs: [(ours: Figures, theirs: Figures)]) {
        let ratios = runs.map { $0.ours.rate / $0.theirs.rate }.sorted()
        let middle = { (value: (Figures) -> Double) in
            (median(runs.map { value($0.ours) }), median(runs.map { value($0.theirs) }))
        }
        let (rate, size, half, slow) = (middle(\.rate), middle(\.group), middle(\.median), middle(\.slow))
        print(
            String(
                format: "%5d %6.1f %8.0f %8.0f  %5.2f×  %4.2f–%4.2f  %7.0f / %5.0f µs  %7.0f / %5.0f µs", group, size.0,
                rate.0, rate.1, median(ratios), ratios[0], ratios[ratios.count - 1], half.0, half.1, slow.0, slow.1))
    }

    private static func peer(_ folder: URL, _ group: Int, _ seconds: Double) throws -> Figures {
        let (process, pipe) = (Process(), Pipe())
        process.executableURL = folder.appending(path: "orders-\(group)")
        process.arguments = [folder.path, "\(seconds)"]
        process.standardOutput = pipe
        try process.run()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard let found = text.firstMatch(of: /(\d+) orders\/s.*p50\s+([\d.]+) us p99\s+([\d.]+) us/),
            let rate = Double(found.1), let median = Double(found.2), let slow = Double(found.3)
        else { throw CocoaError(.fileReadCorruptFile) }
        return Figures(rate: rate, group: Double(group), median: median, slow: slow)
    }
}

extension OrderBenchmarks {
    private static func ours(_ folder: URL, _ group: Int, _ seconds: Double) async throws -> Figures {
        let file = folder.appending(path: "ours.sqlite")
        defer {
            for ending in ["", "-wal", "-shm", "-queue"] {
                try? FileManager.default.removeItem(atPath: file.path + ending)
            }
        }
        let store = try SQLiteStore(path: file.path)
        try await fill(store)
        // Some come while a group is written, so that groups are of this size in the mean; the largest is 256.
        let callers = group == 1 ? 1 : group == 256 ? 512 : group * 4 / 3
        let requests = try requests(of: callers, each: Int(60_000 * seconds) / callers)
        let before = store.commits
        let (rate, times) = try await place(requests, in: store, for: .seconds(seconds))
        return Figures(
            rate: rate, group: Double(times.count) / Double(store.commits - before), median: times[times.count / 2],
            slow: times[times.count * 99 / 100])
    }

    /// More of each item than anybody orders.
    static func fill(_ store: some OrderStore) async throws {
        try await store.write { transaction throws(TradeError) in
            var places: [StockPlace] = []
            for number in 0..<items { places.append(StockPlace(.sku(try sku(number)), in: "almaty")) }
            try transaction.prepare(for: StoreForecast(places: places))
            for place in places { _ = try transaction.open(place, count: 100_000_000) }
        }
    }

    /// Requests of so many callers, made before the time runs. Each wants two items; the first of all `hot` ones is the same.
    static func requests(of callers: Int, each count: Int, hot: Bool = false) throws -> [[OrderRequest]] {
        let quote = try quote()
        var random = SystemRandomNumberGenerator()
        return try (0..<callers).map { _ in
            try (0..<count).map { _ in try request(like: quote, hot: hot, using: &random) }
        }
    }

    /// Has every caller place one order after the other.
    /// - Returns: orders a second, and the microseconds of each, sorted.
    static func place(
        _ requests: [[OrderRequest]], in store: some OrderStore, for duration: Duration
    ) async throws -> (rate: Double, times: [Double]) {
        let start = ContinuousClock.now
        let end = start + duration
        let times = try await withThrowingTaskGroup(of: [Double].self) { tasks in
            for mine in requests {
                tasks.addTask {
                    var times: [Double] = []
                    for request in mine {
                        let begun = ContinuousClock.now
                        guard begun < end else { break }
                        try await store.place(request, from: ["almaty"], at: Date())
                        times.append((ContinuousClock.now - begun) / .microseconds(1))
                    }
                    return times
                }
            }
            return try await tasks.reduce(into: []) { $0 += $1 }
        }.sorted()
        return (Double(times.count) / ((ContinuousClock.now - start) / .seconds(1)), times)
    }

    private static func sku(_ number: Int) throws(TradeError) -> SKU {
        guard let sku = SKU("KZ-DMB-\(100_000 + number)") else { throw TradeError(.unknownSKU) }
        return sku
    }

    private static func request(
        like quote: Quote, hot: Bool, using random: inout some RandomNumberGenerator
    ) throws -> OrderRequest {
        var lines: [Quote.Line] = []
        for line in 0..<2 {
            let item = hot && line == 0 ? 0 : Int.random(in: 0..<items, using: &random)
            let price = Money(minorUnits: Int64.random(in: 0..<100_000, using: &random), .kzt)
            lines.append(
                Quote.Line(
                    sku: try sku(item), quantity: 1, unitPrice: price,
                    includesTax: true, priceList: "kz-2027", total: price))
        }
        let total = Money(minorUnits: lines.reduce(0) { $0 + $1.total.minorUnits }, .kzt)
        var quote = quote
        (quote.lines, quote.total) = (lines, total)
        let key = String(
            format: "%08x-%08x-%08x", UInt32.random(in: 0 ... .max), UInt32.random(in: 0 ... .max),
            UInt32.random(in: 0 ... .max))
        return OrderRequest(key: try IdempotencyKey(key), quote: quote, language: .kk)
    }

    /// A quote of one thing, whose lines are replaced.
    private static func quote() throws -> Quote {
        let sku = try sku(0)
        let market = Market(
            id: "kz", names: [.kk: "Қазақстан"], countries: ["KZ"], currency: .kzt, timeZone: "Asia/Almaty",
            units: Measure.Unit.allCases, languages: [.kk], requiredLanguages: [.kk], fallbacks: [:])
        let good = ImportedGood(
            brand: "", manufacturer: [:], materials: [], composition: [:], netWeight: nil, shelfLifeMonths: nil,
            storage: [:], care: [:], region: "almaty")
        let catalog = Catalog(
            products: [
                Product(
                    id: "dombra", category: "crafts", title: [.kk: "Домбыра"], summary: [:], image: "dombra.svg",
                    origin: "KZ", hsCode: "920290", details: .imported(good),
                    variants: [Variant(sku: sku, options: [], gtin: nil, weight: nil)])
            ],
            categories: CategoryTree([.init(id: "crafts", name: [.kk: "Қолөнер"], children: [])]), markets: [market],
            priceLists: [
                PriceList(
                    id: "kz-2027", market: "kz", from: CivilDate(daysSince1970: 0), through: nil, includesTax: true,
                    prices: [sku: Money(minorUnits: 1_990_000, .kzt)])
            ],
            warehouses: [])
        var cart = Cart()
        try cart.add(sku, quantity: 1)
        return try Quote(cart, in: market, from: catalog, at: Date())
    }
}
