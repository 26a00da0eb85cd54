import Foundation
import Hummingbird
import Keruen
import Logging
import Mustache
import ShopPages
import ShopServer
import ShopSite
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A shop over a real loopback socket, asked as browsers ask.
///
///     try await TestShop.open { browser, services in
///         let page = try await browser.get("/kz/kk/")
///     }
enum TestShop {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The sample catalogue's site, made once: every test has a store of its own, and none changes the site.
    static let site = Result {
        let site = Site(
            catalog: try Catalog.load(folder: root.appending(path: "Catalog")),
            strings: try StringTables.load(folder: root.appending(path: "Locales")),
            rates: try RateTable.load(folder: root.appending(path: "Catalog/rates")))
        // Before anything is asked, so that no test of time waits for shelves to be put up.
        site.prepare(at: ShopOpening.noon)
        return site
    }

    /// The same goods as `keruen index` publishes them, in Kazakhstan and in Russian. Its files are gone once they are mapped.
    static let snapshot = Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "shop-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let writer = SnapshotWriter(
            catalogue: root.appending(path: "Catalog"), on: CivilDate("2026-11-27"), places: [("kz", "ru")])
        _ = try writer.publish(in: SnapshotFolder(folder))
        let snapshot = try Snapshot(SnapshotFolder(folder).current())
        _ = try snapshot.index(market: "kz", language: .ru)
        return snapshot
    }

    static let quiet = {
        var logger = Logger(label: "shop")
        logger.logLevel = .critical
        return logger
    }()

    /// What `services` makes, opened on a free port for `body`.
    static func open(
        site: @escaping @Sendable () throws -> Site = { try TestShop.site.get() }, tokens: Tokens = Tokens(),
        keyring: Keyring? = nil, payments: InMemoryPayments = InMemoryPayments(style: .card),
        store: any OrderStore = InMemoryStore(), registry: PrometheusRegistry? = nil,
        limits: Limits = .uncounted, catalog: String = root.appending(path: "Catalog").path, logger: Logger = quiet,
        now: @escaping @Sendable () -> Date = { ShopOpening.noon },
        _ body: @escaping @Sendable (Browser, Services) async throws -> Void
    ) async throws {
        let live = try LiveSite(site)
        try await store.openStock(of: live.current.catalog)
        let services = Services(
            live: live, store: store, keyring: keyring, payments: payments, tokens: tokens,
            origin: "http://shop.example", now: now)
        let server = try await server(services, limits: limits, registry: registry, catalog: catalog, logger: logger)
        let (ports, continuation) = AsyncStream<Int>.makeStream()
        let application = server.application(port: 0) { port in continuation.yield(port) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await application.run() }
            for await port in ports {
                try await body(Browser(port: port), services)
                break
            }
            group.cancelAll()
        }
    }

    static func server(
        _ services: Services, limits: Limits = .uncounted, registry: PrometheusRegistry? = nil,
        catalog: String = root.appending(path: "Catalog").path, logger: Logger = quiet
    ) async throws -> ShopServer {
        let assets = root.appending(path: "Examples/Shop").path
        return ShopServer(
            services, templates: try await MustacheLibrary(directory: "\(assets)/Templates"),
            folders: .init(catalog: catalog, locales: root.appending(path: "Locales").path, assets: assets),
            limits: limits, registry: registry, logger: logger)
    }
}

struct Answer {
    var status: Int
    var body: String
    var headers: [String: String]
}

/// Keeps cookies by hand and follows nothing by itself, so that every answer is seen.
final class Browser: Sendable {
    let port: Int

    init(port: Int) { self.port = port }

    func get(_ path: String, language: String = "", cookie: String = "") async throws -> Answer {
        try await send("GET", path, ["Accept-Language": language, "Cookie": cookie], nil)
    }

    func head(_ path: String) async throws -> Answer { try await send("HEAD", path, [:], nil) }

    func post(_ path: String, _ form: String, cookie: String = "") async throws -> Answer {
        try await send(
            "POST", path, ["Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"], form)
    }

    func send(_ method: String, _ path: String, _ headers: [String: String], _ body: String?) async throws
        -> Answer
    {
        var request = URLRequest(url: try #require(URL(string: "http://127.0.0.1:\(port)\(path)")))
        request.httpMethod = method
        request.httpBody = body.map { Data($0.utf8) }
        for (name, value) in headers where !value.isEmpty { request.setValue(value, forHTTPHeaderField: name) }
        let session = URLSession(configuration: .ephemeral, delegate: NoRedirects(), delegateQueue: nil)
        let (data, response) = try await session.data(for: request)
        let http = try #require(response as? HTTPURLResponse)
        var found: [String: String] = [:]
        for (name, value) in http.allHeaderFields { found["\(name)".lowercased()] = "\(value)" }
        return Answer(status: http.statusCode, body: String(decoding: data, as: UTF8.self), headers: found)
    }
}

final class NoRedirects: NSObject, URLSessionTaskDelegate, Sendable {
    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
    ) { completionHandler(nil) }
}
