import CoreMetrics
import Foundation
import Keruen
import Logging
import ServiceLifecycle
import ShopServer
import ShopSite
import Synchronization
import Testing

@Suite("The shop's upkeep")
struct OperationsTests {
    @Test("takes a setting from the environment before the file, and from the file before its own")
    func settings() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "shop-\(UUID()).yaml")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data("shop:\n  http: {port: 81, host: 0.0.0.0}\n  store: orders.sqlite\n".utf8).write(to: file)
        let settings = try await Settings(file: file.path, environment: ["SHOP_HTTP_PORT": "82", "HTTP_HOST": "no"])
        #expect(settings.port == 82 && settings.host == "0.0.0.0" && settings.store == "orders.sqlite")
        #expect(settings.locales == "Locales" && settings.boardToken == nil)
    }

    @Test(
        "says which setting can't be used, and what it wants",
        arguments: [
            ("SHOP_HTTP_PORT", "70000", "number"), ("SHOP_HTTP_PORT", "eighty", "number"),
            ("SHOP_HTTP_ORIGIN", "keruen.kz", "origin"), ("SHOP_LOG_LEVEL", "loud", "level"),
            ("SHOP_ANSWERS_MEGABYTES", "-1", "number"), ("SHOP_FOLLOWING_SECONDS", "0", "number"),
        ])
    func badSettings(key: String, value: String, wanted: String) async throws {
        let fault = try #require(
            await #expect(throws: Settings.Fault.self) {
                _ = try await Settings(file: nil, environment: [key: value])
            })
        #expect(fault.value == value && fault.wanted == wanted)
    }

    @Test("tells machines that it lives, whether it wants visitors, and how it fares")
    func health() async throws {
        let registry = PrometheusRegistry()
        registry.makeCounter(label: "shop.orders", dimensions: [("market", "kz\"\n")]).increment(by: 3)
        registry.makeTimer(label: "shop_step_seconds", dimensions: []).recordNanoseconds(2_000_000)
        try await TestShop.open(tokens: Tokens(board: "open sesame"), registry: registry) { browser, _ in
            #expect(try await browser.get("/healthz").status == 200)
            #expect(try await browser.get("/readyz").body == "ready\n")
            let metrics = try await browser.get("/metrics").body
            #expect(metrics.contains("# TYPE shop_orders counter\nshop_orders{market=\"kz\\\"\\n\"} 3\n"))
            #expect(metrics.contains("shop_step_seconds_bucket{le=\"0.001\"} 0\n"))
            #expect(metrics.contains("shop_step_seconds_bucket{le=\"0.0025\"} 1\n"))
            #expect(metrics.contains("shop_step_seconds_bucket{le=\"+Inf\"} 1\nshop_step_seconds_sum 0.002\n"))
            // Who comes through a proxy comes from elsewhere.
            let forwarded = try await browser.send("GET", "/metrics", ["X-Forwarded-For": "203.0.113.7"], nil)
            #expect(forwarded.status == 404)
            let token = ["X-Forwarded-For": "203.0.113.7", "Authorization": "Bearer open sesame"]
            #expect(try await browser.send("GET", "/metrics", token, nil).status == 200)
        }
    }

    @Test("says that it does not want visitors when its store does not answer")
    func unready() async throws {
        let store = AbsentStore()
        try await TestShop.open(store: store) { browser, _ in
            let before = try await browser.get("/readyz")
            store.leave()
            let after = try await browser.get("/readyz")
            let health = try await browser.get("/healthz")
            #expect(before.status == 200 && after.status == 503 && health.status == 200)
        }
    }

    @Test("reloads while pages are asked for, and keeps what it has where the new catalogue can't be read")
    func reload() async throws {
        let fails = Mutex(false)
        let load = { @Sendable in
            if fails.withLock(\.self) { throw Refusal(Diagnostic(.unreadableFile)) }
            return try TestShop.site.get()
        }
        try await TestShop.open(site: load) { browser, services in
            try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<40 { group.addTask { try await browser.get("/ru/ru/cart").status } }
                for _ in 0..<20 { try services.live.reload() }
                for try await status in group { #expect(status == 200) }
            }
            fails.withLock { $0 = true }
            #expect(throws: Refusal.self) { try services.live.reload() }
            #expect(try await browser.get("/ru/ru/cart").status == 200)
        }
    }

    @Test("finishes a request that has begun before it closes, and takes no new one", .timeLimit(.minutes(1)))
    func gracefulShutdown() async throws {
        let live = try LiveSite { try TestShop.site.get() }
        let services = Services(
            live: live, store: InMemoryStore(), keyring: nil, payments: InMemoryPayments(style: .card),
            tokens: Tokens(), origin: "")
        let server = try await TestShop.server(services)
        let (ports, continuation) = AsyncStream<Int>.makeStream()
        let application = server.application(port: 0) { port in continuation.yield(port) }
        let group = server.group(application)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            for await port in ports {
                let (pieces, hand) = AsyncStream<String>.makeStream()
                async let reply = Wire.send(pieces, to: port)
                let form = "sku=nothing"
                hand.yield(
                    "POST /ru/ru/cart HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + "Content-Length: \(form.utf8.count)\r\n\r\nsku=")
                try await Task.sleep(for: .milliseconds(100))
                await group.triggerGracefulShutdown()
                while server.readiness.isReady { try await Task.sleep(for: .milliseconds(20)) }
                while await Wire.isOpen(port) { try await Task.sleep(for: .milliseconds(20)) }
                hand.yield("nothing")
                #expect(try await (400..<500).contains(reply.status))
                break
            }
            try await tasks.waitForAll()
        }
    }

    @Test("logs a line of JSON for each entry, whatever stands in it")
    func log() throws {
        let lines = Mutex<[String]>([])
        var logger = Logger(label: "shop") { label in
            JSONLogHandler(label: label) { line in lines.withLock { $0.append(line) } }
        }
        logger[metadataKey: "hb.request.id"] = "7"
        logger.info("сұраныс «1»\n\"\\", metadata: ["route": "/{market}\u{1}"])
        logger.debug("not at this level")
        let line = try #require(lines.withLock(\.self).first)
        let entry = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String])
        #expect(entry["message"] == "сұраныс «1»\n\"\\" && entry["request"] == "7" && entry["level"] == "info")
        #expect(entry["route"] == "/{market}\u{1}" && lines.withLock(\.count) == 1 && line.hasSuffix("}\n"))
    }
}

/// A store that can be taken away.
final class AbsentStore: OrderStore {
    private let isAway = Mutex(false)
    private let store = InMemoryStore()

    func leave() { isAway.withLock { $0 = true } }

    func write<T: Sendable>(
        _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T
    ) async throws(TradeError) -> T {
        guard !isAway.withLock(\.self) else { throw TradeError(.storeFailed) }
        return try await store.write(body)
    }

    func read<T: Sendable>(
        _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T
    ) async throws(TradeError) -> T {
        guard !isAway.withLock(\.self) else { throw TradeError(.storeFailed) }
        return try await store.read(body)
    }
}
