internal import ArgumentParser
internal import CoreMetrics
internal import Foundation
internal import Hummingbird
internal import Keruen
internal import KeruenSQLite
internal import Logging
internal import Mustache
internal import NIOCore
internal import ServiceLifecycle
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
              SHOP_BOARD_TOKEN=… KERUEN_KEYS_FILE=/run/secrets/keys shop --config shop.yaml

            SIGHUP loads catalogue and strings anew; SIGTERM and SIGINT close the shop when its last answer is given.
            """)

    @Option(help: "A YAML file of settings; the environment and the options here go before it.")
    var config: String?
    @Option(help: "The catalogue's folder.")
    var catalog: String?
    @Option(help: "A folder of snapshots, whose products are served instead of the catalogue's.")
    var snapshot: String?
    @Option(help: "A folder that snapshots are published in, which the one of --snapshot follows.")
    var follow: String?
    @Option(help: "The folder of interface strings.")
    var locales: String?
    @Option(help: "The folder of Templates and Public.")
    var assets: String?
    @Option(help: "The file that orders are kept in, or a database: postgresql://…")
    var store: String?
    @Option(help: "The port.")
    var port: Int?
    @Flag(help: "Request the pages of every market and language once, print a line each, and stop.")
    var check = false

    func validate() throws {
        guard port.map((0...65_535).contains) ?? true else {
            throw ValidationError("--port wants a number up to 65535")
        }
    }

    func run() async throws {
        do { try await open() } catch let ending as Ending {
            // In the reader's language from the first word on, which `Error:` would not be.
            for line in ending.lines { complain(line) }
            throw ExitCode.failure
        }
    }

    private func open() async throws {
        let environment = ProcessInfo.processInfo.environment
        let reader = ReportLanguage(environment: environment)
        do {
            let settings = try await settings(environment, reader)
            let address = try storeAddress(settings, reader)
            try await Self.follow(settings)
            let live = try LiveSite { try Self.site(settings) }
            let words = Words(strings: live.current.strings, language: reader.tag)
            guard ShopServer.areWritten(for: live.current) else {
                throw Ending([words.text("server.otherStrings", ["folder": .text(settings.locales)])])
            }
            let server = try await server(settings, address, live, environment, words)
            if check { try await runCheck(server) } else { try await serve(server, settings, words) }
        } catch let refusal as Refusal {
            throw Ending(refusal.diagnostics.map(TerminalReport(in: reader).line))
        } catch let error as TradeError {
            throw Ending([TerminalReport(in: reader).line(error.diagnostic)])
        } catch let error as SegmentError {
            throw Ending([TerminalReport(in: reader).line(error.diagnostic)])
        }
    }

    /// Options before the environment, and that before the file.
    private func settings(_ environment: [String: String], _ reader: ReportLanguage) async throws -> Settings {
        var settings: Settings
        do { settings = try await Settings(file: config, environment: environment) } catch let fault as Settings.Fault {
            throw ending(fault, reader)
        } catch {
            let words = Words(locales ?? Settings().locales, language: reader.tag)
            throw Ending([words.text("server.badFile", ["file": .text(config ?? "")])])
        }
        settings.catalog = catalog ?? settings.catalog
        settings.snapshot = snapshot ?? settings.snapshot
        settings.published = follow ?? settings.published
        settings.locales = locales ?? settings.locales
        settings.assets = assets ?? settings.assets
        settings.store = store ?? settings.store
        settings.port = port ?? settings.port
        if let published = settings.published, settings.snapshot == nil {
            let words = Words(settings.locales, language: reader.tag)
            throw Ending([words.text("server.noOwnFolder", ["folder": .text(published)])])
        }
        return settings
    }

    private func storeAddress(_ settings: Settings, _ reader: ReportLanguage) throws -> StoreAddress {
        do throws(Settings.Fault) { return try settings.storeAddress() } catch { throw ending(error, reader) }
    }

    private func ending(_ fault: Settings.Fault, _ reader: ReportLanguage) -> Ending {
        let words = Words(locales ?? Settings().locales, language: reader.tag)
        let key = fault.wanted.prefix(1).uppercased() + fault.wanted.dropFirst()
        return Ending([
            words.text(
                "server.bad\(key)",
                [
                    "key": .text(fault.key), "value": .text(fault.value),
                    "known": .text(Settings.levels.joined(separator: ", ")),
                ])
        ])
    }

    /// Takes over what is published before the shop opens; what can't be had is no matter where there is an older one.
    private static func follow(_ settings: Settings) async throws {
        guard let published = settings.published, let own = settings.snapshot else { return }
        let folder = SnapshotFolder(URL(filePath: own))
        do {
            _ = try await SnapshotMirror(of: PublishedFolder(URL(filePath: published)), in: folder).refresh()
        } catch {
            guard (try? Snapshot(folder.current())) != nil else { throw error }
        }
    }

    private static func site(_ settings: Settings) throws -> Site {
        let strings = try StringTables.load(folder: URL(filePath: settings.locales), as: settings.locales)
        let rates = try RateTable.load(folder: URL(filePath: settings.catalog).appending(path: "rates"))
        let answers = AnswerCache(bytes: settings.answers << 20)
        guard let folder = settings.snapshot else {
            let catalog = try Catalog.load(folder: URL(filePath: settings.catalog))
            return Site(catalog: catalog, strings: strings, rates: rates, answers: answers)
        }
        let snapshot = try Snapshot(SnapshotFolder(URL(filePath: folder)).current())
        return Site(snapshot: snapshot, strings: strings, rates: rates, answers: answers)
    }

    private func server(
        _ settings: Settings, _ address: StoreAddress, _ live: LiveSite, _ environment: [String: String],
        _ words: Words
    ) async throws -> ShopServer {
        let store = try await OpenStore.at(address, live) { error in
            complain(TerminalReport(in: ReportLanguage(words.language)).line(error.diagnostic))
            complain(words.text("server.noStore"))
        }
        let templates = try await MustacheLibrary(directory: "\(settings.assets)/Templates")
        guard PageRoutes.templates.allSatisfy({ templates.getTemplate(named: $0) != nil }) else {
            throw Refusal(Diagnostic(.unreadableFile, at: SourcePosition(file: "\(settings.assets)/Templates")))
        }
        var keyring: Keyring?
        do throws(TradeError) { keyring = try Keyring(environment: environment) } catch {
            guard error.code == .keyringMissing else { throw error }
            complain(words.text("server.noKeys"))
        }
        let registry = PrometheusRegistry()
        MetricsSystem.bootstrap(registry)
        LoggingSystem.bootstrap { JSONLogHandler(label: $0) }
        var logger = Logger(label: "shop")
        logger.logLevel = check ? .critical : Logger.Level(rawValue: settings.logLevel) ?? .info
        let services = Services(
            live: live, store: store, keyring: keyring, payments: InMemoryPayments(style: .card),
            tokens: Tokens(secret: settings.formSecret, board: settings.boardToken),
            origin: settings.origin ?? "http://\(settings.host):\(settings.port)", now: settings.now)
        return ShopServer(
            services, templates: templates,
            folders: .init(
                catalog: settings.catalog, locales: settings.locales, assets: settings.assets,
                snapshots: settings.snapshot, published: settings.published),
            limits: settings.limits, registry: registry, logger: logger, every: .seconds(settings.following))
    }

    private func serve(_ server: ShopServer, _ settings: Settings, _ words: Words) async throws {
        let application = server.application(host: settings.host, port: settings.port, prepares: true) { port in
            say(words.text("server.serving", ["address": .text("http://\(settings.host):\(port)")]))
        }
        do {
            try await server.group(
                application, notice: .seconds(settings.notice), closing: .seconds(settings.closing)
            ).run()
            say("\n" + words.text("server.closed"))
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw Ending([words.text("server.portBusy", ["port": .text(String(settings.port))])])
        }
    }

    private func runCheck(_ server: ShopServer) async throws {
        // Port 0: any free one, so that a check never meets a shop that is open.
        let (ports, continuation) = AsyncStream<Int>.makeStream()
        let application = server.application(port: 0) { port in continuation.yield(port) }
        let (site, now) = (server.services.live.current, server.services.now())
        let failures = try await withThrowingTaskGroup(of: [String]?.self) { group in
            group.addTask {
                try await application.run()
                return nil
            }
            group.addTask {
                for await port in ports { return await PageCheck(site: site, now: now, port: port).run() }
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

/// The same where complaints go.
func complain(_ line: String) {
    try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8))
}
