import Foundation
import Keruen
import TestSupport
import Testing

/// `keruen validate` and `keruen explain` as their users run them.
@Suite("keruen validate")
struct ValidateTests {
    private func keruen(_ arguments: String..., in folder: URL, language: String = "en_US.UTF-8") throws -> Outcome {
        try Project.run("keruen", arguments, in: folder, environment: ["LANG": language])
    }

    /// A catalogue of one product, whose title has a Latin letter and whose category does not exist.
    private func withSlips(_ body: (_ folder: URL) async throws -> Void) async throws {
        try await Project.withTemporaryFolder { folder in
            let catalog = folder.appending(path: "Catalog")
            for part in ["markets", "products", "price-lists", "stock", "images"] {
                try FileManager.default.createDirectory(
                    at: catalog.appending(path: part), withIntermediateDirectories: true)
            }
            let sample = Project.root.appending(path: "Catalog")
            for file in [
                "markets/kz.yaml", "categories.yaml", "materials.yaml", "regions.yaml", "warehouses.yaml",
                "images/dutar.svg",
            ] {
                try FileManager.default.copyItem(
                    at: sample.appending(path: file), to: catalog.appending(path: file))
            }
            let text = try String(contentsOf: sample.appending(path: "products/dutar.yaml"), encoding: .utf8)
                .replacing("category: instruments", with: "category: guitars")
                .replacing("Уйгурский дутар", with: "Уйгуpский дутар")
            try Data(text.utf8).write(to: catalog.appending(path: "products/dutar.yaml"))
            try await body(folder)
        }
    }

    @Test("shows the line and marks the place, and ends with 1")
    func excerpt() async throws {
        try await withSlips { folder in
            let outcome = try keruen("validate", in: folder, language: "ru_RU.UTF-8")
            let lines = outcome.output.split(separator: "\n")
            #expect(outcome.status == 1)
            let at = try #require(lines.firstIndex { $0.contains("[CAT0105]") })
            #expect(lines[at].hasPrefix("Catalog/products/dutar.yaml:3:11: ошибка: Категории «guitars» нет."))
            #expect(lines[at + 1] == "  3 | category: guitars" && lines[at + 2] == "    |           ^")
            #expect(lines.contains { $0.contains("[CAT0203]") } && lines.last?.contains("ошиб") == true)
        }
    }

    @Test("speaks to programs in five formats", arguments: ["json", "sarif", "junit", "github", "text"])
    func formats(format: String) async throws {
        try await withSlips { folder in
            let outcome = try keruen("validate", "--format", format, in: folder)
            #expect(outcome.status == 1 && outcome.output.contains("CAT0105") && outcome.errors.isEmpty)
            switch format {
            case "json", "sarif":
                let report = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
                #expect(report?[format == "json" ? "leftOut" : "runs"] != nil)
            case "junit":
                let root = try XMLReader().read(Data(outcome.output.utf8), as: "junit.xml")
                #expect(
                    root.elements(named: "testsuite").map { $0.attributes["name"] }.contains(
                        "Catalog/products/dutar.yaml"))
            default: #expect(outcome.output.contains("Catalog/products/dutar.yaml"))
            }
        }
    }

    @Test("shows no more findings than wanted, and counts the others")
    func limit() async throws {
        try await withSlips { folder in
            let outcome = try keruen("validate", "--max-findings", "1", in: folder)
            #expect(outcome.status == 1 && outcome.output.count { $0 == "[" } == 1)
            #expect(outcome.output.contains("not shown; raise --max-findings"))
            #expect(try keruen("validate", "--max-findings=-1", in: folder).status == 3)
            let none = try keruen("validate", "--max-findings", "0", "--format", "json", in: folder)
            #expect(none.status == 1 && none.output.contains("\"findings\" : [\n\n  ]"))
        }
    }

    @Test("takes severities and limits from keruen.yaml, or from a file that is named")
    func settings() async throws {
        try await withSlips { folder in
            let own = folder.appending(path: "Catalog/keruen.yaml")
            try Data("rules: {CAT0105: warning, CAT0203: note, CAT0306: off}\n".utf8).write(to: own)
            let mild = try keruen("validate", in: folder)
            #expect(mild.status == 0 && mild.output.contains("warning: ") && mild.output.contains("note: "))
            #expect(!mild.output.contains("CAT0306"))

            let other = folder.appending(path: "strict.yaml")
            try Data("rules: {CAT0306: error}\nlimits: {title: 1}\n".utf8).write(to: other)
            let strict = try keruen("validate", "--config", "strict.yaml", "--format", "json", in: folder)
            #expect(strict.status == 1 && strict.output.contains("CAT0306") && strict.output.contains("CAT0206"))

            try Data("rules:\n  CAT105: off\n".utf8).write(to: own)
            let slip = try keruen("validate", in: folder)
            #expect(slip.status == 1 && slip.errors.hasPrefix("Catalog/keruen.yaml:2:3: error: "))
            #expect(slip.errors.contains("the nearest is CAT0105. [CAT0001]"))
            #expect(try keruen("validate", "--config", "nowhere.yaml", in: folder).status == 2)
        }
    }

    @Test("passes what the baseline has, fails on what is new, and tells what is gone")
    func baseline() async throws {
        try await withSlips { folder in
            #expect(try keruen("validate", "--update-baseline", in: folder).status == 3)
            #expect(try keruen("validate", "--baseline", "b.json", in: folder).status == 2)
            #expect(try keruen("validate", "--baseline", "b.json", "--update-baseline", in: folder).status == 0)
            let known = try keruen("validate", "--baseline", "b.json", in: folder)
            #expect(known.status == 0 && known.output.contains("of the baseline"))

            let file = folder.appending(path: "Catalog/products/dutar.yaml")
            let text = try String(contentsOf: file, encoding: .utf8)
            try Data(text.replacing("category: guitars", with: "category: harps").utf8).write(to: file)
            let new = try keruen("validate", "--baseline", "b.json", in: folder)
            #expect(new.status == 1 && new.output.contains("“harps”") && new.errors.contains("[CLI0116]"))
            #expect(new.output.contains("1 finding of the baseline is gone") && !new.output.contains("CAT0203"))
        }
    }

    @Test("explains rules of catalogues and of files, in the reader's language")
    func explain() throws {
        let rule = try keruen("explain", "cat0411", in: Project.root, language: "zh_CN.UTF-8")
        #expect(rule.status == 0 && rule.output.hasPrefix("CAT0411: 较长的开刃刀身\n"))
        #expect(rule.output.contains("出处：公通字〔2007〕2号") && rule.output.contains("默认级别：警告"))
        let file = try keruen("explain", "DOC0003", in: Project.root, language: "kk_KZ.UTF-8")
        #expect(file.status == 0 && file.output.contains("Дұрыс: title: {ru: Дутар}"))
        let needs = try keruen("explain", "CAT0408", in: Project.root)
        #expect(needs.output.contains("Looks at: products, markets, price lists"))
        #expect(try keruen("explain", "CAT9999", in: Project.root).status == 3)
    }
}
