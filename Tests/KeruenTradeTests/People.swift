import Foundation
import KeruenTrade
import TestSupport
import Testing

/// People of the tests; their numbers have right check digits and are nobody's.
enum People {
    static let now = SmallShop.now

    static func qasymov() throws -> Party {
        Party(
            name: try PersonName(surname: "Қасымов", givenName: "Асқар", patronymic: "Болатұлы", in: .kk),
            phone: try PhoneNumber("87771234567", in: "KZ"),
            passportName: try PassportName(surname: "KASSYMOV", givenName: "ASKAR"))
    }

    static func ivanov() throws -> Party {
        Party(
            name: try PersonName(surname: "Иванов", givenName: "Иван", patronymic: "Петрович", in: .ru),
            phone: try PhoneNumber("89161234567", in: "RU"))
    }

    static func aigul() throws -> Party {
        Party(name: try PersonName("阿依古丽·买买提"), phone: try PhoneNumber("13812345678", in: "CN"))
    }

    static func almaty() throws -> Address {
        try Address(country: "KZ", city: "Алматы", lines: ["Абай даңғылы, 10"], postcode: "050000")
    }

    static func torzhok() throws -> Address {
        try Address(
            country: "RU", region: "Тверская обл.", city: "г. Торжок", lines: ["ул. Дзержинского, д. 48"],
            postcode: "172002")
    }

    static func kashgar() throws -> Address {
        try Address(
            country: "CN", region: "新疆维吾尔自治区", city: "喀什市", lines: ["解放北路 12 号"], postcode: "844000")
    }
}
