#if Postgres
    internal import KeruenTrade
    internal import Synchronization

    /// Bodies that wait for the writer, in the order in which they came, each with the moment when its caller gives up.
    final class WorkQueue: Sendable {
        struct Entry {
            var work: any QueuedWork
            var deadline: ContinuousClock.Instant
        }

        private struct State {
            var waiting: [Entry] = []
            var isServed = false
            var isClosed = false
        }

        private let state = Mutex(State())

        enum Place { case begins, joins, closed }

        /// - Returns: `begins` where nobody serves the queue: whoever came then does.
        func append(_ work: any QueuedWork, until deadline: ContinuousClock.Instant) -> Place {
            state.withLock { state in
                guard !state.isClosed else { return .closed }
                state.waiting.append(Entry(work: work, deadline: deadline))
                defer { state.isServed = true }
                return state.isServed ? .joins : .begins
            }
        }

        /// The next ones, at most so many; none where the queue is empty: then nobody serves it any more.
        func take(_ limit: Int) -> [Entry] {
            state.withLock { state in
                let taken = Array(state.waiting.prefix(limit))
                state.waiting.removeFirst(taken.count)
                if taken.isEmpty { state.isServed = false }
                return taken
            }
        }

        /// How many wait.
        var count: Int { state.withLock { $0.waiting.count } }

        /// Back to the front: they are to be begun anew.
        func putBack(_ entries: [Entry]) { state.withLock { $0.waiting.insert(contentsOf: entries, at: 0) } }

        /// Those whose callers have given up.
        func takeLate() -> [Entry] {
            state.withLock { state in
                let now = ContinuousClock.now
                let late = state.waiting.filter { $0.deadline <= now }
                if !late.isEmpty { state.waiting.removeAll { $0.deadline <= now } }
                return late
            }
        }

        /// What waits is still done; nothing comes any more.
        func close() { state.withLock { $0.isClosed = true } }
    }
#endif
