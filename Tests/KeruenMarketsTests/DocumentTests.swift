import Foundation
import KeruenMarkets
import Testing

@Suite("A document")
struct DocumentTests {
    private func read(_ text: String) throws(Refusal) -> DocumentNode { try DocumentReader().read(text, as: "a.yaml") }

    private func refusal(_ text: String) -> Diagnostic? {
        do { _ = try read(text); return nil } catch { return error.diagnostics.first }
    }

    @Test("knows the line and column of every value, Kazakh and Chinese before it or not")
    func positions() throws {
        let node = try read("id: dutar\ntitle:\n  zh-Hans: 都塔尔\n  kk: {a: Дутар, b: екі}\n")
        #expect("\(try #require(node["title"]?["zh-Hans"]).position)" == "a.yaml:3:12")
        #expect("\(try #require(node["title"]?["kk"]?["b"]).position)" == "a.yaml:4:21")
    }

    @Test("keeps numbers as they are written")
    func numbers() throws {
        #expect(try read("price: 268.10")["price"]?.text == "268.10")
        #expect(try read("hs: 010")["hs"]?.text == "010")
        #expect(try read("{\"a\": \"丝\", \"b\": [1, null, true]}")["b"]?.elements.count == 3)
    }

    @Test("that is broken says where")
    func broken() {
        #expect(refusal("id: a\ntitle: [unclosed\nprice: 3\n")?.code == .brokenSyntax)
        #expect(refusal("id: a\n\tb: 2\n")?.position?.line == 2)
        #expect(refusal("a: 1\na: 2\n")?.code == .duplicateKey)
        #expect(refusal("a: \u{1}\n")?.code == .brokenSyntax)
    }

    @Test("that is not UTF-8 says at which byte")
    func encoding() {
        let refusal = #expect(throws: Refusal.self) {
            try DocumentReader().read(Data("id: a\nж: ".utf8) + Data([0xCF, 0xF0]), as: "a.yaml")
        }
        #expect(refusal?.diagnostics.first?.code == .notUTF8)
        #expect(refusal?.diagnostics.first?.position?.line == 2)
    }

    @Test("is never nested deeper than people write", arguments: ["[", "- ", "? ", "{a: "])
    func deep(opening: String) {
        for depth in [65, 900, 100_000] {
            let code = refusal(String(repeating: opening, count: depth))?.code
            #expect(code == .tooLarge || code == .brokenSyntax, "\(opening) × \(depth)")
            // Closed brackets, so that only the depth is wrong.
            let closing = opening == "[" ? "]" : opening == "{a: " ? "}" : ""
            let whole = String(repeating: opening, count: depth) + String(repeating: closing, count: depth)
            #expect(refusal(whole)?.code == .tooLarge || refusal(whole)?.code == .brokenSyntax, "\(opening) × \(depth)")
        }
        #expect(refusal("a: \"" + String(repeating: "{{ ", count: 500) + "\"") == nil)
    }

    @Test("unfolds no aliases, as values or as keys, and reads stars and ampersands as text")
    func aliases() {
        var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for n in 1...11 {
            bomb += "a\(n): &a\(n) [" + Array(repeating: "*a\(n - 1)", count: 10).joined(separator: ", ") + "]\n"
        }
        #expect(refusal(bomb)?.code == .brokenSyntax)
        #expect(refusal(bomb + "? *a11\n: y\n")?.code == .brokenSyntax)
        #expect(refusal("a: &x 1\nb: {\"k\":*x}\n")?.position?.line == 2)
        #expect(refusal("title: Шёлк & лён *новинка*\nsize: 5 *x y\n") == nil)
    }

    @Test("that is not there is unreadable")
    func missing() {
        let refusal = #expect(throws: Refusal.self) {
            try DocumentReader().read(file: URL(filePath: "/nonexistent.yaml"))
        }
        #expect(refusal?.diagnostics.first?.code == .unreadableFile)
    }

    @Test("is held against its shape, every fault at its place")
    func shape() throws {
        let shape = Shape.record(
            "Tour",
            [.required("days", .integer(1...60)), .required("zone", .text), .optional("dates", .list(.form(.date)))])
        let node = try read("days: 100\ndates: [2027-02-30]\ncolor: red\n")
        let findings = shape.check(node)
        #expect(Set(findings.map(\.code)) == [.malformedValue, .missingField, .unknownField])
        #expect(findings.contains { $0.code == .unknownField && $0.position?.line == 3 })
        #expect(findings.contains { $0.code == .malformedValue && $0.position?.line == 2 })
    }

    @Test(
        "has forms whose published pattern says what the library accepts",
        arguments: [Shape.Form.country, .date, .amount, .measure, .identifier, .languageTag])
    func patterns(form: Shape.Form) throws {
        let pattern = try Regex(form.pattern)
        #expect(form.accepts(form.example))
        for text in [
            "KZ", "kz", "KZT", "2027-06-05", "2027-6-5", "268.00", "-3", "1e5", "180 cm", "180cm", "0.5 kg", "a-b",
            "a--b", "-a", "A", "", "kk", "zh-Hans", "ru-RU", "zh_Hans", "material", "ru-419", "zh-u-co-stroke", "қ",
        ] {
            // A pattern may let through what only a calendar refuses; it never refuses what is accepted.
            if form.accepts(text) { #expect(text.wholeMatch(of: pattern) != nil, "\(form.name): \(text)") }
            if text.wholeMatch(of: pattern) == nil { #expect(!form.accepts(text), "\(form.name): \(text)") }
        }
    }
}
