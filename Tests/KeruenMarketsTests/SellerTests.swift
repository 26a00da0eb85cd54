import Foundation
import KeruenMarkets
import TestSupport
import Testing

@Suite("A seller")
struct SellerTests {
    @Test(
        "has a BIN whose check digit is right",
        arguments: ["220540009998", "971240001315", "940140000385", "000140002217", "010940000162"])
    func bin(digits: String) {
        #expect(BIN(digits)?.digits == digits)
        // Every other last digit, and a person's number in a firm's place.
        for digit in "0123456789" where digit != digits.last { #expect(BIN(digits.dropLast() + String(digit)) == nil) }
        #expect(BIN(digits.dropLast() + "x") == nil && BIN(digits + "0") == nil && BIN("") == nil)
    }

    @Test("has an OGRN whose check digit is right")
    func ogrn() {
        #expect(OGRN("1127746000007") != nil && OGRN("1022200525819") != nil && OGRN("385768585948949") != nil)
        #expect(OGRN("1022500001328") == nil && OGRN("2127746000007") == nil && OGRN("3127746000007") == nil)
        #expect(OGRN("１１２７７４６０００００７") == nil)
    }

    @Test("has a credit code whose check character is right")
    func uscc() {
        #expect(USCC("91110000600037341L") != nil && USCC("91650104MAKERWN07T") != nil)
        #expect(USCC("91110000600037341N") == nil && USCC("9111000060003IOZSV") == nil)
        #expect(USCC("91110000600037341l") == nil && USCC("9111000060003734") == nil)
    }

    @Test(
        "has numbers that the public vectors agree with",
        .enabled(if: Conformance.folder != nil, "KERUEN_CONFORMANCE is not set"))
    func vectors() throws {
        struct Vector: Decodable {
            var module: String
            var function: String
            var args: String
            var expect: String?
        }
        let text = try Conformance.text("validators-stdnum/vectors.json")
        var count = 0
        for vector in try JSONDecoder().decode([Vector].self, from: Data(text.utf8)) {
            let number = vector.args.trimmingCharacters(in: ["'"])
            // Theirs takes spaces out first; ours is a form's, which has none.
            guard ["validate", "is_valid"].contains(vector.function), !number.contains(" ") else { continue }
            let isValid = vector.expect != nil && vector.expect != "False"
            switch vector.module {
            case "cn.uscc": #expect((USCC(number) != nil) == isValid, "\(number)")
            case "ru.ogrn": #expect((OGRN(number) != nil) == isValid, "\(number)")
            default: continue
            }
            count += 1
        }
        print("seller's numbers: \(count) vectors agree")
        #expect(count > 200)
    }

    @Test("with a mistyped number is refused at its place in the market's file")
    func refused() async throws {
        try await Project.withCopy { folder in
            let file = folder.appending(path: "Catalog/markets/kz.yaml")
            let text = try String(contentsOf: file, encoding: .utf8)
            try text.replacing("220540009998", with: "220540009989").write(to: file, atomically: true, encoding: .utf8)
            let refusal = #expect(throws: Refusal.self) { try Market.load(file: file, as: "kz.yaml") }
            #expect(refusal?.diagnostics.map(\.code) == [.malformedValue])
            #expect(refusal?.diagnostics.first?.position?.line == 24)
        }
    }
}
