import Foundation
import KeruenTesting
import TestSupport
import Testing

@Suite("An expectation of texts")
struct CoverageExpectationTests {
    private func coverage(_ folder: URL) throws -> Coverage {
        Coverage(
            strings: try StringTables.load(folder: folder.appending(path: "Locales"), as: "Locales"),
            draft: try CatalogDraft.load(folder: folder.appending(path: "Catalog"), as: "Catalog"),
            on: CivilDate(daysSince1970: 20_783))
    }

    @Test("is met by the sample shop")
    func complete() throws {
        CoverageExpectation(markets: ["cn", "kz", "ru"], severities: [.error, .warning]).check(
            try coverage(Project.root))
    }

    @Test("fails at the file and line of each text that is missing")
    func missing() async throws {
        try await Project.withCopy(tables: Project.buyersTables) { folder in
            let file = folder.appending(path: "Locales/kk/legal.json")
            let text = try String(contentsOf: file, encoding: .utf8)
            try text.replacing("Шағымдар: {$phone}, {$email}. Жауап 10 күн ішінде беріледі.", with: "")
                .write(to: file, atomically: true, encoding: .utf8)
            let faults = CoverageExpectation(markets: ["kz"]).faults(of: try coverage(folder))
            #expect(faults.map(\.code) == ["LOC0101", "LOC0127", "CLI0103"])
            #expect(faults.first?.position?.description == "Locales/kk/legal.json:5:19")
            let broken = try coverage(folder)
            withKnownIssue {
                CoverageExpectation(markets: ["kz"]).check(broken)
            } matching: { issue in
                issue.sourceLocation?.line == 5 || issue.comments.contains { $0.rawValue.contains("CLI0103") }
            }
        }
    }
}
