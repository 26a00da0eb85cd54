import Foundation
import TestSupport
import Testing

@Suite("keruen classify")
struct ClassifyTests {
    private func classify(
        _ arguments: [String], in folder: URL = Project.root, language: String = "en_US.UTF-8"
    ) throws -> Outcome {
        try Project.run("keruen", ["classify"] + arguments, in: folder, environment: ["LANG": language])
    }

    private func json(_ outcome: Outcome) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    }

    @Test("tells code, units, origin, marks and what a person has to look at, each with its rule")
    func text() throws {
        let outcome = try classify(["XJ-CRP-304", "--to", "kz", "--channel", "retail", "--day", "2026-12-01"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        for part in [
            "XJ-CRP-304 → KZ", "5701.10", "First legal unit: kilogram, 17.5", "Second legal unit: square metre, 4.08",
            "eaeu-unit-5701", "needed: NTIN", "kz-ntin: Kazakhstan", "confidence: high", "eaeu-017-carpets-knotted",
            "No restriction is known here", "[CUS0512]", "[CUS0517]",
        ] {
            #expect(outcome.output.contains(part), "\(part): \(outcome.output)")
        }
    }

    @Test("speaks four languages, and writes numbers as each does")
    func languages() throws {
        for (language, parts) in [
            ("ru_RU.UTF-8", ["килограмм, 17,5", "Это должен проверить человек"]),
            ("kk_KZ.UTF-8", ["шаршы метр, 4,08", "Мұны адам тексеруі керек"]),
            ("zh_CN.UTF-8", ["法定第二计量单位：平方米，4.08", "以下须人工核实"]),
        ] {
            let outcome = try classify(["XJ-CRP-304", "--to", "ru", "--day", "2026-12-01"], language: language)
            #expect(outcome.status == 0, "\(outcome.errors)")
            for part in parts { #expect(outcome.output.contains(part), "\(part): \(outcome.output)") }
        }
    }

    @Test("never guesses a code: what is missing is a review, for programs too")
    func review() throws {
        let report = try json(
            try classify(["IM-HON-302-500", "--to", "cn", "--day", "2026-12-01", "--format", "json"]))
        #expect(report["complete"] as? Bool == false && report["code"] as? String == "040900")
        #expect(
            report["schedule"] == nil && report["origin"] as? String == "KZ" && report["originCode"] as? String == "145"
        )
        let codes = (report["reviews"] as? [[String: Any]])?.compactMap { $0["code"] as? String }
        #expect(codes == ["CUS0512", "CUS0533"])
        #expect((report["positiveList"] as? [String: Any])?["answer"] as? String == "unknown")
        let marks = try #require(report["marks"] as? [[String: Any]])
        #expect(marks.map { $0["mark"] as? String } == ["cn-e-label", "cn-notice"])
        #expect(marks.allSatisfy { ($0["rule"] as? [String: Any])?["confidence"] as? String == "high" })
        let statutory = try #require(report["statutory"] as? [[String: Any]])
        #expect(statutory.map { $0["quantity"] as? String } == ["0.5"] && statutory[0]["unit"] as? String == "035")
    }

    @Test("goes by the ten digits and the list that a shop has")
    func whole() async throws {
        try await Project.withCopy { folder in
            let file = folder.appending(path: "Catalog/products/east-kazakhstan-honey.yaml")
            let text = try String(contentsOf: file, encoding: .utf8)
                .replacing("hsCode: \"040900\"", with: "hsCode: \"040900\"\nhsCodes: {CN: \"0409000000\"}")
            try text.write(to: file, atomically: true, encoding: .utf8)
            let arguments = ["IM-HON-302-500", "--to", "cn", "--day", "2026-12-01", "--format", "json"]
            let sample = try json(try classify(arguments, in: folder))
            #expect(sample["complete"] as? Bool == true && (sample["reviews"] as? [Any])?.isEmpty == true)
            let listed = try #require(sample["positiveList"] as? [String: Any])
            #expect(listed["answer"] as? String == "listed" && listed["name"] as? String == "天然蜂蜜")
            let list = folder.appending(path: "list.tsv")
            try
                "line\tname\tremark\tfrom\tthrough\tconfidence\tsource\n18063200\t巧克力\t-\t2022-03-01\t-\thigh\t2022 年版\n"
                .write(to: list, atomically: true, encoding: .utf8)
            let other = try classify(arguments + ["--positive-list", list.path], in: folder)
            #expect((try json(other)["positiveList"] as? [String: Any])?["answer"] as? String == "not-listed")
            #expect(other.status == 1 && other.output.contains("CUS0531"))
            try "line\tname\n0409\thoney\n".write(to: list, atomically: true, encoding: .utf8)
            let broken = try classify(arguments + ["--positive-list", list.path], in: folder)
            #expect(broken.status == 1 && broken.errors.contains("[TRD0115]"), "\(broken.errors)")
            // A code of other goods is wrong, and not missing.
            try text.replacing("0409000000", with: "0410900000").write(to: file, atomically: true, encoding: .utf8)
            let wrong = try classify(arguments, in: folder)
            #expect(wrong.status == 1 && wrong.errors.contains("[CUS0502]") && wrong.output.isEmpty)
        }
    }

    @Test("ends badly where goods can't be sent, and says by which rule")
    func blocked() throws {
        let outcome = try classify(["XJ-KNF-318", "--to", "kz", "--day", "2026-12-01"])
        #expect(outcome.status == 1 && outcome.errors.contains("[TRD04"), "\(outcome)")
        #expect(outcome.output.contains("Restrictions:") && outcome.output.contains("confidence"))
        let report = try json(try classify(["XJ-KNF-318", "--to", "kz", "--day", "2026-12-01", "--format", "json"]))
        let barriers = try #require(report["restrictions"] as? [[String: Any]])
        #expect(barriers.contains { $0["action"] as? String == "block" && $0["rule"] is [String: Any] })
    }

    @Test(
        "refuses what can't be classified",
        arguments: [
            (["NO-SUCH-SKU", "--to", "cn"], 1, "TRD0102"), (["XJ-CRP-304", "--to", "xx"], 3, "TRD0108"),
            (["XJ-CRP-304", "--to", "cn", "--day", "soon"], 3, "CLI0131"),
            (["TR-ALA-308-AD", "--to", "cn"], 1, "CUS0503"),
            (["XJ-CRP-304", "--to", "cn", "--positive-list", "nowhere.tsv"], 2, "DOC0001"),
            (["XJ-CRP-304", "--to", "cn", "--channel", "post"], 3, "CLI0119"), (["XJ-CRP-304"], 3, "CLI0119"),
        ] as [([String], Int32, String)])
    func refusals(arguments: [String], status: Int32, code: String) throws {
        let outcome = try classify(arguments)
        #expect(outcome.status == status && outcome.errors.contains(code), "\(outcome)")
    }
}
