internal import Foundation
internal import Keruen
internal import KeruenPostgres
internal import KeruenSQLite

extension StoreAddress {
    /// - Parameter isMade: makes a file or a database's tables where there are none; else that is told: a mistyped name is no empty store.
    func open(_ report: ReportLanguage, making isMade: Bool) async throws -> any KeptStore {
        switch place {
        case .file(let path): return try Self.open(file: path, report, making: isMade)
        case .database(let address): return try await Self.open(database: address, report, making: isMade)
        }
    }

    private static func open(file: String, _ report: ReportLanguage, making isMade: Bool) throws -> any KeptStore {
        #if SQLite
            guard isMade || FileManager.default.fileExists(atPath: file) else {
                throw Failure(.unreadable, [Diagnostic("CLI0145", .error, at: nil, ["file": .text(file)])], in: report)
            }
            do { return try SQLiteStore(path: file) } catch { throw Failure(error, in: report) }
        #else
            throw Failure(.usage, [Diagnostic("CLI0104", .error)], in: report)
        #endif
    }

    private static func open(
        database: String, _ report: ReportLanguage, making isMade: Bool
    ) async throws -> any KeptStore {
        #if Postgres
            do { return try await PostgresStore(database, making: isMade) } catch { throw Failure(error, in: report) }
        #else
            throw Failure(.usage, [Diagnostic("CLI0190", .error)], in: report)
        #endif
    }
}
