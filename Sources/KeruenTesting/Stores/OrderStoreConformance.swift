public import KeruenTrade
public import Testing

/// Holds a store to everything that `OrderStore` promises; each promise that is broken fails at the caller's line.
///
///     @Test(arguments: OrderStoreConformance.Promise.allCases)
///     func keeps(promise: OrderStoreConformance.Promise) async throws {
///         try await OrderStoreConformance { .init(try MyStore(folder: freshFolder())) }.check(promise)
///     }
public struct OrderStoreConformance: Sendable {
    /// A store without orders and stock, made anew for every promise.
    public struct Subject: Sendable {
        public var store: any OrderStore
        /// Opens what the store has written once more, as after a restart; nil for a store that forgets.
        public var reopen: (@Sendable () async throws -> any OrderStore)?

        public init(_ store: any OrderStore, reopen: (@Sendable () async throws -> any OrderStore)? = nil) {
            self.store = store
            self.reopen = reopen
        }
    }

    public enum Promise: String, Sendable, CaseIterable, CustomTestStringConvertible {
        case writesAllOrNothing, readsItsOwnWrites, readsWithoutWriting
        case takesAKeyOnce, foldsEvents, refusesGaps, lapsesInOrder, findsWaybills
        case countsStock, listsLevels, agreesWithTheReference
        case keepsAYearsQuota, neverPassesAQuota
        case keepsPurchases, sellsWhatWasCountedOnce
        case tellsEventsInOrder, remembersMessages
        case keepsHolds
        case findsAndErasesPeople
        case sellsTheLastPieceOnce, letsNobodyHurtOthers
        case survivesReopening

        public var testDescription: String {
            switch self {
            case .writesAllOrNothing: "writes all of a transaction or nothing"
            case .readsItsOwnWrites: "sees its own writes within a transaction"
            case .readsWithoutWriting: "writes nothing while it reads"
            case .takesAKeyOnce: "places one order under one key"
            case .foldsEvents: "gives an order back as its events fold to it"
            case .refusesGaps: "refuses events that don't follow those that are there"
            case .lapsesInOrder: "lists overdue orders, the longest overdue first"
            case .findsWaybills: "finds the orders of a carrier's number"
            case .countsStock: "keeps 0 ≤ reserved ≤ on hand"
            case .listsLevels: "lists every place that it counts, those too that nobody opened"
            case .agreesWithTheReference: "comes to the same stock as the reference, step by step"
            case .keepsAYearsQuota: "keeps a buyer's year within its limit"
            case .neverPassesAQuota: "lets many at the same time claim no more than a year has"
            case .keepsPurchases: "gives a purchase back as its events fold to it, one under one key"
            case .sellsWhatWasCountedOnce: "puts a counted piece on sale once"
            case .tellsEventsInOrder: "tells every event in the order of commits"
            case .remembersMessages: "remembers a message by its source and id"
            case .keepsHolds: "keeps holds until they are removed, the longest overdue first"
            case .findsAndErasesPeople: "finds sealed records and erases them"
            case .sellsTheLastPieceOnce: "sells the last pieces once to many at the same time"
            case .letsNobodyHurtOthers: "takes back only what failed of many at the same time"
            case .survivesReopening: "has everything after it is opened again"
            }
        }
    }

    private let fresh: @Sendable () async throws -> Subject

    public init(_ fresh: @escaping @Sendable () async throws -> Subject) { self.fresh = fresh }

    /// Checks every promise.
    public func check(sourceLocation: SourceLocation = #_sourceLocation) async throws {
        for promise in Promise.allCases { try await check(promise, sourceLocation: sourceLocation) }
    }

    /// Checks one promise on a fresh store.
    public func check(_ promise: Promise, sourceLocation: SourceLocation = #_sourceLocation) async throws {
        let subject = try await fresh()
        let trial = StoreTrial(store: subject.store, promise: promise, sourceLocation: sourceLocation)
        switch promise {
        case .writesAllOrNothing: try await trial.writesAllOrNothing()
        case .readsItsOwnWrites: try await trial.readsItsOwnWrites()
        case .readsWithoutWriting: try await trial.readsWithoutWriting()
        case .takesAKeyOnce: try await trial.takesAKeyOnce()
        case .foldsEvents: try await trial.foldsEvents()
        case .refusesGaps: try await trial.refusesGaps()
        case .lapsesInOrder: try await trial.lapsesInOrder()
        case .findsWaybills: try await trial.findsWaybills()
        case .countsStock: try await trial.countsStock()
        case .listsLevels: try await trial.listsLevels()
        case .agreesWithTheReference: try await trial.agreesWithTheReference()
        case .keepsAYearsQuota: try await trial.keepsAYearsQuota()
        case .neverPassesAQuota: try await trial.neverPassesAQuota()
        case .keepsPurchases: try await trial.keepsPurchases()
        case .sellsWhatWasCountedOnce: try await trial.sellsWhatWasCountedOnce()
        case .tellsEventsInOrder: try await trial.tellsEventsInOrder()
        case .remembersMessages: try await trial.remembersMessages()
        case .keepsHolds: try await trial.keepsHolds()
        case .findsAndErasesPeople: try await trial.findsAndErasesPeople()
        case .sellsTheLastPieceOnce: try await trial.sellsTheLastPieceOnce()
        case .letsNobodyHurtOthers: try await trial.letsNobodyHurtOthers()
        case .survivesReopening: if let reopen = subject.reopen { try await trial.survives(reopen) }
        }
    }
}
