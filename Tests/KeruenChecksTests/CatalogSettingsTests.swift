import Foundation
import KeruenChecks
import TestSupport
import Testing

@Suite("keruen.yaml")
struct CatalogSettingsTests {
    private func settings(_ text: String) throws(Refusal) -> CatalogSettings {
        try CatalogSettings(try DocumentReader().read(text, as: "Catalog/keruen.yaml"))
    }

    private func refusal(_ text: String) -> [Diagnostic] {
        do { _ = try settings(text); return [] } catch { return error.diagnostics }
    }

    @Test("sets levels and limits, and leaves the others as they are")
    func read() throws {
        let settings = try settings("rules: {CAT0205: off, CAT0306: error}\nlimits: {title: 90, blade: 120}\n")
        #expect(settings.levels == ["CAT0205": .off, "CAT0306": .error])
        #expect(settings.limits.title == 90 && settings.limits.blade == 120 && settings.limits.description == 5_000)
        #expect(try self.settings("# nothing yet\n") == CatalogSettings())
    }

    @Test("names an unknown rule, the nearest one, and an unknown level, each at its place")
    func unknown() {
        let found = refusal("rules:\n  CAT203: off\n  CAT0306: fatal\nlimits:\n  titel: 90\n  text: 0\nrule: {}\n")
        let codes = found.map { "\($0.code) \($0.position?.line ?? 0)" }
        #expect(Set(codes) == ["CAT0001 2", "DOC0104 3", "DOC0102 5", "DOC0105 6", "DOC0102 7"])
        #expect(found.first { $0.code == "CAT0001" }?.arguments["nearest"] == "CAT0203")
    }

    @Test("makes a rule of a product stricter, milder or silent")
    func levels() throws {
        let rule = try #require(CatalogRule.all.first { $0.code == "CAT0205" })
        #expect(rule.severity == .warning && CatalogSettings().severity(of: rule) == .warning)
        #expect(CatalogSettings(levels: ["CAT0205": .error]).severity(of: rule) == .error)
        #expect(CatalogSettings(levels: ["CAT0205": .off]).severity(of: rule) == nil)
    }

    @Test("is read the same by the published JSON Schema")
    func schema() throws {
        let file = Project.root.appending(path: "docs/schemas/settings.schema.json")
        let schema = CatalogSettings.shape.jsonSchema(id: "settings.schema.json", title: "Keruen settings")
        // KERUEN_UPDATE=1 writes it anew after a change of the format or of a rule.
        if ProcessInfo.processInfo.environment["KERUEN_UPDATE"] != nil { try schema.write(to: file) }
        #expect(try Data(contentsOf: file) == schema, "docs/schemas/settings.schema.json is not what the decoder reads")
    }
}
