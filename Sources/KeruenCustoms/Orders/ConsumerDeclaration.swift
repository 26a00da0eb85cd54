/// What an operator in Russia or Kazakhstan needs to declare a parcel for its recipient: who, what, its worth in euros, and what is due.
///
///     let declaration = try ConsumerDeclaration(of: order, in: catalog, people: people, rate: rate, on: today)
///     declaration.json            // for the operator's system
///     declaration.text            // to be printed
///
/// It holds a person's data, which is in `json` and `text` and nowhere else: printing the value shows the order's number.
public struct ConsumerDeclaration: Hashable, Sendable, PersonalData {
    public var order: Order.ID
    /// Of the recipient and of the customs: `RU` or `KZ`.
    public var country: String
    public var shipsFrom: String
    public var waybill: String
    public var recipient: Party
    public var address: Address
    /// Those that the route asks for, and no other.
    public var documents: [IdentityDocument]
    public var items: [Item]
    /// Of all items after discounts, in the order's currency.
    public var value: Money
    /// The sum of the items' values, each rounded for itself.
    public var euros: Money
    public var rate: ExchangeRate
    /// With packing.
    public var grossGrams: Int
    /// The row that the duty follows from; nil where no duty is known or due.
    public var regime: String?
    public var duties: [Duty]

    public struct Item: Hashable, Sendable {
        public var sku: SKU
        /// In Russian.
        public var name: String
        /// ТН ВЭД ЕАЭС: ten digits, or the six that all countries share.
        public var code: String
        public var quantity: Int
        /// Of all pieces, with packing.
        public var grams: Int
        /// Of all pieces after discounts, in the order's currency.
        public var value: Money
        public var euros: Money
        /// ISO 3166; nil where the catalogue does not say it.
        public var origin: String?
    }

    /// What customs of the recipient's country take.
    public struct Duty: Hashable, Sendable {
        /// `duty`, `importVAT` or `customsFee`.
        public var kind: Charge.Kind
        public var amount: Money
        /// At the border, or paid ahead with the price.
        public var due: Charge.Due
        public var rule: String
    }

    public var description: String { "a declaration of \(order)" }
}

extension ConsumerDeclaration {
    /// - Parameters:
    ///   - people: who receives, with the documents that the route asks for.
    ///   - rate: between the euro and the order's currency, of the recipient's national bank, as of the day of declaring.
    ///   - waybill: the carrier's number; nil for the reference of the step `screened`.
    ///   - grossGrams: the parcel as it was weighed; nil for the sum of what the catalogue says.
    ///   - day: of declaring.
    /// - Throws: `Refusal` with everything that is missing: fields and kinds of documents, never what stands in them.
    public init(
        of order: Order, in catalog: Catalog, people: CustomsPeople?, rate: ExchangeRate?, waybill: String? = nil,
        grossGrams: Int? = nil, on day: CivilDate, rules: IdentityRules = .standard
    ) throws(Refusal) {
        let id = Diagnostic.Argument.text(order.id.description)
        guard let landing = order.placement.landing else { throw Refusal(.customsNoRoute, ["id": id]) }
        guard ["RU", "KZ"].contains(landing.destination), landing.shipsFrom != landing.destination else {
            throw Refusal(.customsWrongFlow, ["id": id, "document": "consumer"])
        }
        let sums = try DeclaredSums(order)
        _ = try CustomsDesk.payments(of: order, sums)
        guard let people else { throw Refusal(.customsNoPeople, ["id": id]) }
        documents = try Self.documents(
            of: people, for: .parcel(from: landing.shipsFrom, to: landing.destination), on: day, rules)
        let rate = try Self.checked(rate, for: order.total.currency, on: day)
        self.waybill = try CustomsDesk.waybill(of: order, CustomsShipment(waybill: waybill), .screened)
        items = try Self.items(of: order, sums.nets, in: catalog, at: rate, to: landing.destination)
        let grams = items.reduce(0) { $0 + $1.grams }
        guard grams <= grossGrams ?? grams else {
            let known: [String: Diagnostic.Argument] = [
                "net": .text(Self.kilograms(grams)), "gross": .text(Self.kilograms(grossGrams ?? 0)),
            ]
            throw Refusal(.customsWeight, known.merging(["id": id]) { $1 })
        }
        guard let value = Comparison.sum(items.map(\.value), order.total.currency),
            let euros = Comparison.sum(items.map(\.euros), .eur)
        else { throw Refusal(.customsValueMismatch, ["id": id, "total": .text(order.total.description)]) }
        self.order = order.id
        (country, shipsFrom) = (landing.destination, landing.shipsFrom)
        (recipient, address) = (people.parties.recipient, people.parties.address)
        (self.value, self.euros, self.rate, self.grossGrams) = (value, euros, rate, grossGrams ?? grams)
        regime = landing.charges.first { $0.kind == .duty }?.rule
        duties = landing.charges.filter { [.duty, .importVAT, .customsFee].contains($0.kind) }.map {
            Duty(kind: $0.kind, amount: $0.amount, due: $0.due, rule: $0.rule)
        }
    }

    private static func documents(
        of people: CustomsPeople, for route: IdentityRoute, on day: CivilDate, _ rules: IdentityRules
    ) throws(Refusal) -> [IdentityDocument] {
        let requirements: [IdentityRequirement]
        do throws(TradeError) { requirements = try rules.requirements(for: route, on: day) } catch {
            throw Refusal(error.diagnostic)
        }
        var (found, missing): ([IdentityDocument], [Diagnostic]) = ([], [])
        for requirement in requirements {
            for kind in requirement.documents {
                if let document = people.documents[requirement.role]?.first(where: { $0.kind == kind }) {
                    found.append(document)
                } else {
                    missing.append(
                        Diagnostic(.documentMissing, .error, at: nil, ["document": .text(kind.rawValue)]))
                }
            }
        }
        guard missing.isEmpty else { throw Refusal(missing) }
        return found
    }

    /// A rate holds over the longest holidays and no longer.
    private static func checked(
        _ rate: ExchangeRate?, for currency: Currency, on day: CivilDate
    ) throws(Refusal) -> ExchangeRate {
        guard let rate, Set([rate.from, rate.to]) == [.eur, currency], rate.day <= day,
            day.daysSince1970 - rate.day.daysSince1970 <= TradeRules.standard.rateAge
        else {
            throw Refusal(
                .customsNoRate, ["from": "EUR", "to": .text(currency.code), "day": .text(day.description)])
        }
        return rate
    }

    private static func items(
        of order: Order, _ nets: [Money], in catalog: Catalog, at rate: ExchangeRate, to country: String
    ) throws(Refusal) -> [Item] {
        var (items, problems): ([Item], [Diagnostic]) = ([], [])
        for (line, net) in zip(order.lines, nets) {
            func report(_ code: Diagnostic.Code, _ field: String, _ more: [String: Diagnostic.Argument] = [:]) {
                let known: [String: Diagnostic.Argument] = [
                    "sku": .text(line.sku.description), "field": .text(field), "language": "ru",
                ]
                problems.append(Diagnostic(code, .error, at: nil, known.merging(more) { $1 }))
            }
            guard let (product, variant) = catalog.item(line.sku) else {
                report(.unknownSKU, "sku")
                continue
            }
            guard product.kind != .tour, line.departure == nil else {
                report(.customsTour, "sku")
                continue
            }
            let code = product.nationalCodes[country] ?? product.hsCode
            let grams = variant.weight.flatMap { CEBDecimal(kilograms: $0) }?.times(line.quantity)
            let euros = try? rate.convert(net, .halfUp)
            if product.title[.ru]?.isEmpty ?? true { report(.customsTextMissing, "title") }
            if code == nil { report(.customsGoodsUnknown, "hsCode") }
            if grams == nil { report(.customsGoodsUnknown, "weight") }
            if euros == nil { report(.customsGoodsUnknown, "value") }
            guard let name = product.title[.ru], let code, let grams, let euros else { continue }
            items.append(
                Item(
                    sku: line.sku, name: name, code: code, quantity: line.quantity,
                    // Up, as a carrier counts.
                    grams: Int((grams.units + 99) / 100), value: net, euros: euros, origin: product.origin))
        }
        guard problems.isEmpty else { throw Refusal(problems) }
        return items
    }
}
