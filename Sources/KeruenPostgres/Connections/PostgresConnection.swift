#if Postgres
    internal import Foundation
    internal import PostgresShims

    /// One connection, for one caller at a time. A batch is one message there and one back, however many statements it has.
    @safe
    final class PostgresConnection: @unchecked Sendable {
        let raw: OpaquePointer
        /// Statements that the server knows by name.
        var prepared: Set<String> = []
        /// A pooler between gives every transaction another server, which knows no names.
        var isPooled = false

        init(_ raw: OpaquePointer) { unsafe self.raw = raw }

        deinit { unsafe kpg_close(raw) }

        var socket: CInt { unsafe kpg_socket(raw) }

        /// Warnings since this was asked last: at a commit they tell that it is not as safe as it should be.
        func takeWarnings() -> Int { unsafe Int(kpg_warnings(raw)) }

        /// False once a batch broke off: nobody knows what the server is at.
        private(set) var isSound = true

        /// Runs a batch; what follows a statement that is refused is skipped.
        /// - Returns: what each gave back.
        func run(
            _ batch: [Query], until deadline: ContinuousClock.Instant
        ) async throws(PostgresFailure) -> [PostgresRows] {
            guard isSound else { throw .lost }
            do throws(PostgresFailure) {
                var exchange = try Exchange(batch, on: self)
                while let readiness = try exchange.advance() {
                    guard await SocketWatch.shared.wait(for: readiness, on: socket, until: deadline) else {
                        throw .late
                    }
                }
                return try exchange.outcome()
            } catch {
                if error.isLost { isSound = false }
                throw error
            }
        }

        /// The same for a thread that may sleep.
        func runHere(_ batch: [Query], until deadline: ContinuousClock.Instant) throws(PostgresFailure)
            -> [PostgresRows]
        {
            guard isSound else { throw .lost }
            do throws(PostgresFailure) {
                var exchange = try Exchange(batch, on: self)
                while let readiness = try exchange.advance() {
                    let events = readiness == .readable ? POLLIN : POLLOUT
                    var descriptor = pollfd(fd: socket, events: Int16(events), revents: 0)
                    let left = (deadline - .now) / .milliseconds(1)
                    guard left > 0 else { throw .late }
                    _ = unsafe poll(&descriptor, 1, CInt(min(left.rounded(.up), 60_000)))
                }
                return try exchange.outcome()
            } catch {
                if error.isLost { isSound = false }
                throw error
            }
        }
    }
#endif
