import Foundation
import KeruenSearch
import TestSupport
import Testing

private func ivanov(_ surname: String = "Иванов") throws -> PersonName {
    try PersonName(surname: surname, givenName: "Иван", patronymic: "Петрович", in: .ru)
}

private func qasymov() throws -> PersonName {
    try PersonName(surname: "Қасымов", givenName: "Асқар", patronymic: "Болатұлы", in: .kk)
}

@Suite("A form for names")
struct PersonNameFormTests {
    private let ru = Market(
        id: "ru", names: [.ru: "Россия"], countries: ["RU"], currency: .rub, timeZone: "Europe/Moscow",
        units: Measure.Unit.allCases, languages: [.ru], requiredLanguages: [.ru], fallbacks: [:])

    @Test("asks for what its market's documents have")
    func markets() {
        #expect(PersonName.Form(SmallShop.cn, in: .zhHans).items.map(\.field) == [.whole])
        #expect(PersonName.Form(SmallShop.cn, in: .ru) == .chinese)
        #expect(PersonName.Form(SmallShop.kz, in: .kk) == .kazakh)
        #expect(PersonName.Form(SmallShop.kz, in: .ru) == .russian)
        let form = PersonName.Form(ru, in: .ru)
        #expect(form.items.map(\.field) == [.surname, .givenName, .patronymic])
        #expect(form.items.map(\.isRequired) == [true, true, false])
    }

    @Test("tells the faults of all fields in their order")
    func faults() {
        let faults = PersonName.Form.kazakh.faults(in: [.patronymic: "Болат1", .whole: "欧阳"])
        #expect(faults.map(\.code) == [.nameMissing, .nameMissing, .nameSign, .nameFieldUnknown])
        #expect(faults.map(\.field) == [.surname, .givenName, .patronymic, .whole])
        #expect(PersonName.Form.chinese.faults(in: [.whole: " ", .surname: " "]).map(\.code) == [.nameMissing])
    }

    @Test("wants a passport's name in A to Z, and may go without a given name")
    func passport() throws {
        let form = PersonName.Form.passport
        #expect(try form.name([.surname: "KASSYMOV", .givenName: "ASKAR"]).short == "KASSYMOV A.")
        #expect(try form.name([.surname: "SUKARNO"]).polite == "SUKARNO")
        let fault = PersonNameError(.nameNotLatin, .surname, at: 2)
        #expect(form.faults(in: [.surname: "MÜLLER"]) == [fault])
        #expect(form.faults(in: [.surname: "Қасымов"]).map(\.code) == [.nameNotLatin])
        #expect(form.faults(in: [.surname: "欧阳"]).map(\.code) == [.nameNotLatin])
    }

    @Test(
        "refuses what no name has, at its place",
        arguments: [
            ("Иванов2", Diagnostic.Code.nameSign, 7), ("Ива🙂нов", .nameSign, 4), ("Иванов.", .nameSign, 7),
            ("Иванов-", .nameSign, 7), ("-", .nameSign, 1), ("'", .nameSign, 1), ("Салтыков--Щедрин", .nameSign, 10),
            ("Салтыков - Щедрин", .nameSign, 10), ("И\u{200B}ванов", .nameSign, 2), ("🅰", .nameSign, 1),
            ("Ива\u{301}нов", .nameSign, 3), ("Иванов·Иван", .nameSign, 7), ("Ив\u{61}нов", .nameMixedScripts, 3),
            ("Петров Iванов", .nameMixedScripts, 8), ("Ivanov", .nameWrongScript, 1), ("де Golle", .nameWrongScript, 4),
            ("欧阳", .nameWrongScript, 1),
        ])
    func refused(surname: String, code: Diagnostic.Code, position: Int) throws {
        let fault = try #require(throws: PersonNameError.self) { try ivanov(surname) }
        #expect(fault.code == code && fault.field == .surname && fault.position == position)
    }

    @Test(
        "takes the letters and marks that names have",
        arguments: [
            "Салтыков-Щедрин", "О’Коннор", "О'Коннор", "де Голль", "Қасымов", "Әбдіғұлұлы", "ʼт Хоофт", "Лі", "Ю",
        ])
    func taken(surname: String) throws {
        #expect(try ivanov(surname)[.surname] == surname)
    }

    @Test("takes Chinese names with rare characters and with the dot of Uyghur and Kazakh ones")
    func chinese() throws {
        for name in ["欧阳娜娜", "阿依古丽·买买提", "王𬎆", "單"] { #expect(try PersonName(name).full == name) }
        for name in ["娜娜Anna", "王2", "王-明", "·买买提", "Anna"] {
            #expect(throws: PersonNameError.self) { try PersonName(name) }
        }
    }

    @Test("tidies spaces, hyphens, dots and letters in two pieces")
    func tidied() throws {
        #expect(try ivanov("  Салтыков\u{2011}Щедрин ").full == "Салтыков-Щедрин Иван Петрович")
        #expect(try ivanov("де   Голль")[.surname] == "де Голль")
        #expect(try ivanov("Толстои\u{306}")[.surname]?.unicodeScalars.count == 7)
        #expect(try PersonName("欧阳　娜娜").full == "欧阳娜娜")
        #expect(try PersonName("阿依古丽•买买提").full == "阿依古丽·买买提")
        #expect(try PersonName(surname: "Ким", givenName: "Вера", patronymic: " ", in: .ru)[.patronymic] == nil)
    }

    @Test("takes a hundred characters and no more")
    func length() throws {
        #expect(try ivanov(String(repeating: "я", count: 100)).full.count > 100)
        let fault = try #require(throws: PersonNameError.self) { try ivanov(String(repeating: "я", count: 101)) }
        #expect(fault.diagnostic.code == "NAM0105" && fault.diagnostic.arguments["maximum"] == 100)
    }
}

@Suite("A person's name")
struct PersonNameTests {
    @Test("is written in full, with initials and politely")
    func formatted() throws {
        #expect(try ivanov().full == "Иванов Иван Петрович")
        #expect(try ivanov().short == "Иванов И. П.")
        #expect(try ivanov().polite == "Иван Петрович")
        #expect(try qasymov().short == "Қасымов А. Б.")
        #expect(try qasymov().polite == "Асқар Болатұлы")
        let bare = try PersonName(surname: "Ким", givenName: "Анна-Мария", in: .ru)
        #expect(bare.short == "Ким А.-М." && bare.polite == "Анна-Мария")
        let daughter = try PersonName(surname: "Серік", givenName: "Айгүл", patronymic: "Болат қызы", in: .kk)
        #expect(daughter.short == "Серік А. Б." && daughter.full == "Серік Айгүл Болат қызы")
        let chinese = try PersonName("欧阳娜娜")
        #expect(chinese.full == "欧阳娜娜" && chinese.short == "欧阳娜娜" && chinese.polite == "欧阳娜娜")
    }

    @Test(
        "goes on an envelope in pinyin, surname first",
        arguments: [
            ("欧阳娜娜", "Ouyang Nana"), ("单小明", "Shan Xiaoming"), ("曾国强", "Zeng Guoqiang"), ("吕梦", "Lyu Meng"),
            ("尉迟恭", "Yuchi Gong"), ("李西安", "Li Xi'an"), ("阿依古丽·买买提", "Ayiguli Maimaiti"), ("王", "Wang"),
        ])
    func pinyin(name: String, expected: String) throws {
        #expect(try PersonName(name).envelope() == expected)
    }

    @Test("goes on an envelope by ICAO, and in Kazakh in the alphabet of 2021")
    func envelope() throws {
        #expect(try ivanov("Щукин").envelope() == "Shchukin Ivan Petrovich")
        // Kazakh letters in a Russian name go the way of Russian documents.
        #expect(try PersonName(surname: "Қасымов", givenName: "Асқар", in: .ru).envelope() == "Kasymov Askar")
        #expect(try qasymov().envelope() == "Qasymov Asqar Bolatūly")
        #expect(try qasymov().written(in: .icao) == "Kasymov Askar Bolatuly")
        let name = try PersonName(surname: "Қасымов", givenName: "Асқар", in: .kk)
        #expect(try name.written(in: .kazakhArabic) == "قاسىموۆ اسقار")
    }

    @Test("is refused in letters that its language is not written in, and never half written")
    func refused() throws {
        for writing in [PersonName.Writing.pinyin, .kazakhLatin, .kazakhArabic] {
            let error = try #require(throws: TextError.self) { try ivanov().written(in: writing) }
            #expect(error.code == .unsupportedScript)
        }
        // No table of Russian has the Ukrainian letter.
        let error = try #require(throws: TextError.self) { try ivanov("Їжак").envelope() }
        #expect(error == TextError(.missingData, "icao"))
    }

    @Test("is never printed by accident")
    func redacted() throws {
        let name = try ivanov()
        var dumped = ""
        dump([name], to: &dumped)
        let key = try PersonName.Order(.ru).sortKey(of: name)
        for text in [
            "\(name)", String(reflecting: name), "\([Optional(name)])", "\(["buyer": name])", dumped, "\(key)",
        ] {
            #expect(!text.contains("Иван") && text.contains("name"))
        }
        #expect("\(name)" == "a name of 3 parts")
        #expect(try PersonName("王明").description == "a name of 1 part")
        let fault = try #require(throws: PersonNameError.self) { try ivanov("Иванов2") }
        #expect(!"\(fault)".contains("Иван"))
    }
}

@Suite("The order of people")
struct PersonNameOrderTests {
    private func sorted(_ names: [(String, String)], _ language: LanguageTag) throws -> [String] {
        let names = try names.map { try PersonName(surname: $0.0, givenName: $0.1, in: language) }
        return names.sorted(using: try PersonName.Order(language)).map(\.full)
    }

    @Test("goes by the surname as a whole, then by the given name")
    func russian() throws {
        let names = [
            ("Иванова", "Анна"), ("Королев", "Борис"), ("Иванов", "Яков"), ("Королёв", "Андрей"), ("Иванов", "Антон"),
        ]
        #expect(
            try sorted(names, .ru)
                == ["Иванов Антон", "Иванов Яков", "Иванова Анна", "Королёв Андрей", "Королев Борис"])
    }

    @Test("is the alphabet's of each language")
    func kazakh() throws {
        let names = [("Қасымов", "Асқар"), ("Ким", "Вера"), ("Әбдіров", "Ерлан"), ("Асанов", "Әли")]
        #expect(try sorted(names, .kk) == ["Асанов Әли", "Әбдіров Ерлан", "Ким Вера", "Қасымов Асқар"])
    }

    @Test("reads Chinese surnames as surnames")
    func chinese() throws {
        let expected = ["陈晨", "丁一", "鲁明", "吕明", "欧阳娜娜", "单小明", "王明", "曾国强", "张伟"]
        let names = try expected.reversed().map { try PersonName($0) }
        let order = try PersonName.Order(.zhHans)
        #expect(names.sorted(using: order).map(\.full) == expected)
        #expect(order.sorted(names, by: \.self).map(\.full) == expected)
        // A collator alone has them under dān and céng.
        #expect(try Collator("zh-Hans").compare("单小明", "丁一") == .orderedAscending)
    }

    @Test("can be turned round, and keeps equal names as they came")
    func reversed() throws {
        var order = try PersonName.Order(.ru)
        order.order = .reverse
        let (a, b) = (try ivanov("Абаев"), try ivanov("Яшин"))
        #expect([a, b].sorted(using: order) == [b, a])
        let people = [(1, a), (2, b), (3, a)]
        #expect(order.sorted(people, by: \.1).map(\.0) == [2, 1, 3])
        #expect(order.compare(a, a) == .orderedSame)
    }

    @Test("puts foreign names behind Chinese ones in a Chinese list")
    func mixed() throws {
        let names = [try ivanov(), try PersonName("张伟")]
        #expect(try PersonName.Order(.zhHans).sorted(names, by: \.self).map(\.full).first == "张伟")
    }
}
