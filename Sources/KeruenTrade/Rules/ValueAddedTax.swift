/// A country's rate of value-added tax for a class of goods, over a stretch of days.
public struct ValueAddedTax: DatedRule {
    public var id: String
    /// ISO 3166-1.
    public var country: String
    /// `standard`, `food`, `children` …
    public var goods: String
    public var rate: Ratio
    public var validity: RuleValidity

    public init(id: String, country: String, goods: String, rate: Ratio, validity: RuleValidity) {
        self.id = id
        self.country = country
        self.goods = goods
        self.rate = rate
        self.validity = validity
    }

    /// The class of what no row names.
    public static let standard = "standard"
}

/// Which goods fall into a class of tax: by the beginning of their HS code, or by the shop's category.
public struct TaxClass: DatedRule {
    public var id: String
    public var country: String
    public var selector: Selector
    /// The class of `ValueAddedTax`.
    public var goods: String
    public var validity: RuleValidity

    public enum Selector: Hashable, Sendable {
        case hs(String)
        case category(String)
    }

    public init(id: String, country: String, selector: Selector, goods: String, validity: RuleValidity) {
        self.id = id
        self.country = country
        self.selector = selector
        self.goods = goods
        self.validity = validity
    }
}

extension TaxClass.Selector {
    /// How exactly it names a product, a category before any HS code; nil where it doesn't.
    func precision(for product: Product) -> Int? {
        switch self {
        case .hs(let prefix): product.hsCode.flatMap { $0.hasPrefix(prefix) ? prefix.utf8.count : nil }
        case .category(let category): product.category == category ? .max : nil
        }
    }
}

extension Sequence where Element: DatedRule {
    /// Of the rows in force that name a product, the first of those that say most: the one that began last.
    func closest(
        to product: Product, on day: CivilDate, by selector: (Element) -> TaxClass.Selector
    ) -> Element? {
        var best: (row: Element, precision: Int)?
        for row in inForce(on: day) {
            guard let precision = selector(row).precision(for: product), precision > best?.precision ?? -1 else {
                continue
            }
            best = (row, precision)
        }
        return best?.row
    }
}

extension ValueAddedTax {
    init(_ row: RuleTable.Row) throws(Refusal) {
        self.init(
            id: try row.required("id"),
            country: try row.requiredValue("country") { Country.codes.contains($0) ? $0 : nil },
            goods: try row.required("class"), rate: try row.requiredValue("rate") { Ratio(percentText: $0) },
            validity: try row.validity())
    }
}

extension TaxClass {
    init(_ row: RuleTable.Row) throws(Refusal) {
        self.init(
            id: try row.required("id"),
            country: try row.requiredValue("country") { Country.codes.contains($0) ? $0 : nil },
            selector: try row.requiredValue("goods") { Selector($0) }, goods: try row.required("class"),
            validity: try row.validity())
    }
}

extension TaxClass.Selector {
    /// Reads "hs:0409" and "category:children".
    init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[1].isEmpty else { return nil }
        switch parts[0] {
        case "hs" where parts[1].utf8.allSatisfy { (0x30...0x39).contains($0) }: self = .hs(parts[1])
        case "category": self = .category(parts[1])
        default: return nil
        }
    }
}
