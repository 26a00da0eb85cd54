import Foundation
import KeruenChecks
import TestSupport
import Testing

/// Each rule on a copy of the sample catalogue with one slip in it: the slip is found at its place, and nothing else.
@Suite("Validation")
struct CatalogRuleTests {
    private func findings(_ spoil: (_ folder: URL) throws -> Void) async throws -> [Diagnostic] {
        try await Project.withCopy { folder in
            try spoil(folder.appending(path: "Catalog"))
            return try CatalogDraft.load(folder: folder.appending(path: "Catalog"), as: "Catalog").validate()
        }
    }

    /// Replaces in one file and tells the line that was changed.
    private func edit(_ file: URL, _ old: String, _ new: String) throws {
        let text = try String(contentsOf: file, encoding: .utf8)
        try #require(text.contains(old), "\(file.lastPathComponent) has no \(old)")
        try text.replacing(old, with: new, maxReplacements: 1).write(to: file, atomically: true, encoding: .utf8)
    }

    @Test("finds nothing in the sample catalogue")
    func clean() async throws {
        #expect(try await findings { _ in } == [])
    }

    @Test("has a slip for every rule, which that rule finds at its file and line, and says in every language")
    func slips() async throws {
        #expect(Set(CatalogSlip.all.map(\.code)) == Set(CatalogRule.all.map(\.code)))
        try await withFewProducts { catalog in
            for slip in CatalogSlip.all {
                let found = try spoilt(slip, catalog) { $0.validate() }
                let finding = try #require(
                    found.first { $0.code == slip.code }, "\(slip.code) in \(slip.file): \(found.map(\.code))")
                let isElsewhere = ["CAT0102", "CAT0303", "CAT0311", "CAT0408", "CAT0504"].contains(slip.code)
                #expect(finding.position?.file == "Catalog/\(slip.file)" || isElsewhere, "\(slip.code)")
                let isFileAlone = ["CAT0503", "CAT0504"].contains(slip.code)
                #expect((finding.position?.line ?? 0) > 0 || isFileAlone, "\(slip.code)")
                for language in ReportLanguage.all {
                    let sentence = ReportLanguage(language).sentence(finding)
                    #expect(!sentence.contains("{") && sentence != slip.code.rawValue, "\(language): \(sentence)")
                }
            }
        }
    }

    @Test("has rules that find their own code alone, and are as strict as the settings say")
    func levels() async throws {
        try await withFewProducts { catalog in
            for slip in CatalogSlip.all {
                let rule = try #require(CatalogRule.all.first { $0.code == slip.code })
                try spoilt(slip, catalog) { draft in
                    func found(_ level: CatalogSettings.Level?, by rules: [CatalogRule]) -> [Diagnostic] {
                        let settings = CatalogSettings(levels: level.map { [slip.code: $0] } ?? [:])
                        let context = CatalogContext(draft, settings: settings, rules: rules)
                        return draft.products.flatMap(context.findings(of:)) + context.findings(of: draft)
                    }
                    let plain = found(nil, by: [rule])
                    #expect(!plain.isEmpty && plain.allSatisfy { $0.severity == rule.severity }, "\(slip)")
                    let notes = found(.note, by: [rule])
                    #expect(notes.allSatisfy { $0.code == slip.code && $0.severity == .note }, "\(slip)")
                    #expect(!found(.off, by: CatalogRule.all).contains { $0.code == slip.code }, "\(slip)")
                }
            }
        }
    }

    @Test("keeps silent about what only looks like a slip")
    func innocent() async throws {
        try await withFewProducts { catalog in
            #expect(try CatalogDraft.load(folder: catalog, as: "Catalog").validate() == [])
            for slip in CatalogSlip.innocent {
                let found = try spoilt(slip, catalog) { $0.validate() }
                #expect(found.isEmpty, "\(slip.code): \(found.map(\.code))")
            }
        }
    }

    /// The sample catalogue with the products that slips are put into, which is read in a tenth of the time.
    private func withFewProducts(_ body: (_ catalog: URL) throws -> Void) async throws {
        try await Project.withCopy { folder in
            let catalog = folder.appending(path: "Catalog")
            let kept = Set(CatalogSlip.all.map(\.file) + ["products/dutar.yaml"])
            var skus: Set<Substring> = []
            for name in try FileManager.default.contentsOfDirectory(atPath: catalog.appending(path: "products").path) {
                let file = catalog.appending(path: "products/\(name)")
                if kept.contains("products/\(name)") {
                    skus.formUnion(try String(contentsOf: file, encoding: .utf8).matches(of: /sku: (\S+)/).map(\.1))
                } else {
                    try FileManager.default.removeItem(at: file)
                }
            }
            for part in ["price-lists", "stock"] {
                for name in try FileManager.default.contentsOfDirectory(atPath: catalog.appending(path: part).path) {
                    let file = catalog.appending(path: "\(part)/\(name)")
                    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { line in
                        line.prefixMatch(of: /\ \ ([A-Z0-9-]+):/).map { skus.contains($0.1) } ?? true
                    }
                    try (lines.joined(separator: "\n") + "\n").write(to: file, atomically: true, encoding: .utf8)
                }
            }
            try body(catalog)
        }
    }

    /// Reads a catalogue with a slip in it, and takes the slip back.
    private func spoilt<R>(_ slip: CatalogSlip, _ folder: URL, _ body: (CatalogDraft) throws -> R) throws -> R {
        let file = folder.appending(path: slip.file)
        let text = try String(contentsOf: file, encoding: .utf8)
        try edit(file, slip.old, slip.new)
        defer { try? text.write(to: file, atomically: true, encoding: .utf8) }
        return try body(try CatalogDraft.load(folder: folder, as: "Catalog"))
    }

    @Test(
        "names files that do not fit the format, at the line",
        arguments: [
            ("  kk: ", "  x-kk: ", "DOC0105"), ("kind: handicraft", "kind: guitar", "DOC0104"),
        ])
    func format(old: String, new: String, code: String) async throws {
        let found = try await findings { try edit($0.appending(path: "products/staved-dombra.yaml"), old, new) }
        let finding = try #require(found.first { $0.code.rawValue == code })
        #expect(finding.position?.file == "Catalog/products/staved-dombra.yaml" && (finding.position?.line ?? 0) > 0)
    }

    @Test("names the missing Kazakh title, and who asks for it")
    func missingTitle() async throws {
        let found = try await findings { folder in
            let file = folder.appending(path: "products/staved-dombra.yaml")
            let lines = try String(contentsOf: file, encoding: .utf8).split(
                separator: "\n", omittingEmptySubsequences: false)
            let at = try #require(lines.firstIndex { $0.hasPrefix("  kk: ") })
            let kept = lines.enumerated().filter { $0.offset != at }.map(\.element)
            try kept.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
        }
        let finding = try #require(found.first)
        #expect(found.count == 1 && finding.code == "CAT0201" && finding.arguments["markets"] == "kz")
        #expect(ReportLanguage(.ru).sentence(finding).contains("нет названия на языке kk"))
    }

    @Test(
        "finds a price that is not above zero, and one with too many digits",
        arguments: [
            ("-3.00", "CAT0301"), ("0.00", "CAT0301"), ("1.005", "CAT0302"), ("99999999999999999999", "CAT0302"),
            ("free", "DOC0105"),
        ])
    func prices(price: String, code: String) async throws {
        let found = try await findings { folder in
            let file = folder.appending(path: "price-lists/ru-2026.yaml")
            let text = try String(contentsOf: file, encoding: .utf8)
            let line = try #require(text.split(separator: "\n").last)
            let sku = try #require(line.split(separator: ":").first)
            try text.replacing(line, with: "\(sku): \(price)").write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(found.contains { $0.code.rawValue == code && $0.position?.file == "Catalog/price-lists/ru-2026.yaml" })
    }

    @Test("finds an article used twice, where it stands first, and a Latin letter in a Russian word")
    func twins() async throws {
        let found = try await findings { folder in
            let original = folder.appending(path: "products/staved-dombra.yaml")
            let text = try String(contentsOf: original, encoding: .utf8)
            try text.replacing("id: staved-dombra", with: "id: twin")
                .write(to: folder.appending(path: "products/twin.yaml"), atomically: true, encoding: .utf8)
            try edit(original, "  ru: ", "  ru: cиняя ")
        }
        #expect(found.contains { $0.code == "CAT0101" && $0.position?.file == "Catalog/products/twin.yaml" })
        let slip = try #require(found.first { $0.code == "CAT0203" })
        #expect(slip.arguments["letter"] == "c" && slip.position?.column == 7)
    }

    @Test("finds a warehouse and a market that are described twice")
    func repeatedPlaces() async throws {
        let found = try await findings { folder in
            let file = folder.appending(path: "warehouses.yaml")
            let text = try String(contentsOf: file, encoding: .utf8)
            try (text + text).write(to: file, atomically: true, encoding: .utf8)
            try FileManager.default.copyItem(
                at: folder.appending(path: "markets/kz.yaml"), to: folder.appending(path: "markets/kz2.yaml"))
        }
        #expect(Set(found.map(\.code)) == ["CAT0503", "CAT0504"])
    }

    @Test("reads on after a broken line, and names it")
    func brokenLine() async throws {
        let found = try await findings {
            try edit($0.appending(path: "products/staved-dombra.yaml"), "kind: handicraft", "kind: [handicraft")
        }
        let finding = try #require(found.first { $0.code == .brokenSyntax })
        #expect(finding.position?.file == "Catalog/products/staved-dombra.yaml" && (finding.position?.line ?? 0) >= 2)
        // Its prices and stock are not reported as strangers: they belong to the file that could not be read.
        #expect(found.count == 1)
    }

    @Test("refuses a folder that is no catalogue")
    func unreadable() {
        let refusal = #expect(throws: Refusal.self) { try CatalogDraft.load(folder: URL(filePath: "/nonexistent")) }
        #expect(refusal?.diagnostics.first?.code == .unreadableFile)
    }
}
