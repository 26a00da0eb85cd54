#if Postgres
    import Foundation
    import TestSupport

    /// The three servers of `./Scripts/failover`, and what is done to them.
    struct FailoverServers: Sendable {
        /// Those that `KERUEN_FAILOVER` names; nil where it names none.
        static let running = ProcessInfo.processInfo.environment["KERUEN_FAILOVER"]
            .flatMap { $0.isEmpty ? nil : Self(folder: $0) }

        private let folder: String

        struct Failure: Error {
            var action: String
            var errors: String
        }

        /// All three, of whom the one that takes writes is meant.
        func connection() async throws -> String { try await ask("uri") }

        /// Kills the primary and its keeper at once.
        /// - Returns: which it was.
        func killPrimary() async throws -> String { try await ask("kill-primary") }

        /// The port of whichever takes the writes now, as it says itself.
        func writablePort() async throws -> String { try await Servers.psql(connection(), "SHOW port") }

        /// Starts what was killed, and waits until one is primary and two follow it synchronously.
        func settle() async throws {
            _ = try await ask("restart")
            _ = try await ask("wait")
        }

        private func ask(_ action: String) async throws -> String {
            let script = Project.root.appending(path: "Scripts/failover").path
            // On a thread of its own: who orders meanwhile has but a few.
            let outcome = try await withCheckedThrowingContinuation { continuation in
                Thread.detachNewThread { [folder] in
                    continuation.resume(with: Result { try Project.run(script, [action, folder]) })
                }
            }
            guard outcome.status == 0 else { throw Failure(action: action, errors: outcome.errors) }
            return outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)
        }
    }
#endif
