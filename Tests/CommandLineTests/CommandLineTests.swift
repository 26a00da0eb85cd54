import Foundation
import Keruen
import TestSupport
import Testing

/// The command line as its users run it: the built program, its output, its exit codes.
@Suite("keruen")
struct CommandLineTests {
    private func keruen(
        _ arguments: String..., input: String = "", in folder: URL = Project.root, language: String = "en_US.UTF-8"
    ) throws -> Outcome {
        try Project.run("keruen", arguments, input: input, in: folder, environment: ["LANG": language])
    }

    @Test("sort puts lines in the order of a language")
    func sort() throws {
        #expect(
            try keruen("sort", "--locale", "kk", input: "Үй\nҰн\nІні\nИне\nӘке\nАна\n").output
                == "Ана\nӘке\nИне\nҰн\nҮй\nІні\n")
        #expect(try keruen("sort", "--locale", "zh-Hans", input: "重庆\n上海\n北京\n").output == "北京\n重庆\n上海\n")
        #expect(try keruen("sort", "--locale", "zh-Hans-u-co-stroke", input: "重庆\n北京\n上海\n").output == "上海\n北京\n重庆\n")
        #expect(try keruen("sort", "--locale", "ru", "--reverse", input: "а\nб").output == "б\nа\n")
        #expect(try keruen("sort", "--locale", "ru", input: "").output == "")
        #expect(try keruen("sort", "--locale", "ru", input: "б\n\nа\r\n").output == "\nа\r\nб\n")
    }

    @Test(
        "refuses unknown languages and collations with exit code 3",
        arguments: ["xx", "kk-u-co-stroke", "zh_CN.UTF-8", "", "kk-Grek"])
    func unknownLocale(tag: String) throws {
        let outcome = try keruen("sort", "--locale", tag, input: "а\n")
        #expect(outcome.status == 3 && outcome.output.isEmpty && outcome.errors.contains("TXT01"))
    }

    @Test(
        "ends with 3 for wrong usage, and with 0 for help",
        arguments: [
            ["sort"], ["nonsense"], ["search", "--market", "kz"], ["validate", "--format", "yaml"],
            ["validate", "--language", "de"],
        ])
    func usage(arguments: [String]) throws {
        #expect(try Project.run("keruen", arguments).status == 3)
        #expect(try Project.run("keruen", ["--help"]).status == 0)
    }

    @Test(
        "explains every command with an example",
        arguments: [
            ["validate"], ["coverage"], ["sort"], ["search"], ["browse"], ["quote"], ["order", "place"],
            ["snapshot"], ["snapshot", "append"], ["snapshot", "rebuild"], ["snapshot", "follow"],
            ["snapshot", "fetch"],
            ["order", "show"],
            ["stock", "open"],
            ["transliterate"], ["segment"], ["slug"], ["fold"], ["stem"], ["inspect"],
        ])
    func help(command: [String]) throws {
        let outcome = try Project.run("keruen", command + ["--help"])
        #expect(
            outcome.status == 0 && outcome.output.contains("keruen \(command.joined(separator: " "))")
                && outcome.output.contains("Example"))
    }

    @Test("does not end well when nobody got the output")
    func fullDisk() throws {
        for command in ["sort --locale ru < Package.swift", "validate", "search --market ru шарф"] {
            let program = Project.binaries.appending(path: "keruen").path
            let outcome = try Project.run("/bin/sh", ["-c", "'\(program)' \(command) > /dev/full"])
            #expect(outcome.status == 2 && outcome.errors.contains("CLI0106"), "\(command)")
        }
    }

    @Test("keeps equal lines in their order, also in reverse")
    func reverseIsStable() throws {
        let lines = "e\u{301}\n\u{e9}\n"
        let outcome = try keruen("sort", "--locale", "en", "--reverse", input: lines)
        #expect(Array(outcome.output.utf8) == Array(lines.utf8))
    }

    @Test("validate passes the sample, in the reader's language")
    func validate() throws {
        let outcome = try keruen("validate", "Catalog", language: "kk_KZ.UTF-8")
        #expect(outcome.status == 0 && outcome.output.contains("тауар тексерілді"))
    }

    @Test("validate ends with 1 for a finding and with 2 for what can't be read")
    func findings() async throws {
        try await Project.withCopy { folder in
            let file = folder.appending(path: "Catalog/markets/kz.yaml")
            let product = folder.appending(path: "Catalog/products/staved-dombra.yaml")
            try String(contentsOf: product, encoding: .utf8).replacing(
                "category: instruments", with: "category: guitars"
            )
            .write(to: product, atomically: true, encoding: .utf8)
            let outcome = try keruen("validate", "Catalog", "--format", "json", in: folder)
            #expect(outcome.status == 1)
            let report = try #require(
                try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
            let finding = try #require((report["findings"] as? [[String: Any]])?.first)
            #expect(
                finding["code"] as? String == "CAT0105"
                    && finding["file"] as? String == "Catalog/products/staved-dombra.yaml")
            #expect(
                (finding["line"] as? Int ?? 0) > 0 && (finding["column"] as? Int ?? 0) > 0
                    && report["errors"] as? Int == 1)

            try Data([0x69, 0x64, 0x3A, 0x20, 0xFF]).write(to: file)
            #expect(try keruen("validate", "Catalog", in: folder).status == 2)
            #expect(try keruen("validate", "nowhere", in: folder).status == 2)
        }
    }

    @Test("coverage holds a market to its minimum, and names the missing string")
    func coverage() async throws {
        #expect(try keruen("coverage", "--min", "cn=100", "--min", "ru=100", "--min", "kz=100").status == 0)
        #expect(try keruen("coverage", "--min", "kz=101").status == 3)
        #expect(try keruen("coverage", "--min", "xx=1").status == 3)
        #expect(try keruen("coverage", "--update-baseline").errors.contains("[CLI0118]"))
        let typo = try keruen("coverage", "--format", "csv", "--language", "ru")
        #expect(
            typo.status == 3 && typo.errors.hasPrefix("ошибка: Не удалось разобрать команду: ")
                && typo.errors.contains("Usage: "))
        try await Project.withCopy(tables: Project.buyersTables) { folder in
            let file = folder.appending(path: "Locales/kk/shop.json")
            let text = try String(contentsOf: file, encoding: .utf8)
            try text.replacing("\"title\": \"Мұндай бет жоқ\",", with: "").write(
                to: file, atomically: true, encoding: .utf8)
            let outcome = try keruen("coverage", "--min", "kz=100", in: folder)
            #expect(
                outcome.status == 1 && outcome.output.contains("shop.error.title") && outcome.errors.contains("CLI0103")
            )
            #expect(try keruen("coverage", in: folder).status == 0)
        }
    }

    @Test("search finds what a buyer in a market would")
    func search() throws {
        let outcome = try keruen("search", "--market", "kz", "--locale", "kk", "домбыра", "--format", "json")
        let report = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        let first = try #require((report["products"] as? [[String: Any]])?.first)
        #expect(first["id"] as? String == "staved-dombra" && first["language"] as? String == "kk")
        #expect((first["price"] as? String)?.contains("₸") == true && (first["score"] as? Double ?? 0) > 0)
        #expect(try keruen("search", "--market", "kz", "--locale", "zh-Hans", "丝绸").status == 3)
        #expect(try keruen("search", "--market", "us", "silk").status == 3)
        #expect(try keruen("search", "--market", "ru", "qqqq").status == 0)
    }

    private func report(_ arguments: String...) throws -> [String: Any] {
        let outcome = try Project.run("keruen", arguments + ["--format", "json"])
        return try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    }

    @Test("browse and search go on behind a page, and say how many there are in all")
    func pages() throws {
        for command in [
            ["browse", "--market", "kz", "crafts", "--order", "price-desc"], ["search", "--market", "ru", "шарф"],
        ] {
            var (ids, total): ([String], Int) = ([], 0)
            var after: [String] = []
            repeat {
                let outcome = try Project.run("keruen", command + ["--limit", "20", "--format", "json"] + after)
                let page = try #require(
                    try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
                ids += (page["products"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
                total = page["total"] as? Int ?? 0
                after = (page["next"] as? String).map { ["--after", $0] } ?? []
            } while !after.isEmpty && ids.count < 100
            #expect(ids.count == total && Set(ids).count == total && total > 2, "\(command)")
        }
    }

    @Test("search counts by category, and by no other filters than were asked for")
    func counts() throws {
        let page = try report(
            "search", "--market", "kz", "--locale", "ru", "шёлк", "--count-by", "category", "--in-stock")
        let counts = try #require(page["counts"] as? [[String: Any]])
        let crafts = counts.first { $0["code"] as? String == "crafts" }
        #expect(crafts?["name"] as? String == "Ремёсла" && (crafts?["count"] as? Int ?? 0) > 0)
        let tours = try report("browse", "--market", "kz", "--departing", "2027-04-01..2027-06-30")
        #expect((tours["total"] as? Int ?? 0) > 0 && (tours["total"] as? Int ?? 0) < 20)
        #expect(
            try report("search", "--market", "kz", "--locale", "ru", "войлачный")["suggestion"] as? String
                == "войлочный")
    }

    @Test(
        "says what is wrong with a filter or a cursor, and ends with 3",
        arguments: [
            ("search --market kz шарф --material gold", "SRC0111"), ("browse --market kz --region moon", "SRC0112"),
            ("browse --market kz --departing 2027-13-01..", "SRC0113"),
            ("search --market kz шарф --departing 2027-06-01..2027-05-01", "SRC0113"),
            ("search --market kz шарф --limit 0", "SRC0114"), ("browse --market kz --skip=-1", "SRC0114"),
            ("browse --market kz --after nonsense", "SRC0103"), ("browse --market kz --price 5-1", "CLI0123"),
        ])
    func refusals(command: String, code: String) throws {
        let outcome = try Project.run("keruen", command.split(separator: " ").map(String.init))
        #expect(outcome.status == 3 && outcome.errors.contains(code) && outcome.output.isEmpty)
    }

    #if SQLite
        @Test("order places once under a key, and shows what was placed")
        func orders() async throws {
            try await Project.withTemporaryFolder { folder in
                let store = folder.appending(path: "s.sqlite").path
                func place(_ key: String, _ items: String...) throws -> Outcome {
                    try Project.run(
                        "keruen",
                        ["order", "place", "--store", store, "--market", "kz", "--key", key, "--format", "json"] + items
                    )
                }
                let catalog = try Catalog.load(folder: Project.root.appending(path: "Catalog"))
                let sku = try #require(catalog["staved-dombra"]?.variants.first?.sku.description)
                func id(_ outcome: Outcome) throws -> String {
                    try #require(
                        (try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])?["id"]
                            as? String)
                }
                let first = try id(try place("k1", "\(sku)=2"))
                #expect(try id(try place("k1", sku, sku)) == first)
                #expect(try place("k1", "\(sku)=1").errors.contains("TRD0203"))
                let shown = try Project.run("keruen", ["order", "show", "--store", store, first.lowercased()])
                #expect(shown.status == 0 && shown.output.contains("2 × \(sku)") && shown.output.contains("₸"))

                for (items, code, status) in [
                    (["\(sku)=9999"], "TRD0201", 1), (["\(sku)=0"], "TRD0103", 1),
                    (["\(sku)=1000000000000000000"], "TRD0103", 1), (["\(sku)=two"], "CLI0101", 3),
                    (["NO-SUCH"], "TRD0102", 1), (["дутар"], "CLI0101", 3),
                ] as [([String], String, Int32)] {
                    let outcome = try Project.run(
                        "keruen", ["order", "place", "--store", store, "--market", "kz", "--key", "other"] + items)
                    #expect(outcome.status == status && outcome.errors.contains(code), "\(items) \(outcome.errors)")
                }
                #expect(
                    try Project.run("keruen", ["order", "show", "--store", store, "KR-0000-0000-0000"]).errors.contains(
                        "TRD0204"))
                #expect(
                    try Project.run("keruen", ["order", "show", "--store", "/nonexistent/s.sqlite", first]).status == 2)
            }
        }
        @Test("purchase takes goods from their order to the shelf, once")
        func purchases() async throws {
            try await Project.withTemporaryFolder { folder in
                let store = folder.appending(path: "s.sqlite").path
                let catalog = try Catalog.load(folder: Project.root.appending(path: "Catalog"))
                let sku = try #require(catalog["staved-dombra"]?.variants.first?.sku.description)
                func run(_ words: String...) throws -> Outcome {
                    try Project.run("keruen", ["purchase", words[0], "--store", store] + words.dropFirst())
                }
                let placed = try run(
                    "place", "--key", "po-1", "--supplier", "Көкше", "--into", "khorgos", "--format", "json", "\(sku)=5"
                )
                let body = try JSONSerialization.jsonObject(with: Data(placed.output.utf8)) as? [String: Any]
                let id = try #require(body?["id"] as? String)
                #expect(
                    try run("place", "--key", "po-1", "--supplier", "Өзге", "--into", "khorgos", sku).errors.contains(
                        "TRD0803"))
                let elsewhere = ["--key", "po-2", "--supplier", "Көкше", "--into", "urumqi", sku]
                for (mode, code) in [("1210", "TRD0808"), ("9610", "TRD0809")] {
                    let refused = try Project.run(
                        "keruen", ["purchase", "place", "--store", store, "--mode", mode] + elsewhere)
                    #expect(refused.errors.contains(code) && refused.status == 1, "\(refused)")
                }
                #expect(try run("ship", "--reference", "CMR-1", id.lowercased()).output.contains("enter, cancel"))
                #expect(try run("enter", id).status == 0)
                let early = try run("release", id).errors
                #expect(early.contains("TRD0802") && early.contains("“in the bonded zone”"), "\(early)")
                #expect(early.contains("“release”") && early.contains("now: count"), "\(early)")
                #expect(try run("close", "PO-1").status == 3)
                let shown = try run("show", "--format", "json").output
                let all = try JSONSerialization.jsonObject(with: Data(shown.utf8)) as? [String: Any]
                #expect((all?["purchases"] as? [[String: Any]])?.map { $0["id"] as? String } == [id])
                #expect(try run("count", id, "\(sku)=many").errors.contains("CLI0146"))
                #expect(
                    try run("count", id, "\(sku)=3+1").output.contains("3 intact, 1 damaged, 1 missing, 0 too many"))
                let before = try Project.run("keruen", ["stock", "show", "--store", store, sku]).output
                #expect(try run("release", id).output.contains("for sale"))
                let after = try Project.run("keruen", ["stock", "show", "--store", store, sku]).output
                #expect(before != after)
                #expect(try run("release", id).status == 0)
                #expect(try Project.run("keruen", ["stock", "show", "--store", store, sku]).output == after)
                #expect(try run("show").output.contains(id) && run("show", "PO-1").errors.contains("TRD0805"))
            }
        }

        @Test("screens an export by the catalogue on its way")
        func screening() async throws {
            try await Project.withTemporaryFolder { folder in
                let store = folder.appending(path: "s.sqlite").path
                func order(_ arguments: String...) throws -> [String: Any] {
                    let outcome = try Project.run(
                        "keruen", ["order"] + arguments + ["--store", store, "--format", "json"])
                    #expect(outcome.status == 0, "\(outcome.errors)")
                    return try #require(
                        try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
                }
                // It lies in China alone.
                let placed = try order(
                    "place", "--market", "kz", "--key", "k1", "--to", "KZ", "--ships-from", "CN", "--reviewed",
                    "XJ-CRP-304")
                let id = try #require(placed["id"] as? String)
                #expect(placed["flow"] as? String == "export")
                _ = try order("pay", "--payment", "p1", id)
                #expect(try order("ship", "--reference", "S-1", id)["stage"] as? String == "screened")
                let outcome = try Project.run("keruen", ["order", "ship", "--store", store, "--certificate", "x", id])
                #expect(outcome.status == 3 && outcome.errors.contains("CLI0170"))
            }
        }

        @Test("purchase quota shows a buyer's year by a number that no argument ever has")
        func quota() async throws {
            try await Project.withTemporaryFolder { folder in
                let store = folder.appending(path: "s.sqlite").path
                let key = { (byte: UInt8) in Data((0..<32).map { $0 &* 3 &+ byte }).base64EncodedString() }
                let environment = ["LANG": "en_US.UTF-8", "KERUEN_KEYS": "seal.1=\(key(1)) lookup.1=\(key(2))"]
                let (number, other) = ("11010519491231002X", "650102198804151230")
                func run(_ words: [String], input: String = "", keys: Bool = true) throws -> Outcome {
                    let outcome = try Project.run(
                        "keruen", words, input: input, environment: keys ? environment : ["LANG": "en_US.UTF-8"])
                    for secret in [number, other] {
                        #expect(!outcome.output.contains(secret) && !outcome.errors.contains(secret))
                    }
                    return outcome
                }
                func place(_ key: String, _ quantity: Int, input: String) throws -> Outcome {
                    try run(
                        [
                            "order", "place", "--store", store, "--market", "cn", "--to", "CN", "--ships-from", "KZ",
                            "--key", key, "--reviewed", "--resident-id", "-", "KZ-DMB-001-98=\(quantity)",
                        ], input: input)
                }
                let quota = ["purchase", "quota", "--store", store]
                #expect(try run(["stock", "open", "--store", store]).status == 0)
                #expect(try run(quota, input: number + "\n").output.contains("¥0 used"))
                #expect(try place("q1", 1, input: number).status == 0)
                let file = folder.appending(path: "id.txt")
                try Data("\(number)\r\n".utf8).write(to: file)
                let used = try run(quota + ["--resident-id", file.path, "--format", "json"]).output
                let body = try JSONSerialization.jsonObject(with: Data(used.utf8)) as? [String: Any]
                #expect(body?["limit"] as? String == "26000.00" && body?["used"] as? String != "0.00")
                #expect(try run(quota, input: other).output.contains("¥0 used"))
                // Nobody's number, a number that is mistyped, no keys, no file.
                #expect(
                    try run([
                        "order", "place", "--store", store, "--market", "cn", "--to", "CN", "--ships-from", "KZ",
                        "--key", "q2", "--reviewed", "KZ-DMB-001-98",
                    ]).errors.contains("TRD0701"))
                #expect(try run(quota, input: "N12345678").errors.contains("TRD0526"))
                #expect(try run(quota, input: number, keys: false).errors.contains("TRD0544"))
                #expect(try run(quota + ["--resident-id", folder.appending(path: "no").path]).status == 2)
                #expect(try place("q3", 9, input: other).errors.contains("TRD0702"))
            }
        }
    #endif
}
