internal import Foundation

extension ConsumerDeclaration {
    /// For an operator's system; docs/customs.md says what each field is.
    public var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(Body(self)) else { return "{}" }
        return String(decoding: data, as: UTF8.self)
    }

    /// To be printed. Its words are Russian, which customs and operators of both countries read.
    public var text: String {
        var lines = [
            "Декларация на товары для личного пользования", "Заказ: \(order)", "Накладная: \(waybill)",
            "Страна отправления: \(shipsFrom)", "", "Получатель: \(recipient.name.full)",
            "Телефон: \(recipient.phone.digits)", "Адрес: \(address.written.joined(separator: ", ")), \(country)",
        ]
        lines += documents.map { "\($0.title): \($0.number)" }
        lines.append("")
        for (index, item) in items.enumerated() {
            lines.append(
                "\(index + 1). \(item.name); ТН ВЭД \(item.code); \(item.quantity) шт.; \(Self.kilograms(item.grams)) кг; "
                    + "\(item.value) = \(item.euros)" + (item.origin.map { "; происхождение: \($0)" } ?? ""))
        }
        lines += [
            "", "Вес брутто: \(Self.kilograms(grossGrams)) кг", "Стоимость: \(value) = \(euros)",
            "Курс: 1 \(rate.from) = \(rate.ratio.decimalText ?? rate.ratio.description) \(rate.to), \(rate.day), \(rate.source)",
        ]
        if let regime { lines.append("Режим: \(regime)") }
        lines += duties.map { "\($0.title): \($0.amount)\($0.due == .atBorder ? "" : ", оплачено заранее")" }
        return lines.joined(separator: "\n")
    }

    static func kilograms(_ grams: Int) -> String {
        "\(grams / 1_000).\(String(1_000 + grams % 1_000).dropFirst())"
    }
}

extension IdentityDocument {
    fileprivate var title: String {
        switch self {
        case .inn: "ИНН"
        case .iin: "ИИН"
        case .residentID: "Удостоверение личности КНР"
        case .russianPassport: "Паспорт РФ"
        case .passport: "Заграничный паспорт"
        }
    }

    fileprivate var number: String {
        switch self {
        case .inn(let inn): inn.digits
        case .iin(let iin): iin.digits
        case .residentID(let id): id.digits
        case .russianPassport(let passport): "\(passport.series) \(passport.number)"
        case .passport(let passport): "\(passport.country) \(passport.number)"
        }
    }
}

extension ConsumerDeclaration.Duty {
    fileprivate var title: String {
        switch kind {
        case .duty: "Пошлина"
        case .importVAT: "НДС при ввозе"
        default: "Сбор"
        }
    }
}

extension ConsumerDeclaration {
    private struct Body: Encodable {
        var version = 1
        var order: String
        var country: String
        var shipsFrom: String
        var waybill: String
        var recipient: Person
        var items: [Goods]
        var currency: String
        var value: String
        var valueEUR: String
        var grossGrams: Int
        var rate: Rate
        var regime: String?
        var duties: [Taken]

        struct Person: Encodable {
            var name: String
            var passportName: String?
            var phone: String
            var postcode: String
            var region: String?
            var city: String
            var district: String?
            var lines: [String]
            var documents: [Document]
        }

        struct Document: Encodable {
            var kind: String
            var number: String
        }

        struct Goods: Encodable {
            var sku: String
            var name: String
            var code: String
            var quantity: Int
            var grams: Int
            var value: String
            var valueEUR: String
            var origin: String?
        }

        struct Rate: Encodable {
            var from: String
            var to: String
            var ratio: String
            var day: String
            var source: String
        }

        struct Taken: Encodable {
            var kind: String
            var amount: String
            var due: String
            var rule: String
        }

        init(_ declaration: ConsumerDeclaration) {
            order = declaration.order.description
            (country, shipsFrom, waybill) = (declaration.country, declaration.shipsFrom, declaration.waybill)
            let (person, place) = (declaration.recipient, declaration.address)
            recipient = Person(
                name: person.name.full, passportName: person.passportName?.text, phone: person.phone.digits,
                postcode: place.postcode, region: place.region, city: place.city, district: place.district,
                lines: place.lines,
                documents: declaration.documents.map { Document(kind: $0.kind.rawValue, number: $0.plain) })
            items = declaration.items.map {
                Goods(
                    sku: $0.sku.description, name: $0.name, code: $0.code, quantity: $0.quantity, grams: $0.grams,
                    value: $0.value.decimalText, valueEUR: $0.euros.decimalText, origin: $0.origin)
            }
            currency = declaration.value.currency.code
            (value, valueEUR) = (declaration.value.decimalText, declaration.euros.decimalText)
            grossGrams = declaration.grossGrams
            let rate = declaration.rate
            self.rate = Rate(
                from: rate.from.code, to: rate.to.code, ratio: rate.ratio.decimalText ?? rate.ratio.description,
                day: rate.day.description,
                source: rate.source)
            regime = declaration.regime
            duties = declaration.duties.map {
                Taken(
                    kind: $0.kind.rawValue, amount: $0.amount.decimalText, due: $0.due.rawValue, rule: $0.rule)
            }
        }
    }
}

extension IdentityDocument {
    /// Without spaces.
    fileprivate var plain: String {
        if case .russianPassport(let passport) = self { passport.digits } else { number }
    }
}
