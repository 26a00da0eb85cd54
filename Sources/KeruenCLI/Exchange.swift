internal import ArgumentParser
internal import Foundation
internal import Keruen

struct Exchange: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Hands strings to translators, and takes their work back.", subcommands: [Export.self, Import.self])

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case xliff, po, xcstrings

        /// By the ending, in small letters or capitals; translators' tools write .xlf too.
        init(fileName: String) {
            self = Format(rawValue: URL(filePath: fileName).pathExtension.lowercased()) ?? .xliff
        }
    }

    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Writes a table for translators.",
            discussion: """
                Example:
                  keruen exchange export --table shop --locale kk --format xliff > shop.kk.xliff

                XLIFF 1.2 carries everything: a unit for each plural form of the language, states, notes, lengths. What gettext's PO and
                Apple's String Catalogs can't carry is named on standard error and left out.
                """)

        @Option(help: "The folder of interface strings.")
        var locales = "Locales"

        @Option(help: "The table.")
        var table: String

        @OptionGroup var locale: LocaleOption

        @Option(help: "xliff, po or xcstrings.")
        var format = Format.xliff

        @OptionGroup var language: LanguageOption

        func run() throws {
            let report = language.report()
            let tables = try StringTables.load(locales, report)
            try tables.require(table, report)
            let tag = try locale.knownTag(report)
            let (data, findings) =
                switch format {
                case .xliff: XLIFF.export(tables, to: tag, table: table)
                case .po: GettextPO.export(tables, to: tag, table: table)
                case .xcstrings: XCStrings.export(tables, to: tag, table: table)
                }
            try write(data, report)
            for finding in findings { standardError(TerminalReport(in: report).line(finding)) }
            if !findings.isEmpty { throw Failure(.findings, [], in: report) }
        }
    }

    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Takes a translators' file into Locales.",
            discussion: """
                Example:
                  keruen exchange import --locale kk shop.kk.xliff

                Writes the tables of the language and their states. A translation that lost a placeholder, or that is of an older source,
                is named with its line; what can't be a message is not taken.
                """)

        @Option(help: "The folder of interface strings.")
        var locales = "Locales"

        @OptionGroup var locale: LocaleOption

        @Option(help: "xliff, po or xcstrings; by the file's name when left out.")
        var format: Format?

        @Argument(help: "The file.")
        var file: String

        @OptionGroup var language: LanguageOption

        func run() throws {
            let report = language.report()
            var tables = try StringTables.load(locales, report)
            let tag = try locale.knownTag(report)
            guard let data = try? Data(contentsOf: URL(filePath: file)) else {
                throw Failure(.unreadable, [Diagnostic(.unreadableFile, at: SourcePosition(file: file))], in: report)
            }
            let outcome: ExchangeReport
            do {
                outcome =
                    switch format ?? Format(fileName: file) {
                    case .xliff: try XLIFF.read(data, as: file, into: &tables, expecting: tag)
                    case .po: try GettextPO.read(data, as: file, into: &tables, expecting: tag)
                    case .xcstrings: try XCStrings.read(data, as: file, into: &tables, language: tag)
                    }
            } catch { throw Failure(error, in: report) }
            try tables.write(tag, below: URL(filePath: locales), report)
            for finding in outcome.findings { standardError(TerminalReport(in: report).line(finding)) }
            if outcome.findings.contains(where: { $0.severity == .error }) { throw Failure(.findings, [], in: report) }
        }
    }
}

extension StringTables {
    /// Writes a language's tables and their states.
    fileprivate func write(_ language: LanguageTag, below folder: URL, _ report: ReportLanguage) throws {
        let names = Set((strings[language] ?? [:]).keys.map { String($0.prefix { $0 != "." }) }).sorted()
        for table in names {
            for (name, data) in [
                ("\(table).json", json(ofTable: table, language: language)),
                ("\(table).state.json", states(ofTable: table, language: language)),
            ] {
                let file = folder.appending(path: "\(language)/\(name)")
                do {
                    try FileManager.default.createDirectory(
                        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                    try data.write(to: file, options: .atomic)
                } catch {
                    throw Failure(
                        .unreadable, [Diagnostic(.unreadableFile, at: SourcePosition(file: file.path))], in: report)
                }
            }
        }
    }
}
