import Foundation
import KeruenSearch
import TestSupport
import Testing

@Suite("XML")
struct XMLTests {
    @Test("has the place of every tag, in characters")
    func places() throws {
        let xml = "\u{FEFF}<?xml version=\"1.0\"?>\r\n<а б='>'>қазақ <в/><!-- <г/> --><![CDATA[<д>]]>\n  <е/></а>"
        let root = try XMLReader().read(Data(xml.utf8), as: "f")
        #expect(
            root.name == "а" && root.attributes == ["б": ">"] && root.position.line == 2 && root.position.column == 1)
        #expect(root.elements.map(\.position.line) == [2, 3] && root.elements.map(\.position.column) == [16, 3])
        #expect(root.text == "қазақ <д>\n  ")
    }

    @Test("is read in UTF-16 and windows-1251")
    func encodings() throws {
        let text = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n<a>шёлк</a>"
        let wide = try #require(text.data(using: .utf16))
        #expect(try XMLReader().read(wide, as: "f").text == "шёлк")
        let narrow =
            Data("<?xml version=\"1.0\" encoding=\"windows-1251\"?><a>".utf8) + [0xF8, 0xB8, 0xEB, 0xEA]
            + Data("</a>".utf8)
        #expect(try XMLReader().read(narrow, as: "f").text == "шёлк")
        let broken = #expect(throws: Refusal.self) {
            try XMLReader().read(Data("<a>\n".utf8) + [0xF8] + Data("</a>".utf8), as: "f")
        }
        #expect(broken?.diagnostics.first?.position == SourcePosition(file: "f", line: 2, column: 1))
    }

    @Test("is read as it was written")
    func written() throws {
        let value = "<&>\"'\r\n\t ]]> жібек"
        var writer = XMLWriter(into: "")
        writer.open("list", [("note", value)])
        writer.element("item", [], value)
        writer.element("item")
        writer.close()
        let root = try XMLReader().read(Data(writer.sink.utf8), as: "f")
        #expect(root.attributes["note"] == value && root.elements.map(\.text) == [value, ""])
    }

    @Test("is refused where it is too deep")
    func depth() {
        let deep = String(repeating: "<a>", count: 100_000)
        #expect(throws: Refusal.self) { try XMLReader().read(Data(deep.utf8), as: "f") }
    }
}
