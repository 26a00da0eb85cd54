import Foundation
import TestSupport
import Testing

@Suite("keruen check-id")
struct CheckIDTests {
    private func check(
        _ arguments: [String], input: String = "", language: String = "en_US.UTF-8"
    ) throws -> Outcome {
        try Project.run("keruen", ["check-id"] + arguments, input: input, environment: ["LANG": language])
    }

    @Test(
        "says yes to a right number, and shows a person's by its end alone",
        arguments: [
            ("inn", "500100732259", "••••••••2259"), ("iin", "061211600012", "••••••••0012"),
            ("resident-id", "11010519491231002X", "••••••••••••••002X"), ("bin", "220540009998", "220540009998"),
            ("ogrn", "1022200525819", "1022200525819"), ("uscc", "91110000600037341L", "91110000600037341L"),
            ("s10", "RR 473 124 829 GB", "RR 473 124 829 GB"), ("gtin", "4006381333931", "4006381333931"),
        ])
    func right(kind: String, value: String, shown: String) throws {
        let outcome = try check([kind, value])
        #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
        #expect(outcome.output.contains(shown) && (shown == value || !outcome.output.contains(value)))
    }

    @Test("says why not, in four languages, and never the number")
    func wrong() throws {
        for (language, part) in [
            ("en_US.UTF-8", "check digit"), ("ru_RU.UTF-8", "контрольная цифра"), ("kk_KZ.UTF-8", "бақылау цифры"),
            ("zh_CN.UTF-8", "校验码"),
        ] {
            let outcome = try check(["iin", "061211600013"], language: language)
            #expect(outcome.status == 1 && outcome.output.isEmpty, "\(outcome)")
            #expect(outcome.errors.contains(part) && outcome.errors.contains("[MKT0303]"), "\(outcome.errors)")
            #expect(!outcome.errors.contains("0612"))
        }
        #expect(try check(["resident-id", "11010519490231002X"]).errors.contains("[MKT0304]"))
        #expect(try check(["inn", "77070838З3"]).errors.contains("place 9"))
    }

    @Test("hands programs the same, masked too")
    func machine() throws {
        for (kind, value, valid) in [
            ("inn", "500100732259", true), ("inn", "500100732295", false), ("uscc", "11010519491231002X", false),
        ] {
            let outcome = try check([kind, value, "--format", "json"])
            #expect(outcome.status == (valid ? 0 : 1) && outcome.errors.isEmpty)
            let body = try #require(
                try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
            #expect(body["valid"] as? Bool == valid && body["kind"] as? String == kind)
            #expect((body["code"] as? String != nil) == !valid && (body["message"] as? String != nil) == !valid)
            #expect(
                !outcome.output.contains(value.prefix(6))
                    && (body["value"] as? String)?.hasSuffix(value.suffix(4)) == true)
        }
    }

    @Test("reads a number from standard input, so that no history keeps it")
    func input() throws {
        let outcome = try check(["iin", "-"], input: "061211600012\n")
        #expect(outcome.status == 0 && outcome.output.contains("••••••••0012"))
        #expect(try check(["iin", "-"]).errors.contains("[MKT0301]"))
    }

    @Test("takes no other kinds", arguments: [["passport", "4504123456"], ["inn"], [], ["INN", "7707083893"]])
    func usage(arguments: [String]) throws {
        let outcome = try check(arguments)
        #expect(outcome.status == 3 && outcome.output.isEmpty, "\(outcome)")
    }
}
