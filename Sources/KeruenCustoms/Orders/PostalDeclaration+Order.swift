extension PostalDeclaration {
    /// What the post's declaration says of an order's parcel: each line's goods, what was paid for them, and who sends and receives.
    ///
    ///     try PostalDeclaration(of: order, in: catalog, profile: profile, people: people, waybill: number).html(.cn23)
    ///
    /// Names are Russian, which the posts of Russia and Kazakhstan read beside French and English.
    /// - Parameters:
    ///   - waybill: the post's number; nil for the reference of the step `screened`.
    ///   - grossGrams: the parcel as it was weighed; nil for the sum of what the catalogue says.
    /// - Throws: `Refusal` with everything that is missing.
    public init(
        of order: Order, in catalog: Catalog, profile: CustomsProfile, people: CustomsPeople?, waybill: String? = nil,
        grossGrams: Int? = nil
    ) throws(Refusal) {
        let id = Diagnostic.Argument.text(order.id.description)
        guard let people else { throw Refusal(.customsNoPeople, ["id": id]) }
        guard let sender = profile.sender else { throw CustomsProfile.lacks("sender", for: order.flow.id) }
        let text = try CustomsDesk.waybill(of: order, CustomsShipment(waybill: waybill), .screened)
        guard let number = S10(text) else { throw Refusal(.customsNoPostalNumber, ["value": .text(text)]) }
        let sums = try DeclaredSums(order)
        _ = try CustomsDesk.payments(of: order, sums)
        var (lines, problems, grams): ([Line], [Diagnostic], Int) = ([], [], 0)
        for (line, net) in zip(order.lines, sums.nets) {
            func report(_ code: Diagnostic.Code, _ field: String) {
                let sku = Diagnostic.Argument.text(line.sku.description)
                problems.append(
                    Diagnostic(code, .error, at: nil, ["sku": sku, "field": .text(field), "language": "ru"]))
            }
            guard let (product, variant) = catalog.item(line.sku), product.kind != .tour, line.departure == nil else {
                report(catalog.item(line.sku) == nil ? .unknownSKU : .customsTour, "sku")
                continue
            }
            let packed = variant.weight.flatMap { CEBDecimal(kilograms: $0) }?.times(line.quantity)
            // The firm's word on the goods without their packing comes before the catalogue's.
            let weight = profile.goods[line.sku]?.netWeight?.times(line.quantity) ?? packed
            if product.title[.ru]?.isEmpty ?? true { report(.customsTextMissing, "title") }
            if weight == nil { report(.customsGoodsUnknown, "weight") }
            guard let name = product.title[.ru], let weight else { continue }
            let whole = weight.wholeGrams
            grams += max(whole, packed?.wholeGrams ?? 0)
            lines.append(
                Line(
                    name: name, quantity: line.quantity, netGrams: whole, value: net, tariffCode: product.hsCode,
                    origin: product.origin))
        }
        guard problems.isEmpty else { throw Refusal(problems) }
        let (recipient, place) = (people.parties.recipient, people.parties.address)
        let name = recipient.name.full
        let address: Address
        do throws(TextError) {
            address = try Address(
                writing: name, latinName: recipient.passportName?.text, place.written, in: place.country,
                telephone: recipient.phone.digits)
        } catch { throw Refusal(.customsFieldTooLong, ["field": "recipient"]) }
        do throws(CustomsError) {
            self = try PostalDeclaration(
                number, .sale, from: sender, to: address, lines: lines, grossGrams: grossGrams ?? grams)
        } catch { throw Refusal(error.diagnostic) }
    }
}

extension CEBDecimal {
    /// Of kilograms; what is begun counts whole.
    fileprivate var wholeGrams: Int { Int((units + 99) / 100) }
}
