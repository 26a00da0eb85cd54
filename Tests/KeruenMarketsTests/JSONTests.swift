import Foundation
import KeruenMarkets
import TestSupport
import Testing

@Suite("JSON")
struct JSONTests {
    private func read(_ text: String) throws(Refusal) -> DocumentNode {
        try JSONValueReader().read(Array(text.utf8), in: "feed.jsonl")
    }

    private func fault(_ text: String) -> String? {
        do { _ = try read(text); return nil } catch {
            let first = error.diagnostics.first
            let place = first?.position.map { "\($0.line):\($0.column)+\($0.offset ?? -1)" } ?? ""
            return "\(first?.code.rawValue ?? "") \(first?.arguments["json"]?.description ?? "") \(place)"
        }
    }

    @Test("has the place of every value, in characters and in bytes")
    func places() throws {
        let node = try read(#"{"kk": "Дутар", "zh-Hans": "都塔尔", "prices": {"kz": 19900.00, "n": [null, true]}}"#)
        let chinese = try #require(node["zh-Hans"])
        #expect("\(chinese.position)" == "feed.jsonl:1:28")
        #expect(chinese.position.offset == 32)
        #expect(chinese.text == "都塔尔")
        #expect(node["prices"]?["kz"]?.text == "19900.00")
        #expect(node["prices"]?["n"]?.elements.map(\.content) == [.null, .scalar("true")])
    }

    @Test(
        "that is broken says what is wrong, and where",
        arguments: [
            (#"{"id": "dutar" "kind": "tour"}"#, "DOC0007 punctuation 1:16+15"),
            (#"{"id": "dutar", "kind": "tour}"#, "DOC0007 quote 1:25+24"),
            (#"{"id": "du\xtar"}"#, "DOC0007 escape 1:8+7"),
            ("{\"id\": \"a\tb\"}", "DOC0007 control 1:10+9"),
            ("{\n\t\"id\":\t\"a\nb\"}", "DOC0007 control 2:10+11"),
            ("{\t\"id\": \"du\\\"tar}", "DOC0007 quote 1:9+8"),
            (#"{"share": 07}"#, "DOC0007 number 1:11+10"),
            (#"{"oneOfAKind": yes}"#, "DOC0007 word 1:16+15"),
            (#"{"id": "dutar"} {"id": "rawap"}"#, "DOC0007 trailing 1:17+16"),
            (#"{"id": "dutar", "id": "rawap"}"#, "DOC0106  1:17+16"),
            ("", "DOC0007 empty 1:1+0"),
            (#"{"id": "dutar""#, "DOC0007 punctuation 1:15+14"),
            (#"{"id": {"kk": [1, 2]"#, "DOC0007 punctuation 1:21+20"),
            (#"{"id": "#, "DOC0007 punctuation 1:8+7"),
            (#"{"id": "dutar"} rawap"#, "DOC0007 trailing 1:17+16"),
            (#"[{}}"#, "DOC0007 punctuation 1:4+3"),
            (#"12 34"#, "DOC0007 trailing 1:4+3"),
            (#""dutar" "rawap""#, "DOC0007 trailing 1:9+8"),
            (#" 12abc"#, "DOC0007 number 1:2+1"),
            (#"nul"#, "DOC0007 word 1:1+0"),
            (#""du\xtar""#, "DOC0007 escape 1:1+0"),
            (#""\udc00""#, "DOC0007 escape 1:1+0"),
            (#"{"ru": "\ud83d"}"#, "DOC0007 escape 1:8+7"),
        ])
    func broken(_ text: String, _ expected: String) { #expect(fault(text) == expected) }

    @Test("may be one word, number or text, and is read from where it stands")
    func scalars() throws {
        for (text, content) in [
            (" null ", .null), ("true", .scalar("true")), ("-0.50E+3", .scalar("-0.50E+3")),
            ("\t\"Дутар\\u0020\\ud83d\\udc2b\"\r", .scalar("Дутар 🐫")),
        ] as [(String, DocumentNode.Content)] {
            let node = try read(text)
            #expect(node.content == content)
            #expect(node.position.offset == text.utf8.prefix { $0 <= 0x20 }.count)
        }
    }

    @Test(
        "that is not UTF-8 says at which byte",
        arguments: [[0xCF, 0xF0], [0xE4, 0xB8], [0xED, 0xA0, 0x80], [0xF0, 0x9F, 0x90]] as [[UInt8]])
    func encoding(_ letter: [UInt8]) {
        let bytes = Array(#"{"ru": ""#.utf8) + letter + Array("\"}".utf8)
        let refusal = #expect(throws: Refusal.self) { try JSONValueReader().read(bytes, in: "feed.jsonl") }
        #expect(refusal?.diagnostics.first?.code == .notUTF8)
        #expect(refusal?.diagnostics.first?.position?.offset == 8)
    }

    @Test("with a key twice says so of the second, among many too", arguments: [2, 15, 16, 17, 300])
    func repeatedKeys(_ count: Int) {
        let entries = (0..<count).map { "\"k\($0)\":\($0)" }.joined(separator: ",")
        #expect(fault("{\(entries)}") == nil)
        for key in ["k0", "k\(count - 1)"] {
            let place = entries.utf8.count + 2
            #expect(fault("{\(entries),\"\(key)\":1}") == "DOC0106  1:\(place + 1)+\(place)")
        }
    }

    @Test("nested beyond reason is refused")
    func depth() {
        #expect(fault(String(repeating: "[", count: 100) + String(repeating: "]", count: 100)) == "DOC0004  1:65+64")
    }

    @Test("is what nodes are written as, and reads as the same")
    func writing() throws {
        let text = "title: {kk: \"«Дутар» \\\"а\\\"\\n\\t\\x01\", zh-Hans: 都塔尔}\nshare: 60\nnone: null\nlist: [a, b]\n"
        let node = try DocumentReader().read(text, as: "a.yaml")
        let again = try read(node.json)
        #expect(again.json == node.json)
        #expect(again["title"]?["kk"]?.text == "«Дутар» \"а\"\n\t\u{1}")
        #expect(again["none"]?.content == .null)
    }

    // MARK: Files

    private func values(
        of text: String, blockSize: Int, longest: Int = 1 << 20
    ) async throws -> (values: [String], findings: [Diagnostic]) {
        try await Project.withTemporaryFolder { folder in
            let file = folder.appending(path: "feed.json")
            try Data(text.utf8).write(to: file)
            let source = try JSONBlockSource(file: file, as: "feed.json", blockSize: blockSize, longestValue: longest)
            var values: [String] = []
            var findings: [Diagnostic] = []
            let reader = JSONValueReader()
            while let block = source.next() {
                block.read(block.ranges, by: reader, in: "feed.json") { result, _ in
                    do throws(Refusal) {
                        let node = try result.get()
                        values.append(
                            "\(node.position.line):\(node.position.column)+\(node.position.offset ?? -1) \(node.json)")
                    } catch { findings += error.diagnostics }
                }
                if let fault = block.fault { findings.append(fault) }
            }
            return (values, findings)
        }
    }

    @Test("is cut into the same values whatever the size of the blocks", arguments: [1, 2, 3, 7, 64, 1_000])
    func blocks(_ size: Int) async throws {
        let lines = "\u{FEFF}{\"ru\":\"Шарф, [синий]\"}\r\n\n  {\"zh-Hans\":\"围\\\"巾\"}\n{\"kk\":\"Орамал\"}"
        let whole = try await values(of: lines, blockSize: 1_000)
        #expect(whole.values.map { $0.prefix { $0 != "+" } } == ["1:1", "3:3", "4:1"])
        #expect(try await values(of: lines, blockSize: size).values == whole.values)
        let array = "\n[{\"ru\":\"Шарф ] , \\\" }\"} ,\n {\"a\":[1,{\"b\":[]}]}, \"x\",[ ]\n]\n"
        let elements = try await values(of: array, blockSize: 1_000)
        #expect(elements.values.map { $0.prefix { $0 != "+" } } == ["2:2", "3:2", "3:22", "3:26"])
        #expect(elements.findings.isEmpty)
        let again = try await values(of: array, blockSize: size)
        #expect(again.values == elements.values && again.findings == elements.findings)
    }

    @Test("has one byte order mark at most, whatever the size of the blocks", arguments: [1, 3, 5, 100])
    func marks(_ size: Int) async throws {
        let found = try await values(of: "\u{FEFF}\u{FEFF}{\"id\":\"dutar\"}\n\u{FEFF}1\n2", blockSize: size)
        #expect(found.values == ["3:1+26 \"2\""])
        #expect(found.findings.map(\.position?.offset) == [3, 21])
    }

    @Test("that breaks off is not closed by what stood behind it in an earlier block")
    func earlierBlocks() async throws {
        try await Project.withTemporaryFolder { folder in
            let file = folder.appending(path: "feed.jsonl")
            try Data("{\"a\":1}\n{\"a\":1".utf8).write(to: file)
            let source = try JSONBlockSource(file: file, as: "feed.jsonl", blockSize: 8)
            let reader = JSONValueReader()
            let first = try #require(source.next())
            #expect(first.count == 8)
            let block = try #require(source.next(reusing: first))
            block.read(block.ranges, by: reader, in: "feed.jsonl") { result, _ in
                #expect(throws: Refusal.self) { try result.get() }
                guard case .failure(let refusal) = result else { return }
                #expect(refusal.diagnostics.map { "\($0.position?.description ?? "")" } == ["feed.jsonl:2:7"])
                #expect(refusal.diagnostics.map { $0.arguments["json"] } == [.text("punctuation")])
            }
        }
    }

    @Test("that breaks off or is no list any more says where, after what could be read")
    func brokenArrays() async throws {
        for (text, count, place) in [
            ("[{\"a\":1},{\"b\":2}", 1, "feed.json:1:17"), ("[{\"a\":1},]", 1, "feed.json:1:10"),
            ("[{\"a\":1}]x", 1, "feed.json:1:10"), ("[,{\"a\":1}]", 0, "feed.json:1:2"), ("[]", 0, ""),
            ("[", 0, "feed.json:1:2"),
        ] {
            for size in [1, 100] {
                let found = try await values(of: text, blockSize: size)
                #expect(found.values.count == count, "\(text)")
                #expect(
                    found.findings.map { "\($0.position?.description ?? "")" } == (place.isEmpty ? [] : [place]),
                    "\(text)")
            }
        }
    }

    @Test("with a line that is longer than any product goes on behind it")
    func longLine() async throws {
        let text = "{\"a\":1}\n{\"b\":\"\(String(repeating: "丝", count: 400))\"}\n{\"c\":3}\n"
        let found = try await values(of: text, blockSize: 50, longest: 200)
        #expect(found.values.map { $0.prefix { $0 != "+" } } == ["1:1", "3:1"])
        #expect(found.findings.map(\.code) == [.tooLarge])
        #expect(found.findings.first?.position?.line == 2)
    }

    @Test("that can't be read to its end says so")
    func unreadable() throws {
        // The kernel opens it and refuses to read from its beginning.
        let source = try JSONBlockSource(file: URL(filePath: "/proc/self/mem"), as: "feed.jsonl")
        let fault = try #require(source.next()?.fault)
        #expect(fault.code == .unreadableFile && "\(fault.position?.description ?? "")" == "feed.jsonl:1:1")
        #expect(source.next() == nil)
    }

    @Test("of very many keys takes no longer for each")
    func manyKeys() throws {
        let text = "{" + (0..<60_000).map { "\"k\($0)\":1" }.joined(separator: ",") + ",\"k5\":2}"
        let refusal = #expect(throws: Refusal.self) { try read(text) }
        #expect(refusal?.diagnostics.map(\.code) == [.duplicateKey])
    }
}
