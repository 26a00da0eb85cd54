import Foundation
import TestSupport
import Testing

@Suite("keruen snapshot")
struct SnapshotCommandTests {
    /// A copy of the sample with a handful of products.
    private func withShop(_ body: (URL) throws -> Void) async throws {
        try await Project.withCopy { copy in
            let products = copy.appending(path: "Catalog/products")
            let kept = ["atlas-silk-scarf.yaml", "dutar.yaml", "rawap.yaml"]
            for name in try FileManager.default.contentsOfDirectory(atPath: products.path) where !kept.contains(name) {
                try FileManager.default.removeItem(at: products.appending(path: name))
            }
            try body(copy)
        }
    }

    private func snapshot(_ words: String, in folder: URL, language: String = "en_US.UTF-8") throws -> Outcome {
        try Project.run(
            "keruen", ["snapshot"] + words.split(separator: " ").map(String.init), in: folder,
            environment: ["LANG": language])
    }

    private static let publishing = "--log Log --to Published --only kz:kk --day 2026-11-26"

    private func search(_ snapshot: String, in folder: URL) throws -> Outcome {
        try Project.run(
            "keruen", ["search", "--snapshot", snapshot, "--market", "kz", "--locale", "kk", "дутар"], in: folder)
    }

    @Test("takes a catalogue's changes by a log to a publisher and on to a node")
    func wholeWay() async throws {
        try await withShop { folder in
            let append = try snapshot("append --log Log Catalog", in: folder)
            #expect(
                append.status == 0 && append.output.contains("Put 3, withdrew 0; the log ends at position 3."),
                "\(append)")
            let rebuild = try snapshot("rebuild \(Self.publishing)", in: folder)
            #expect(rebuild.status == 0 && rebuild.output.contains("3 products, up to position 3"), "\(rebuild)")
            #expect(try search("Published", in: folder).output.contains("XJ-DUT-315"))

            let withdrawn = try snapshot("append --log Log --withdraw dutar --format json", in: folder)
            #expect(withdrawn.output.contains("\"position\" : 4") || withdrawn.output.contains("\"position\":4"))
            let follow = try snapshot("follow \(Self.publishing) --once", in: folder)
            #expect(follow.status == 0 && follow.output.split(separator: "\n").count == 1, "\(follow)")
            #expect(follow.output.contains("Published/snapshot-000002: 2 products, up to position 4"))
            #expect(try snapshot("follow \(Self.publishing) --once", in: folder).output == "Nothing is new.\n")

            let fetch = try snapshot("fetch --from Published --to Node --once", in: folder)
            #expect(fetch.status == 0 && fetch.output.contains("2 products, up to position 4"), "\(fetch)")
            #expect(try snapshot("fetch --from Published --to Node --once", in: folder).output == "Nothing is new.\n")
            #expect(try !search("Node", in: folder).output.contains("XJ-DUT-315"))
            let kazakh = try snapshot("fetch --from Published --to Node --once", in: folder, language: "kk_KZ.UTF-8")
            #expect(kazakh.output == "Жаңа ештеңе жоқ.\n")
        }
    }

    @Test(
        "ends with 3 for what can't be meant",
        arguments: [
            ("append --log Log", "CLI0180"), ("append --log Log --withdraw ,", "CLI0180"),
            ("append Catalog", "CLI0119"),
            ("fetch --from Published --to ./Published/", "CLI0181"),
            ("follow \(publishing) --once --every 3", "CLI0171"), ("follow \(publishing) --every 0", "SRC0114"),
            ("follow \(publishing) --keep=-1", "SRC0114"), ("rebuild --log Log --to P --day 2026-02-30", "CLI0131"),
            ("rebuild --log Log --to P --only kz", "CLI0130"),
            ("follow --log Log --to P --only kz:de --once", "SRC0121"),
        ])
    func usage(words: String, code: String) async throws {
        try await withShop { folder in
            let outcome = try snapshot(words, in: folder)
            #expect(outcome.status == 3 && outcome.errors.contains(code), "\(outcome)")
        }
    }

    @Test("ends with 2 where something can't be read or written, and with 1 where a product does not fit")
    func faults() async throws {
        try await withShop { folder in
            #expect(try snapshot("append --log Log no-such.jsonl", in: folder).status == 2)
            try Data().write(to: folder.appending(path: "file"))
            #expect(try snapshot("append --log file --withdraw x", in: folder).errors.contains("DOC0006"))
            let nowhere = try snapshot("fetch --from Nowhere --to Node --once", in: folder)
            #expect(nowhere.status == 2 && nowhere.errors.contains("SRC0125"))

            try Data("{\"id\":\"x\"}\n".utf8).write(to: folder.appending(path: "feed.jsonl"))
            let broken = try snapshot("append --log Log Catalog feed.jsonl", in: folder)
            #expect(broken.status == 1 && broken.errors.contains("feed.jsonl:1") && broken.output.contains("Put 3"))
            #expect(try snapshot("rebuild \(Self.publishing)", in: folder).status == 0)

            // A machine that stopped in the middle of a line.
            let file = folder.appending(path: "Log/0000000000000000001.jsonl")
            let whole = try Data(contentsOf: file)
            try (whole + Data("{\"sum\":".utf8)).write(to: file)
            let torn = try snapshot("append --log Log --withdraw dutar", in: folder)
            #expect(
                torn.status == 0 && torn.errors.contains("SRC0129") && torn.errors.contains("Log/0000000000000000001"))
            // A byte that was right once.
            var damaged = try Data(contentsOf: file)
            damaged[100] ^= 1
            try damaged.write(to: file)
            for command in ["append --log Log --withdraw dutar", "rebuild \(Self.publishing)"] {
                let outcome = try snapshot(command, in: folder)
                #expect(outcome.status == 2 && outcome.errors.contains("SRC0123"), "\(outcome)")
            }
        }
    }

    @Test("keeps a node's snapshot where a published file is not what it was")
    func wrongSum() async throws {
        try await withShop { folder in
            #expect(try snapshot("append --log Log Catalog", in: folder).status == 0)
            #expect(try snapshot("rebuild \(Self.publishing)", in: folder).status == 0)
            #expect(try snapshot("fetch --from Published --to Node --once", in: folder).status == 0)
            #expect(try snapshot("append --log Log --withdraw dutar", in: folder).status == 0)
            #expect(try snapshot("follow \(Self.publishing) --once", in: folder).status == 0)
            let file = folder.appending(path: "Published/snapshot-000002/kz.kk.segment")
            let whole = try Data(contentsOf: file)
            var wrong = whole
            wrong[wrong.count / 2] ^= 1
            try wrong.write(to: file)
            let refused = try snapshot("fetch --from Published --to Node --once", in: folder, language: "ru_RU.UTF-8")
            #expect(refused.status == 2 && refused.errors.contains("SRC0126") && refused.errors.contains("прежним"))
            #expect(try search("Node", in: folder).output.contains("XJ-DUT-315"))
            try whole.write(to: file)
            #expect(try snapshot("fetch --from Published --to Node --once", in: folder).status == 0)
            #expect(try !search("Node", in: folder).output.contains("XJ-DUT-315"))
        }
    }

    @Test("may be killed at any moment")
    func killed() async throws {
        try await withShop { folder in
            #expect(try snapshot("append --log Log Catalog", in: folder).status == 0)
            let program = Project.binaries.appending(path: "keruen").path
            for round in 1...6 {
                #expect(try snapshot("append --log Log --withdraw nobody-\(round)", in: folder).status == 0)
                for command in ["follow \(Self.publishing)", "fetch --from Published --to Node"] {
                    let seconds = 0.05 * Double(round * round)
                    _ = try Project.run(
                        "/bin/sh", ["-c", "timeout -s KILL \(seconds) '\(program)' snapshot \(command)"], in: folder)
                }
                for place in ["Published", "Node"]
                where FileManager.default.fileExists(atPath: folder.appending(path: "\(place)/CURRENT").path) {
                    #expect(try search(place, in: folder).output.contains("XJ-DUT-315"))
                }
            }
            #expect([0].contains(try snapshot("follow \(Self.publishing) --once", in: folder).status))
            #expect([0].contains(try snapshot("fetch --from Published --to Node --once", in: folder).status))
            let node = try String(contentsOf: folder.appending(path: "Node/CURRENT"), encoding: .utf8)
                .filter { !$0.isWhitespace }
            let manifest = try String(contentsOf: folder.appending(path: "Node/\(node)/snapshot.json"), encoding: .utf8)
            #expect(manifest.contains("\"position\" : 9"))
        }
    }
}
