internal import Foundation
internal import Keruen

/// The stages of an order in the order of its way: those it has passed with their times, the one it is at, those that lie ahead.
///
///     OrderTimeline(order).stops.map(\.stage)         // placed, paid, screened, declared, …
///
/// The way is the flow's own graph: from each stage the first transition that is no trouble. Where trouble has taken an order off it,
/// that stage stands behind what it has passed, and what would lie ahead is not promised.
struct OrderTimeline {
    struct Stop {
        let stage: OrderStage
        /// When it was reached; nil ahead.
        let reached: Date?
        let isNow: Bool
    }

    let stops: [Stop]

    init(_ order: Order) {
        var reached: [(stage: OrderStage, at: Date)] = []
        for count in 1...max(1, order.history.count) {
            let history = Array(order.history.prefix(count))
            guard let then = try? Order(id: order.id, history: history), let last = history.last else { continue }
            if reached.last?.stage != then.stage { reached.append((then.stage, last.at)) }
        }
        var stops = reached.enumerated().map { at, stop in
            Stop(stage: stop.stage, reached: stop.at, isNow: at == reached.count - 1)
        }
        let way = Self.way(of: order.flow)
        if let at = way.firstIndex(of: order.stage) {
            stops += way[(at + 1)...].map { Stop(stage: $0, reached: nil, isNow: false) }
        }
        self.stops = stops
    }

    /// From the placing to the end, if all goes well.
    static func way(of flow: OrderFlow) -> [OrderStage] {
        var way = [OrderFlow.first]
        while let here = way.last {
            let next = flow.transitions.first { transition in
                transition.from == here && !way.contains(transition.to) && !troubles.contains(transition.to)
            }
            guard let next else { break }
            way.append(next.to)
        }
        return way
    }

    private static let troubles: Set<OrderStage> = [
        .cancelled, .cancelling, .lapsed, .lost, .destroyed, .held, .detained, .correction, .turnedBack, .undelivered,
        .importRefused, .returning, .returned,
    ]
}
