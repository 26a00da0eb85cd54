import Foundation
import KeruenChecks
import TestSupport
import Testing

@Suite("A validation of files of many products")
struct ValidationLinesTests {
    /// A product that lacks nothing.
    private func line(_ id: String, _ skus: String...) -> String {
        let title = #"{"zh-Hans":"都塔尔","ru":"Дутар","kk":"Дутар"}"#
        let variants = skus.map { #"{"sku":"\#($0)","weight":"2 kg","prices":{"kz":"19900.00"}}"# }
        return #"""
            {"id":"\#(id)","kind":"handicraft","category":"instruments","title":\#(title),"description":\#(title),\#
            "image":"dutar.svg","hsCode":"920290","handicraft":{"materials":[{"material":"walnut-wood"}],\#
            "technique":\#(title),"region":"hotan","made":"new","oneOfAKind":false},\#
            "variants":[\#(variants.joined(separator: ","))]}
            """#
    }

    @Test(
        "finds what stands twice as in the whole: in one product, in several, in two files, and beside YAML",
        arguments: [1, 2])
    func repeated(_ threads: Int) async throws {
        let first = [line("dutar-a", "D-1", "D-1"), line("dutar-b", "D-2"), line("dutar-c", "D-2", "D-3")]
        let second = [
            line("dutar-d", "D-3", "D-2"), line("dutar-b", "D-4"), line("rawap", "XJ-DUT-315"), line("dutar-e", "D-5"),
        ]
        try await Project.withTemporaryFolder { folder in
            var whole = try CatalogDraft.load(folder: Project.root.appending(path: "Catalog"), as: "Catalog")
            // Of two YAML files, too.
            whole.products.append(try #require(whole.products.first { $0.value.id == "dutar" }))
            var pieces = whole
            for (name, lines) in [("a.jsonl", first), ("b.jsonl", second)] {
                let file = folder.appending(path: name)
                try Data(lines.joined(separator: "\n").utf8).write(to: file)
                let content = try ProductLines(file: file, as: name).read()
                #expect(content.products.count == lines.count && content.findings.isEmpty)
                whole.products += content.products
                pieces.lines.append(try ProductLines(file: file, as: name))
            }
            let found = Validation(pieces, threads: threads).findings
            let expected = Validation(whole).findings
            #expect(found.count == expected.count && Set(found) == Set(expected))
            #expect(found.count { $0.code == "CAT0101" } == 6 && found.count { $0.code == "CAT0102" } == 3)
        }
    }
}
