import Foundation
import KeruenTrade
import TestSupport
import Testing

@Suite("A keyring")
struct KeyringTests {
    private let one = Identities.key(1)
    private let two = Identities.key(2)
    private let three = Identities.key(3)

    @Test("is read from lines, from one line, from a file and from the environment")
    func sources() async throws {
        let file = "# sealing\nseal.2026-11=\(one)  # current\n\n\tseal.2026-05=\(two)\r\nlookup.1=\(three)\n"
        #expect("\(try Keyring(file))" == "a keyring: seal 2026-11, 2026-05; lookup 1")
        let line = "seal.a=\(one) lookup.b=\(three)"
        #expect("\(try Keyring(environment: ["KERUEN_KEYS": line]))" == "a keyring: seal a; lookup b")
        try await Project.withTemporaryFolder { folder in
            let place = folder.appending(path: "keys")
            try Data(file.utf8).write(to: place)
            let environment = ["KERUEN_KEYS_FILE": place.path]
            #expect("\(try Keyring(environment: environment))" == "\(try Keyring(file))")
        }
    }

    @Test("tells which entry is none, and never what stands in it")
    func bad() throws {
        let short = Data(repeating: 7, count: 31).base64EncodedString()
        let zeros = Data(repeating: 0, count: 32).base64EncodedString()
        for entry in [
            "seal.b", "seal=\(two)", "sea1.b=\(two)", "seal.=\(two)", "seal.b=", "seal.b=\(short)", "seal.b=\(zeros)",
            "seal.b=\(two)=", "seal.b=\(two.dropLast())", "seal.ключ=\(two)", "seal.b c=\(two)", "seal.b_c=\(two)",
            "seal.\(String(repeating: "b", count: 33))=\(two)", two,
        ] {
            let error = try #require(throws: TradeError.self) {
                try Keyring("seal.a=\(one)\n\(entry)\nlookup.1=\(three)")
            }
            #expect(error == TradeError(.badKey, ["entry": 2]), "\(entry)")
        }
    }

    @Test("has each name and each key once")
    func repeated() throws {
        for (text, entry) in [
            ("seal.a=\(one) seal.a=\(two) lookup.1=\(three)", 2), ("seal.a=\(one) lookup.1=\(one)", 2),
            ("seal.a=\(one) lookup.1=\(two) seal.b=\(one)", 3),
        ] {
            let error = try #require(throws: TradeError.self) { try Keyring(text) }
            #expect(error == TradeError(.repeatedKey, ["entry": .integer(entry)]))
        }
        // Names of the two kinds have nothing to do with each other.
        #expect(throws: Never.self) { try Keyring("seal.1=\(one) lookup.1=\(two)") }
    }

    @Test("is missing where there is none, or only half of one")
    func missing() throws {
        for (text, kind) in [
            ("", "seal"), ("# seal.a=\(one)", "seal"), ("lookup.1=\(one)", "seal"), ("seal.a=\(one)", "lookup"),
        ] {
            let error = try #require(throws: TradeError.self) { try Keyring(text) }
            #expect(error == TradeError(.keyMissing, ["kind": .text(kind)]))
        }
        let error = try #require(throws: TradeError.self) { try Keyring(environment: ["HOME": "/"]) }
        #expect(error == TradeError(.keyringMissing, ["name": "KERUEN_KEYS"]))
        let file = try #require(throws: TradeError.self) {
            try Keyring(environment: ["KERUEN_KEYS_FILE": "/nowhere/keys"])
        }
        #expect(file == TradeError(.keyringMissing, ["name": "keys"]))
    }

    @Test("finds a person by equal keys for equal documents, and by other keys under another keyring")
    func lookup() throws {
        let keyring = try Identities.keyring()
        let again = try Identities.keyring()
        let other = try Keyring("seal.2026-11=\(one) lookup.1=\(three)")
        var keys: Set<String> = []
        for kind in IdentityDocument.Kind.allCases where kind != .passport {
            for at in 0..<2 {
                let document = try Identities.document(kind, at)
                let key = keyring.lookupKey(of: document, for: .customsRU)
                #expect(key == again.lookupKey(of: try Identities.document(kind, at), for: .customsRU))
                #expect(key != other.lookupKey(of: document, for: .customsRU))
                #expect(key != keyring.lookupKey(of: document, for: .customsKZ))
                #expect(keys.insert(key.text).inserted)
                // 16 bytes in base64url behind the key's name.
                #expect(try key.text.wholeMatch(of: Regex("1\\.[A-Za-z0-9_-]{22}")) != nil)
            }
        }
        // A passport is its country's and its number's, whoever types its holder's name how.
        #expect(
            keyring.lookupKey(of: try Identities.passport(), for: .tourBooking)
                == keyring.lookupKey(of: try Identities.passport("n12345678", expires: "2030-01-01"), for: .tourBooking)
        )
        #expect(
            keyring.lookupKey(of: try Identities.passport(), for: .tourBooking)
                != keyring.lookupKey(of: try Identities.passport("N12345679"), for: .tourBooking))
        // The same digits typed with a space.
        let spaced = try IdentityDocument(.russianPassport, "4509123456")
        #expect(
            keyring.lookupKey(of: spaced, for: .customsRU)
                == keyring.lookupKey(of: try Identities.document(.russianPassport), for: .customsRU))
    }

    @Test("tells an IIN from an INN of the same digits")
    func kinds() throws {
        let keyring = try Identities.keyring()
        // Twelve digits with right check digits of both.
        let digits = try #require(Self.both)
        let (iin, inn) = (try IdentityDocument(.iin, digits), try IdentityDocument(.inn, digits))
        #expect(keyring.lookupKey(of: iin, for: .customsRU) != keyring.lookupKey(of: inn, for: .customsRU))
    }

    private static let both: String? = {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<200_000 {
            let birthday = CivilDate(daysSince1970: Int32.random(in: 0..<10_957, using: &random)).description
            let date = birthday.dropFirst(2).filter { $0 != "-" }
            let digits = "\(date)3\(Int.random(in: 10_000...99_999, using: &random))"
            if IIN(digits) != nil, INN(digits) != nil { return digits }
        }
        return nil
    }()

    @Test("has look-up keys of the keys before, for a store that is being resealed")
    func rotated() throws {
        let document = try Identities.document(.iin)
        let old = try Identities.keyring().lookupKey(of: document, for: .customsRU)
        let rotated = try Keyring("seal.a=\(one) lookup.2=\(three) lookup.1=\(two)")
        #expect(
            rotated.lookupKeys(of: document, for: .customsRU).last == old
                && rotated.lookupKey(of: document, for: .customsRU) != old)
    }
}
