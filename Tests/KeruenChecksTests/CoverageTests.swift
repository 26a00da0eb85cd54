import Foundation
@testable import KeruenChecks
import TestSupport
import Testing

@Suite("Coverage")
struct CoverageTests {
    private func coverage(_ folder: URL) throws -> Coverage {
        Coverage(
            strings: try StringTables.load(folder: folder.appending(path: "Locales"), as: "Locales"),
            draft: try CatalogDraft.load(folder: folder.appending(path: "Catalog"), as: "Catalog"),
            on: CivilDate(daysSince1970: 20_783))
    }

    @Test("of the sample is complete for every market, without a finding")
    func complete() throws {
        let coverage = try coverage(Project.root)
        for market in ["cn", "ru", "kz"] { #expect(coverage.percent(of: market) == 100) }
        #expect(coverage.findings == [])
        #expect(coverage.percent(of: "xx") == nil)
    }

    @Test("lets a translation be its source word for word where the notes allow it, in those languages alone")
    func sameIn() async throws {
        try await Project.withCopy(tables: Project.buyersTables) { folder in
            for (file, text) in [
                ("source", #"{"line": {"message": "Express delivery", "sameIn": ["kk"]}}"#),
                ("kk", #"{"line": "Express delivery"}"#), ("ru", #"{"line": "Express delivery"}"#),
                ("zh-Hans", #"{"line": "特快专递"}"#),
            ] {
                try text.write(
                    to: folder.appending(path: "Locales/\(file)/lines.json"), atomically: true, encoding: .utf8)
            }
            let findings = try coverage(folder).findings
            #expect(findings.map(\.code.rawValue) == ["LOC0111"])
            #expect(findings.first?.position?.file == "Locales/ru/lines.json")
        }
        var tables = StringTables()
        let wrong = #expect(throws: Refusal.self) {
            try tables.addSource(
                Data(#"{"line": {"message": "Express", "sameIn": ["kazakh!"]}}"#.utf8), table: "lines",
                file: "lines.json")
        }
        #expect(wrong?.diagnostics.first?.position?.description == "lines.json:1:44")
    }

    @Test("refuses a string for a market that is none, so that no law's text goes missing by a slip")
    func unknownMarket() async throws {
        try await Project.withCopy(tables: Project.buyersTables) { folder in
            let file = folder.appending(path: "Locales/source/legal.json")
            let text = try String(contentsOf: file, encoding: .utf8)
            try text.replacing(#"["kz"]"#, with: #"["kzz"]"#).write(to: file, atomically: true, encoding: .utf8)
            let findings = try coverage(folder).findings.filter { $0.code == "LOC0130" }
            #expect(findings.count == 3 && findings.first?.position?.file == "Locales/source/legal.json")
        }
    }

    @Test(
        "names what is wrong with a string, and where",
        arguments: [
            ("\"title\": \"Мұндай бет жоқ\",", "", "LOC0101"), ("Мұндай бет жоқ", "", "LOC0101"),
            ("Мұндай бет жоқ", "{$x", "LOC0102"),
            ("Мұндай бет жоқ", "Мұндай {$x} бет жоқ", "LOC0103"),
            ("Мұндай бет жоқ", "Мұндай бет жoқ", "LOC0105"),
        ])
    func strings(old: String, new: String, code: String) async throws {
        try await Project.withCopy(tables: Project.buyersTables) { folder in
            let file = folder.appending(path: "Locales/kk/shop.json")
            let text = try String(contentsOf: file, encoding: .utf8)
            try #require(text.contains(old))
            try text.replacing(old, with: new).write(to: file, atomically: true, encoding: .utf8)
            let coverage = try coverage(folder)
            #expect(coverage.findings.map(\.code.rawValue) == [code])
            #expect(coverage.findings.first?.position?.file == "Locales/kk/shop.json")
            let isThere = !["LOC0101", "LOC0102"].contains(code)
            #expect((coverage.percent(of: "kz") == 100) == isThere)
            #expect(coverage.percent(of: "cn") == 100)
        }
    }

    @Test("misses what a legal text names and the seller does not give, in each language of the law")
    func missingFact() async throws {
        try await Project.withCopy(tables: Project.buyersTables) { folder in
            let file = folder.appending(path: "Catalog/markets/kz.yaml")
            let text = try String(contentsOf: file, encoding: .utf8)
            try text.replacing("  phone: +7 727 000 00 00\n", with: "").write(
                to: file, atomically: true, encoding: .utf8)
            let findings = try coverage(folder).findings
            #expect(findings.map(\.code) == ["LOC0131", "LOC0131"])
            #expect(findings.map { $0.arguments["language"] } == ["kk", "ru"])
            #expect(findings.allSatisfy { $0.arguments["argument"] == "phone" })
        }
    }

    @Test("asks for the seller's facts in a market that no law's row speaks of, and takes no blank for a fact")
    func otherMarket() async throws {
        try await Project.withCopy(tables: Project.buyersTables) { folder in
            let markets = folder.appending(path: "Catalog/markets")
            let text = try String(contentsOf: markets.appending(path: "kz.yaml"), encoding: .utf8)
            try text.replacing("id: kz", with: "id: uz").replacing("phone: +7 727 000 00 00", with: "phone: \" \"")
                .write(
                    to: markets.appending(path: "uz.yaml"), atomically: true, encoding: .utf8)
            let notes = #"{"uz": {"call": {"message": "Call {$phone}", "class": "legal", "markets": ["uz"]}}}"#
            let file = folder.appending(path: "Locales/source/legal.json")
            let known = try String(contentsOf: file, encoding: .utf8)
            try (String(known.trimmingCharacters(in: .whitespacesAndNewlines).dropLast()) + "," + notes.dropFirst())
                .write(
                    to: file, atomically: true, encoding: .utf8)
            for (language, call) in [("kk", "Қоңырау: {$phone}"), ("ru", "Звоните: {$phone}")] {
                let file = folder.appending(path: "Locales/\(language)/legal.json")
                let known = try String(contentsOf: file, encoding: .utf8)
                try
                    (String(known.trimmingCharacters(in: .whitespacesAndNewlines).dropLast())
                    + ", \"uz\": {\"call\": \"\(call)\"}}").write(to: file, atomically: true, encoding: .utf8)
            }
            let findings = try coverage(folder).findings.filter { $0.code == "LOC0131" }
            #expect(findings.map { $0.arguments["market"] } == ["uz", "uz"])
        }
    }

    @Test("asks a file of a language that is written over for no more than it has")
    func override() async throws {
        try await Project.withCopy(tables: Project.buyersTables) { folder in
            let latin = folder.appending(path: "Locales/kk-Latn")
            try FileManager.default.createDirectory(at: latin, withIntermediateDirectories: true)
            try #"{"error": {"title": "Mūndai bet joq"}}"#.write(
                to: latin.appending(path: "shop.json"), atomically: true, encoding: .utf8)
            #expect(try coverage(folder).findings == [])
        }
    }

    @Test("does not count what nobody has translated as written over")
    func untranslated() async throws {
        try await Project.withCopy(tables: Project.buyersTables) { folder in
            let file = folder.appending(path: "Locales/kk/shop.state.json")
            let text = try String(contentsOf: file, encoding: .utf8)
            let line = try #require(text.split(separator: "\n").first { $0.contains("\"error.title\"") })
            try text.replacing(line, with: line.replacing("\"translated\"", with: "\"new\"")).write(
                to: file, atomically: true, encoding: .utf8)
            let cells = try coverage(folder).cells.filter { $0.language.language == "kk" }
            #expect(cells.count == 3 && cells.allSatisfy { $0.strings.present == $0.strings.total - 1 })
        }
    }

    @Test("finds two keys that would be one function in Swift")
    func collision() throws {
        var tables = StringTables()
        for key in ["shop.to-pay", "shop.toPay", "shop.total"] {
            tables.add(SourceString(key: key, text: "To pay", position: SourcePosition(file: "shop.json")))
        }
        let findings = tables.accessorCollisions(in: "shop")
        #expect(findings.map(\.code) == ["LOC0132"] && findings.first?.arguments["name"] == "toPay")
    }

    @Test("shows languages that are written over beside the required ones, and holds no market to them")
    func converted() throws {
        let cells = try coverage(Project.root).cells
        #expect(cells.filter { !$0.isRequired }.map(\.language.description) == ["zh-Hant", "kk-Arab", "kk-Latn"])
        #expect(cells.allSatisfy { $0.percent == 100 })
        #expect(cells.filter { !$0.isRequired }.allSatisfy { $0.legal.total == 0 })
    }

    @Test("keeps a baseline: new findings fail, and no fault in a legal text hides in it")
    func baseline() throws {
        func finding(_ code: Diagnostic.Code, _ key: String, _ severity: Diagnostic.Severity = .error) -> Diagnostic {
            Diagnostic(code, severity, at: nil, ["key": .text(key), "language": "kk"])
        }
        let old = [
            finding("LOC0101", "shop.a"), finding("LOC0101", "legal.b"), finding("LOC0115", "legal.c", .warning),
        ]
        let legal: Set = ["legal.b", "legal.c"]
        let baseline = try Baseline(Data(Baseline(old, legalKeys: legal).json.utf8), file: "baseline.json")
        let new = baseline.new(among: old + [finding("LOC0101", "shop.d")], legalKeys: legal)
        #expect(new.compactMap { $0.arguments["key"] } == ["legal.b", "shop.d"])
    }

    @Test(
        "refuses a file that is no baseline",
        arguments: [
            (#"{"foo": 1}"#, ["DOC0101", "DOC0101", "DOC0102"]), (#"{"version": 2, "findings": []}"#, ["DOC0104"]),
            (#"{"version": 1, "findings": {}}"#, ["DOC0103"]), ("[]", ["DOC0103"]),
        ])
    func noBaseline(json: String, codes: [String]) {
        let refusal = #expect(throws: Refusal.self) { try Baseline(Data(json.utf8), file: "b.json") }
        #expect(refusal?.diagnostics.map(\.code.rawValue) == codes)
    }

    @Test("asks Russian for its four plural forms")
    func plurals() async throws {
        try await Project.withCopy(tables: Project.buyersTables) { folder in
            let file = folder.appending(path: "Locales/ru/shop.json")
            let text = try String(contentsOf: file, encoding: .utf8)
            try #require(text.contains("few {{{$count} товара}} many {{{$count} товаров}}"))
            try text.replacing("few {{{$count} товара}} many {{{$count} товаров}}", with: "")
                .write(to: file, atomically: true, encoding: .utf8)
            let finding = try #require(try coverage(folder).findings.first)
            #expect(finding.code == "LOC0104" && finding.arguments["categories"] == "few, many")
        }
    }

    @Test("counts product texts too, and never rounds up to 100")
    func products() async throws {
        try await Project.withCopy(tables: Project.buyersTables) { folder in
            let file = folder.appending(path: "Catalog/products/staved-dombra.yaml")
            let text = try String(contentsOf: file, encoding: .utf8)
            let at = try #require(text.range(of: "  technique:"))
            let line = try #require(text[at.lowerBound...].range(of: "kk: "))
            try (text[..<line.lowerBound] + "tt: " + text[line.upperBound...]).write(
                to: file, atomically: true, encoding: .utf8)
            let coverage = try coverage(folder)
            #expect(coverage.percent(of: "kz") == 99)
            #expect(coverage.findings.map(\.code) == ["LOC0107"])
        }
    }
}

@Suite("Reports")
struct ReportTests {
    private let finding = Diagnostic(
        "CAT0301", .error, at: SourcePosition(file: "a.yaml", line: 3, column: 5), ["sku": "XJ-1", "price": "-3.00"])

    @Test(
        "speak the reader's language",
        arguments: [
            ("en", "must be above zero"), ("ru", "должна быть больше нуля"), ("kk", "нөлден жоғары болуы керек"),
            ("zh-Hans", "必须大于零"),
        ])
    func languages(tag: String, words: String) throws {
        let line = TerminalReport(in: ReportLanguage(try LanguageTag(tag))).line(finding)
        #expect(line.hasPrefix("a.yaml:3:5: ") && line.contains(words) && line.hasSuffix("[CAT0301]"))
    }

    @Test("follow LC_ALL, then LC_MESSAGES, then LANG, and end in English")
    func environment() {
        #expect(ReportLanguage(environment: ["LANG": "ru_RU.UTF-8", "LC_ALL": "kk_KZ.UTF-8"]).tag == .kk)
        #expect(ReportLanguage(environment: ["LANG": "zh_CN.UTF-8", "LC_ALL": ""]).tag == .zhHans)
        #expect(ReportLanguage(environment: ["LANG": "C"]).tag == .en)
        #expect(ReportLanguage(environment: [:]).tag == .en)
        #expect(ReportLanguage(environment: ["LANG": "de_DE"]).tag == .en)
    }

    @Test("have a sentence in all four languages for every code that the sources name")
    func everyCode() throws {
        var codes: Set<String> = []
        for sources in ["Sources", "Examples/Shop/Sources"] {
            let folder = Project.root.appending(path: sources)
            for case let file as URL in try #require(
                FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
            where ["swift", "tsv"].contains(file.pathExtension) {
                let text = try String(contentsOf: file, encoding: .utf8)
                for match in text.matches(of: /["\t]((?:DOC|CAT|LOC|TRD|MKT|CUS|TXT|CLI|NAM|EXC|SRC)[0-9]{4})["\t]/) {
                    codes.insert(String(match.1))
                }
            }
        }
        #expect(codes.count > 50)
        for language in ReportLanguage.all {
            for code in codes {
                #expect(
                    ReportLanguage.tables.strings[language]?["diagnostics.\(code)"]?.message != nil,
                    "\(language) \(code)")
            }
        }
        let known = Set(
            (ReportLanguage.tables.strings[.en] ?? [:]).keys.filter { $0.hasPrefix("diagnostics.") }.map {
                String($0.dropFirst(12))
            })
        #expect(known.subtracting(codes) == [], "sentences that nothing says")
    }

    @Test("are compiled in as they stand in Locales")
    func embedded() throws {
        let files = try StringTables.load(folder: Project.root.appending(path: "Locales"))
        for language in ReportLanguage.all {
            for (key, entry) in ReportLanguage.tables.strings[language] ?? [:] {
                #expect(files.strings[language]?[key]?.source == entry.source)
            }
        }
    }

    @Test("count errors alone as failures in JUnit's XML")
    func junit() {
        let coverage = Coverage(
            cells: [],
            findings: [
                Diagnostic("LOC0101", .error, at: nil, ["key": "shop.a", "language": "kk"]),
                Diagnostic("LOC0115", .warning, at: nil, ["key": "shop.<failure", "language": "kk"]),
            ])
        let xml = JUnitReport(in: ReportLanguage(.en)).coverage(coverage)
        #expect(xml.contains("tests=\"2\" failures=\"1\"") && xml.contains("<system-out>warning: "))
    }

    @Test("speak Kazakh in Latin letters too, written over")
    func converted() throws {
        let reader = ReportLanguage(try LanguageTag("kk-Latn"))
        #expect(reader.sentence(finding).contains("nölden joğary boluy kerek"))
    }

    @Test("name what is wrong with a message in the reader's language, the place with it")
    func faults() throws {
        let error = #expect(throws: MessageError.self) { try Message("{$x") }
        let sentence = ReportLanguage(.ru).sentence(
            Diagnostic("CLI0121", .error, at: nil, try #require(error).arguments))
        #expect(sentence.contains("нарушен синтаксис (line 1, column 4"))
    }

    @Test("line up their columns, Chinese ones too")
    func table() throws {
        let coverage = Coverage(
            strings: try StringTables.load(folder: Project.root.appending(path: "Locales")),
            draft: try CatalogDraft.load(folder: Project.root.appending(path: "Catalog")),
            on: CivilDate(daysSince1970: 20_783))
        let lines = coverage.text(in: ReportLanguage(.zhHans)).split(separator: "\n").map(String.init)
        #expect(lines.count == 8 && lines[0].hasPrefix("市场  语言"))
    }
}

@Suite("A string's functions")
struct StringFunctionTests {
    private func findings(_ source: String, _ translation: String, notes: [String: SourceString.ArgumentNote] = [:])
        -> [Diagnostic]
    {
        var tables = StringTables()
        let place = SourcePosition(file: "shop.json", line: 1, column: 1)
        tables.add(SourceString(key: "shop.a", text: source, position: place, arguments: notes))
        tables[.ru, "shop.a"] = .init(translation, at: place)
        return StringCheck(strings: tables).findings(in: [.ru])
    }

    @Test(
        "have options that exist, units that exist, and keys that a number can take",
        arguments: [
            ("{$w :number}", "{$w :number maximumFractionDigit=1} шт"), ("{$d :date}", "{$d :date style=long} года"),
            ("{$w :unit unit=kilogram}", "{$w :unit unit=kg} нетто"),
            (
                ".input {$n :integer} .match $n one {{{$n} day}} * {{{$n} days}}",
                ".input {$n :integer} .match $n one {{{$n} день}} few {{{$n} дня}} many {{{$n} дней}} mnay {{{$n} дней}} * {{{$n} дня}}"
            ),
        ])
    func faults(source: String, translation: String) {
        #expect(findings(source, translation).map(\.code) == ["LOC0124"])
    }

    @Test(
        "have percent signs as their language writes them, close to words too",
        arguments: [
            ("zh-Hans", "今天优惠30 %哦", 1), ("zh-Hans", "促销30 %", 1), ("zh-Hans", "优惠{$n :integer} %哦", 1),
            ("zh-Hans", "优惠30%哦", 0), ("ru", "скидка 30%", 1), ("ru", "скидка 30\u{A0}%", 0),
            ("ru", "печатает %d раз", 0),
        ])
    func percent(tag: String, text: String, count: Int) throws {
        let language = try LanguageTag(tag)
        var tables = StringTables()
        let place = SourcePosition(file: "shop.json", line: 1, column: 1)
        tables.add(
            SourceString(key: "shop.a", text: text.contains("$n") ? "{$n :integer}% off" : "30% off", position: place))
        tables[language, "shop.a"] = .init(text, at: place)
        #expect(StringCheck(strings: tables).findings(in: [language]).count { $0.code == "LOC0129" } == count)
    }

    @Test(
        "have quotation marks of their language, but for what the source quotes letter for letter",
        arguments: [
            ("Don't close “the shop”", "Не закрывайте \"магазин\"", 1),
            ("Delete \"{$name}\"?", "Удалить \"{$name}\"?", 1), ("Run 'keruen sort'", "Запустите \"keruen sort\"", 0),
        ])
    func straight(source: String, translation: String, count: Int) {
        #expect(findings(source, translation).count { $0.code == "LOC0114" } == count)
    }

    @Test("take the examples of the notes as what they are")
    func money() {
        let note = ["price": SourceString.ArgumentNote(type: .money, examples: ["1990.00"])]
        #expect(findings("Pay {$price :currency}", "К оплате {$price :currency}", notes: note) == [])
        let dollars = "{$price :currency currency=USD}"
        #expect(findings("Pay \(dollars)", "К оплате \(dollars)", notes: note) == [])
    }
}
