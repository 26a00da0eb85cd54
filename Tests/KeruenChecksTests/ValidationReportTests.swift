import Foundation
import KeruenChecks
import TestSupport
import Testing

@Suite("A validation")
struct ValidationReportTests {
    private static func finding(
        _ code: Diagnostic.Code, _ severity: Diagnostic.Severity, _ file: String, _ line: Int,
        _ arguments: [String: Diagnostic.Argument] = [:]
    ) -> Diagnostic {
        Diagnostic(code, severity, at: SourcePosition(file: file, line: line, column: 3), arguments)
    }

    private let validation = Validation(
        findings: [
            finding("CAT0306", .warning, "Catalog/products/rawap.yaml", 9, ["sku": "XJ-RWP-310"]),
            finding("CAT0404", .error, "Catalog/products/dutar.yaml", 1, ["id": "dutar <&>"]),
            finding(
                "CAT0105", .error, "Catalog/products/dutar.yaml", 3, ["category": "guitars", "known": "felt, silk"]),
            Diagnostic("CAT0504", .note, at: nil, ["id": "kz"]),
        ], products: 68, clean: 66)

    @Test("counts by severity, in reading order, the ones beyond its limit too")
    func limit() {
        var validation = validation
        #expect(validation.findings.map(\.code) == ["CAT0504", "CAT0404", "CAT0105", "CAT0306"])
        validation.limit(to: 1)
        #expect(validation.findings.map(\.code) == ["CAT0504"] && validation.leftOut == 3)
        #expect(validation.errors == 2 && validation.warnings == 1 && validation.notes == 1)
        let text = TerminalReport(in: ReportLanguage(.ru)).validation(validation)
        #expect(text.contains("Ещё 3 замечания не показаны") && text.hasSuffix("2 ошибки, 1 предупреждение, 1 заметка"))
        let github = GitHubReport(in: ReportLanguage(.en)).findings(validation.findings, leftOut: validation.leftOut)
        #expect(github.hasSuffix("::notice::3 more findings are not shown; raise --max-findings to see them.\n"))
    }

    @Test("has a suite for each file in JUnit's XML, and counts the clean products")
    func junit() throws {
        let xml = JUnitReport(in: ReportLanguage(.zhHans)).validation(validation)
        let root = try XMLReader().read(Data(xml.utf8), as: "junit.xml")
        let suites = root.elements(named: "testsuite")
        #expect(
            suites.map { $0.attributes["name"] ?? "?" } == [
                "", "Catalog/products/dutar.yaml", "Catalog/products/rawap.yaml", "products",
            ])
        #expect(root.attributes["tests"] == "5" && root.attributes["failures"] == "2")
        #expect(suites.map { $0.elements(named: "testcase").count } == [1, 2, 1, 1])
        #expect(xml.contains("66 件商品没有问题") && xml.contains("dutar &lt;&amp;&gt;"))
    }

    @Test("names its rules in SARIF, with their reasons")
    func sarif() throws {
        let text = SARIFReport(in: ReportLanguage(.kk)).findings(validation.findings, leftOut: 2)
        let log = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        let rules = try #require(driver["rules"] as? [[String: Any]])
        #expect(rules.allSatisfy { $0["fullDescription"] != nil } && rules.count == 4)
        #expect((run["results"] as? [Any])?.count == 4 && text.contains("Тағы 2 кемшілік көрсетілмеді"))
    }

    @Test(
        "passes what its baseline has, wherever it stands by now, fails on the same slip a second time, and tells what is gone"
    )
    func baseline() throws {
        let baseline = try Baseline(Data(Baseline(validation.findings).json.utf8), file: "b.json")
        var moved = Validation(
            findings: validation.findings.dropFirst().map { finding in
                var finding = finding
                finding.position?.line += 40
                finding.arguments["known"] = "felt, silk, wool"
                return finding
            }, products: 68, clean: 66)
        moved.pass(baseline)
        #expect(moved.findings == [] && moved.known == 3 && moved.errors == 0)
        #expect(moved.vanished == ["CAT0504  id=kz"])
        let text = TerminalReport(in: ReportLanguage(.en)).validation(moved)
        #expect(
            text == """
                68 products checked, nothing new.
                3 findings of the baseline are not shown.
                1 finding of the baseline is gone; --update-baseline takes it out.
                """)

        let twice = validation.findings[2]
        var again = Validation(findings: validation.findings + [twice], products: 68, clean: 66)
        again.pass(baseline)
        #expect(again.findings == [twice] && again.known == 4 && again.vanished == [])
    }

    @Test("finds the same in products one by one, on several threads, without the catalogue's products")
    func streamed() async throws {
        let folder = Project.root.appending(path: "Catalog")
        var draft = try CatalogDraft.load(folder: folder, as: "Catalog")
        // Strict limits, so that there is something to find.
        var settings = CatalogSettings()
        (settings.limits.title, settings.limits.text, settings.limits.blade) = (12, 20, 100)
        let whole = draft.validate(settings)
        #expect(whole.count > 100)
        let products = draft.products
        draft.products = []
        let context = CatalogContext(draft, settings: settings)
        let found = await withTaskGroup(of: [Diagnostic].self) { group in
            for part in 0..<4 {
                group.addTask {
                    products.indices.filter { $0 % 4 == part }.flatMap { context.findings(of: products[$0]) }
                }
            }
            return await group.reduce(into: [Diagnostic]()) { $0 += $1 }
        }
        #expect(found.inReadingOrder == whole)
        #expect(context.findings(of: draft, without: .products) == [])
        #expect(context.findings(of: draft).contains { $0.code == "CAT0303" })
    }

    @Test("lets a file of many products have a name of its own")
    func lines() throws {
        let file = Project.root.appending(path: "Catalog/products/dutar.yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        let draft = try CatalogDraft.load(folder: Project.root.appending(path: "Catalog"), as: "Catalog")
        let product = try #require(draft.products.first { $0.value.id == "dutar" })
        let context = CatalogContext(draft)
        for (name, codes) in [
            ("Catalog/products.jsonl", []), ("Catalog/a.json", []), ("a/b.yml", ["CAT0103"]), ("dutar.yml", []),
        ] as [(String, [Diagnostic.Code])] {
            let sourced = CatalogDraft.Sourced(
                value: product.value, source: try DocumentReader().read(text, as: name))
            #expect(context.findings(of: sourced).map(\.code) == codes, "\(name)")
        }
    }

    @Test("has every rule in docs/validation.md, with its severity and what it looks at")
    func documented() throws {
        let page = try String(contentsOf: Project.root.appending(path: "docs/validation.md"), encoding: .utf8)
        let reader = ReportLanguage(.en)
        for rule in CatalogRule.all {
            let needs = rule.needs.names.compactMap { reader.text("needs.\($0)") }.joined(separator: ", ")
            let title = reader.explanation(of: rule.code)?.title ?? ""
            let row = "| \(rule.code) | \(rule.severity.rawValue) | \(needs) | \(title) |"
            #expect(page.contains(row), "\(row)")
        }
        #expect(page.matches(of: /\| CAT[0-9]{4} \|/).count == CatalogRule.all.count + 1)
    }

    @Test("explains every rule in all four languages, with an example")
    func explanations() throws {
        let documents = (ReportLanguage.tables.strings[.en] ?? [:]).keys.filter { $0.hasPrefix("diagnostics.DOC") }
            .map { Diagnostic.Code(String($0.dropFirst("diagnostics.".count))) }
        #expect(documents.count >= 12)
        for code in CatalogRule.all.map(\.code) + StringRule.all.map(\.code) + documents + ["CAT0001"] {
            for language in ReportLanguage.all {
                let explanation = ReportLanguage.tables.strings[language]?["reports.rules.\(code).why"]
                #expect(
                    explanation != nil && ReportLanguage(language).explanation(of: code) != nil, "\(language) \(code)")
            }
            let example = RuleExample(of: code)
            #expect(example != nil && example?.bad != example?.good, "\(code)")
        }
        #expect(RuleExample(of: "CAT9999") == nil)
        for rule in CatalogRule.all {
            #expect(!rule.needs.names.isEmpty, "\(rule.code)")
            for name in rule.needs.names { #expect(ReportLanguage(.kk).text("needs.\(name)") != nil, "\(name)") }
        }
    }
}
