import Foundation
import KeruenTrade
import TestSupport
import Testing

@Suite("The parties of an order")
struct PartiesTests {
    @Test("are one person, until a gift changes the recipient and not who pays")
    func gift() throws {
        let own = Parties(try People.qasymov(), at: try People.almaty())
        #expect(!own.isGift && own[.payer] == own[.recipient] && own[.traveller] == nil)
        let ivanov = try People.ivanov()
        let gift = own.gift(to: ivanov, at: try People.torzhok())
        #expect(gift.isGift && gift.recipient == ivanov && gift.payer == own.payer && gift.buyer == own.buyer)
        #expect(gift.address == (try People.torzhok()))
    }

    @Test("are a buyer who pays where the names are one")
    func paid() throws {
        let buyer = try People.aigul()
        var parties = Parties(buyer, at: try People.kashgar())
        #expect(parties.isPaidByBuyer)
        // Another phone is the same person still.
        parties.payer.phone = try PhoneNumber("13900000000", in: "CN")
        #expect(parties.isPaidByBuyer)
        parties.payer = try People.qasymov()
        #expect(!parties.isPaidByBuyer)
    }

    @Test("show a warehouse abroad the recipient's name, phone and address and nothing else")
    func label() throws {
        let parties = Parties(try People.ivanov(), at: try People.torzhok())
            .gift(to: try People.qasymov(), at: try People.almaty())
        #expect(
            parties.label.lines == ["Қасымов Асқар Болатұлы", "+77771234567", "050000", "Алматы", "Абай даңғылы, 10"])
    }
}

@Suite("A name as in a passport")
struct PassportNameTests {
    @Test("is copied in its letters, in capitals")
    func copied() throws {
        let name = try PassportName(surname: "Kassymov", givenName: "Askar")
        #expect(name.text == "KASSYMOV ASKAR")
        #expect(try name == PassportName(surname: " KASSYMOV", givenName: "ASKAR"))
        #expect(try PassportName(surname: "SUKARNO").text == "SUKARNO")
    }

    @Test("is never transliterated", arguments: ["Қасымов", "欧阳", "MÜLLER"])
    func refused(surname: String) throws {
        let error = try #require(throws: PersonNameError.self) { try PassportName(surname: surname, givenName: "A") }
        #expect(error.code == .nameNotLatin)
    }
}
