internal import ArgumentParser
internal import Foundation
internal import Keruen

@main
struct KeruenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keruen",
        abstract: "The multilingual catalogue of a shop between China, Russia and Kazakhstan.",
        discussion: """
            Exit codes: 0 fine, 1 findings, 2 data that can't be read, 3 usage.
            Reports speak English, Russian, Kazakh or Chinese: by --language, else by LC_ALL, LC_MESSAGES or LANG.
            """,
        subcommands: [
            Validate.self, CoverageCommand.self, Index.self, SnapshotCommand.self, Search.self, Browse.self,
            QuoteCommand.self,
            ClassifyCommand.self, CheckIDCommand.self, OrderCommand.self, DeclareCommand.self, ReceiptCommand.self,
            PurchaseCommand.self, Stock.self, Backup.self, Migrate.self, Sort.self,
            Transliterate.self, Segment.self, Slug.self, Fold.self, Stem.self, Inspect.self, Format.self,
            Generate.self, Explain.self, Exchange.self,
        ])

    /// The one place where an outcome becomes an exit code.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let failure as Failure {
            for line in failure.lines { standardError(line) }
            Foundation.exit(failure.exit.rawValue)
        } catch {
            let code = exitCode(for: error)
            // swift-argument-parser's own code for usage is 64.
            let isUsage = code != .success && !(error is ExitCode)
            let message = fullMessage(for: error)
            if code == .success {
                print(message)
            } else if isUsage {
                usage(message)
            } else if !message.isEmpty {
                standardError(message)
            }
            Foundation.exit(isUsage ? Exit.usage.rawValue : code.rawValue)
        }
    }
}

extension KeruenCommand {
    /// What the argument parser says of a command that it can't understand, after a line in the reader's language: the parser itself
    /// speaks English.
    private static func usage(_ message: String) {
        let words = CommandLine.arguments
        let option = "--language"
        let named =
            words.last { $0.hasPrefix(option + "=") }.map { String($0.dropFirst(option.count + 1)) }
            ?? words.lastIndex(of: option).map { words[words.index(after: $0)...] }?.first
        let report =
            named.flatMap { try? LanguageTag($0) }.map { ReportLanguage($0) }
            ?? ReportLanguage(environment: ProcessInfo.processInfo.environment)
        let problem = message.hasPrefix("Error: ") ? String(message.dropFirst("Error: ".count)) : message
        let (first, rest) = (problem.prefix { $0 != "\n" }, problem.drop { $0 != "\n" })
        standardError(
            TerminalReport(in: report).line(Diagnostic("CLI0119", .error, at: nil, ["problem": .text(String(first))]))
                + rest)
    }
}

enum Exit: Int32 {
    case findings = 1
    case unreadable = 2
    case usage = 3
}

/// A command that ends early: what to say, and how to exit.
struct Failure: Error {
    var exit: Exit
    var lines: [String]

    init(_ exit: Exit, _ diagnostics: [Diagnostic], in language: ReportLanguage) {
        self.exit = exit
        lines = diagnostics.map(TerminalReport(in: language).line)
    }

    /// A refusal by what its worst diagnostic means: unreadable data or findings.
    init(_ refusal: Refusal, in language: ReportLanguage) {
        let isUnreadable = refusal.diagnostics.contains { $0.code == .unreadableFile || $0.code == .notUTF8 }
        self.init(isUnreadable ? .unreadable : .findings, refusal.diagnostics, in: language)
    }
}

/// Writes a line to standard output at once.
/// - Throws: `Failure` where the disk is full or the reader gone: a report that nobody got must not end well.
func write(_ line: String, _ report: ReportLanguage) throws {
    try write(Data((line + "\n").utf8), report)
}

func write(_ data: Data, _ report: ReportLanguage) throws {
    do { try FileHandle.standardOutput.write(contentsOf: data) } catch {
        throw Failure(.unreadable, [Diagnostic("CLI0106")], in: report)
    }
}

/// Writes a file whole or not at all.
func write(
    _ data: Data, to file: URL, as name: String, makingFolder: Bool = false, _ report: ReportLanguage
) throws {
    do {
        if makingFolder {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        }
        try data.write(to: file, options: .atomic)
    } catch {
        throw Failure(.unreadable, [Diagnostic(.unwritableFile, at: SourcePosition(file: name))], in: report)
    }
}

/// - Throws: `Failure` where the file is missing or closed.
func read(_ name: String, _ report: ReportLanguage) throws -> Data {
    do { return try Data(contentsOf: URL(filePath: name)) } catch {
        throw Failure(.unreadable, [Diagnostic(.unreadableFile, at: SourcePosition(file: name))], in: report)
    }
}

func standardError(_ line: String) {
    try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8))
}
