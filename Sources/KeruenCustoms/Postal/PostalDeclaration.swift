/// What the post's declaration for customs says of one parcel: CN 22, or CN 23 for what is worth more.
///
///     try PostalDeclaration(number, .sale, from: shop, to: buyer, lines: lines, grossGrams: 640).html(.cn22)
public struct PostalDeclaration: Hashable, Sendable {
    public var number: S10
    public var category: Category
    public var sender: Address
    public var recipient: Address
    /// At least one, all in one currency.
    public var lines: [Line]
    /// With its packing.
    public var grossGrams: Int
    /// What is written under "other", or of licences and certificates.
    public var remark: String?

    public enum Category: String, Hashable, Sendable, CaseIterable {
        case gift, documents, sample, returned, sale, other
    }

    /// As it is written on the parcel: a name, and lines in the order of the country they go to.
    public struct Address: Hashable, Sendable {
        /// In Latin letters, which every post reads.
        public var name: String
        public var lines: [String]
        /// The same in the letters of the people who deliver it, the name first; empty where those are Latin.
        public var local: [String]
        /// ISO 3166.
        public var country: String
        public var telephone: String?

        public init(name: String, lines: [String], local: [String] = [], country: String, telephone: String? = nil) {
            self.name = name
            self.lines = lines
            self.local = local
            self.country = country
            self.telephone = telephone
        }
    }

    public struct Line: Hashable, Sendable {
        /// What it is, so that an officer knows: "silk scarf", and not "gift".
        public var name: String
        public var quantity: Int
        public var netGrams: Int
        /// Of all pieces of the line together.
        public var value: Money
        /// Six digits of the Harmonized System, or more of a tariff.
        public var tariffCode: String?
        /// ISO 3166.
        public var origin: String?

        public init(
            name: String, quantity: Int, netGrams: Int, value: Money, tariffCode: String? = nil, origin: String? = nil
        ) {
            self.name = name
            self.quantity = quantity
            self.netGrams = netGrams
            self.value = value
            self.tariffCode = tariffCode
            self.origin = origin
        }
    }

    /// - Throws: `CustomsError` with `postalLinesMissing`, `postalCurrenciesMixed`, or `postalWeight` where the lines weigh more than the parcel.
    public init(
        _ number: S10, _ category: Category, from sender: Address, to recipient: Address, lines: [Line],
        grossGrams: Int, remark: String? = nil
    ) throws(CustomsError) {
        guard let first = lines.first, lines.allSatisfy({ $0.quantity > 0 && $0.netGrams > 0 }) else {
            throw CustomsError(.postalLinesMissing)
        }
        var total = Money.zero(first.value.currency)
        for line in lines {
            do throws(MoneyError) { total = try total + line.value } catch {
                throw CustomsError(
                    .postalCurrenciesMixed,
                    ["expected": .text(total.currency.code), "found": .text(line.value.currency.code)])
            }
        }
        let net = lines.reduce(0) { $0 &+ $1.netGrams }
        guard net <= grossGrams else {
            throw CustomsError(.postalWeight, ["net": .integer(net), "gross": .integer(grossGrams)])
        }
        self.number = number
        self.category = category
        self.sender = sender
        self.recipient = recipient
        self.lines = lines
        self.grossGrams = grossGrams
        self.remark = remark
        self.total = total
    }

    /// Of all lines.
    public let total: Money
}

extension PostalDeclaration {
    public enum Form: String, Hashable, Sendable, CaseIterable {
        case cn22 = "CN 22"
        case cn23 = "CN 23"
    }

    /// Up to 300 special drawing rights CN 22 does, above it CN 23.
    /// - Parameter drawingRight: what one costs in the declaration's currency.
    public func form(drawingRight: Ratio) -> Form {
        guard let limit = limit(drawingRight: drawingRight) else { return .cn23 }
        return total.minorUnits <= limit.minorUnits ? .cn22 : .cn23
    }

    /// - Throws: `CustomsError` with `postalTooDear` for CN 22 of a parcel that is worth more than it may declare.
    public func check(_ form: Form, drawingRight: Ratio) throws(CustomsError) {
        guard form == .cn22, self.form(drawingRight: drawingRight) == .cn23 else { return }
        let limit = limit(drawingRight: drawingRight) ?? .zero(total.currency)
        throw CustomsError(.postalTooDear, ["total": .text("\(total)"), "limit": .text("\(limit)")])
    }

    private func limit(drawingRight: Ratio) -> Money? {
        guard drawingRight > .zero else { return nil }
        return try? Money(minorUnits: 300 * total.currency.scale, total.currency).multiplied(by: drawingRight, .down)
    }
}

extension PostalDeclaration.Address: CustomStringConvertible, CustomReflectable {
    public var description: String { "Address(…)" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension Diagnostic.Code {
    /// A declaration has lines, and each a quantity and a weight.
    public static let postalLinesMissing = Self("CUS0401")
    /// A declaration is in one currency.
    public static let postalCurrenciesMixed = Self("CUS0402")
    /// The goods weigh more than the parcel.
    public static let postalWeight = Self("CUS0403")
    /// CN 22 is for parcels worth up to 300 special drawing rights.
    public static let postalTooDear = Self("CUS0404")
}
