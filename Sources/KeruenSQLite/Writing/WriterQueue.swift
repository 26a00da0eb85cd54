#if SQLite
    internal import Foundation
    internal import KeruenTrade
    internal import Synchronization

    /// Bodies that wait for the writer, in the order in which they came.
    final class WriterQueue: Sendable {
        private struct State {
            var waiting: [any QueuedWork] = []
            /// How many of them a delay has seen already.
            var late = 0
            var isIdle = false
            var isClosed = false
        }

        private let state = Mutex(State())
        private let wake = DispatchSemaphore(value: 0)

        func append(_ work: some QueuedWork) {
            let wasIdle = state.withLock { state in
                state.waiting.append(work)
                defer { state.isIdle = false }
                return state.isIdle
            }
            if wasIdle { wake.signal() }
        }

        /// What waits is still done; nothing comes any more.
        func close() {
            let wasIdle = state.withLock { state in
                state.isClosed = true
                defer { state.isIdle = false }
                return state.isIdle
            }
            if wasIdle { wake.signal() }
        }

        /// Sleeps until something waits, or the queue is closed, or the time is over.
        /// - Returns: whether something waits; nil once the queue is closed and empty.
        func wait(atMost seconds: Double?) -> Bool? {
            while true {
                let answer: Bool?? = state.withLock { state in
                    if !state.waiting.isEmpty { return .some(true) }
                    if state.isClosed { return .some(nil) }
                    state.isIdle = true
                    return .none
                }
                if let answer { return answer }
                guard let seconds else {
                    wake.wait()
                    continue
                }
                if wake.wait(timeout: .now() + seconds) == .timedOut {
                    // Whoever came in between has signalled already, or finds nobody idle.
                    let wasIdle = state.withLock { state in
                        defer { state.isIdle = false }
                        return state.isIdle
                    }
                    if wasIdle { return false }
                    wake.wait()
                }
            }
        }

        /// The next ones, at most so many.
        func take(_ limit: Int) -> [any QueuedWork] {
            state.withLock { state in
                let taken = Array(state.waiting.prefix(limit))
                state.waiting.removeFirst(taken.count)
                state.late = max(0, state.late - taken.count)
                return taken
            }
        }

        /// Back to the front: they were taken and not begun.
        func putBack(_ work: some Collection<any QueuedWork>) {
            state.withLock { $0.waiting.insert(contentsOf: work, at: 0) }
        }

        /// Those that were late already when this was asked last; from now on, all that wait are late.
        func takeLate() -> [any QueuedWork] {
            state.withLock { state in
                let late = Array(state.waiting.prefix(state.late))
                state.waiting.removeFirst(late.count)
                state.late = state.waiting.count
                return late
            }
        }
    }
#endif
