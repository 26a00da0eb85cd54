internal import ArgumentParser
internal import Foundation
internal import Keruen
internal import KeruenSQLite

/// `--store`: the file that orders are kept in.
struct StoreOption: ParsableArguments {
    @Option(help: "The store's SQLite file; made when it is not there.")
    var store: String

    #if SQLite
        func open(_ report: ReportLanguage) throws -> SQLiteStore {
            do { return try SQLiteStore(path: store) } catch { throw Failure(error, in: report) }
        }
    #else
        func open(_ report: ReportLanguage) throws -> InMemoryStore {
            throw Failure(.usage, [Diagnostic("CLI0104", .error)], in: report)
        }
    #endif
}

extension Failure {
    init(_ error: TradeError, in language: ReportLanguage) {
        let isStore = [.storeFailed, .storeTooNew, .brokenHistory].contains(error.code)
        self.init(isStore ? .unreadable : .findings, [error.diagnostic], in: language)
    }
}

extension ReportLanguage {
    /// Runs what trades, and says its refusals in this language.
    func trading<T>(_ body: () async throws -> T) async throws -> T {
        do { return try await body() } catch let error as TradeError { throw Failure(error, in: self) }
    }
}
