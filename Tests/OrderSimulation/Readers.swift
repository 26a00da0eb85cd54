internal import KeruenTrade

/// Who is told of events, and how far each has heard: everything, in order, some of it twice.
final class Readers {
    static let names = ["mail", "books"]
    private var heard: [String: Int] = [:]

    /// - Returns: what is wrong with it; nil as a rule.
    func hear(_ event: OutboxEvent, by reader: String, _ told: [OutboxEvent]) -> String? {
        let next = heard[reader] ?? 0
        guard next < told.count, event.position >= told[next].position else {
            // Once more, after a crash.
            return event.position <= told.last?.position ?? 0
                ? nil : "\(reader) hears of \(event.position), which is not"
        }
        guard event == told[next] else { return "\(reader) was never told of \(told[next].position)" }
        heard[reader] = next + 1
        return nil
    }

    func hasHeardAll(_ reader: String, of told: [OutboxEvent]) -> Bool { heard[reader] ?? 0 == told.count }
}
