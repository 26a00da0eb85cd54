public import CoreMetrics
internal import Synchronization

/// The backend of swift-metrics that `/metrics` prints: counters, gauges, and times by buckets.
///
///     let registry = PrometheusRegistry()
///     MetricsSystem.bootstrap(registry)         // once, by the program
///     registry.exposition                       // "# TYPE shop_requests counter\nshop_requests{route=\"/cart\"} 3\n…"
///
/// Names and labels are those of the code, never of a visitor: a label from outside would grow without end and could name a person.
public final class PrometheusRegistry: MetricsFactory, Sendable {
    private let series = Mutex<[Key: Series]>([:])

    private struct Key: Hashable, Comparable {
        var name: String
        var labels: String

        static func < (a: Key, b: Key) -> Bool { (a.name, a.labels) < (b.name, b.labels) }
    }

    private enum Series: Sendable {
        case counter(Number)
        case gauge(Number)
        case time(Times)

        var type: String {
            switch self {
            case .counter: "counter"
            case .gauge: "gauge"
            case .time: "histogram"
            }
        }
    }

    public init() {}

    /// Everything in Prometheus' text format, version 0.0.4.
    public var exposition: String {
        var text = ""
        var last = ""
        for (key, series) in series.withLock(\.self).sorted(by: { $0.key < $1.key }) {
            if key.name != last { text += "# TYPE \(key.name) \(series.type)\n" }
            last = key.name
            switch series {
            case .counter(let number), .gauge(let number):
                text += "\(key.name)\(key.labels.isEmpty ? "" : "{\(key.labels)}") \(number.text)\n"
            case .time(let times): text += times.lines(key.name, key.labels)
            }
        }
        return text
    }

    private func find(_ label: String, _ dimensions: [(String, String)], _ make: () -> Series) -> Series {
        let labels = dimensions.map { "\(Self.name($0))=\"\(Self.escaped($1))\"" }.joined(separator: ",")
        let key = Key(name: Self.name(label), labels: labels)
        return series.withLock { series in
            let found = series[key] ?? make()
            series[key] = found
            return found
        }
    }

    private static func name(_ label: String) -> String {
        String(label.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    }

    private static func escaped(_ value: String) -> String {
        value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }

    // MARK: swift-metrics

    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        if case .counter(let number) = find(label, dimensions, { .counter(Number()) }) { number } else { Number() }
    }

    public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        if case .gauge(let number) = find(label, dimensions, { .gauge(Number()) }) { number } else { Number() }
    }

    public func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        if case .gauge(let number) = find(label, dimensions, { .gauge(Number()) }) { number } else { Number() }
    }

    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        if case .time(let times) = find(label, dimensions, { .time(Times()) }) { times } else { Times() }
    }

    // A series that ends would look like one that was reset: they stay for as long as the program runs.
    public func destroyCounter(_ handler: any CounterHandler) {}
    public func destroyMeter(_ handler: any MeterHandler) {}
    public func destroyRecorder(_ handler: any RecorderHandler) {}
    public func destroyTimer(_ handler: any TimerHandler) {}
}

/// One number that goes up, or up and down.
private final class Number: CounterHandler, MeterHandler, RecorderHandler, Sendable {
    private let value = Mutex(0.0)

    var text: String {
        let value = value.withLock(\.self)
        return value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
    }

    func increment(by amount: Int64) { value.withLock { $0 += Double(amount) } }
    func increment(by amount: Double) { value.withLock { $0 += amount } }
    func decrement(by amount: Double) { value.withLock { $0 -= amount } }
    func set(_ new: Int64) { value.withLock { $0 = Double(new) } }
    func set(_ new: Double) { value.withLock { $0 = new } }
    func record(_ new: Int64) { set(new) }
    func record(_ new: Double) { set(new) }
    func reset() { value.withLock { $0 = 0 } }
}

/// How often something took at most so long.
private final class Times: TimerHandler, Sendable {
    /// Seconds; pages take a millisecond, an order a disk's.
    private static let bounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

    private struct State {
        var counts = [Int](repeating: 0, count: Times.bounds.count + 1)
        var sum = 0.0
    }

    private let state = Mutex(State())

    func recordNanoseconds(_ duration: Int64) {
        let seconds = Double(duration) / 1e9
        let bucket = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
        state.withLock { state in
            state.counts[bucket] += 1
            state.sum += seconds
        }
    }

    func lines(_ name: String, _ labels: String) -> String {
        let state = state.withLock(\.self)
        let head = labels.isEmpty ? "" : labels + ","
        let tail = labels.isEmpty ? "" : "{\(labels)}"
        var text = ""
        var running = 0
        for (bound, count) in zip(Self.bounds, state.counts) {
            running += count
            text += "\(name)_bucket{\(head)le=\"\(bound)\"} \(running)\n"
        }
        let all = state.counts.reduce(0, +)
        return text
            + "\(name)_bucket{\(head)le=\"+Inf\"} \(all)\n\(name)_sum\(tail) \(state.sum)\n\(name)_count\(tail) \(all)\n"
    }
}
