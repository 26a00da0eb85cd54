/// What a customs document says of goods: their code, in which units there are how many, and where they come from.
///
///     let carpet = try Classification(of: product, variant, quantity: 2, in: "CN", on: today)
///     carpet.statutory                    // 35 kg, 8.16 m²
///     carpet.diagnostics                  // what a person has to look at
///
/// What the catalogue or the tables don't say is missing, and said so: a code is never guessed. It informs, and is no advice.
public struct Classification: Hashable, Sendable {
    public var sku: SKU
    /// Whose customs: ISO 3166-1 alpha-2.
    public var country: String
    public var day: CivilDate
    /// Ten digits of the country's schedule; six where the catalogue has no more; nil without any.
    public var code: TariffCode?
    /// What the goods are sold by, for the declaration's own quantity.
    public var unit: CustomsUnit
    public var quantity: CEBDecimal
    /// In the units that the tariff counts by; nil where they, or a measure, are not known.
    public var statutory: StatutoryQuantity?
    /// The row that says which units these are.
    public var legalUnit: LegalUnit?
    public var origin: CustomsCountry?
    /// What is missing or unsure. Each is for a person to look at: none of them means that the goods may pass.
    public var diagnostics: [Diagnostic]

    /// Whether a document can be filled in: a code of ten digits, quantities and an origin are there.
    public var isComplete: Bool { code?.schedule != nil && statutory != nil && origin != nil }

    /// - Parameters:
    ///   - quantity: how many of the variant.
    ///   - piecesInEach: pieces or pairs in one of what is sold.
    ///   - country: whose customs the goods are declared to.
    ///   - units: the units of tariffs, `legal-units.tsv` when left out.
    /// - Throws: `CustomsError` with `notForCustoms` for a tour, `classificationQuantity`, or `tariffCodeMalformed` and
    ///   `tariffCodeForeign` for codes that are wrong rather than missing.
    public init(
        of product: Product, _ variant: Variant, quantity: Int, piecesInEach: Int = 1, in country: String,
        on day: CivilDate, by units: LegalUnits = .standard
    ) throws(CustomsError) {
        guard product.kind != .tour else {
            throw CustomsError(.notForCustoms, ["sku": .text(variant.sku.description)])
        }
        let goods = try CountedGoods(product, variant, quantity: quantity, piecesInEach: piecesInEach)
        sku = variant.sku
        self.country = country
        self.day = day
        unit = .piece
        self.quantity = try goods.quantity(in: .piece)
        diagnostics = []
        code = try TariffCode(of: product, in: country)
        count(goods, by: units)
        trace(product.origin)
    }
}

extension Classification {
    private mutating func count(_ goods: CountedGoods, by units: LegalUnits) {
        guard let code else { return note(.commonCodeMissing) }
        guard let schedule = TariffSchedule(of: country) else { return note(.scheduleUnknown) }
        if code.schedule == nil { note(.nationalCodeMissing, ["common": .text(code.digits)]) }
        do throws(CustomsError) {
            let row = try units.row(for: code, in: schedule, on: day)
            legalUnit = row
            let wanted = [row.first, row.second].compactMap(\.self)
            if let counted = wanted.first(where: \.isCount) { unit = counted }
            if row.validity.confidence == .low { note(.legalUnitUnsure, ["rule": .text(row.id)]) }
            var quantities: [CEBDecimal] = []
            for unit in wanted {
                if let quantity = measured(goods, in: unit) { quantities.append(quantity) }
            }
            if quantities.count == wanted.count {
                statutory = StatutoryQuantity(quantities[0], row.first)
                if let second = row.second {
                    statutory = StatutoryQuantity(quantities[0], row.first, second: quantities[1], second)
                }
            }
            let isWeighed = wanted.contains(.kilogram) || wanted.contains(.gram)
            if isWeighed && goods.weighsWithPacking { note(.netWeightMissing) }
        } catch {
            note(error.code, error.arguments)
        }
    }

    /// How much there is in a unit; what is missing for it is told.
    private mutating func measured(_ goods: CountedGoods, in unit: CustomsUnit) -> CEBDecimal? {
        do throws(CustomsError) { return try goods.quantity(in: unit) } catch {
            note(error.code, error.arguments)
            return nil
        }
    }

    private mutating func trace(_ country: String?) {
        guard let country else { return note(.originMissing) }
        origin = CustomsCountry(iso: country)
        if origin == nil { note(.originWithoutCode, ["origin": .text(country)]) }
    }

    private mutating func note(_ code: Diagnostic.Code, _ arguments: [String: Diagnostic.Argument] = [:]) {
        let known: [String: Diagnostic.Argument] = ["sku": .text(sku.description), "country": .text(country)]
        diagnostics.append(Diagnostic(code, .warning, at: nil, known.merging(arguments) { $1 }))
    }
}

// What is wrong with a code.
extension Diagnostic.Code {
    /// Not six or ten digits, or of a chapter that is not there.
    public static let tariffCodeMalformed = Self("CUS0501")
    /// A country's ten digits that don't begin with the product's six.
    public static let tariffCodeForeign = Self("CUS0502")
    /// Tours never pass customs.
    public static let notForCustoms = Self("CUS0503")
    /// No pieces, or more than can be counted.
    public static let classificationQuantity = Self("CUS0504")
    /// A unit that nothing here can be counted in.
    public static let unitNotCounted = Self("CUS0505")
}

// What a classification lacks.
extension Diagnostic.Code {
    public static let commonCodeMissing = Self("CUS0511")
    /// The country's ten digits: never guessed from the six.
    public static let nationalCodeMissing = Self("CUS0512")
    /// No row of the table names the units.
    public static let legalUnitUnknown = Self("CUS0513")
    /// The units depend on digits that the code does not have.
    public static let legalUnitOpen = Self("CUS0514")
    /// The row that names the units is of low confidence.
    public static let legalUnitUnsure = Self("CUS0515")
    /// A weight or a side that a unit asks for.
    public static let measureMissing = Self("CUS0516")
    /// The weight with its packing was taken.
    public static let netWeightMissing = Self("CUS0517")
    public static let originMissing = Self("CUS0518")
    /// Customs' list has no code for the country of origin.
    public static let originWithoutCode = Self("CUS0519")
    /// A country whose ten digits are not known here.
    public static let scheduleUnknown = Self("CUS0520")
}
