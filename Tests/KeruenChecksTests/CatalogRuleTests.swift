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

    @Test(
        "finds one slip, at its line",
        arguments: [
            ("products/staved-dombra.yaml", "  kk: ", "  x-kk: ", "DOC0105"),
            ("products/staved-dombra.yaml", "category: instruments", "category: guitars", "CAT0105"),
            ("products/staved-dombra.yaml", "id: staved-dombra", "id: dombra", "CAT0103"),
            ("products/staved-dombra.yaml", "region: ", "region: atlantis-", "CAT0106"),
            ("products/staved-dombra.yaml", "hsCode: ", "#", "CAT0404"),
            ("products/staved-dombra.yaml", "image: ", "image: ../", "CAT0405"),
            ("products/staved-dombra.yaml", "kind: handicraft", "kind: guitar", "DOC0104"),
            ("products/khokhloma-bowl.yaml", "sku: RU-", "sku: KZ-DMB-", "CAT0303"),
            ("price-lists/kz-2026.yaml", "prices:\n", "prices:\n  NO-SUCH: 5.00\n", "CAT0303"),
            ("price-lists/kz-2026.yaml", "currency: KZT", "currency: RUB", "CAT0304"),
            ("price-lists/kz-2026.yaml", "market: kz", "market: kg", "CAT0305"),
            ("price-lists/kz-2026.yaml", "taxIncluded: true", "taxIncluded: true\nthrough: 2025-01-01", "CAT0307"),
            ("markets/cn.yaml", "units: [mm, cm,", "units: [mm,", "CAT0408"),
            ("products/dutar.yaml", "zh-Hans: \"维吾尔都塔尔\"", "zh-Hans: Dutar", "CAT0204"),
            ("stock/almaty.yaml", "warehouse: almaty", "warehouse: shymkent", "CAT0502"),
        ])
    func slips(file: String, old: String, new: String, code: String) async throws {
        let found = try await findings { try edit($0.appending(path: file), old, new) }
        let finding = try #require(found.first { $0.code.rawValue == code }, "\(found.map(\.code))")
        #expect(finding.position?.file == "Catalog/\(file)" || ["CAT0303", "CAT0408"].contains(code))
        #expect((finding.position?.line ?? 0) > 0 && (finding.position?.column ?? 0) > 0)
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
