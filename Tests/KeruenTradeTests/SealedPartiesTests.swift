import Foundation
import KeruenTrade
import TestSupport
import Testing

@Suite("Sealed parties")
struct SealedPartiesTests {
    private func gift() throws -> Parties {
        let payer = Party(
            name: try PersonName("欧阳娜娜"), phone: try PhoneNumber("13812345678", in: "CN"),
            passportName: try PassportName(surname: "OUYANG", givenName: "NANA"))
        return Parties(
            payer: payer, buyer: try People.ivanov(), recipient: try People.ivanov(), address: try People.kashgar()
        )
        .gift(
            to: try People.qasymov(),
            at: try Address(
                .parcelLocker, country: "KZ", region: "Алматы облысы", city: "Қонаев", lines: ["Жамбыл көшесі, 1"],
                postcode: "040800", point: "17"))
    }

    private func sealed(_ parties: Parties, _ keyring: Keyring) throws -> SealedParties {
        try parties.sealed(for: Identities.order(), with: keyring, on: Identities.day)
    }

    @Test("open for their order as they were")
    func open() throws {
        let keyring = try Identities.keyring()
        let all = [try gift(), Parties(try People.aigul(), at: try People.kashgar())]
        for parties in all {
            let read = try SealedParties(bytes: sealed(parties, keyring).bytes)
            #expect(try read.open(for: Identities.order(), with: keyring) == parties)
            #expect(read.lookup == keyring.lookupKey(of: parties.buyer.phone) && read.keyID == "2026-11")
            let error = try #require(throws: TradeError.self) {
                try read.open(for: Identities.order("cart-2"), with: keyring)
            }
            #expect(error == TradeError(.sealBroken))
        }
    }

    @Test("keep a name from a passport that has no given name")
    func bareName() throws {
        let name = try PersonName.Form.passport.name([.surname: "SUKARNO"])
        let party = Party(name: name, phone: try PhoneNumber("+77771234567", in: "KZ"))
        let parties = Parties(party, at: try People.almaty())
        let keyring = try Identities.keyring()
        #expect(try sealed(parties, keyring).open(for: Identities.order(), with: keyring) == parties)
    }

    @Test("do not open when any byte is another")
    func tampered() throws {
        let keyring = try Identities.keyring()
        let bytes = try sealed(gift(), keyring).bytes
        for at in bytes.indices {
            for bits in [UInt8(1), 0x80, 0xFF] {
                var changed = bytes
                changed[at] ^= bits
                let opened = try? SealedParties(bytes: changed)
                #expect(opened.flatMap { try? $0.open(for: $0.order, with: keyring) } == nil, "byte \(at)")
            }
        }
        // Documents are no parties, and parties no documents.
        #expect(throws: TradeError.self) { try SealedParties(bytes: Identities.sealed().bytes) }
        #expect(throws: TradeError.self) { try SealedIdentity(bytes: bytes) }
    }

    @Test("move to new keys")
    func rotation() throws {
        let old = try sealed(gift(), try Identities.keyring())
        let both = try Keyring(
            "seal.b=\(Identities.key(5)) seal.2026-11=\(Identities.key(1)) lookup.2=\(Identities.key(6)) lookup.1=\(Identities.key(2))"
        )
        let moved = try old.resealed(with: both)
        #expect(moved.keyID == "b" && moved.lookup != old.lookup && moved.eraseAfter == old.eraseAfter)
        #expect(both.lookupKeys(of: try People.ivanov().phone) == [moved.lookup, old.lookup])
        #expect(try moved.resealed(with: both) == moved)
        #expect(try moved.open(for: Identities.order(), with: both) == gift())
    }
}
