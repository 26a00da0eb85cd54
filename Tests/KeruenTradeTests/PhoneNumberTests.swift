import KeruenTrade
import TestSupport
import Testing

@Suite("A phone number")
struct PhoneNumberTests {
    @Test(
        "has one form, whatever it was typed as",
        arguments: [
            ("138 1234 5678", "CN", "+8613812345678"), ("+86 138-1234-5678", "CN", "+8613812345678"),
            ("008613812345678", "CN", "+8613812345678"), ("8613812345678", "CN", "+8613812345678"),
            ("１３８１２３４５６７８", "CN", "+8613812345678"), ("＋８６（１３８）１２３４５６７８", "CN", "+8613812345678"),
            ("8 (916) 123-45-67", "RU", "+79161234567"), ("+7 916 123–45–67", "RU", "+79161234567"),
            ("9161234567", "RU", "+79161234567"), ("7 916 123 45 67", "RU", "+79161234567"),
            ("8 (777) 123-45-67", "KZ", "+77771234567"), ("+7.701.123.45.67", "KZ", "+77011234567"),
            ("7011234567", "KZ", "+77011234567"), ("87011234567", "KZ", "+77011234567"),
            ("8\u{A0}727\u{A0}123\u{A0}45\u{A0}67", "KZ", "+77271234567"),
        ])
    func forms(typed: String, country: String, digits: String) throws {
        let number = try PhoneNumber(typed, in: country)
        #expect(number.digits == digits && number.country == country)
        #expect(try PhoneNumber(digits, in: country) == number)
    }

    @Test("of a neighbour is taken: +7 is shared, and a plus says whose it is")
    func neighbours() throws {
        #expect(try PhoneNumber("89161234567", in: "KZ").country == "RU")
        #expect(try PhoneNumber("+7 777 123 45 67", in: "CN").country == "KZ")
        #expect(try PhoneNumber("+8613812345678", in: "RU").country == "CN")
    }

    @Test(
        "that nobody can be called on is refused",
        arguments: [
            ("", "KZ"), ("+", "RU"), ("123", "CN"), ("12012345678", "CN"), ("1381234567", "CN"), ("138123456789", "CN"),
            ("84951234567", "RU"), ("+7 495 123 45 67", "RU"), ("+1 202 555 0100", "RU"), ("89161234567", "CN"),
            ("13812345678", "RU"), ("00 7 916", "RU"), ("8 916 123 45 678", "RU"), ("+87771234567", "KZ"),
        ])
    func shape(typed: String, country: String) throws {
        let error = try #require(throws: TradeError.self) { try PhoneNumber(typed, in: country) }
        #expect(error == TradeError(.phoneShape, ["country": .text(country)]))
    }

    @Test(
        "with a sign that is no digit is refused at its place",
        arguments: [
            ("тел. 89161234567", 1), ("8916O234567", 5), ("+7+9161234567", 3), ("916+1234567", 4),
            ("一三八12345678", 1), ("89161234567#", 12), ("½9161234567", 1),
        ])
    func sign(typed: String, position: Int) throws {
        let error = try #require(throws: TradeError.self) { try PhoneNumber(typed, in: "RU") }
        #expect(error == TradeError(.phoneSign, ["position": .integer(position)]))
    }

    @Test("of a country that nothing is known of is refused")
    func unknown() throws {
        let error = try #require(throws: TradeError.self) { try PhoneNumber("+49301234567", in: "DE") }
        #expect(error == TradeError(.countryUnknown, ["country": "DE"]))
    }

    @Test("is the same for every number of a plan, typed in any of its ways")
    func plans() throws {
        var random = SeededGenerator(seed: 5)
        let plans: [(country: String, code: String, first: [String], rest: Int, ways: [String])] = [
            ("CN", "+86", ["13", "15", "17", "18", "19"], 9, ["", "86", "+86", "0086"]),
            ("RU", "+7", ["9"], 9, ["", "7", "8", "+7", "007"]),
            ("KZ", "+7", ["7"], 9, ["", "7", "8", "+7", "007"]),
        ]
        for _ in 0..<500 {
            let plan = plans[Int.random(in: 0..<3, using: &random)]
            let first = plan.first[Int.random(in: 0..<plan.first.count, using: &random)]
            let number = first + (0..<plan.rest).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
            for way in plan.ways {
                let typed = (way + number).map { String($0) + (Bool.random(using: &random) ? "-" : "") }.joined()
                #expect(try PhoneNumber(typed, in: plan.country).digits == plan.code + number)
            }
        }
    }

    @Test("shows its country's code and two digits")
    func masked() throws {
        #expect("\(try PhoneNumber("87771234567", in: "KZ"))" == "+7 ••••••••67")
        #expect("\(try PhoneNumber("13812345678", in: "CN"))" == "+86 •••••••••78")
    }
}
