import Foundation
import TestSupport
import Testing

@testable import KeruenCatalog
@testable import KeruenChecks
@testable import KeruenDocuments

/// What is passed at a glance must be what the rules, asked one by one, have nothing to say of.
@Suite("A sieve of products")
struct ProductSieveTests {
    /// The sample catalogue as a feed: every price and stock in the product itself.
    static let feed: (draft: CatalogDraft, lines: [DocumentNode]) = {
        let folder = Project.root.appending(path: "Catalog")
        guard var draft = try? CatalogDraft.load(folder: folder, as: "Catalog"), let day = CivilDate("2026-11-01")
        else {
            preconditionFailure("the sample catalogue can't be read")
        }
        let catalog = Catalog(draft)
        let lines = draft.products.map { product -> DocumentNode in
            var node = product.source
            node["variants"] = DocumentNode(
                position: node.position,
                content: .list(
                    (node["variants"]?.elements ?? []).map { variant in
                        var variant = variant
                        let sku = variant["sku"]?.text.flatMap { SKU($0) }
                        let prices = draft.markets.compactMap { market -> (String, String)? in
                            sku.flatMap { catalog.price(of: $0, in: market.id, on: day) }
                                .map { (market.id, $0.amount.decimalText) }
                        }
                        variant["prices"] = .map(prices)
                        variant["stock"] = .map([("urumqi", "1")])
                        return variant
                    }))
            return node
        }
        draft.products = []
        draft.priceLists = []
        draft.stock = []
        for index in draft.warehouses.indices { draft.warehouses[index].openingStock = [:] }
        return (draft, lines)
    }()

    /// Whether the sieve passes a line, and what the rules say of it.
    private struct Judge {
        let context: CatalogContext
        let sieve: ProductSieve
        let reader = JSONValueReader()

        init(_ draft: CatalogDraft = ProductSieveTests.feed.draft) {
            context = CatalogContext(draft)
            sieve = ProductSieve(context)
        }

        func judge(_ lines: [[UInt8]]) async throws -> [(passes: Bool, findings: [Diagnostic])] {
            try await Project.withTemporaryFolder { folder in
                let file = folder.appending(path: "feed.jsonl")
                try Data(lines.joined(separator: [0x0A])).write(to: file)
                let source = try JSONBlockSource(
                    file: file, as: "feed.jsonl", blockSize: 1 << 26, longestValue: 1 << 26)
                let block = try #require(source.next())
                let ranges = block.ranges
                try #require(ranges.count == lines.count)
                let (count, places) = sieve.doubts(in: block)
                let doubts = Set(places)
                #expect(count == lines.count)
                var verdicts: [(passes: Bool, findings: [Diagnostic])] = []
                block.read(ranges, by: reader, in: "feed.jsonl") { result, range in
                    let findings: [Diagnostic]
                    do throws(Refusal) {
                        let node = try result.get()
                        findings = context.findings(of: .init(value: try Product(node), source: node))
                    } catch { findings = error.diagnostics }
                    verdicts.append((!doubts.contains(range), findings))
                }
                return verdicts
            }
        }
    }

    @Test("passes what the rules have nothing to say of: nearly the whole sample catalogue")
    func passes() async throws {
        let judged = try await Judge().judge(Self.feed.lines.map { Array($0.json.utf8) })
        for (line, verdict) in zip(Self.feed.lines, judged) {
            #expect(verdict.findings.isEmpty, "\(line["id"]?.text ?? "")")
        }
        // Those with a blade or a paper, food on its way to China, and letters of three scripts in one text are looked at again.
        #expect(judged.count { $0.passes } * 100 >= judged.count * 80)
    }

    @Test("a product that has one SKU twice is told of as such, and of nothing else")
    func ownTwin() async throws {
        try await Project.withTemporaryFolder { folder in
            let plain = try #require(Self.feed.lines.first { $0["variants"]?.elements.count == 1 })
            var twice = plain
            let variant = try #require(plain["variants"]?.elements.first)
            twice["variants"] = DocumentNode(position: plain.position, content: .list([variant, variant]))
            let file = folder.appending(path: "feed.jsonl")
            try Data(twice.json.utf8).write(to: file)
            var draft = Self.feed.draft
            draft.lines = [try ProductLines(file: file, as: "feed.jsonl")]
            let streamed = Validation(draft).findings
            draft.lines = []
            draft.products = try ProductLines(file: file, as: "feed.jsonl").read().products
            #expect(streamed.map(\.code) == ["CAT0101"] && streamed == Validation(draft).findings)
        }
    }

    @Test("is in doubt of what is nearly JSON, and of measures that a market does not know, however they are written")
    func doubts() async throws {
        let line = try #require(Self.feed.lines.first { $0["id"]?.text == "silver-filigree-earrings" }).json
        var draft = Self.feed.draft
        for index in draft.markets.indices { draft.markets[index].units = [.millimetre, .gram] }
        let judge = Judge(draft)
        #expect(try await judge.judge([Array(line.utf8)]).map(\.passes) == [true])
        for (part, damage) in [
            (#""id":"silver-filigree-earrings""#, #""id":"silver-filigree-earrings":"x""#),
            (#""material":"silver""#, #""material":"silver":1"#),
            (#""oneOfAKind":"false""#, "\"oneOfAKind\":false\u{1}"),
            (#""urumqi":"1""#, "\"urumqi\":1\u{0}"),
            (#""material":"silver""#, #""material":"silver","species":"5 c\u006d""#),
            (#""material":"silver""#, #""material":"silver","species":"5 cm""#),
            (#""title":{"#, #""title":{"kk-Latn":"5 cm","#),
            (#""title":{"#, #""title":{"kk-Latn":"5\u0020cm","#),
        ] {
            let damaged = line.replacing(part, with: damage, maxReplacements: 1)
            try #require(damaged != line, "\(part)")
            let verdict = try #require(try await judge.judge([Array(damaged.utf8)]).first)
            #expect(!verdict.passes && !verdict.findings.isEmpty, "\(damage)")
        }
    }

    @Test("never passes what a rule has something to say of, over seeded damage")
    func sound() async throws {
        var generator = SeededGenerator(seed: 20_261_126)
        let clean = Self.feed.lines
        let judge = Judge()
        var (passed, found, all) = (0, 0, 0)
        for batch in 0..<(LongRun.isOn ? 50 : 1) {
            var lines: [[UInt8]] = []
            for round in 0..<(LongRun.isOn ? 4_000 : 1_500) {
                var line = clean[(round + batch) % clean.count]
                for _ in 0..<Int.random(in: 1...2, using: &generator) {
                    line = line.damaged(by: &generator, from: clean)
                }
                var bytes = Array(line.json.utf8)
                if Int.random(in: 0..<8, using: &generator) == 0 { bytes.damage(by: &generator) }
                bytes.removeAll { $0 == 0x0A }
                if bytes.contains(where: { !$0.isJSONSpace }) { lines.append(bytes) }
            }
            for (line, verdict) in zip(lines, try await judge.judge(lines)) {
                all += 1
                passed += verdict.passes ? 1 : 0
                found += verdict.findings.isEmpty ? 0 : 1
                #expect(
                    !verdict.passes || verdict.findings.isEmpty,
                    "\(verdict.findings.map(\.code)) in \(String(decoding: line, as: UTF8.self))")
            }
        }
        // Both happen often enough to mean something.
        #expect(passed > all / 20 && found > all / 4)
    }
}

// MARK: Damage

extension DocumentNode {
    fileprivate subscript(key: String) -> DocumentNode? {
        get { entries.first { $0.key == key }?.value }
        set {
            guard case .map(var entries) = content, let newValue else { return }
            if let place = entries.firstIndex(where: { $0.key == key }) {
                entries[place].value = newValue
            } else {
                entries.append(.init(key: key, keyPosition: position, value: newValue))
            }
            content = .map(entries)
        }
    }

    fileprivate static func map(_ pairs: [(String, String)]) -> DocumentNode {
        let nowhere = SourcePosition(file: "")
        return DocumentNode(
            position: nowhere,
            content: .map(
                pairs.map {
                    .init(
                        key: $0.0, keyPosition: nowhere, value: DocumentNode(position: nowhere, content: .scalar($0.1)))
                }))
    }

    /// The same with one thing changed somewhere.
    fileprivate func damaged(by generator: inout SeededGenerator, from others: [DocumentNode]) -> DocumentNode {
        var result = self
        switch content {
        case .map(var entries) where !entries.isEmpty:
            let place = Int.random(in: 0..<entries.count, using: &generator)
            switch Int.random(in: 0..<12, using: &generator) {
            case 0: entries.remove(at: place)
            case 1: entries.append(entries[place])
            case 2: entries[place].key += "x"
            case 3:
                // What stands under the same key in another product.
                let other = others[Int.random(in: 0..<others.count, using: &generator)]
                if let value = other[entries[place].key] { entries[place].value = value }
            case 4: entries.swapAt(0, place)
            default: entries[place].value = entries[place].value.damaged(by: &generator, from: others)
            }
            result.content = .map(entries)
        case .list(var elements) where !elements.isEmpty:
            let place = Int.random(in: 0..<elements.count, using: &generator)
            switch Int.random(in: 0..<6, using: &generator) {
            case 0: elements.remove(at: place)
            case 1: elements.append(elements[place])
            default: elements[place] = elements[place].damaged(by: &generator, from: others)
            }
            result.content = .list(elements)
        case .scalar(let text): result.content = .scalar(Self.damaged(text, by: &generator))
        default: result.content = .scalar("")
        }
        return result
    }

    private static func damaged(_ text: String, by generator: inout SeededGenerator) -> String {
        let pieces = [
            "", " ", "a", "c", "е", "丝", "ا", "7", "0", "-", ".", "00", "\n", "\"", "\u{301}", "é", "µ", "ｋ", "🐫", "ſ",
            "ǅ",
            "Ω", "ª", "\u{200B}", "«", "—", "₸", "、", "ㄅ", "カ", "ᠠ", "ⅳ", "ﬁ", "№",
        ]
        let others = [
            "", "0", "-1", "1", "101", "60", "2026-02-31", "2026-02-28", "1899-01-01", "268.005", "0.00", "1e3", "tour",
            "handicraft", "silk", "moon", "4006381333931", "4006381333932", "180 cm", "180 in", "0 g", "0.5 kg",
            "1.2345 kg", "true",
            "false", "null", "Дутар", "Дутар dutar", "都塔尔", "Asia/Shanghai", "Mars/Base", "KZ", "kz", "490110", "24:00",
            "09:30",
            "horn", "nephrite", "knives", "1911", "821192", "040900", ".hidden", "../a.svg", "zh-Hans", "XJ-DUT-315",
            "xj-dut", "A-", String(repeating: "а", count: 200),
            String(repeating: "шёлк ", count: 1_100),
        ]
        var characters = Array(text)
        let place = Int.random(in: 0...characters.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: return others[Int.random(in: 0..<others.count, using: &generator)]
        case 1 where place < characters.count: characters.remove(at: place)
        default: characters.insert(contentsOf: pieces[Int.random(in: 0..<pieces.count, using: &generator)], at: place)
        }
        return String(characters)
    }
}

extension [UInt8] {
    fileprivate mutating func damage(by generator: inout SeededGenerator) {
        guard !isEmpty else { return }
        let place = Int.random(in: 0..<count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: remove(at: place)
        case 1: self[place] = UInt8.random(in: 0...255, using: &generator)
        case 2: insert([0x22, 0x2C, 0x5C, 0x7D, 0x20, 0xD0][Int.random(in: 0..<6, using: &generator)], at: place)
        default: removeLast(count - place)
        }
    }
}
