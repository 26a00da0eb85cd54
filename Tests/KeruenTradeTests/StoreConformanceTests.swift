import Foundation
import KeruenSQLite
import KeruenTesting
import TestSupport
import Testing

@Suite("Every store keeps the port's promises")
struct StoreConformanceTests {
    @Test("in memory", arguments: OrderStoreConformance.Promise.allCases)
    func memory(promise: OrderStoreConformance.Promise) async throws {
        try await OrderStoreConformance { .init(InMemoryStore()) }.check(promise)
    }

    #if SQLite
        @Test("in a SQLite file", arguments: OrderStoreConformance.Promise.allCases)
        func sqlite(promise: OrderStoreConformance.Promise) async throws {
            try await Project.withTemporaryFolder { folder in
                let path = folder.appending(path: "s.sqlite").path
                try await OrderStoreConformance {
                    .init(try SQLiteStore(path: path)) { try SQLiteStore(path: path) }
                }
                .check(promise)
            }
        }
    #endif

    @Test("and one that breaks them fails at the caller's line")
    func broken() async throws {
        let line = #_sourceLocation.line + 2
        try await withKnownIssue {
            try await OrderStoreConformance { .init(LeakyStore()) }.check(.writesAllOrNothing)
        } matching: { issue in
            issue.sourceLocation?.line == line
        }
        await withKnownIssue { try await OrderStoreConformance { .init(LeakyStore()) }.check(.letsNobodyHurtOthers) }
        await withKnownIssue { try await OrderStoreConformance { .init(LeakyStore()) }.check(.tellsEventsInOrder) }
    }

    /// Keeps what a body wrote before it threw.
    private actor LeakyStore: OrderStore {
        private let memory = StoreMemory()

        func write<T: Sendable>(
            _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T
        ) throws(TradeError) -> T {
            defer { memory.keep() }
            return try body(memory)
        }

        func read<T: Sendable>(
            _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T
        ) throws(TradeError) -> T {
            try body(memory)
        }
    }
}
