import Foundation
import TestSupport
import Testing

@Suite("The README")
struct ReadmeTests {
    @Test("shows the example that is built and run here, word for word")
    func example() throws {
        let readme = try String(contentsOf: Project.root.appending(path: "README.md"), encoding: .utf8)
        let source = try String(contentsOf: Project.root.appending(path: "Examples/Embed/main.swift"), encoding: .utf8)
        #expect(readme.contains("```swift\n\(source)```"))
        let outcome = try Project.run("Embed", [Project.root.path])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("тауар") && outcome.output.contains("₸"))
    }

    @Test(
        "leads to files that are there",
        arguments: ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "docs/cli.md", "docs/catalog.md"])
    func links(page: String) throws {
        let file = Project.root.appending(path: page)
        let text = try String(contentsOf: file, encoding: .utf8)
        for match in text.matches(of: /\]\(([^)#]+)(?:#[^)]*)?\)/) where !match.1.contains("://") {
            let target = file.deletingLastPathComponent().appending(path: String(match.1)).path
            #expect(FileManager.default.fileExists(atPath: target), "\(page) links to \(match.1)")
        }
    }
}
