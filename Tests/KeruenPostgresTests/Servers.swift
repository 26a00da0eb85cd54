#if Postgres
    import Foundation
    import KeruenPostgres
    import KeruenTrade
    import TestSupport
    import Testing

    /// The servers that `./Scripts/postgres run` has started: their connection strings stand in the environment.
    enum Servers {
        /// At least one where there are any; three in a full run.
        static let all = (ProcessInfo.processInfo.environment["KERUEN_POSTGRES"] ?? "").split(separator: " ").map(
            String.init)
        static let pooler = ProcessInfo.processInfo.environment["KERUEN_PGBOUNCER"]

        /// The second server's, which speaks TLS.
        static let certificate = ProcessInfo.processInfo.environment["KERUEN_POSTGRES_CERTIFICATE"]

        /// One whose disk is nearly full.
        static let small = ProcessInfo.processInfo.environment["KERUEN_POSTGRES_SMALL"]

        static let askForPasswords = ConditionTrait.enabled(
            if: all.first.flatMap { URLComponents(string: $0)?.password } != nil, "the servers let everybody in")

        static let isThere = ConditionTrait.enabled(
            if: !all.isEmpty, "KERUEN_POSTGRES is not set: ./Scripts/test --postgres starts servers and sets it")

        /// Any but the last, which loses its power now and then.
        static func any() throws -> String { try #require(all.count > 1 ? all.dropLast().randomElement() : all.first) }

        /// A database of its own name on a server, empty.
        static func freshDatabase(on server: String? = nil) async throws -> String {
            let server = try server ?? any()
            let name = "keruen_" + UUID().uuidString.lowercased().replacingOccurrences(of: "-", with: "")
            try await psql(server, "CREATE DATABASE \(name)")
            return try address(of: name, on: server)
        }

        static func address(of database: String, on server: String) throws -> String {
            var url = try #require(URLComponents(string: server))
            url.path = "/" + database
            return try #require(url.string)
        }

        /// Runs a statement as a person would.
        @discardableResult
        static func psql(_ server: String, _ sql: String) async throws -> String {
            try await run("psql", "-X", "-q", "-t", "-A", "-v", "ON_ERROR_STOP=1", "-d", server, "-c", sql)
        }

        /// Rows until the disk takes no more of them.
        static func fill(_ address: String) async throws {
            for size in [8_000, 800, 80] {
                let insert =
                    "INSERT INTO ballast SELECT string_agg(md5(random()::text), '') FROM generate_series(1, \(size)), generate_series(1, 20) row GROUP BY row"
                // It says itself that the disk is full.
                while try await status("psql", "-X", "-q", "-d", address, "-c", insert) == 0 {}
            }
        }

        /// Runs a program from the project's folder.
        /// - Returns: what it printed.
        @discardableResult
        static func run(_ words: String...) async throws -> String {
            let (status, text) = try await outcome(of: words)
            try #require(status == 0, "\(words.last ?? "")")
            return text
        }

        private static func status(_ words: String...) async throws -> Int32 { try await outcome(of: words).status }

        private static func outcome(of words: [String]) async throws -> (status: Int32, text: String) {
            try await Task.detached {
                let process = Process()
                process.executableURL = URL(filePath: "/usr/bin/env")
                process.currentDirectoryURL = Project.root
                process.arguments = words
                let output = Pipe()
                process.standardOutput = output
                process.standardError = FileHandle.nullDevice
                try process.run()
                let bytes = output.fileHandleForReading.readDataToEndOfFile()
                process.waitUntilExit()
                let text = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
                return (process.terminationStatus, text)
            }.value
        }
    }
#endif
