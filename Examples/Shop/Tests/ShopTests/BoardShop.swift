import Foundation
import Keruen
import Logging
import ShopBoard
import ShopSite
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A shop with a board over a catalogue of its own, which a test may change, on a real loopback socket.
struct BoardShop: Sendable {
    static let token = "caravan-2027-qabyrga"

    let port: Int
    let store: InMemoryStore
    let live: LiveSite
    let catalog: URL
    let payments: InMemoryPayments

    /// - Parameters:
    ///   - board: the board's token; nil for a shop without one.
    ///   - keyring: opens what is kept of people.
    ///   - change: what a test does to the catalogue's folder before the shop opens.
    static func open(
        board: String? = token, now: @escaping @Sendable () -> Date = { ShopOpening.noon },
        limits: Limits = .uncounted, keyring: Keyring? = nil, snapshot: Snapshot? = nil,
        logger: Logger = TestShop.quiet,
        change: (URL) throws -> Void = { _ in },
        _ body: @escaping @Sendable (BoardShop) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "board-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let catalog = folder.appending(path: "Catalog")
        let root = URL(filePath: #filePath).appending(path: "../../../../../").standardized
        try FileManager.default.copyItem(at: root.appending(path: "Catalog"), to: catalog)
        try leaveWritten(catalog)
        try change(catalog)
        let strings = try TestShop.site.get().strings
        let store = InMemoryStore()
        let payments = InMemoryPayments(style: .card)
        let path = catalog.path
        try await TestShop.open(
            site: {
                if let snapshot { return Site(snapshot: snapshot, strings: strings) }
                return Site(catalog: try Catalog.load(folder: catalog), strings: strings)
            },
            tokens: Tokens(secret: ShopOpening.secret, board: board), keyring: keyring, payments: payments,
            store: store,
            limits: limits, catalog: path, logger: logger, now: now
        ) { browser, services in
            try await body(
                BoardShop(port: browser.port, store: store, live: services.live, catalog: catalog, payments: payments))
        }
    }

    /// Markets in the languages that are written for them: the others, which are converted, would cost every import as much again,
    /// since a site is whole before anybody sees it.
    private static func leaveWritten(_ catalog: URL) throws {
        for (market, converted) in [("cn", ["zh-Hant", "kk-Arab"]), ("kz", ["kk-Latn"])] {
            let file = catalog.appending(path: "markets/\(market).yaml")
            var text = try String(contentsOf: file, encoding: .utf8)
            for language in converted {
                text = text.replacing(", \(language)", with: "", maxReplacements: 1)
                text = text.replacing(try Regex("\n  \(language): [^\n]*"), with: "", maxReplacements: 1)
            }
            text = text.replacing("fallbacks:\n#", with: "#")
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
    }

    struct Answer {
        var status: Int
        var body: String
        var headers: [String: String]

        /// The value of a cookie that it sets.
        func cookie(_ name: String) -> String? {
            let parts = headers["set-cookie"]?.split(whereSeparator: { $0 == ";" || $0 == "," }) ?? []
            return parts.map { $0.drop { $0 == " " } }.first { $0.hasPrefix("\(name)=") }
                .map { String($0.dropFirst(name.count + 1)) }
        }

        var location: String { headers["location"] ?? "" }

        /// What the page's forms prove themselves with.
        var token: String {
            body.firstMatch(of: /name="token" value="([^"]*)"/).map { String($0.1) } ?? ""
        }
    }

    func send(
        _ method: String, _ path: String, _ headers: [String: String] = [:], body: Data? = nil
    ) async throws -> Answer {
        var request = URLRequest(url: try #require(URL(string: "http://127.0.0.1:\(port)\(path)")))
        request.httpMethod = method
        request.httpBody = body
        for (name, value) in headers where !value.isEmpty { request.setValue(value, forHTTPHeaderField: name) }
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpShouldSetCookies = false
        let session = URLSession(configuration: configuration, delegate: StaysPut(), delegateQueue: nil)
        let (data, response) = try await session.data(for: request)
        let http = try #require(response as? HTTPURLResponse)
        var found: [String: String] = [:]
        for (name, value) in http.allHeaderFields { found["\(name)".lowercased()] = "\(value)" }
        return Answer(status: http.statusCode, body: String(decoding: data, as: UTF8.self), headers: found)
    }

    func get(_ path: String, _ cookie: String = "", language: String = "") async throws -> Answer {
        try await send("GET", path, ["Cookie": cookie, "Accept-Language": language])
    }

    func post(_ path: String, _ fields: [String: String], _ cookie: String = "") async throws -> Answer {
        let allowed = CharacterSet.alphanumerics
        let form = fields.map { "\($0)=\($1.addingPercentEncoding(withAllowedCharacters: allowed) ?? "")" }
        return try await send(
            "POST", path, ["Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"],
            body: Data(form.joined(separator: "&").utf8))
    }

    /// Signs in as a person does; the cookies to come back with.
    func signIn(_ token: String = BoardShop.token) async throws -> Answer {
        let door = try await get("/board/login")
        let visit = try #require(door.cookie("board-visit"))
        return try await post("/board/login", ["token": door.token, "board": token], "board-visit=\(visit)")
    }

    func session() async throws -> String { "board=\(try #require(try await signIn().cookie("board")))" }

    /// Sends a file as the board's form does.
    func upload(_ text: String, named name: String, _ cookie: String, token: String) async throws -> Answer {
        let body = """
            --edge\r\nContent-Disposition: form-data; name="token"\r\n\r\n\(token)\r\n\
            --edge\r\nContent-Disposition: form-data; name="file"; filename="\(name)"\r\n\
            Content-Type: application/octet-stream\r\n\r\n\(text)\r\n--edge--\r\n
            """
        return try await send(
            "POST", "/board/imports", ["Cookie": cookie, "Content-Type": "multipart/form-data; boundary=edge"],
            body: Data(body.utf8))
    }

    /// A page of what is found in the catalogue, when it is found.
    func checked(_ path: String, _ cookie: String) async throws -> Answer {
        for _ in 0..<30 {
            let page = try await get(path, cookie)
            if !page.body.contains("aria-busy") { return page }
        }
        return try await get(path, cookie)
    }

    /// The page of an import when it is over.
    func outcome(_ job: String, _ cookie: String) async throws -> Answer {
        for _ in 0..<2_400 {
            let status = try await send("GET", job, ["Cookie": cookie, "Accept": "application/json"])
            if status.body.contains("\"isOver\":true") { break }
            try await Task.sleep(for: .milliseconds(25))
        }
        return try await get(job + "?lang=ru", cookie)
    }

    final class StaysPut: NSObject, URLSessionTaskDelegate, Sendable {
        func urlSession(
            _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
            newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
        ) { completionHandler(nil) }
    }
}
