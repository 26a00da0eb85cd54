/// Goods that may not be sent somewhere, or only after people have looked at them.
///
///     Restriction(
///         id: "no-antlers", code: "TRD0401", action: .review, destination: eaeu,
///         condition: .any([.material(["antler"]), .hs(["0507"])]), validity: ours)
///
/// Conditions compose; a row of the table is `.all` of what it names.
public struct Restriction: DatedRule {
    public var id: String
    /// Of the sentence that a buyer reads; several rows may share one.
    public var code: Diagnostic.Code
    public var action: Action
    public var origin: CountryGroup?
    public var destination: CountryGroup?
    public var condition: Condition
    /// Rows that this one takes back where it fits: an exception names what it is an exception to.
    public var lifts: Set<String>
    public var validity: RuleValidity

    public enum Action: String, Hashable, Sendable, CaseIterable { case block, review, allow }

    /// - Parameter origin: everywhere when nil, as the destination.
    public init(
        id: String, code: Diagnostic.Code, action: Action, origin: CountryGroup? = nil,
        destination: CountryGroup? = nil, condition: Condition, lifts: Set<String> = [], validity: RuleValidity
    ) {
        self.id = id
        self.code = code
        self.action = action
        self.origin = origin
        self.destination = destination
        self.condition = condition
        self.lifts = lifts
        self.validity = validity
    }

    public func fits(_ product: Product, from origin: String, to destination: String) -> Bool {
        self.origin?.contains(origin) ?? true && self.destination?.contains(destination) ?? true
            && condition.holds(of: product)
    }

    /// What is the matter with a product, in a buyer's words.
    func diagnostic(for sku: SKU) -> Diagnostic {
        Diagnostic(
            code, action == .block ? .error : .warning, at: nil,
            ["sku": .text(sku.description), "rule": .text(id), "source": .text(validity.source)])
    }
}

extension Restriction {
    /// What a restriction asks of a product.
    public indirect enum Condition: Hashable, Sendable {
        /// Made of one of these, in any share.
        case material(Set<String>)
        /// A material's species begins with one of these words.
        case species(Set<String>)
        case category(Set<String>)
        /// The HS code begins with one of these.
        case hs(Set<String>)
        /// Made in or before a year; goods without a year are new.
        case madeThrough(Int)
        /// A blade longer than so much.
        case bladeOver(Measure)
        /// A blade with an edge.
        case sharpened
        case all([Condition])
        case any([Condition])
        case not(Condition)

        public func holds(of product: Product) -> Bool {
            switch self {
            case .material(let codes): product.materials.contains { codes.contains($0.material) }
            case .species(let names):
                product.materials.contains { material in
                    names.contains { material.species?.hasPrefix($0) ?? false }
                }
            case .category(let ids): ids.contains(product.category)
            case .hs(let prefixes): prefixes.contains { product.hsCode?.hasPrefix($0) ?? false }
            case .madeThrough(let year): product.madeIn.map { $0 <= year } ?? false
            case .bladeOver(let length):
                product.blade.map { $0.length.inBaseThousandths > length.inBaseThousandths } ?? false
            case .sharpened: product.blade?.isSharpened ?? false
            case .all(let conditions): conditions.allSatisfy { $0.holds(of: product) }
            case .any(let conditions): conditions.contains { $0.holds(of: product) }
            case .not(let condition): !condition.holds(of: product)
            }
        }
    }
}

extension Restriction.Condition {
    /// Reads "category=knives; !bladeOver=150 mm": all of them.
    public init?(_ text: String) {
        let terms = text.split(separator: ";", omittingEmptySubsequences: false).map { $0.trimming(" ") }
        let conditions = terms.compactMap(Self.init(term:))
        guard conditions.count == terms.count else { return nil }
        self = conditions.count == 1 ? conditions[0] : .all(conditions)
    }

    private init?(term: Substring) {
        if term.hasPrefix("!") {
            guard let condition = Self(term: term.dropFirst()) else { return nil }
            self = .not(condition)
            return
        }
        let parts = term.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else {
            guard term == "sharpened" else { return nil }
            self = .sharpened
            return
        }
        let values = Set(parts[1].split(separator: "|", omittingEmptySubsequences: false).map(String.init))
        // An empty beginning would fit everything.
        guard !values.contains("") else { return nil }
        switch parts[0] {
        case "material": self = .material(values)
        case "species": self = .species(values)
        case "category": self = .category(values)
        case "hs": self = .hs(values)
        case "madeThrough":
            guard let year = Int(parts[1]) else { return nil }
            self = .madeThrough(year)
        case "bladeOver":
            guard let length = Measure(parts[1]), length.unit.isLength else { return nil }
            self = .bladeOver(length)
        default: return nil
        }
    }
}

extension Restriction {
    init(_ row: RuleTable.Row) throws(Refusal) {
        self.init(
            id: try row.required("id"), code: Diagnostic.Code(try row.required("code")),
            action: try row.requiredValue("action") { Action(rawValue: $0) },
            origin: try row.requiredValue("origin") { CountryGroup($0) },
            destination: try row.requiredValue("destination") { CountryGroup($0) },
            condition: try row.requiredValue("when") { Condition($0) },
            lifts: Set(try row.text("lifts")?.split(separator: "|").map(String.init) ?? []),
            validity: try row.validity())
    }
}

extension Product {
    /// The year a handicraft was made in; nil for new ones and everything else.
    fileprivate var madeIn: Int? {
        guard case .handicraft(let craft) = details, case .year(let year) = craft.made else { return nil }
        return year
    }

    fileprivate var blade: Handicraft.Blade? {
        guard case .handicraft(let craft) = details else { return nil }
        return craft.blade
    }
}

extension StringProtocol {
    fileprivate func trimming(_ character: Character) -> SubSequence {
        var text = self[...]
        while text.first == character { text = text.dropFirst() }
        while text.last == character { text = text.dropLast() }
        return text
    }
}
