import KeruenTrade
import TestSupport
import Testing

private func fault(_ make: () throws -> Address) throws -> TradeError {
    try #require(throws: TradeError.self) { _ = try make() }
}

@Suite("An address")
struct AddressTests {
    @Test("is written in the order of its country's post")
    func written() throws {
        let kashgar = try Address(
            country: "CN", region: "新疆维吾尔自治区", city: "喀什市", district: "塔什库尔干塔吉克自治县",
            lines: ["中巴友谊路 12 号"], postcode: "845250")
        #expect(kashgar.written == ["845250", "新疆维吾尔自治区喀什市塔什库尔干塔吉克自治县", "中巴友谊路 12 号"])
        let beijing = try Address(
            country: "CN", region: "北京市", city: "北京市", district: "朝阳区", lines: ["建国路 1 号"], postcode: "100022")
        #expect(beijing.written == ["100022", "北京市朝阳区", "建国路 1 号"])
        let tver = try Address(
            country: "RU", region: "Тверская обл.", city: "г. Торжок", lines: ["ул. Дзержинского, д. 48", "кв. 5"],
            postcode: "172002")
        #expect(tver.written == ["172002 г. Торжок", "Тверская обл.", "ул. Дзержинского, д. 48", "кв. 5"])
        let almaty = try Address(country: "KZ", city: "Алматы", lines: ["Абай даңғылы, 10"], postcode: "a15e3h4")
        #expect(almaty.written == ["A15E3H4", "Алматы", "Абай даңғылы, 10"])
    }

    @Test("of a pickup point or a parcel locker has its number, and a post office needs no street")
    func kinds() throws {
        let point = try Address(
            .pickupPoint, country: "RU", city: "Москва", lines: ["ул. Мясницкая, 26"], postcode: "101000",
            point: "MSK 77")
        #expect(point.written.last == "№ MSK 77")
        for kind in [Address.Kind.pickupPoint, .parcelLocker] {
            let error = try fault {
                try Address(kind, country: "RU", city: "Москва", lines: ["ул. Мясницкая, 26"], postcode: "101000")
            }
            #expect(error == TradeError(.addressMissing, ["field": "point"]))
        }
        let office = try Address(.postOffice, country: "KZ", city: "Алматы", lines: [], postcode: "050000")
        #expect(office.written == ["050000", "Алматы"])
    }

    @Test("in Russia has a region, but for the cities that are one")
    func regions() throws {
        for postcode in ["101000", "129999", "190000", "199406", "299011"] {
            #expect(try Address(country: "RU", city: "莫斯科", lines: ["1"], postcode: postcode).region == nil)
        }
        for postcode in ["100999", "140000", "187000", "298600", "630000"] {
            let error = try fault { try Address(country: "RU", city: "Новосибирск", lines: ["1"], postcode: postcode) }
            #expect(error == TradeError(.addressMissing, ["field": "region"]))
        }
        let error = try fault { try Address(country: "CN", city: "喀什市", lines: ["1"], postcode: "844000") }
        #expect(error.arguments == ["field": "region"])
    }

    @Test(
        "names the field that is missing",
        arguments: [
            ("", "Абай 10", "050000", "city"), ("Алматы", " ", "050000", "lines"), ("Алматы", "-", "050000", "lines"),
            ("Алматы", "Абай 10", "\u{3000}", "postcode"),
        ])
    func missing(city: String, line: String, postcode: String, field: String) throws {
        let error = try fault { try Address(country: "KZ", city: city, lines: [line], postcode: postcode) }
        #expect(error == TradeError(.addressMissing, ["field": .text(field)]))
    }

    @Test(
        "refuses a postcode that its country does not have",
        arguments: [
            ("KZ", "05000"), ("KZ", "A15E3H"), ("KZ", "А15Е3Н4"), ("KZ", "A15E3H44"), ("RU", "A15E3H4"),
            ("RU", "1010000"),
            ("CN", "84400O"), ("CN", "ab"), ("KZ", "٠٥٠٠٠٠"),
        ])
    func postcodes(country: String, postcode: String) throws {
        let error = try fault {
            try Address(country: country, region: "x", city: "x", lines: ["1"], postcode: postcode)
        }
        #expect(error == TradeError(.addressPostcode, ["country": .text(country)]))
    }

    @Test("takes postcodes with spaces, small letters and full-width digits")
    func tidiedPostcode() throws {
        for typed in ["１０００２２", "100 022", " 100022 "] {
            #expect(
                try Address(country: "CN", region: "北京市", city: "北京市", lines: ["1"], postcode: typed).postcode
                    == "100022")
        }
    }

    @Test("refuses line breaks and invisible signs at their place, and tidies spaces")
    func signs() throws {
        for (line, position) in [("Абай\nдаңғылы", 5), ("Аб\u{200B}ай", 3), ("Абай 10\u{7}", 8), ("\u{FEFF}Абай", 1)] {
            let error = try fault {
                try Address(country: "KZ", city: "Алматы", lines: ["1", line], postcode: "050000")
            }
            #expect(error == TradeError(.addressSign, ["field": "lines", "position": .integer(position)]))
        }
        let address = try Address(
            country: "KZ", city: " Нұр-\u{2009}Сұлтан ", lines: ["Абай\tдаңғылы,\u{A0} 10"], postcode: "050000")
        #expect(address.city == "Нұр- Сұлтан" && address.lines == ["Абай даңғылы, 10"])
    }

    @Test("has two hundred characters at most, as customs' messages do")
    func length() throws {
        let line = { (count: Int) in [String(repeating: "я", count: count)] }
        // The postcode and the city are six characters each.
        #expect(try Address(country: "KZ", city: "Алматы", lines: line(188), postcode: "050000").written.count == 3)
        let error = try fault { try Address(country: "KZ", city: "Алматы", lines: line(189), postcode: "050000") }
        #expect(error == TradeError(.addressTooLong, ["maximum": 200]))
    }

    @Test("of a country that nothing is known of is refused")
    func country() throws {
        let error = try fault { try Address(country: "UZ", city: "Ташкент", lines: ["1"], postcode: "100000") }
        #expect(error == TradeError(.countryUnknown, ["country": "UZ"]))
    }
}
