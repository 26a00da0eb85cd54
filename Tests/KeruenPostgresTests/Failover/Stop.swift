#if Postgres
    import Synchronization

    /// When a round's buyers stop: a second after somebody's order was placed on the new primary.
    final class Stop: Sendable {
        private struct State {
            var killed: ContinuousClock.Instant?
            var end: ContinuousClock.Instant?
        }

        private let state = Mutex(State())

        /// The primary is dead since this moment.
        func killed(at now: ContinuousClock.Instant) { state.withLock { $0.killed = now } }

        /// What was on its way when the primary died may still be answered: only a later order is the new primary's.
        func told(at now: ContinuousClock.Instant) {
            state.withLock { state in
                guard state.end == nil, let killed = state.killed, now > killed + .milliseconds(500) else { return }
                state.end = now + .seconds(1)
            }
        }

        var isReached: Bool { state.withLock { $0.end.map { $0 < .now } ?? false } }
    }
#endif
