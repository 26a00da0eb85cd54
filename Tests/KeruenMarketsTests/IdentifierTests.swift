import Foundation
import KeruenMarkets
import TestSupport
import Testing

@Suite("A person's number")
struct IdentifierTests {
    @Test("of a Russian taxpayer has right check digits, one of a firm's and two of a person's")
    func inn() throws {
        for digits in ["7707083893", "7830002293", "7728127936", "500100732259", "123456789047", "005826107187"] {
            let number = try #require(INN(digits))
            #expect(number.digits == digits && number.isPersonal == (digits.count == 12))
        }
        for digits in [
            "7707083894", "500100732258", "500100732269", "0000000000", "000000000000", "77070838930", "770708389", "",
            "77 0708389", "７７０７０８３８９３", "77070838٩3",
        ] { #expect(INN(digits) == nil, "\(digits)") }
    }

    @Test("of a Kazakh citizen begins with a day of birth, and no firm's number is one")
    func iin() throws {
        let woman = try #require(IIN("061211600012"))
        #expect(woman.birthDate == CivilDate("2006-12-11") && woman.isFemale)
        let man = try #require(IIN(Self.completed("88022930012")))
        #expect(man.birthDate == CivilDate("1988-02-29") && !man.isFemale)
        // The year 1900 had no such day, and 2000 had.
        #expect(Self.whole("00022930012") == nil && Self.whole("00022950012")?.birthDate == CivilDate("2000-02-29"))
        #expect(Self.whole("88133130012") == nil && Self.whole("88043130012") == nil)
        #expect(
            Self.whole("88022930012") != nil && Self.whole("88022900012") == nil && Self.whole("88022970012") == nil)
        for digits in [
            "220540009998", "971240001315", "061211600013", "06121160001", "0612116000122", "", "06121160001x",
        ] {
            #expect(IIN(digits) == nil, "\(digits)")
        }
        #expect(BIN("061211600012") == nil)
    }

    @Test("of a Chinese resident has its province, its day and its check character")
    func residentID() throws {
        let man = try #require(ResidentID("11010519491231002X"))
        #expect(man.birthDate == CivilDate("1949-12-31") && man.isFemale)
        #expect(ResidentID("11010519491231002x") == man && man.digits == "11010519491231002X")
        #expect(ResidentID("360426199101010071")?.isFemale == false)
        for last in "0123456789X" {
            #expect((ResidentID("11010519491231002" + String(last)) != nil) == (last == "X"))
        }
        // Right sums, wrong places and days: naively completed.
        for payload in ["36042619911301007", "36042619910229007", "99042619910101007", "00042619910101007"] {
            #expect("0123456789X".allSatisfy { ResidentID(payload + String($0)) == nil }, "\(payload)")
        }
        for text in ["", "110105491231002", "1101051949123100２X", "11010519491231002Х", "X1010519491231002X"] {
            #expect(ResidentID(text) == nil, "\(text)")
        }
    }

    @Test("of a Chinese resident is right by the weights that the standard lists")
    func weights() throws {
        var random = SeededGenerator(seed: 18)
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        for _ in 0..<500 {
            let payload =
                "650102198\(Int.random(in: 0...9, using: &random))0\(Int.random(in: 1...9, using: &random))15"
                + String(Int.random(in: 100...999, using: &random))
            let sum = zip(payload, weights).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 }
            let right = Array("10X98765432")[sum % 11]
            for last in "0123456789X" {
                #expect((ResidentID(payload + String(last)) != nil) == (last == right), "\(payload)\(last)")
            }
        }
    }

    @Test("of a Russian passport is four digits and six, however they are written")
    func passport() throws {
        for text in ["4504123456", "45 04 123456", "4504 123456", "4504\u{A0}№\u{202F}123456", " 45 04 № 123456 "] {
            let passport = try #require(RussianPassport(text))
            #expect(passport.series == "4504" && passport.number == "123456")
        }
        for text in [
            "", "450412345", "45041234567", "4504-123456", "AB04123456", "4504 l23456", "0000 000000", "４５０４123456",
        ] {
            #expect(RussianPassport(text) == nil, "\(text)")
        }
    }

    @Test("shows its end alone: printed, in text, in a list, in an optional, dumped, mirrored")
    func masked() throws {
        let numbers: [(any MaskedNumber, String)] = [
            (try #require(INN("500100732259")), "•••• •••• 2259"), (try #require(INN("7707083893")), "•••• ••38 93"),
            (try #require(IIN("061211600012")), "•••• •••• 0012"),
            (try #require(ResidentID("11010519491231002X")), "•••••• •••••••• 002X"),
            (try #require(RussianPassport("4504 123456")), "•••• ••3456"),
        ]
        for (number, masked) in numbers {
            #expect(number.description == masked && "\(number)" == masked && String(describing: number) == masked)
            let optional: (any MaskedNumber)? = number
            var dumped = ""
            dump(number, to: &dumped)
            dump([number], to: &dumped)
            dump(Holder(number: number), to: &dumped)
            let shown = [
                dumped, String(reflecting: number), "\([number])", "\([1: number])", String(describing: optional),
                String(reflecting: Holder(number: number)), "\(Holder(number: number))",
                "\(Mirror(reflecting: number).children.map(\.value))",
            ]
            for text in shown {
                let plain = text.filter { !$0.isWhitespace }
                // Not even five in a row.
                for start in 0...(number.digits.count - 5) {
                    #expect(!plain.contains(number.digits.dropFirst(start).prefix(5)), "\(text)")
                }
            }
        }
    }

    @Test(
        "is what the public vectors say",
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
            guard ["validate", "is_valid"].contains(vector.function) else { continue }
            let isValid = vector.expect != nil && vector.expect != "False"
            switch vector.module {
            case "ru.inn": #expect((INN(number) != nil) == isValid, "\(number)")
            case "cn.ric": #expect((ResidentID(number) != nil) == isValid, "\(number)")
            default: continue
            }
            count += 1
        }
        print("persons' numbers: \(count) vectors agree")
        #expect(count > 30)
    }

    private struct Holder {
        var number: any MaskedNumber
    }

    /// Eleven digits and their check digit, by the weights as the decree lists them.
    private static func completed(_ payload: String) -> String {
        let values = payload.compactMap(\.wholeNumberValue)
        func rest(_ weights: [Int]) -> Int { zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } % 11 }
        let first = rest([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
        return payload + String(first < 10 ? first : rest([3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]))
    }

    private static func whole(_ payload: String) -> IIN? { IIN(completed(payload)) }
}
