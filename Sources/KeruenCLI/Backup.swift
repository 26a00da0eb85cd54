internal import ArgumentParser
internal import Foundation
internal import Keruen
internal import KeruenSQLite

struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copies a store while it is in use, and reads the copy back.",
        discussion: """
            Example:
              keruen backup --store keruen.sqlite keruen-2027-01-05.sqlite

            PostgreSQL has its own ways: pg_basebackup with its log, or pg_dump.
            """)

    @OptionGroup var store: StoreOption
    @OptionGroup var language: LanguageOption
    @Argument(help: "The copy; it must not be there yet.")
    var file: String

    func run() async throws {
        let report = language.report()
        guard !FileManager.default.fileExists(atPath: file) else {
            throw Failure(.usage, [Diagnostic("CLI0143", .error, at: nil, ["file": .text(file)])], in: report)
        }
        guard case .file = StoreAddress(store.store).place else {
            throw Failure(.usage, [Diagnostic("CLI0191", .error)], in: report)
        }
        let opened = try await store.open(report)
        #if SQLite
            if let sqlite = opened as? SQLiteStore { try await report.trading { try await sqlite.backup(to: file) } }
        #else
            _ = opened
        #endif
        try write(report.text("backup.done", ["file": .text(file)]) ?? "", report)
    }
}
