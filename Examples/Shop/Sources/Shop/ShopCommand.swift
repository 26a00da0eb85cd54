internal import ArgumentParser
internal import Foundation
internal import Hummingbird
internal import Keruen
internal import KeruenSQLite
internal import Mustache
internal import NIOCore
internal import ShopPages
internal import ShopServer
internal import ShopSite

@main
struct ShopCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shop",
        abstract: "Serves the example storefront.",
        discussion: """
            Example:
              swift run --package-path Examples/Shop Shop --port 8080
            """)

    @Option(help: "The catalogue's folder.")
    var catalog = "Catalog"
    @Option(help: "The folder of interface strings.")
    var locales = "Locales"
    @Option(help: "The folder of Templates and Public.")
    var assets = "Examples/Shop"
    @Option(help: "The file that orders are kept in.")
    var store = "keruen.sqlite"
    @Option(help: "The port on 127.0.0.1.")
    var port = 8080
    @Flag(help: "Request the pages of every market and language once, print a line each, and stop.")
    var check = false

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port wants a number up to 65535") }
    }

    func run() async throws {
        let reader = ReportLanguage(environment: ProcessInfo.processInfo.environment)
        do {
            let (catalog, locales) = (catalog, locales)
            let live = try LiveSite {
                Site(
                    catalog: try Catalog.load(folder: URL(filePath: catalog)),
                    strings: try StringTables.load(folder: URL(filePath: locales), as: locales),
                    rates: try RateTable.load(folder: URL(filePath: catalog).appending(path: "rates")))
            }
            let site = live.current
            let words = Words(strings: site.strings, language: reader.tag)
            guard PageRoutes.areWritten(for: site) else {
                throw Ending([words.text("server.otherStrings", ["folder": .text(locales)])])
            }
            let store = try SQLiteStore(path: store)
            try await store.openStock(of: site.catalog)
            let templates = try await MustacheLibrary(directory: "\(assets)/Templates")
            guard PageRoutes.templates.allSatisfy({ templates.getTemplate(named: $0) != nil }) else {
                throw Refusal(Diagnostic(.unreadableFile, at: SourcePosition(file: "\(assets)/Templates")))
            }
            let services = Services(
                live: live, store: store, keyring: try? Keyring(environment: ProcessInfo.processInfo.environment),
                payments: InMemoryPayments(style: .card), tokens: Tokens(), origin: "http://127.0.0.1:\(port)")
            let server = ShopServer(
                services, templates: templates,
                folders: .init(images: "\(catalog)/images", style: "\(assets)/Public/style.css"))
            if check { try await runCheck(server, site) } else { try await serve(server, words) }
        } catch let refusal as Refusal {
            throw Ending(refusal.diagnostics.map(TerminalReport(in: reader).line))
        } catch let error as TradeError {
            throw Ending([TerminalReport(in: reader).line(error.diagnostic)])
        }
    }

    private func serve(_ server: ShopServer, _ words: Words) async throws {
        do {
            try await server.application(port: port) { port in
                say(words.text("server.serving", ["address": .text("http://127.0.0.1:\(port)")]))
            }.runService()
            say("\n" + words.text("server.closed"))
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw Ending([words.text("server.portBusy", ["port": .text(String(port))])])
        }
    }

    private func runCheck(_ server: ShopServer, _ site: Site) async throws {
        // Port 0: any free one, so that a check never meets a shop that is open.
        let (ports, continuation) = AsyncStream<Int>.makeStream()
        let application = server.application(port: 0) { port in continuation.yield(port) }
        let failures = try await withThrowingTaskGroup(of: [String]?.self) { group in
            group.addTask {
                try await application.run()
                return nil
            }
            group.addTask {
                for await port in ports { return await PageCheck(site: site, port: port).run() }
                return []
            }
            defer { group.cancelAll() }
            while let result = try await group.next() {
                if let result { return result }
            }
            return []
        }
        guard failures.isEmpty else { throw Ending(failures) }
    }
}

/// Writes a line at once: `print` keeps it back where the output is a file or a pipe.
func say(_ line: String) {
    try? FileHandle.standardOutput.write(contentsOf: Data((line + "\n").utf8))
}

/// The server's own words.
struct Words: Sendable {
    let strings: StringTables
    let language: LanguageTag

    func text(_ key: String, _ arguments: [String: MessageArgument] = [:]) -> String {
        strings.text("shop.\(key)", arguments, along: [language, .en])?.value ?? ""
    }
}

/// An end with one clear line a fault instead of a stack trace.
struct Ending: Error, CustomStringConvertible {
    var lines: [String]

    init(_ lines: [String]) { self.lines = lines }

    var description: String { lines.joined(separator: "\n") }
}
