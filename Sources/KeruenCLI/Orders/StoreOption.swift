internal import ArgumentParser
internal import Foundation
internal import Keruen
internal import KeruenSQLite

/// `--store`: the file that orders are kept in.
struct StoreOption: ParsableArguments {
    @Option(help: "The store's SQLite file.")
    var store: String

    #if SQLite
        /// - Parameter isMade: makes the file where it is not there; else that is told: a mistyped name is no empty store.
        func open(_ report: ReportLanguage, making isMade: Bool = false) throws -> SQLiteStore {
            guard isMade || FileManager.default.fileExists(atPath: store) else {
                throw Failure(.unreadable, [Diagnostic("CLI0145", .error, at: nil, ["file": .text(store)])], in: report)
            }
            do { return try SQLiteStore(path: store) } catch { throw Failure(error, in: report) }
        }
    #else
        func open(_ report: ReportLanguage, making isMade: Bool = false) throws -> InMemoryStore {
            throw Failure(.usage, [Diagnostic("CLI0104", .error)], in: report)
        }
    #endif
}

extension Exit {
    /// One mistake, one code, whichever command it was made in.
    init(of code: Diagnostic.Code) {
        switch code {
        case .storeFailed, .storeTooNew, .storeDamaged, .storeFolderMissing, .storeForbidden, .brokenHistory:
            self = .unreadable
        // What was typed can be no country, rate, number …; whatever the store holds.
        case .unknownCountry, .badPostcode, .badDiscount, .badRate, .badIdempotencyKey,
            .badReference,
            .badOrderID, .badPurchaseID, .badPaymentID, .badReceipt, .noTour, .noGoods, .dayMissing, .noWarehouseThere:
            self = .usage
        default: self = .findings
        }
    }
}

extension Failure {
    init(_ error: TradeError, in language: ReportLanguage) {
        self.init(Exit(of: error.code), [language.readable(error.diagnostic)], in: language)
    }
}

extension ReportLanguage {
    /// Runs what trades, and says its refusals in this language.
    func trading<T>(_ body: () async throws -> T) async throws -> T {
        do { return try await body() } catch let error as TradeError { throw Failure(error, in: self) }
    }
}
