import Foundation
import TestSupport
import Testing

/// The house's plan: what each module may stand on. Everything else is a wall.
@Suite("The house")
struct ArrowTests {
    /// Module → what it may import of ours, and because of what.
    static let plan: [String: (imports: Set<String>, because: String)] = [
        "CICU": ([], "it only names a system library"),
        "ICUShims": (["CICU"], "it is the one place that sees ICU's headers"),
        "COpenCC": ([], "it only names a system library"),
        "TextShims": (["COpenCC"], "it is the one place that sees their headers"),
        "KeruenDiagnostics": ([], "everyone reports, so reporting stands on nothing"),
        "TextTables": ([], "it holds bytes"),
        "KeruenText": (["ICUShims", "TextShims", "TextTables"], "texts are of use without a catalogue"),
        "JSONShims": ([], "it is the one place that sees simdjson's headers"),
        "KeruenDocuments": (["KeruenDiagnostics", "JSONShims"], "a file format knows nothing of what it holds"),
        "KeruenMessages": (["KeruenText", "ICUShims"], "messages are of use alone, and their errors are their own"),
        "KeruenMarkets": (
            ["KeruenText", "KeruenDocuments", "MarketTables"], "a market is a country's facts, not a shop's"
        ),
        "MarketTables": ([], "it holds bytes"),
        "KeruenLocalization": (
            ["KeruenMessages", "KeruenMarkets", "LocalizationTables"], "words depend on the market, not on the goods"
        ),
        "KeruenCatalog": (
            ["KeruenLocalization", "KeruenDocuments"], "goods are described before they are found or sold"
        ),
        "SearchShims": ([], "it holds the inner loops of search"),
        "KeruenSearch": (
            ["KeruenCatalog", "SearchShims"],
            "an index is derived from the catalogue alone; stock arrives as columns"
        ),
        "TradeTables": ([], "it holds bytes"),
        "KeruenTrade": (
            ["KeruenCatalog", "TradeTables"], "an order is right without a search engine or a database"
        ),
        "LocalizationTables": ([], "it holds bytes"),
        "ReportTexts": ([], "it holds bytes"),
        "CustomsTables": ([], "it holds bytes"),
        "KeruenCustoms": (
            ["KeruenTrade", "CustomsTables"], "papers are made of orders, and orders know nothing of papers"
        ),
        "KeruenChecks": (
            ["KeruenTrade", "KeruenSearch", "JSONShims", "ReportTexts"],
            "checks look at everything and nothing looks at them"
        ),
        "KeruenTesting": (["KeruenChecks", "KeruenTrade"], "a shop's tests use what a shop uses"),
        "KeruenSQLite": (["KeruenTrade"], "an adapter knows its port, and the port never its adapter"),
        "PostgresShims": ([], "it is the one place that sees libpq's header"),
        "KeruenPostgres": (
            ["KeruenTrade", "PostgresShims"], "an adapter knows its port, and the port never its adapter"
        ),
        "Keruen": (["KeruenChecks", "KeruenSearch", "KeruenTrade"], "the umbrella brings no database"),
        "keruen": (
            ["Keruen", "KeruenCustoms", "KeruenPostgres", "KeruenSQLite"],
            "the command line is a user of the library like any other"
        ),
    ]

    /// What stands beside the house: tests' own libraries and programs.
    static let testing: Set<String> = ["TestSupport", "Embed", "FaultVFS", "OrderSimulation", "simulate", "crowd"]

    /// Module → whose package it may stand on, and because of what. All others stand on none.
    static let packages: [String: (name: String, because: String)] = [
        "KeruenDocuments": ("Yams", "a parser of YAML with places is not ours to write"),
        "KeruenTrade": (
            "swift-crypto", "documents are sealed before a store sees them, and ciphers are not ours to write"
        ),
        "KeruenSQLite": ("GRDB.swift", "the embedded store stands on it alone"),
        "keruen": ("swift-argument-parser", "commands read their options by it"),
    ]

    private struct Dump: Decodable {
        var targets: [Target]

        struct Target: Decodable {
            var name: String
            var type: String
            var dependencies: [Dependency]
        }

        struct Dependency: Decodable {
            var byName: [Name?]?
            var target: [Name?]?
            /// Its name, then its package's.
            var product: [Name?]?

            var name: String? { (byName ?? target)?.first??.text }
            var package: String? { product.flatMap { $0.count > 1 ? $0[1]?.text : nil } }
        }

        /// Dependencies are arrays of a name and a condition.
        struct Name: Decodable {
            var text: String?

            init(from decoder: any Decoder) throws { text = try? decoder.singleValueContainer().decode(String.self) }
        }
    }

    @Test("has the arrows of its plan and no other")
    func arrows() async throws {
        let dump = try await Project.withTemporaryFolder { folder in
            // Without a scratch path of its own this waits for the running build's lock for ever.
            try Project.run("/usr/bin/env", ["swift", "package", "--scratch-path", folder.path, "dump-package"])
        }
        try #require(dump.status == 0, "\(dump.errors)")
        let targets = try JSONDecoder().decode(Dump.self, from: Data(dump.output.utf8)).targets
        let modules = targets.filter { $0.type != "test" && !Self.testing.contains($0.name) }
        #expect(Set(modules.map(\.name)) == Set(Self.plan.keys))
        for module in modules {
            let rule = try #require(Self.plan[module.name])
            let ours = Set(module.dependencies.compactMap(\.name)).intersection(Self.plan.keys)
            let forbidden = ours.subtracting(rule.imports).sorted()
            #expect(
                forbidden.isEmpty,
                "\(module.name) must not depend on \(forbidden.joined(separator: ", ")), because \(rule.because)")
            let package = Self.packages[module.name]
            #expect(
                Set(module.dependencies.compactMap(\.package)) == Set([package?.name].compactMap(\.self)),
                "\(module.name) stands on \(package.map { "\($0.name), because \($0.because)" } ?? "no package")")
        }
    }

    @Test("has files that import what their module declares, and nothing behind its back")
    func imports() throws {
        for (module, rule) in Self.plan where module != "CICU" {
            let folder = Project.root.appending(path: "Sources/\(module == "keruen" ? "KeruenCLI" : module)")
            for case let file as URL in try #require(
                FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
            where file.pathExtension == "swift" {
                let text = try String(contentsOf: file, encoding: .utf8)
                for match in text.matches(of: /import (\w+)/) {
                    let name = String(match.1)
                    guard Self.plan[name] != nil else { continue }
                    #expect(
                        rule.imports.contains(name),
                        "\(file.lastPathComponent) must not import \(name), because \(rule.because)")
                }
            }
        }
    }

    @Test("never shows ICU's headers to Swift")
    func opaque() throws {
        let header = try String(
            contentsOf: Project.root.appending(path: "Sources/ICUShims/include/ICUShims.h"), encoding: .utf8)
        #expect(!header.contains("#include <unicode"))
        let map = try String(contentsOf: Project.root.appending(path: "Sources/CICU/module.modulemap"), encoding: .utf8)
        #expect(!map.contains("header"))
    }
}
