import Foundation
import KeruenMarkets
import TestSupport
import Testing

@Suite("A postal item's number")
struct S10Tests {
    @Test("is read as it is printed, with its service and country")
    func read() throws {
        let number = try #require(S10("RR 473 124 829 GB"))
        #expect(number.text == "RR473124829GB" && number.service == "RR" && number.country == "GB")
        // 11 is written 5, 10 is written 0, and 9 as it is.
        #expect(S10("CP", serial: 0, "KZ")?.text == "CP000000005KZ")
        #expect(S10("EE", serial: 8, "CN")?.text == "EE000000080CN")
        #expect(S10("EE", serial: 5, "CN")?.text == "EE000000059CN")
    }

    @Test("is refused with another digit, two of them changed places, or in small letters")
    func refused() {
        for text in [
            "RR473124828GB", "RR743124829GB", "rr473124829gb", "RR47312482GB", "R1473124829GB", "", "РР473124829GB",
            "RR473124829XX",
        ] {
            #expect(S10(text) == nil, "\(text)")
        }
        #expect(S10("RRR", serial: 1, "GB") == nil && S10("RR", serial: 100_000_000, "GB") == nil)
    }

    @Test("that is made is read again, and no other check digit is")
    func made() throws {
        var random = SeededGenerator(seed: 10)
        for _ in 0..<2_000 {
            let number = try #require(S10("LM", serial: Int.random(in: 0...99_999_999, using: &random), "RU"))
            let readable = (0...9).filter { S10("\(number.text.prefix(10))\($0)RU") != nil }
            #expect(readable.count == 1 && S10(number.text) == number)
        }
    }

    @Test("agrees with the public vectors", .enabled(if: Conformance.folder != nil))
    func vectors() throws {
        struct File: Decodable {
            var tracking_numbers: [Numbers]

            struct Numbers: Decodable {
                var test_numbers: Vectors

                struct Vectors: Decodable {
                    var valid: [String]
                    var invalid: [String]
                }
            }
        }
        let text = try Conformance.text("validators-upu-s10/s10.json")
        let vectors = try #require(try JSONDecoder().decode(File.self, from: Data(text.utf8)).tracking_numbers.first)
            .test_numbers
        #expect(!vectors.valid.isEmpty && vectors.valid.allSatisfy { S10($0) != nil })
        #expect(vectors.invalid.allSatisfy { S10($0) == nil })
    }
}
