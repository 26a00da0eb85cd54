internal import ArgumentParser
internal import Foundation
internal import Keruen

struct Exchange: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Hands strings to translators, and takes their work back.", subcommands: [Export.self, Import.self])

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case xliff, po, xcstrings

        /// By the ending, in small letters or capitals; translators' tools write .xlf and .pot too.
        init?(fileName: String) {
            switch URL(filePath: fileName).pathExtension.lowercased() {
            case "xliff", "xlf": self = .xliff
            case "po", "pot": self = .po
            case "xcstrings": self = .xcstrings
            default: return nil
            }
        }
    }

    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Writes a table for translators.",
            discussion: """
                Example:
                  keruen exchange export --table shop --locale kk --format xliff > shop.kk.xliff

                XLIFF 1.2 carries everything: a unit for each plural form of the language, states, notes, lengths. What gettext's PO and \
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

                Writes the tables of the language and their states. A translation that lost a placeholder, or that is of an older source, \
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
            guard let format = format ?? Format(fileName: file) else {
                let arguments: [String: Diagnostic.Argument] = [
                    "file": .text(file), "known": .text(Format.allCases.map(\.rawValue).joined(separator: ", ")),
                ]
                throw Failure(.usage, [Diagnostic("CLI0120", .error, at: nil, arguments)], in: report)
            }
            let data = try read(file, report)
            let before = tables
            let outcome: ExchangeReport
            do {
                outcome =
                    switch format {
                    case .xliff: try XLIFF.read(data, as: file, into: &tables, expecting: tag)
                    case .po: try GettextPO.read(data, as: file, into: &tables, expecting: tag)
                    case .xcstrings: try XCStrings.read(data, as: file, into: &tables, language: tag)
                    }
            } catch { throw Failure(error, in: report) }
            try save(tables, over: before, tag, report)
            try write(report.text("exchange.taken", ["count": .integer(outcome.applied)]) ?? "", report)
            for finding in outcome.findings { standardError(TerminalReport(in: report).line(finding)) }
            guard outcome.applied > 0, !outcome.findings.contains(where: { $0.severity == .error }) else {
                throw Failure(.findings, [], in: report)
            }
        }

        /// Writes those of a language's tables that the file has changed.
        private func save(
            _ tables: StringTables, over before: StringTables, _ language: LanguageTag, _ report: ReportLanguage
        ) throws {
            let names = Set((tables.strings[language] ?? [:]).keys.map { String($0.prefix { $0 != "." }) }).sorted()
            for table in names {
                let path = "\(locales.trimmingTrailingSlashes)/\(language)/\(table)"
                for (name, data, old) in [
                    (
                        "\(path).json", tables.json(ofTable: table, language: language),
                        before.json(ofTable: table, language: language)
                    ),
                    (
                        "\(path).state.json", tables.states(ofTable: table, language: language),
                        before.states(ofTable: table, language: language)
                    ),
                ] where data != old {
                    try write(data, to: URL(filePath: name), as: name, makingFolder: true, report)
                }
            }
        }
    }
}
