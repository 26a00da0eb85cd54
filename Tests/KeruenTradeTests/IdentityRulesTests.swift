import Foundation
import KeruenTrade
import TestSupport
import Testing

@Suite("What a route asks for")
struct IdentityRulesTests {
    private let rules = IdentityRules.standard

    private func asked(_ route: IdentityRoute, _ day: String = "2026-11-26") throws -> [[IdentityDocument.Kind]] {
        try rules.requirements(for: route, on: #require(CivilDate(day))).map(\.documents)
    }

    @Test("is a passport and an INN in Russia, an IIN in Kazakhstan, the buyer's resident ID in China")
    func abroad() throws {
        #expect(try asked(.parcel(from: "CN", to: "RU")) == [[.russianPassport, .inn]])
        #expect(try asked(.parcel(from: "CN", to: "KZ")) == [[.iin]])
        #expect(try asked(.parcel(from: "UZ", to: "KZ")) == [[.iin]])
        let china = try rules.requirements(for: .parcel(from: "KZ", to: "CN"), on: Identities.day)
        #expect(china.map(\.documents) == [[.residentID]] && china.map(\.role) == [.buyer])
        #expect(china.map(\.purpose) == [.customsCN] && china.allSatisfy { !$0.source.isEmpty })
    }

    @Test("is nothing within a customs union or a country, and passports alone on a tour")
    func domestic() throws {
        for (from, to) in [("CN", "CN"), ("KZ", "RU"), ("RU", "KZ"), ("BY", "RU"), ("RU", "RU"), ("KZ", "KZ")] {
            #expect(try asked(.parcel(from: from, to: to)) == [])
        }
        for country in ["CN", "KZ", "RU"] {
            #expect(try asked(.tour(in: country, through: Identities.day)) == [[.passport]])
        }
    }

    @Test("follows the day: on the first day of a row, and not the day before")
    func days() throws {
        for (route, first) in [
            (IdentityRoute.parcel(from: "CN", to: "RU"), "2017-12-07"), (.parcel(from: "CN", to: "KZ"), "2024-04-01"),
            (.parcel(from: "KZ", to: "CN"), "2019-01-01"), (.parcel(from: "KZ", to: "RU"), "2015-08-12"),
        ] {
            let day = try #require(CivilDate(first))
            #expect(throws: Never.self) { try rules.requirements(for: route, on: day) }
            let before = CivilDate(daysSince1970: day.daysSince1970 - 1)
            let error = try #require(throws: TradeError.self) { try rules.requirements(for: route, on: before) }
            #expect(error.code == .identityRuleUnknown && error.arguments["day"] == .text(before.description))
        }
    }

    @Test("ends with a row's last day")
    func ends() throws {
        let rules = IdentityRules(
            """
            # a comment
            parcel\t*\tKZ\trecipient\tiin\tcustoms-kz\t2026-01-01\t2026-06-30\thigh\told
            parcel\t*\tKZ\trecipient\tnone\t\t2026-07-01\t\thigh\tnew
            """)
        let old = try rules.requirements(for: .parcel(from: "CN", to: "KZ"), on: #require(CivilDate("2026-06-30")))
        let new = try rules.requirements(for: .parcel(from: "CN", to: "KZ"), on: #require(CivilDate("2026-07-01")))
        #expect(old.map(\.source) == ["old"] && new.isEmpty)
    }

    @Test("is unknown where no row speaks of the route, and unknown is not nothing")
    func unknown() throws {
        for route in [IdentityRoute.parcel(from: "CN", to: "UZ"), .tour(in: "MN", through: Identities.day)] {
            let error = try #require(throws: TradeError.self) { try rules.requirements(for: route, on: Identities.day) }
            #expect(error.code == .identityRuleUnknown)
        }
    }

    @Test(
        "leaves out a row that can't be read, so that its route is refused",
        arguments: [
            "parcel\t*\tKZ\trecipient\tiim\tcustoms-kz\t2026-01-01\t\thigh\tx",
            "parcel\t*\tKZ\trecipient\tiin inm\tcustoms-kz\t2026-01-01\t\thigh\tx",
            "parcel\t*\tKZ\trecipient\t\tcustoms-kz\t2026-01-01\t\thigh\tx",
            "parcel\t*\tKZ\trecipient\tiin\t\t2026-01-01\t\thigh\tx",
            "parcel\t*\tKZ\trecipient\tiin\tcustoms-kz\t2026-02-30\t\thigh\tx",
            "parcel\t*\tKZ\trecipient\tiin\tcustoms-kz\t2026-01-01\tsoon\thigh\tx",
            "parcel\t*\tKZ\tdriver\tiin\tcustoms-kz\t2026-01-01\t\thigh\tx", "parcel\t*\tKZ\trecipient\tiin",
        ])
    func broken(line: String) { #expect(IdentityRules(line).rows.isEmpty) }

    @Test("is read whole from its tables, and each purpose has its time of keeping")
    func tables() throws {
        for (name, count) in [("identity", rules.rows.count), ("retention", RetentionRules.standard.rows.count)] {
            let file = Project.root.appending(path: "Sources/TradeTables/\(name).tsv")
            let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            #expect(lines.filter { !$0.hasPrefix("#") }.count == count, "\(name)")
        }
        for purpose in Set(rules.rows.compactMap(\.requirement?.purpose)) {
            #expect(throws: Never.self) { try RetentionRules.standard.lastDay(for: purpose, sealed: Identities.day) }
        }
    }

    @Test("makes the recipient of a gift its declarant in Russia and Kazakhstan, and the buyer in China")
    func declarant() throws {
        let gift = Parties(try People.ivanov(), at: try People.torzhok())
            .gift(to: try People.qasymov(), at: try People.almaty())
        let kazakh = try rules.requirements(for: .parcel(from: "CN", to: "KZ"), on: Identities.day)
        #expect(gift.declarant(under: kazakh) == gift.recipient)
        let chinese = try rules.requirements(for: .parcel(from: "KZ", to: "CN"), on: Identities.day)
        #expect(gift.declarant(under: chinese) == gift.buyer && gift.declarant(under: []) == gift.recipient)
    }
}

@Suite("Documents that are shown")
struct IdentityRecordTests {
    private func records(
        _ route: IdentityRoute, _ documents: [Party.Role: [IdentityDocument]], _ consents: [Consent.Purpose],
        parties: Parties? = nil
    ) throws -> [IdentityRecord] {
        try IdentityRules.standard.records(
            for: route, on: Identities.day, parties: parties, documents: documents,
            consents: consents.map { try Identities.consent($0) }, at: SmallShop.now)
    }

    private let toRussia = IdentityRoute.parcel(from: "CN", to: "RU")
    private let toKazakhstan = IdentityRoute.parcel(from: "CN", to: "KZ")
    private let toChina = IdentityRoute.parcel(from: "KZ", to: "CN")

    @Test("are taken where all that is asked for is there, and nothing where nothing is")
    func taken() throws {
        let record = try Identities.record()
        #expect(record.role == .recipient && record.consent.purpose == .customsRU && record.documents.count == 2)
        #expect(try records(.parcel(from: "CN", to: "CN"), [:], []) == [])
        let iin = try Identities.document(.iin)
        #expect(try records(toKazakhstan, [.recipient: [iin]], [.customsKZ, .customsRU]).map(\.documents) == [[iin]])
    }

    @Test("are missed by their kind")
    func missing() throws {
        let passport = try Identities.document(.russianPassport)
        for (route, documents, kind) in [
            (toRussia, [.recipient: [passport]], "inn"), (toRussia, [:], "ru-passport"), (toKazakhstan, [:], "iin"),
            (toChina, [:], "resident-id"), (.tour(in: "CN", through: Identities.day), [:], "passport"),
        ] as [(IdentityRoute, [Party.Role: [IdentityDocument]], String)] {
            let error = try #require(throws: TradeError.self) {
                try records(route, documents, [.customsRU, .customsKZ, .customsCN, .tourBooking])
            }
            #expect(error == TradeError(.documentMissing, ["document": .text(kind)]))
        }
    }

    @Test("are not taken where nobody asked for them")
    func notAsked() throws {
        let (iin, inn) = (try Identities.document(.iin), try Identities.document(.inn))
        for (route, documents) in [
            (IdentityRoute.parcel(from: "CN", to: "CN"), [.recipient: [iin]]),
            (toKazakhstan, [.recipient: [iin, inn]]), (toKazakhstan, [.recipient: [iin, iin]]),
            (toKazakhstan, [.recipient: [iin], .buyer: [iin]]), (toKazakhstan, [.recipient: [iin], .traveller: [iin]]),
            (toRussia, [.recipient: [try Identities.passport()]]),
        ] as [(IdentityRoute, [Party.Role: [IdentityDocument]])] {
            let error = try #require(throws: TradeError.self) {
                try records(route, documents, [.customsRU, .customsKZ])
            }
            #expect(error.code == .documentNotAsked)
        }
    }

    @Test("of a foreigner are refused for imports to China, and so is an order that somebody else pays")
    func china() throws {
        for foreign in [try Identities.passport(), try Identities.document(.russianPassport)] {
            let error = try #require(throws: TradeError.self) {
                try records(toChina, [.buyer: [foreign]], [.customsCN])
            }
            #expect(error == TradeError(.foreignerRefused))
        }
        let id = try Identities.document(.residentID)
        let extra = try #require(throws: TradeError.self) {
            try records(toChina, [.buyer: [Identities.passport(), id]], [.customsCN])
        }
        #expect(extra.code == .documentNotAsked)
        var parties = Parties(try People.aigul(), at: try People.kashgar())
        #expect(try records(toChina, [.buyer: [id]], [.customsCN], parties: parties).count == 1)
        // Nobody has said who pays.
        #expect(throws: TradeError(.buyerIsNotPayer)) { try records(toChina, [.buyer: [id]], [.customsCN]) }
        parties.payer = try People.qasymov()
        let error = try #require(throws: TradeError.self) {
            try records(toChina, [.buyer: [id]], [.customsCN], parties: parties)
        }
        #expect(error == TradeError(.buyerIsNotPayer))
    }

    @Test("need a consent of their own purpose that was given before now")
    func consent() throws {
        let documents = [Party.Role.recipient: [try Identities.document(.iin)]]
        for consents in [
            [], [try Identities.consent(.customsRU)],
            [try Identities.consent(.customsKZ, given: SmallShop.now.addingTimeInterval(1))],
        ] {
            let error = try #require(throws: TradeError.self) {
                try IdentityRules.standard.records(
                    for: toKazakhstan, on: Identities.day, documents: documents, consents: consents, at: SmallShop.now)
            }
            #expect(error == TradeError(.consentMissing, ["purpose": "customs-kz"]))
        }
        for version in ["", "2026 03", "версия", String(repeating: "1", count: 65)] {
            let error = try #require(throws: TradeError.self) {
                try Consent(to: .customsKZ, textVersion: version, language: .kk, given: SmallShop.now)
            }
            #expect(error == TradeError(.badConsent))
        }
    }

    @Test("of travellers are a record each, and have to last through the tour")
    func tour() throws {
        let passports = [try Identities.passport("N11111111"), try Identities.passport("N22222222")]
        let tour = IdentityRoute.tour(in: "CN", through: try #require(CivilDate("2031-04-30")))
        let records = try records(tour, [.traveller: passports], [.tourBooking])
        #expect(records.map(\.person) == [0, 1] && records.map(\.documents) == passports.map { [$0] })
        let late = IdentityRoute.tour(in: "CN", through: try #require(CivilDate("2031-05-01")))
        let error = try #require(throws: TradeError.self) {
            try self.records(late, [.traveller: passports], [.tourBooking])
        }
        #expect(error == TradeError(.documentExpired, ["day": "2031-05-01"]))
    }

    @Test(
        "are numbers of their kind",
        arguments: [
            (IdentityDocument.Kind.inn, "7707083893"), (.inn, "500100732258"), (.iin, "061211600013"), (.iin, ""),
            (.residentID, "110105194912310021"), (.russianPassport, "4509 12345"), (.passport, "N12345678"),
        ])
    func numbers(kind: IdentityDocument.Kind, text: String) throws {
        let error = try #require(throws: TradeError.self) { try IdentityDocument(kind, text) }
        #expect(error == TradeError(.badDocument, ["document": .text(kind.rawValue)]))
    }

    @Test("are taken as people type them, with spaces and from Chinese keyboards")
    func typed() throws {
        for (kind, text) in [
            (IdentityDocument.Kind.iin, "0612 1160 0012"), (.inn, "５００１００７３２２５９"),
            (.russianPassport, "45\u{A0}09 123456"),
            (.residentID, "110105 19491231 002x"), (.residentID, "１１０１０５１９４９１２３１００２Ｘ"),
        ] { #expect(try IdentityDocument(kind, text) == Identities.document(kind)) }
    }

    @Test(
        "are passports by ICAO's number and a country's code",
        arguments: ["N1234567", "750123456", "E12345678", "n 1234567"])
    func passports(number: String) throws {
        guard case .passport(let passport) = try Identities.passport(number) else { return }
        #expect(passport.number == number.uppercased().filter { $0 != " " })
        for bad in ["", "1234", "N123456789", "N1234-567", "ПАСПОРТ1", "ABCDEFGH"] {
            let error = try #require(throws: TradeError.self) { try Identities.passport(bad) }
            #expect(error.code == .badDocument)
        }
    }
}
