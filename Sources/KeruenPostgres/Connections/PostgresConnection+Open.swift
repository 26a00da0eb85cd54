#if Postgres
    internal import Foundation
    internal import KeruenTrade
    internal import PostgresShims
    internal import Synchronization

    extension PostgresConnection {
        /// - Throws: `TradeError` with `badStoreAddress`; the string itself is never repeated, for it carries a password.
        static func check(_ address: String) throws(TradeError) {
            guard !address.utf8.contains(0), !address.isEmpty, unsafe kpg_understands(address) else {
                throw TradeError(.badStoreAddress)
            }
        }

        /// Connects; of several hosts, to the first that the string's `target_session_attrs` allow. One that is silent is passed over in time
        /// for the others.
        static func open(
            _ address: String, until deadline: ContinuousClock.Instant
        ) async throws(PostgresFailure) -> PostgresConnection {
            let hosts = unsafe Int(kpg_hosts(address))
            guard hosts > 1 else { return try await open(address, host: -1, until: deadline) }
            var failure = PostgresFailure.lost
            for host in 0..<hosts {
                let share = (deadline - .now) / (hosts - host)
                do throws(PostgresFailure) {
                    return try await open(address, host: host, until: .now + min(share, longestWait))
                } catch {
                    // A wrong password is one everywhere.
                    guard error.passes || error.state == "late" else { throw error }
                    if failure.state.isEmpty, error.state != "late" { failure = error }
                }
            }
            throw ContinuousClock.now < deadline ? failure : .late
        }

        /// For one host of several.
        private static let longestWait = Duration.seconds(5)

        private static func open(
            _ address: String, host: Int, until deadline: ContinuousClock.Instant
        ) async throws(PostgresFailure) -> PostgresConnection {
            let connection = try await begin(until: deadline) {
                unsafe kpg_connect(address, CInt(host)).map { unsafe PostgresConnection($0) }
            }
            // libpq wants to send first.
            var wait = KPG_WRITE
            while true {
                guard
                    await SocketWatch.shared.wait(
                        for: wait == KPG_READ ? .readable : .writable, on: connection.socket, until: deadline)
                else { throw .late }
                wait = unsafe kpg_connect_poll(connection.raw)
                if wait == KPG_DONE { break }
                guard wait != KPG_FAILED else { throw connection.refusal }
            }
            try await connection.lookForPooler(until: deadline)
            return connection
        }

        /// Looking up a host's name may take its time, so it is not done on a task's thread; nor is it waited for longer than all else.
        /// - Parameter connect: what libpq begins with; one that comes too late is closed.
        static func begin(
            until deadline: ContinuousClock.Instant, _ connect: @escaping @Sendable () -> PostgresConnection?
        ) async throws(PostgresFailure) -> PostgresConnection {
            let begun: Result<PostgresConnection?, PostgresFailure> = await withCheckedContinuation { caller in
                let first = FirstAnswer(caller)
                DispatchQueue.global().async { first.give(.success(connect())) }
                let seconds = max(0, (deadline - .now) / .seconds(1))
                DispatchQueue.global().asyncAfter(deadline: .now() + seconds) { first.give(.failure(.late)) }
            }
            let connection = try begun.get()
            guard let connection, connection.socket >= 0 else { throw connection?.refusal ?? .lost }
            return connection
        }

        /// Takes the first of several answers, and no other.
        private final class FirstAnswer<Answer: Sendable>: Sendable {
            private let caller: Mutex<CheckedContinuation<Answer, Never>?>

            init(_ caller: CheckedContinuation<Answer, Never>) { self.caller = Mutex(caller) }

            func give(_ answer: Answer) {
                let caller = caller.withLock { caller in
                    defer { caller = nil }
                    return caller
                }
                caller?.resume(returning: answer)
            }
        }

        private var refusal: PostgresFailure {
            var state = [CChar](repeating: 0, count: 6)
            guard unsafe kpg_connect_state(raw, &state) else { return .lost }
            return PostgresFailure(
                state: String(decoding: state.prefix(5).map(UInt8.init(bitPattern:)), as: UTF8.self), isLost: true)
        }

        /// A pooler tells a process's number of its own making.
        private func lookForPooler(until deadline: ContinuousClock.Instant) async throws(PostgresFailure) {
            isPooled = true
            let answer = try await run([Self.backend()], until: deadline)
            isPooled = answer[0].integer(0, 0) != Int64(unsafe kpg_backend(raw))
        }

        private static let backend = Statement("SELECT pg_backend_pid()")
    }
#endif
