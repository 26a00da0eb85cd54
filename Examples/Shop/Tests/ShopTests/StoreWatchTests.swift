import Foundation
import Keruen
import ShopServer
import ShopSite
import Synchronization
import Testing

@Suite("The watch over a store")
struct StoreWatchTests {
    @Test("refuses at once what the store can't do, and lets it be asked again when a look is answered")
    func pause() async throws {
        let store = PausingStore()
        let watch = StoreWatch(store)
        store.fail(.storeAway)
        await #expect(throws: TradeError(.storeAway)) { _ = try await watch.order(.random()) }
        store.recover()
        // Nobody asks the store itself before a look has.
        await #expect(throws: TradeError(.storeAway)) { _ = try await watch.order(.random()) }
        await watch.look()
        #expect(watch.pause == nil)
        #expect(try await watch.order(.random()) == nil)
    }

    @Test("reads on while only writing fails, and tries a write again after a rest")
    func writing() async throws {
        let store = PausingStore()
        let (strict, short) = (StoreWatch(store, rest: .seconds(60)), StoreWatch(store, rest: .zero))
        for watch in [strict, short] {
            store.fail(.storeFull, reads: false)
            await #expect(throws: TradeError(.storeFull)) { try await watch.write { _ in } }
            #expect(try await watch.order(.random()) == nil)
            store.recover()
            await watch.look()
        }
        #expect(strict.pause?.code == .storeFull && short.pause == nil)
        await #expect(throws: TradeError(.storeFull)) { try await strict.write { _ in } }
        try await short.write { _ in }
    }

    @Test("leaves what is wrong with an order, or with the store for good, to who asked")
    func others() async throws {
        let store = PausingStore()
        let watch = StoreWatch(store)
        for code in [Diagnostic.Code.storeFailed, .outOfStock] {
            store.fail(code)
            await #expect(throws: TradeError(code)) { try await watch.write { _ in } }
            #expect(watch.pause == nil)
        }
    }

    @Test("takes a store that leaves a look unanswered for one that is away", .timeLimit(.minutes(1)))
    func silence() async throws {
        let store = SilentStore()
        let watch = StoreWatch(store, patience: .zero)
        let look = Task { await watch.look() }
        await store.asked()
        await watch.look()
        #expect(watch.pause?.code == .storeAway && watch.pause?.isUnread == true)
        store.answer()
        await look.value
        // That answer was to a question from before.
        #expect(watch.pause != nil)
        await watch.look()
        #expect(watch.pause == nil)
    }

    @Test("opens a store that was not there when the shop opened")
    func late() async throws {
        let store = PausingStore()
        let late = LateStore { () throws(TradeError) in
            _ = try await store.order(.random())
            return store
        }
        let watch = StoreWatch(late)
        store.fail(.storeAway)
        await watch.look()
        #expect(watch.pause?.code == .storeAway)
        store.recover()
        await watch.look()
        #expect(watch.pause == nil)
        try await watch.write { _ in }
    }

    @Test("a setting names a file or a database, and no password is told")
    func addresses() async throws {
        #expect(StoreAddress("orders.sqlite").place == .file("orders.sqlite"))
        #expect(StoreAddress("sqlite:orders.sqlite").place == .file("orders.sqlite"))
        #expect(StoreAddress("/var/lib/postgresql/shop").place == .file("/var/lib/postgresql/shop"))
        let settings = try await Settings(
            file: nil, environment: ["SHOP_STORE": "postgresql://shop:sesame@db1,db2/orders"])
        let address = StoreAddress(settings.store)
        #expect(address.place == .database("postgresql://shop:sesame@db1,db2/orders"))
        #expect(!"\(address)".contains("sesame"))
        #if !Postgres
            let fault = try #require(
                #expect(throws: Settings.Fault.self) { _ = try settings.storeAddress() })
            #expect(fault.key == "store" && fault.wanted == "store" && fault.value == "postgresql:…")
            let strings = try TestShop.site.get().strings
            for language in ["en", "zh-Hans", "ru", "kk"] {
                let tag = try LanguageTag(language)
                let words = strings.text(
                    "shop.server.badStore", ["key": .text(fault.key), "value": .text(fault.value)], along: [tag])
                #expect(words?.value.contains("PostgreSQL") == true && words?.value.contains("sesame") == false)
            }
        #endif
        var plain = settings
        plain.store = "orders.sqlite"
        #expect(try plain.storeAddress().place == .file("orders.sqlite"))
    }
}

/// A store that does not answer its first question until it is told to.
final class SilentStore: OrderStore {
    private let store = InMemoryStore()
    private let isFirst = Mutex(true)
    private let questions = AsyncStream<Void>.makeStream()
    private let answers = AsyncStream<Void>.makeStream()

    func asked() async { for await _ in questions.stream { return } }

    func answer() { answers.continuation.yield() }

    func read<T: Sendable>(
        _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T
    ) async throws(TradeError) -> T {
        let waits = isFirst.withLock { first in
            defer { first = false }
            return first
        }
        if waits {
            questions.continuation.yield()
            for await _ in answers.stream { break }
        }
        return try await store.read(body)
    }

    func write<T: Sendable>(
        _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T
    ) async throws(TradeError) -> T {
        try await store.write(body)
    }
}
