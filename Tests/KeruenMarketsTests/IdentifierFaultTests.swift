import Foundation
import KeruenMarkets
import TestSupport
import Testing

@Suite("What is wrong with a number")
struct IdentifierFaultTests {
    private func fault(_ kind: IdentifierKind, _ text: String) -> String {
        guard let fault = kind.fault(in: text) else { return "" }
        return fault.arguments["place"].map { "\(fault.code) \($0)" } ?? fault.code.rawValue
    }

    @Test(
        "is told apart",
        arguments: [
            ("inn", "7707083893", ""), ("inn", "500100732259", ""), ("inn", "77070838931", "MKT0301"),
            ("inn", "77070838З3", "MKT0302 9"), ("inn", "7707083894", "MKT0303"), ("inn", "500100732295", "MKT0303"),
            ("inn", "0000000000", "MKT0311"), ("inn", "", "MKT0301"), ("inn", "7707083893 ", "MKT0302 11"),
            ("ogrn", "1022200525819", ""), ("ogrn", "385768585948949", ""), ("ogrn", "1022500001328", "MKT0303"),
            ("ogrn", "2022200525819", "MKT0312"), ("ogrn", "185768585948949", "MKT0312"), ("ogrn", "10222", "MKT0301"),
            ("iin", "061211600012", ""), ("iin", "061211600013", "MKT0303"), ("iin", "061311600012", "MKT0304"),
            ("iin", "060230600012", "MKT0304"), ("iin", "061211700012", "MKT0309"), ("iin", "220540009998", "MKT0307"),
            ("iin", "06121160001２", "MKT0302 12"), ("bin", "220540009998", ""), ("bin", "220540009989", "MKT0303"),
            ("bin", "061211600012", "MKT0308"), ("bin", "221340009998", "MKT0305"),
            ("resident-id", "11010519491231002X", ""), ("resident-id", "11010519491231002x", ""),
            ("resident-id", "110105194912310021", "MKT0303"), ("resident-id", "11010519490231002X", "MKT0304"),
            ("resident-id", "01010519491231002X", "MKT0306"), ("resident-id", "1101051949123100X2", "MKT0302 17"),
            ("resident-id", "11010519491231002", "MKT0301"), ("uscc", "91110000600037341L", ""),
            ("uscc", "91110000600037341M", "MKT0303"), ("uscc", "9111000060003734IL", "MKT0302 17"),
            ("uscc", "91A10000600037341L", "MKT0302 3"), ("uscc", "91110000600037341l", "MKT0302 18"),
            ("uscc", "12345", "MKT0301"), ("s10", "RR473124829GB", ""), ("s10", "RR 473 124 829 GB", ""),
            ("s10", "RR473124839GB", "MKT0303"), ("s10", "RR473124829ZZ", "MKT0313"),
            ("s10", "R1473124829GB", "MKT0302 2"),
            ("s10", "RR47312482GB", "MKT0302 11"), ("gtin", "4006381333931", ""), ("gtin", "4006381333932", "MKT0303"),
            ("gtin", "75010313113", "MKT0301"), ("gtin", "750103AAAA309", "MKT0302 7"),
            ("gtin", "123456789012345678", "MKT0301"),
        ])
    func reasons(kind: String, text: String, expected: String) throws {
        #expect(fault(try #require(IdentifierKind(rawValue: kind)), text) == expected)
    }

    @Test("is a check digit only where another digit in its place would do")
    func checkDigits() throws {
        var random = SeededGenerator(seed: 43)
        var count = 0
        for (kind, alphabet) in [
            (IdentifierKind.ogrn, "0123456789"), (.iin, "0123456789"), (.bin, "0123456789"),
            (.residentID, "0123456789X"), (.uscc, "0123456789ABCDEFGHJKLMNPQRTUWXY"), (.gtin, "0123456789"),
        ] {
            let seed =
                ["1022200525819", "061211600012", "220540009998", "11010519491231002X", "91110000600037341L"]
                .first { kind.fault(in: $0) == nil && $0.count != 13 } ?? "1022200525819"
            let whole = kind == .gtin ? "4006381333931" : seed
            for _ in 0..<200 {
                var text = Array(whole)
                text[Int.random(in: 0..<text.count, using: &random)] = alphabet.randomElement(using: &random) ?? "0"
                guard kind.fault(in: String(text))?.code == .identifierCheckDigit else { continue }
                count += 1
                let completed = alphabet.contains { kind.fault(in: String(text.dropLast()) + String($0)) == nil }
                #expect(completed, "\(kind) \(String(text))")
            }
        }
        #expect(count > 300)
    }

    @Test("is none where no digit completes a number: such are never given out")
    func neverGiven() throws {
        var found: String?
        for serial in 0..<10_000 where found == nil {
            let payload = "0612116" + String(String(10_000 + serial).dropFirst())
            if (0...9).allSatisfy({ IIN(payload + "\($0)") == nil }) { found = payload }
        }
        let payload = try #require(found)
        for digit in 0...9 { #expect(fault(.iin, payload + "\(digit)") == "MKT0310") }
    }

    @Test("never shows a person's number, a wrong one least of all")
    func masks() {
        for (kind, text) in [
            (IdentifierKind.inn, "500100732259"), (.iin, "061211600012"), (.residentID, "11010519491231002X"),
            (.bin, "061211600012"), (.uscc, "11010519491231002X"), (.ogrn, "500100732259"), (.inn, "50010073"),
        ] {
            let isValid = kind.fault(in: text) == nil
            let shown = kind.shown(text, isValid: isValid)
            #expect(shown.count == text.count && !shown.contains(text.prefix(5)), "\(shown)")
            #expect(shown.filter { $0 != "•" }.count <= 4, "\(shown)")
            #expect(kind.fault(in: text).map { !"\($0.diagnostic(for: kind))".contains(text.prefix(5)) } ?? true)
        }
        #expect(IdentifierKind.bin.shown("220540009998", isValid: true) == "220540009998")
        #expect(IdentifierKind.gtin.shown("4006381333932", isValid: false) == "4006381333932")
    }

    @Test(
        "agrees with the public vectors, reasons and all",
        .enabled(if: Conformance.folder != nil, "KERUEN_CONFORMANCE is not set"))
    func vectors() throws {
        struct Vector: Decodable {
            var module: String
            var function: String
            var args: String
            var expect: String?
            var error: String?
        }
        let kinds: [String: IdentifierKind] = [
            "ru.inn": .inn, "ru.ogrn": .ogrn, "cn.ric": .residentID, "cn.uscc": .uscc, "ean": .gtin,
        ]
        let text = try Conformance.text("validators-stdnum/vectors.json")
        var count = 0
        for vector in try JSONDecoder().decode([Vector].self, from: Data(text.utf8)) {
            guard let kind = kinds[vector.module], ["validate", "is_valid"].contains(vector.function) else { continue }
            // The vectors' own library reads over spaces.
            let number = vector.args.trimmingCharacters(in: ["'"]).filter { $0 != " " }
            let fault = kind.fault(in: number)
            #expect((fault == nil) == (vector.expect != nil && vector.expect != "False"), "\(vector.module) \(number)")
            let reasons: [String: Set<Diagnostic.Code>] = [
                "InvalidLength": [.identifierLength], "InvalidChecksum": [.identifierCheckDigit],
                // A first letter that it does not know is one that GB 32100 does: there the check character tells.
                "InvalidFormat": [.identifierCharacter, .identifierCheckDigit],
                "InvalidComponent": [.identifierDate, .identifierProvince],
            ]
            if let wanted = vector.error.flatMap({ reasons[$0] }), let fault {
                #expect(wanted.contains(fault.code), "\(vector.module) \(number): \(fault.code)")
            }
            count += 1
        }
        print("numbers: \(count) vectors agree")
        #expect(count > 250)
    }
}
