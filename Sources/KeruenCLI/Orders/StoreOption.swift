internal import ArgumentParser
internal import Keruen

/// `--store`: where orders are kept.
struct StoreOption: ParsableArguments {
    @Option(help: ArgumentHelp("The store: an SQLite file, or postgresql://user@host/database.", valueName: "store"))
    var store: String

    /// - Parameter isMade: makes a file where there is none.
    func open(_ report: ReportLanguage, making isMade: Bool = false) async throws -> any KeptStore {
        try await StoreAddress(store).open(report, making: isMade)
    }
}

extension Exit {
    /// One mistake, one code, whichever command it was made in.
    init(of code: Diagnostic.Code) {
        switch code {
        case .storeFailed, .storeTooNew, .storeDamaged, .storeFolderMissing, .storeForbidden, .brokenHistory,
            .storeAway, .storeLoginRefused, .storeDatabaseMissing, .storeFull, .storeBusy, .storeUncertain,
            .storeReadOnly, .storeTablesMissing, .storeUntrusted:
            self = .unreadable
        // What was typed can be no country, rate, number …; whatever the store holds.
        case .unknownCountry, .badPostcode, .badDiscount, .badRate, .badIdempotencyKey,
            .badReference,
            .badOrderID, .badPurchaseID, .badPaymentID, .badReceipt, .noTour, .noGoods, .dayMissing, .noWarehouseThere,
            .badStoreAddress:
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
