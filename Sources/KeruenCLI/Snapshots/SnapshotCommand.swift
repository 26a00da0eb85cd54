internal import ArgumentParser
internal import Foundation
internal import Keruen

struct SnapshotCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "snapshot",
        abstract: "Derives snapshots from the log of a catalogue's changes, and takes them to every node.",
        discussion: """
            Example:
              keruen snapshot append --log Log Catalog
              keruen snapshot rebuild --log Log --to Published
              keruen snapshot follow --log Log --to Published
              keruen snapshot fetch --from Published --to Snapshot
            """,
        subcommands: [Append.self, Rebuild.self, Follow.self, Fetch.self])
}

/// Rounds of work, once or until somebody stops the program. It may be stopped at any moment: what is published is published in one step.
struct Rounds: ParsableArguments {
    @Flag(help: "Take in all that is there, and end.")
    var once = false
    @Option(help: ArgumentHelp("Seconds until it looks again.", valueName: "seconds"))
    var every: Int?

    private static let usual = 2

    /// - Parameter round: says whether there may be more at once.
    func run(_ report: ReportLanguage, _ round: () async throws -> Bool) async throws {
        if once, every != nil {
            let options: [String: Diagnostic.Argument] = ["option": "--once", "other": "--every"]
            throw Failure(.usage, [Diagnostic("CLI0171", .error, at: nil, options)], in: report)
        }
        let pause = every ?? Self.usual
        try ListOptions.require("--every", pause, least: 1, report)
        var told: [String] = []
        while true {
            do {
                while try await round() {}
                told = []
            } catch {
                guard let failure = Failure(snapshot: error, in: report) else { throw error }
                // A disk or a network comes back; what was asked wrongly does not.
                guard !once, failure.exit != .usage else { throw failure }
                if failure.lines != told { failure.lines.forEach(standardError) }
                told = failure.lines
            }
            if once { return }
            try await Task.sleep(for: .seconds(pause))
        }
    }
}

extension Failure {
    /// What can go wrong with a log or a snapshot; nil for anything else.
    init?(snapshot error: any Error, in language: ReportLanguage) {
        switch error {
        case let error as Failure: self = error
        case let error as CatalogLogError: self.init(.unreadable, [error.diagnostic], in: language)
        case let error as SegmentError: self.init(error, in: language)
        case let error as Refusal: self.init(error, in: language)
        default: return nil
        }
    }
}

extension ReportLanguage {
    /// Does something with a log or a snapshot, and says what went wrong.
    func snapshooting<T>(_ body: () async throws -> T) async throws -> T {
        do { return try await body() } catch { throw Failure(snapshot: error, in: self) ?? error }
    }
}
