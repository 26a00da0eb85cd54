import Foundation
import Keruen
import TestSupport
import Testing

@Suite("keruen quote")
struct QuoteCommandTests {
    private func quote(_ arguments: String..., language: String = "en_US.UTF-8") throws -> Outcome {
        try Project.run("keruen", ["quote"] + arguments, environment: ["LANG": language])
    }

    private func json(_ outcome: Outcome) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    }

    @Test("writes every line of a landed cost, and the rule behind each when asked")
    func text() throws {
        let outcome = try quote(
            "--market", "kz", "--to", "KZ", "--ships-from", "CN", "--day", "2026-07-01", "--rate", "EUR/KZT=523.47",
            "--explain", "XJ-DUT-315=4")
        #expect(outcome.status == 0, "\(outcome.errors)")
        for part in [
            "XJ-DUT-315 × 4", "Freight", "Insurance", "Duty", "Import VAT", "To pay now", "At the border",
            "Landed cost",
            "eaeu-ecommerce-2026-kz", "kz-vat-2026", "16%", "1 EUR = 523.47 KZT", "halves up",
            "Valid until", "[TRD0121]", "[TRD0123]",
        ] {
            #expect(outcome.output.contains(part), "\(part)")
        }
        let short = try quote(
            "--market", "kz", "--to", "KZ", "--ships-from", "CN", "--rate", "EUR/KZT=523.47", "XJ-DUT-315")
        #expect(!short.output.contains("kz-vat-2026"))
    }

    @Test("speaks four languages, and writes numbers as each does")
    func languages() throws {
        let arguments = [
            "quote", "--market", "ru", "--to", "RU", "--ships-from", "CN", "--day", "2026-07-01", "--rate",
            "EUR/RUB=91.2345", "--explain", "XJ-DUT-315=9",
        ]
        for (language, part) in [
            ("ru_RU.UTF-8", "Ввозной НДС"), ("kk_KZ.UTF-8", "Кедендік баж"), ("zh_CN.UTF-8", "到手总价"),
            ("ru_RU.UTF-8", "91,2345"),
        ] {
            let outcome = try Project.run("keruen", arguments, environment: ["LANG": language])
            #expect(outcome.status == 0 && outcome.output.contains(part), "\(language): \(outcome.errors)")
        }
    }

    @Test("hands programs every charge, exact")
    func machine() throws {
        let report = try json(
            quote(
                "--market", "kz", "--to", "KZ", "--region", "Алматы", "--postcode", "050000", "--ships-from", "CN",
                "--day", "2026-07-01", "--incoterm", "ddp", "--discount", "10%", "--rate", "EUR/KZT=523.47", "--format",
                "json", "XJ-DUT-315=4"))
        #expect(report["version"] as? Int == 1 && report["currency"] as? String == "KZT")
        #expect(report["incoterm"] as? String == "DDP" && report["dueAtBorder"] as? String == "0.00")
        #expect(
            report["outcome"] as? String == "ready" && report["total"] as? String == report["landedCost"] as? String)
        let charges = try #require(report["charges"] as? [[String: Any]])
        #expect(
            charges.map { $0["kind"] as? String } == [
                "goods", "discount", "freight", "insurance", "duty", "import-vat",
            ])
        let amounts = charges.compactMap { ($0["amount"] as? String).flatMap { try? Money($0, .kzt).minorUnits } }
        #expect(amounts.count == 6)
        #expect(Money(minorUnits: amounts.reduce(0, +), .kzt).decimalText == report["landedCost"] as? String)
        #expect(charges[4]["due"] as? String == "now-for-customs" && charges[4]["payer"] as? String == "buyer")
        #expect((charges[4]["exchange"] as? [String: Any])?["ratio"] as? String == "523.47")
    }

    @Test("says what it does not know, and leaves it to people")
    func review() throws {
        let report = try json(
            quote("--market", "ru", "--to", "RU", "--ships-from", "KZ", "--format", "json", "XJ-DUT-315"))
        #expect(report["outcome"] as? String == "review")
        #expect((report["reasons"] as? [[String: Any]])?.first?["code"] as? String == "TRD0138")
        // No bank's file is older than the sample's first day.
        let rateless = try quote(
            "--market", "kz", "--to", "KZ", "--ships-from", "CN", "--day", "2026-03-01", "XJ-DUT-315")
        #expect(rateless.status == 0 && rateless.output.contains("[TRD0134]"))
    }

    @Test("takes the national bank's rate of the day from the catalogue's folder, and a given one before it")
    func rates() throws {
        for (market, bank) in [("kz", "nbk"), ("ru", "cbr")] {
            let place = ["--market", market, "--to", market.uppercased(), "--ships-from", "CN", "--day", "2026-07-01"]
            let outcome = try Project.run("keruen", ["quote"] + place + ["--explain", "XJ-DUT-315=9"])
            #expect(outcome.status == 0 && outcome.output.contains("(July 1, 2026, \(bank))"), "\(outcome.output)")
            #expect(!outcome.output.contains("[TRD0122]"))
        }
        let given = try quote(
            "--market", "kz", "--to", "KZ", "--ships-from", "CN", "--day", "2026-07-01", "--rate", "EUR/KZT=523.47",
            "--explain", "XJ-DUT-315=9")
        #expect(given.output.contains("1 EUR = 523.47 KZT (July 1, 2026, --rate)"))
    }

    @Test("tells what a person has to look at by mail, and what the law says of goods that may go")
    func restrictions() throws {
        func findings(_ arguments: String...) throws -> Set<String> {
            let way = ["--market", "kz", "--to", "KZ", "--ships-from", "CN", "--day", "2026-07-01", "--format", "json"]
            let report = try json(Project.run("keruen", ["quote"] + way + arguments))
            let all = ["reasons", "notices"].flatMap { report[$0] as? [[String: Any]] ?? [] }
            return Set(all.compactMap { $0["code"] as? String })
        }
        #expect(try findings("XJ-SLV-322").contains("TRD0416"))
        #expect(try !findings("--cargo", "XJ-SLV-322").contains("TRD0416"))
        #expect(try findings("XJ-FLT-305-GRY").contains("TRD0421"))
    }

    @Test("follows the regime that is asked for")
    func regime() throws {
        let report = try json(
            quote(
                "--market", "kz", "--to", "KZ", "--ships-from", "CN", "--day", "2026-07-01", "--regime",
                "eaeu-personal",
                "--rate", "EUR/KZT=523.47", "--format", "json", "XJ-DUT-315=4"))
        let rules = (report["charges"] as? [[String: Any]])?.compactMap { $0["rule"] as? String }
        #expect(rules?.contains("eaeu-personal-2024-kz") == true)
    }

    @Test(
        "refuses bad input with a code and a sentence",
        arguments: [
            (["--to", "KZ", "NO-SUCH-SKU"], 1, "TRD0102"),
            (["--to", "KZ", "XJ-DUT-315=0"], 1, "TRD0103"),
            (["--to", "KZ", "XJ-DUT-315=1000000000000000000"], 1, "TRD0103"),
            (["--to", "KZ", "XJ-DUT-315=x"], 3, "CLI0101"),
            (["--to", "XX", "XJ-DUT-315"], 3, "TRD0108"),
            (["--to", "RU", "XJ-DUT-315"], 1, "TRD0110"),
            (["--to", "KZ", "--postcode", "12", "XJ-DUT-315"], 3, "TRD0109"),
            (["--to", "KZ", "--discount", "ten", "XJ-DUT-315"], 3, "TRD0111"),
            (["--to", "KZ", "--discount", "5 RUB", "XJ-DUT-315"], 1, "TRD0112"),
            (["--to", "KZ", "--discount", "9999999", "XJ-DUT-315"], 1, "TRD0113"),
            (["--to", "KZ", "--discount", "99999999999999999999", "XJ-DUT-315"], 3, "TRD0111"),
            (["--to", "KZ", "--rate", "EUR/KZT", "XJ-DUT-315"], 3, "TRD0116"),
            (["--to", "KZ", "--rate", "EUR/KZT=0", "XJ-DUT-315"], 3, "TRD0116"),
            (["--to", "KZ", "--day", "yesterday", "XJ-DUT-315"], 3, "CLI0131"),
            (["--to", "KZ", "--regime", "none", "XJ-DUT-315"], 3, "CLI0133"),
            (["--to", "KZ", "--incoterm", "FOB", "XJ-DUT-315"], 3, "CLI0119"),
            (["--to", "KZ", "--certificate", "cites-permit", "XJ-DUT-315"], 3, "CLI0170"),
        ])
    func refusals(arguments: [String], status: Int, code: String) throws {
        let outcome = try Project.run(
            "keruen", ["quote", "--market", "kz", "--ships-from", "CN"] + arguments,
            environment: ["LANG": "kk_KZ.UTF-8"])
        #expect(outcome.status == Int32(status) && outcome.output.isEmpty)
        #expect(outcome.errors.contains("[\(code)]"), "\(outcome.errors)")
    }
}
