import Foundation
import KeruenTrade
import TestSupport
import Testing

@Suite("Sealed documents")
struct SealedIdentityTests {
    private func code(_ body: () throws -> Void) throws -> Diagnostic.Code {
        try #require(throws: TradeError.self) { try body() }.code
    }

    @Test("open for their order and purpose, and as they were", arguments: IdentityDocument.Kind.allCases)
    func open(kind: IdentityDocument.Kind) throws {
        let keyring = try Identities.keyring()
        let (route, role, purpose): (IdentityRoute, Party.Role, Consent.Purpose) =
            switch kind {
            case .inn, .russianPassport: (.parcel(from: "CN", to: "RU"), .recipient, .customsRU)
            case .iin: (.parcel(from: "CN", to: "KZ"), .recipient, .customsKZ)
            case .residentID: (.parcel(from: "KZ", to: "CN"), .buyer, .customsCN)
            case .passport: (.tour(in: "CN", through: Identities.day), .traveller, .tourBooking)
            }
        let documents: [IdentityDocument] =
            switch kind {
            case .inn, .russianPassport: [try Identities.document(.russianPassport), try Identities.document(.inn)]
            case .passport: [try Identities.passport()]
            default: [try Identities.document(kind)]
            }
        let records = try IdentityRules.standard.records(
            for: route, on: Identities.day, parties: Parties(try People.aigul(), at: try People.kashgar()),
            documents: [role: documents], consents: [Identities.consent(purpose)], at: SmallShop.now)
        let order = try Identities.order()
        let sealed = try #require(records.first).sealed(for: order, with: keyring, on: Identities.day)
        let read = try SealedIdentity(bytes: sealed.bytes)
        #expect(read == sealed && read.order == order && read.role == role && read.purpose == purpose)
        #expect(try read.consent == Identities.consent(purpose))
        #expect(read.keyID == "2026-11" && read.erasure == nil)
        #expect(try read.open(for: order, purpose: purpose, with: keyring) == documents)
        let holder = try #require(documents.last)
        #expect(read.lookup == keyring.lookupKey(of: holder, for: purpose))
    }

    @Test("of travellers keep their places")
    func travellers() throws {
        let passports = [try Identities.passport("N11111111"), try Identities.passport("N22222222")]
        let records = try IdentityRules.standard.records(
            for: .tour(in: "KZ", through: Identities.day), on: Identities.day, documents: [.traveller: passports],
            consents: [Identities.consent(.tourBooking)], at: SmallShop.now)
        let keyring = try Identities.keyring()
        let sealed = try records.map { try $0.sealed(for: Identities.order(), with: keyring, on: Identities.day) }
        let read = try sealed.map { try SealedIdentity(bytes: $0.bytes) }
        #expect(read.map(\.person) == [0, 1])
        #expect(try read[1].open(for: Identities.order(), purpose: .tourBooking, with: keyring) == [passports[1]])
    }

    @Test("hold no number in their bytes, and differ each time while their length and look-up key do not")
    func opaque() throws {
        let (a, b) = (try Identities.sealed(), try Identities.sealed())
        #expect(a.bytes != b.bytes && a.lookup == b.lookup && a.bytes.count == b.bytes.count)
        let text = String(decoding: a.bytes, as: UTF8.self)
        for number in ["4509123456", "500100732259", "5001", "4509"] { #expect(!text.contains(number)) }
        // A longer name does not show in the length.
        let lengths = try ["LI", "ABDRAKHMANOVA"].map { surname in
            let passport = IdentityDocument.passport(
                try TravelPassport(
                    name: PassportName(surname: surname), number: "N12345678", country: "KZ", expires: Identities.day))
            let records = try IdentityRules.standard.records(
                for: .tour(in: "KZ", through: Identities.day), on: Identities.day, documents: [.traveller: [passport]],
                consents: [Identities.consent(.tourBooking)], at: SmallShop.now)
            return try #require(records.first)
                .sealed(for: Identities.order(), with: Identities.keyring(), on: Identities.day).bytes.count
        }
        #expect(lengths[0] == lengths[1])
    }

    @Test("do not open when any bit of any byte is another, or bytes are missing or added")
    func tampered() throws {
        let (sealed, keyring) = (try Identities.sealed(), try Identities.keyring())
        func opens(_ bytes: [UInt8]) -> Bool {
            guard let read = try? SealedIdentity(bytes: bytes) else { return false }
            // Even for the order and purpose that the changed bytes themselves name.
            return (try? read.open(for: read.order, purpose: read.purpose, with: keyring)) != nil
        }
        let bytes = sealed.bytes
        #expect(opens(bytes))
        for at in bytes.indices {
            for bit in 0..<8 {
                var changed = bytes
                changed[at] ^= 1 << bit
                #expect(!opens(changed), "byte \(at), bit \(bit)")
            }
            #expect(!opens(Array(bytes.prefix(at))))
        }
        #expect(!opens(bytes + [0]) && !opens([]) && !opens([0] + bytes))
        // A mark that makes them erased ones.
        var marked = bytes
        marked[1] = UInt8(ascii: "E")
        #expect(!opens(marked))
    }

    @Test("do not open for another order or purpose, nor under another key of the same name")
    func wrong() throws {
        let (sealed, keyring) = (try Identities.sealed(), try Identities.keyring())
        #expect(
            try code { _ = try sealed.open(for: Identities.order("cart-2"), purpose: .customsRU, with: keyring) }
                == .sealBroken)
        #expect(try code { _ = try sealed.open(for: sealed.order, purpose: .customsKZ, with: keyring) } == .sealBroken)
        let other = try Keyring("seal.2026-11=\(Identities.key(9)) lookup.1=\(Identities.key(2))")
        #expect(try code { _ = try sealed.open(for: sealed.order, purpose: .customsRU, with: other) } == .sealBroken)
        let renamed = try Keyring("seal.2027-05=\(Identities.key(1)) lookup.1=\(Identities.key(2))")
        let error = try #require(throws: TradeError.self) {
            try sealed.open(for: sealed.order, purpose: .customsRU, with: renamed)
        }
        #expect(error == TradeError(.sealKeyUnknown, ["key": "2026-11"]))
    }

    @Test("of a later version are told from what is damaged")
    func versions() throws {
        var bytes = try Identities.sealed().bytes
        bytes[0] = 2
        #expect(try code { _ = try SealedIdentity(bytes: bytes) } == .sealTooNew)
        bytes[0] = 0
        #expect(try code { _ = try SealedIdentity(bytes: bytes) } == .sealUnreadable)
        #expect(try code { _ = try SealedIdentity(bytes: []) } == .sealUnreadable)
    }

    @Test("never break the reader, whatever bytes it is given")
    func noise() throws {
        var random = SeededGenerator(seed: 11)
        let bytes = try Identities.sealed().bytes
        for _ in 0..<5_000 {
            var changed = bytes
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                changed[Int.random(in: 0..<changed.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            if Bool.random(using: &random) {
                changed.removeSubrange(Int.random(in: 0..<changed.count, using: &random)...)
            }
            if let read = try? SealedIdentity(bytes: changed) { #expect(read.bytes == changed) }
        }
    }

    @Test("move to new keys, and then need the old ones no more")
    func rotation() throws {
        let sealed = try Identities.sealed()
        let both = try Keyring(
            "seal.2027-05=\(Identities.key(5)) seal.2026-11=\(Identities.key(1)) lookup.2=\(Identities.key(6)) lookup.1=\(Identities.key(2))"
        )
        let moved = try sealed.resealed(with: both)
        #expect(moved.keyID == "2027-05" && moved.lookup != sealed.lookup && moved.eraseAfter == sealed.eraseAfter)
        #expect(moved.consent == sealed.consent && moved.order == sealed.order && moved.role == sealed.role)
        #expect(try moved.resealed(with: both) == moved)
        let new = try Keyring("seal.2027-05=\(Identities.key(5)) lookup.2=\(Identities.key(6))")
        let documents = try Identities.record().documents
        #expect(try moved.open(for: moved.order, purpose: .customsRU, with: new) == documents)
        #expect(moved.lookup == new.lookupKey(of: try Identities.document(.inn), for: .customsRU))
        #expect(try code { _ = try sealed.open(for: sealed.order, purpose: .customsRU, with: new) } == .sealKeyUnknown)
        #expect(try code { _ = try sealed.resealed(with: new) } == .sealKeyUnknown)
    }

    @Test("are kept as long as their purpose's row says, and due the day after")
    func retention() throws {
        let sealed = try Identities.sealed()
        let last = CivilDate(daysSince1970: Identities.day.daysSince1970 + 180)
        #expect(sealed.eraseAfter == last && !sealed.isDue(on: last))
        #expect(sealed.isDue(on: CivilDate(daysSince1970: last.daysSince1970 + 1)))
        let rules = RetentionRules(rows: [
            .init(purpose: .customsRU, days: 30, from: Identities.day),
            .init(purpose: .customsRU, days: 60, from: Identities.day, through: Identities.day),
        ])
        #expect(
            try rules.lastDay(for: .customsRU, sealed: Identities.day).daysSince1970 == Identities.day.daysSince1970
                + 30)
        let before = CivilDate(daysSince1970: Identities.day.daysSince1970 - 1)
        for (purpose, day) in [(Consent.Purpose.customsRU, before), (.customsKZ, Identities.day)] {
            #expect(try code { _ = try rules.lastDay(for: purpose, sealed: day) } == .retentionUnknown)
        }
        let record = try Identities.record()
        #expect(
            try code {
                _ = try record.sealed(
                    for: Identities.order(), with: Identities.keyring(), on: Identities.day,
                    retention: RetentionRules(rows: []))
            } == .retentionUnknown)
    }

    @Test(
        "leave the order and the consent when they are erased, and no ciphertext",
        arguments: Erasure.Reason.allCases)
    func erasure(reason: Erasure.Reason) throws {
        let (sealed, keyring) = (try Identities.sealed(), try Identities.keyring())
        let erased = sealed.erased(reason, on: Identities.day)
        let read = try SealedIdentity(bytes: erased.bytes)
        #expect(read == erased && read.erasure == Erasure(day: Identities.day, reason: reason))
        #expect(read.keyID == nil && read.lookup == nil && read.eraseAfter == nil && !read.isDue(on: Identities.day))
        #expect(read.consent == sealed.consent && read.order == sealed.order)
        // No eight bytes of the box are left, nor of the look-up key.
        let box = Array(sealed.bytes.suffix(100))
        let windows = Set((0...erased.bytes.count - 8).map { Array(erased.bytes[$0..<$0 + 8]) })
        for at in 0...box.count - 8 { #expect(!windows.contains(Array(box[at..<at + 8]))) }
        let lookup = try #require(sealed.lookup).text
        #expect(!String(decoding: erased.bytes, as: UTF8.self).contains(lookup))
        #expect(try code { _ = try read.open(for: read.order, purpose: .customsRU, with: keyring) } == .identityErased)
        // Erased is erased: no later day and no rotation brings anything back.
        #expect(read.erased(.request, on: CivilDate(daysSince1970: 30_000)) == read)
        #expect(try read.resealed(with: keyring) == read)
    }
}
