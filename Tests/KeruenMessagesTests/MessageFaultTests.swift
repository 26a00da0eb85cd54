import Foundation
import KeruenMessages
import Testing

@Suite("A message that is asked too much, or the wrong thing")
struct MessageFaultTests {
    private func format(
        _ source: String, _ arguments: [String: MessageArgument] = [:], in language: LanguageTag = .en
    ) -> (text: String, errors: [String]) {
        let formatted = Message.format(source, arguments, in: language, bidi: .none)
        return (formatted.text, formatted.errors.map(\.code.rawValue))
    }

    @Test("refuses a chain of declarations that would take the stack")
    func chain() throws {
        func chain(_ count: Int) -> String {
            ".local $a0 = {1} "
                + (1...count).map { ".local $a\($0) = {$a\($0 - 1)}" }.joined(separator: " ") + " {{{$a\(count)}}}"
        }
        #expect(format(chain(60)).text == "1")
        let error = #expect(throws: MessageError.self) { try Message(chain(4_000)) }
        #expect(error?.code == .unsupportedOperation)
        // Nobody validated this one.
        let unsound = try Message(parsing: chain(4_000)).format([:], in: .en, bidi: .none)
        #expect(unsound.text == "{$a4000}" && !unsound.errors.isEmpty)
    }

    @Test("is not made to write a hundred million zeros")
    func exponents() {
        for number in ["1e99999999", "1e-99999999", "1e1001", String(repeating: "9", count: 20_000)] {
            #expect(format("{$n :number}", ["n": .text(number)]).errors == ["bad-operand"])
        }
        #expect(format("{$n :number}", ["n": .text("1e3")]).text == "1,000")
    }

    @Test("is read in linear time, its faults and its arguments too")
    func linear() throws {
        let faults = ".input {$n :integer} .match $n " + String(repeating: "* {{}} ", count: 20_000)
        #expect(throws: MessageError.self) { try Message(faults) }
        #expect(try Message(parsing: faults).validate(source: faults).count == 50)
        let names = try Message((0..<20_000).map { "{$a\($0)}" }.joined()).argumentNames
        #expect(names.count == 20_000 && names == names.sorted())
    }

    @Test("never calls an amount or a measure another one's")
    func relabelled() throws {
        let twice = format(".local $p = {100 :currency currency=USD} {{{$p :currency currency=KZT}}}")
        #expect(twice.errors == ["bad-option"] && !twice.text.contains("KZT"))
        let money: [String: MessageArgument] = ["p": .money("100", currency: "USD")]
        #expect(format("{$p :currency currency=KZT}", money).errors == ["bad-option"])
        #expect(format("{$p :currency currency=USD}", money).text == "$100.00")
        // The compiled way too.
        let formatter = try MessageFormatter("{$p :currency currency=KZT}", .ru)
        #expect(formatter.format(money, bidi: .none).errors.map(\.code) == [.badOption])
        #expect(format(".local $w = {5 :unit unit=kilogram} {{{$w :unit unit=gram}}}").errors == ["bad-option"])
    }

    @Test(
        "never does so through another function either",
        arguments: [
            ".local $a = {5 :currency currency=KZT} .local $b = {$a :number} {{{$b :currency currency=USD}}}",
            ".local $a = {5 :unit unit=kilogram} .local $b = {$a :integer} {{{$b :unit unit=gram}}}",
            ".local $a = {5 :unit unit=kilogram} {{{$a :currency currency=KZT}}}",
            ".local $a = {5 :currency currency=KZT} {{{$a :unit unit=kilogram}}}",
            ".local $a = {5 :currency currency=KZT} .local $b = {$a :offset add=1} {{{$b :currency currency=USD}}}",
        ])
    func relabelledThroughOthers(source: String) { #expect(format(source).errors.count == 1) }

    @Test("says that there is no such unit, rather than leave it out", arguments: ["kg", "foo-bar", "kilogramm"])
    func units(name: String) {
        #expect(format("{$x :unit unit=\(name)}", ["x": 2], in: .ru).errors == ["bad-option"])
        #expect(format("{$x :unit unit=kilogram}", ["x": 2], in: .ru).text == "2 кг")
    }

    @Test("matches what :offset makes of a number that nobody has formatted yet")
    func offset() {
        let rest = """
            .input {$n :offset subtract=1} .match $n one {{ещё {$n} товар}} few {{ещё {$n} товара}} \
            many {{ещё {$n} товаров}} * {{ещё {$n} товара}}
            """
        for (count, text) in [(2, "ещё 1 товар"), (3, "ещё 2 товара"), (6, "ещё 5 товаров")] {
            let formatted = format(rest, ["n": .integer(count)], in: .ru)
            #expect(formatted.text == text && formatted.errors.isEmpty)
        }
        #expect(format("{$n :offset add=+1}", ["n": 1]).errors == ["bad-option"])
    }

    @Test("writes whole numbers whole, whatever digits were asked for before")
    func integer() {
        #expect(format(".local $a = {1234.5 :number minimumSignificantDigits=6} {{{$a :integer}}}").text == "1,234")
        #expect(format(".local $a = {1234.5 :number maximumSignificantDigits=2} {{{$a :integer}}}").text == "1,200")
    }

    @Test("names a variant's key that fits no number", arguments: ["mnay", "horse", "05", "1."])
    func keys(key: String) throws {
        let source = ".input {$n :integer} .match $n one {{a}} \(key) {{c}} * {{d}}"
        let formatted = format(source, ["n": 5], in: .ru)
        #expect(formatted.text == "d" && formatted.errors == ["bad-variant-key"])
        #expect(try MessageFormatter(source, .ru).format(["n": 5]).errors.map(\.code) == [.badVariantKey])
    }

    @Test("counts days as ISO 8601 does, before 1582 too")
    func oldDays() {
        #expect(format("{$d :date}", ["d": "1500-01-01"]).text == "Jan 1, 1500")
        #expect(format("{$d :date}", ["d": "1582-10-14"]).text == "Oct 14, 1582")
    }

    @Test("knows summer time in years that no file lists")
    func summerTime() {
        func clock(_ day: String, _ zone: String) -> String {
            format("{$d :time timeZone=|\(zone)| hour12=false}", ["d": .text(day)]).text
        }
        #expect(clock("2040-07-01T12:00:00Z", "Europe/Berlin") == "14:00")
        #expect(clock("2040-01-01T12:00:00Z", "Europe/Berlin") == "13:00")
        #expect(clock("2040-03-25T00:59:59Z", "Europe/Berlin") == "01:59")
        #expect(clock("2040-03-25T01:00:00Z", "Europe/Berlin") == "03:00")
        #expect(clock("2040-01-01T12:00:00Z", "Australia/Sydney") == "23:00")
        #expect(clock("2040-07-01T12:00:00Z", "Australia/Sydney") == "22:00")
        #expect(clock("2040-07-01T12:00:00Z", "Asia/Almaty") == "17:00")
        #expect(clock("2024-02-29T12:00:00Z", "Asia/Almaty") == "18:00")
    }

    @Test("says that a time zone does not exist, and keeps a value's own where that is asked for")
    func zones() {
        #expect(format("{$d :time timeZone=|Nowhere/Bad|}", ["d": "2030-07-01T12:00:00"]).errors == ["bad-option"])
        let own = format("{$d :time timeZone=input hour12=false}", ["d": "2030-07-01T12:00:00+05:00"])
        #expect(own.text == "12:00" && own.errors.isEmpty)
    }

    @Test("leaves a text of digits as it is before a Kazakh suffix")
    func kazakh() {
        #expect(format("{|1E5| :kk:case case=dative}", in: .kk).text == "1E5-ке")
        #expect(format("{|2027| :kk:case case=dative}", in: .kk).text == "2027-ге")
        #expect(format("{|ТМД| :kk:case case=dative}", in: .kk).text == "ТМД-ға")
        #expect(format("{$n :kk:case case=dative}", ["n": 5], in: .kk).text == "5-ке")
    }

    @Test("has its options written in full, however many digits they ask for")
    func longOptions() {
        let long = "minimumFractionDigits=100 minimumIntegerDigits=99 signDisplay=exceptZero useGrouping=always"
        #expect(format("{$n :percent \(long)}", ["n": 1]).errors.isEmpty)
    }
}
