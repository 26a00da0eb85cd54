import Foundation
import KeruenCustoms
import TestSupport
import Testing

@Suite("The numbers of an order's documents")
struct DocumentNumberTests {
    @Test("lead back to the order, whichever document they stand on")
    func back() throws {
        var random = SeededGenerator(seed: 60)
        for _ in 0..<500 {
            let id = Order.ID(using: &random)
            let subjects: [DocumentNumber.Subject] = [
                .list, .cancellation(1), .cancellation(2), .cancellation(99), .refund(1), .refund(999),
            ]
            for subject in subjects {
                let number = DocumentNumber(subject, of: id)
                #expect(number.description.count <= 20)
                #expect(DocumentNumber(number.description) == number)
            }
            for kind in CEBKind.allCases {
                let guid = CEBGUID(
                    kind, of: id, version: Int(random.next() % 999) + 1, isMessage: Bool.random(using: &random))
                #expect(guid.order == id)
                // As any reader of the schema takes it.
                #expect(CEBGUID(guid.description) == guid && guid.description.count == 36)
            }
        }
    }

    @Test("are the same whenever they are made, and no two documents share one")
    func unique() throws {
        var random = SeededGenerator(seed: 61)
        var seen: Set<CEBGUID> = []
        for _ in 0..<50 {
            let id = Order.ID(using: &random)
            for kind in CEBKind.allCases {
                for version in 1...3 {
                    for isMessage in [false, true] {
                        let guid = CEBGUID(kind, of: id, version: version, isMessage: isMessage)
                        #expect(seen.insert(guid).inserted)
                        #expect(CEBGUID(kind, of: id, version: version, isMessage: isMessage) == guid)
                    }
                }
            }
        }
        let id = try #require(Order.ID("KR-7F3K-9QXM-2B4T"))
        #expect(CEBGUID(.exportList, of: id, version: 1).description == "4B455255-0001-8603-\(tail(id))")
        #expect(DocumentNumber(.list, of: id).description == "KR7F3K9QXM2B4T-L")
    }

    /// The id's characters, five bits each, behind the variant's bits.
    private func tail(_ id: Order.ID) -> String {
        let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
        let bits = id.description.dropFirst(3).filter { $0 != "-" }.map { character -> String in
            let value = alphabet.firstIndex(of: character) ?? 0
            return String(String(32 + value, radix: 2).dropFirst())
        }.joined()
        let hex = stride(from: 0, to: 60, by: 4).map { start -> String in
            String(Int(bits.dropFirst(start).prefix(4), radix: 2) ?? 0, radix: 16, uppercase: true)
        }.joined()
        return "8\(hex.prefix(3))-\(hex.dropFirst(3))"
    }

    @Test("of somebody else lead nowhere")
    func foreign() {
        for text in [
            "", "L1", "KR7F3K9QXM2B4T", "KR7F3K9QXM2B4T-X", "KR7F3K9QXM2B4T-R", "KR7F3K9QXM2B4T-R01",
            "KR7F3K9QXM2B4T-C1",
            "kr7f3k9qxm2b4t-L",
            "KR7F3K9QXM2B4U-L", "KR-7F3K-9QXM-2B4T", "KR7F3K9QXM2B4T-L-L", "KR7F3K9QXM2B4T-Lx",
        ] {
            #expect(DocumentNumber(text) == nil, "\(text)")
        }
        #expect(CEBGUID().order == nil)
        #expect(CEBGUID("4CDE1CFD-EDED-46B1-946C-B8022E42FC94")?.order == nil)
    }
}
