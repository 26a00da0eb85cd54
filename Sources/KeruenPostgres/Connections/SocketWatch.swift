#if Postgres
    internal import Foundation
    internal import PostgresShims
    internal import Synchronization

    /// Waits for sockets on behalf of every connection: one thread that sleeps in `epoll`, so that no task's thread ever does.
    @safe
    final class SocketWatch: @unchecked Sendable {
        static let shared = SocketWatch()

        enum Readiness { case readable, writable }

        private struct Waiter {
            var caller: CheckedContinuation<Bool, Never>
            var deadline: ContinuousClock.Instant
        }

        /// Nil where the process may open no more files: then every wait is over at once.
        private let watch: OpaquePointer?
        private let waiters = Mutex<[CInt: Waiter]>([:])
        /// In milliseconds: how late a deadline may be noticed.
        private static let tick: CInt = 25

        private init() {
            unsafe watch = kpg_watch_open()
            guard unsafe watch != nil else { return }
            let thread = Thread { [self] in serve() }
            thread.name = "keruen-sockets"
            thread.start()
        }

        /// - Returns: false once the time is over.
        func wait(for readiness: Readiness, on socket: CInt, until deadline: ContinuousClock.Instant) async -> Bool {
            guard let watch = unsafe watch else { return false }
            return await withCheckedContinuation { caller in
                let isFirst = waiters.withLock { waiters in
                    defer { waiters[socket] = Waiter(caller: caller, deadline: deadline) }
                    return waiters.isEmpty
                }
                unsafe kpg_watch_for(watch, socket, readiness == .writable)
                // It sleeps without an end while nobody waits.
                if isFirst { unsafe kpg_watch_ring(watch) }
            }
        }

        private func serve() {
            var sockets = [CInt](repeating: 0, count: 64)
            var next = ContinuousClock.now
            while true {
                let isIdle = waiters.withLock { $0.isEmpty }
                let count = unsafe kpg_watch_wait(watch, &sockets, 64, isIdle ? -1 : Self.tick)
                for socket in sockets.prefix(Int(count)) {
                    waiters.withLock { $0.removeValue(forKey: socket) }?.caller.resume(returning: true)
                }
                let now = ContinuousClock.now
                guard now >= next else { continue }
                next = now + .milliseconds(Int(Self.tick))
                expire(now)
            }
        }

        private func expire(_ now: ContinuousClock.Instant) {
            let late = waiters.withLock { waiters in
                let sockets = waiters.filter { $0.value.deadline <= now }.map(\.key)
                return sockets.compactMap { waiters.removeValue(forKey: $0) }
            }
            for waiter in late { waiter.caller.resume(returning: false) }
        }
    }
#endif
