public import Foundation

/// The project's own folders, seen from its tests.
public enum Project {
    public static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Where the programs lie that were built with the tests.
    public static var binaries: URL {
        #if os(Linux)
            URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        #else
            Bundle.main.bundleURL.deletingLastPathComponent()
        #endif
    }

    /// A folder that is gone after `body`.
    public static func withTemporaryFolder<R>(_ body: (URL) async throws -> R) async throws -> R {
        let folder = FileManager.default.temporaryDirectory.appending(path: "keruen-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await body(folder)
    }

    /// A copy of the sample catalogue and strings that a test may spoil.
    /// - Parameter tables: the tables of strings that come along; all where nil. Checking them all takes seconds.
    public static func withCopy<R>(
        tables: Set<String>? = nil, _ body: (URL) async throws -> R
    ) async throws -> R {
        try await withTemporaryFolder { folder in
            for part in ["Catalog", "Locales"] {
                try FileManager.default.copyItem(
                    at: root.appending(path: part), to: folder.appending(path: part))
            }
            if let tables {
                let locales = folder.appending(path: "Locales")
                for path in try FileManager.default.subpathsOfDirectory(atPath: locales.path)
                where path.hasSuffix(".json") && !tables.contains(tableName(of: path)) {
                    try FileManager.default.removeItem(at: locales.appending(path: path))
                }
            }
            return try await body(folder)
        }
    }

    /// What buyers read of a shop, without what merchants and tools do.
    public static let buyersTables: Set<String> = ["language", "legal", "shop"]

    private static func tableName(of path: String) -> String {
        String(path.split(separator: "/").last?.prefix { $0 != "." } ?? "")
    }
}

/// What a program said and how it ended.
public struct Outcome: Sendable {
    public var status: Int32
    public var output: String
    public var errors: String
}

extension Project {
    /// Runs a program of this package, or of the system by its path.
    public static func run(
        _ program: String, _ arguments: [String], input: String = "", in folder: URL = root,
        environment: [String: String] = ["LANG": "en_US.UTF-8"]
    ) throws -> Outcome {
        let process = Process()
        process.executableURL = program.hasPrefix("/") ? URL(filePath: program) : binaries.appending(path: program)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.filter {
            !$0.key.hasPrefix("LC_") && $0.key != "LANG"
        }
        .merging(environment) { $1 }
        // Files, not pipes: a full pipe that nobody reads would hold both sides for ever.
        let files = try ["in", "out", "err"].map { name in
            let url = FileManager.default.temporaryDirectory.appending(path: "keruen-\(UUID().uuidString).\(name)")
            try Data((name == "in" ? input : "").utf8).write(to: url)
            return url
        }
        defer { for file in files { try? FileManager.default.removeItem(at: file) } }
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try FileHandle(forWritingTo: files[1])
        process.standardError = try FileHandle(forWritingTo: files[2])
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, output: try String(contentsOf: files[1], encoding: .utf8),
            errors: try String(contentsOf: files[2], encoding: .utf8))
    }
}
