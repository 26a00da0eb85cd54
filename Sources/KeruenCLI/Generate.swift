internal import ArgumentParser
internal import Foundation
internal import Keruen

struct Generate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes files that follow from others.", subcommands: [Strings.self, States.self])

    struct Strings: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Writes Swift that names every string of a table and types its arguments.",
            discussion: """
                Example:
                  keruen generate strings --table shop > Sources/MyShop/Strings.swift

                Run it again whenever a key or an argument comes or goes; the struct refuses strings that it was not written for.
                """)

        @Option(help: "The folder of interface strings.")
        var locales = "Locales"

        @Option(help: "The table.")
        var table: String

        @Option(help: "The struct's name.")
        var name = "Strings"

        @OptionGroup var language: LanguageOption

        func run() throws {
            let report = language.report()
            guard StringAccessors.isTypeName(name) else {
                throw Failure(.usage, [Diagnostic("CLI0122", .error, at: nil, ["value": .text(name)])], in: report)
            }
            let tables = try StringTables.load(locales, report)
            try tables.require(table, report)
            let collisions = tables.accessorCollisions(in: table)
            guard collisions.isEmpty else { throw Failure(.findings, collisions, in: report) }
            let source = StringAccessors(tables, table: table, name: name).source
            try write(Data(source.utf8), report)
        }
    }

    struct States: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Notes that translations are of the sources as they stand.",
            discussion: """
                Example:
                  keruen generate states --locale kk

                Writes Locales/<tag>/<table>.state.json: for each translation the hash of its source, so that a change of the source \
                makes it stale. What is stale stays so; --accept takes it as up to date, after somebody has read it.
                """)

        @Option(help: "The folder of interface strings.")
        var locales = "Locales"

        @Option(help: "The translation's language; all when left out.")
        var locale: String?

        @Flag(help: "Take stale translations as up to date.")
        var accept = false

        @OptionGroup var language: LanguageOption

        func run() throws {
            let report = language.report()
            var tables = try StringTables.load(locales, report)
            let languages = try locale.map { [try LanguageTag.parseKnown($0, report)] } ?? tables.languages
            for language in languages where language != tables.sourceLanguage {
                let names = tables.noteSources(of: language, acceptingStale: accept)
                for table in names {
                    let path = "\(locales.trimmingTrailingSlashes)/\(language)/\(table).state.json"
                    try write(
                        tables.states(ofTable: table, language: language), to: URL(filePath: path), as: path, report)
                }
            }
        }
    }
}

extension StringTables {
    /// - Throws: where the source has no such table, with the names of those that it has.
    func require(_ table: String, _ report: ReportLanguage) throws {
        let known = Set(sources.keys.map { $0.prefix { $0 != "." } })
        guard known.contains(table[...]) else {
            let arguments: [String: Diagnostic.Argument] = [
                "table": .text(table), "known": .text(known.sorted().joined(separator: ", ")),
            ]
            throw Failure(.usage, [Diagnostic("CLI0114", .error, at: nil, arguments)], in: report)
        }
    }

    /// The strings below a folder.
    static func load(_ folder: String, _ report: ReportLanguage) throws -> StringTables {
        do { return try load(folder: URL(filePath: folder), as: folder.trimmingTrailingSlashes) } catch {
            throw Failure(error, in: report)
        }
    }
}
