/// One rule of a good catalogue: its stable id, how much it matters, what it needs, and how it is checked.
///
///     let context = CatalogContext(draft)
///     draft.products.flatMap(context.findings(of:))       // one product at a time, on any thread
///     context.findings(of: draft)                         // what only the whole shows
///
/// What a finding means and how it is said in each language stands under its code in `Locales/<tag>/diagnostics.json`, why the rule
/// is there under `rules` in `reports.json`.
public struct CatalogRule: Sendable {
    public var code: Diagnostic.Code
    /// Where `CatalogSettings` don't say otherwise.
    public var severity: Diagnostic.Severity
    /// The parts of a catalogue that it looks at.
    public var needs: Needs
    /// A line that breaks the rule, and the same put right; the same in every language of reports.
    public var example: (bad: String, good: String)
    /// The law or standard behind it; nil where it is common sense.
    public var source: String?
    public var check: Check

    public enum Check: Sendable {
        /// Of one product beside what is known of the rest: pure, so that products are checked in any order on any thread.
        case product(@Sendable (CatalogDraft.Sourced<Product>, CatalogContext) -> [Diagnostic])
        /// Of the catalogue as a whole.
        case catalogue(@Sendable (CatalogDraft, CatalogContext) -> [Diagnostic])
    }

    /// A part of a catalogue.
    public struct Needs: OptionSet, Hashable, Sendable {
        public let rawValue: Int
        public init(rawValue: Int) { self.rawValue = rawValue }

        public static let products = Needs(rawValue: 1)
        public static let markets = Needs(rawValue: 2)
        public static let categories = Needs(rawValue: 4)
        /// Materials and regions.
        public static let vocabularies = Needs(rawValue: 8)
        public static let prices = Needs(rawValue: 16)
        /// Warehouses and what lies there.
        public static let stock = Needs(rawValue: 32)
        public static let images = Needs(rawValue: 64)

        static let allButProducts = Needs(rawValue: ~products.rawValue)

        /// By name, in the order of a catalogue's documentation.
        public static let all: [(name: String, part: Needs)] = [
            ("products", .products), ("markets", .markets), ("categories", .categories),
            ("vocabularies", .vocabularies), ("prices", .prices), ("stock", .stock), ("images", .images),
        ]

        public var names: [String] { Self.all.filter { contains($0.part) }.map(\.name) }
    }

    private init(
        _ code: Diagnostic.Code, _ severity: Diagnostic.Severity, needs: Needs, bad: String, good: String,
        source: String?, _ check: Check
    ) {
        self.code = code
        self.severity = severity
        self.needs = needs
        example = (bad, good)
        self.source = source
        self.check = check
    }

    static func product(
        _ code: Diagnostic.Code, _ severity: Diagnostic.Severity = .error, needs: Needs = [], bad: String,
        good: String, source: String? = nil,
        _ check: @escaping @Sendable (CatalogDraft.Sourced<Product>, CatalogContext) -> [Diagnostic]
    ) -> CatalogRule {
        CatalogRule(
            code, severity, needs: needs.union(.products), bad: bad, good: good, source: source, .product(check))
    }

    static func catalogue(
        _ code: Diagnostic.Code, _ severity: Diagnostic.Severity = .error, needs: Needs, bad: String, good: String,
        source: String? = nil, _ check: @escaping @Sendable (CatalogDraft, CatalogContext) -> [Diagnostic]
    ) -> CatalogRule {
        CatalogRule(code, severity, needs: needs, bad: bad, good: good, source: source, .catalogue(check))
    }

    /// In the order of their codes.
    public static let all: [CatalogRule] =
        (identity + texts + lengths + prices + ownPrices + details + customs + blades + restrictions + tours + stock)
        .sorted { $0.code < $1.code }
}

extension CatalogDraft {
    /// Everything wrong with the catalogue: what does not fit the format, then what breaks a rule, by place.
    public func validate(_ settings: CatalogSettings = CatalogSettings()) -> [Diagnostic] {
        let context = CatalogContext(self, settings: settings)
        return (findings + products.flatMap(context.findings(of:)) + context.findings(of: self)).inReadingOrder
    }

    /// Of its products, and of those that are read piece by piece.
    var knownSKUs: Set<String> {
        skusInLines.union(products.lazy.flatMap(\.value.variants).map(\.sku.description))
    }

    /// Whether a product's file was left out: then a SKU that nobody seems to know may be its.
    var lacksProducts: Bool { findings.contains { $0.position?.file.hasPrefix("\(name)/products/") ?? false } }
}

extension CatalogDraft.Sourced<Product> {
    /// Every variant with its part of the document.
    var variants: [(variant: Variant, source: DocumentNode)] {
        zip(value.variants, source["variants"]?.elements ?? []).map { ($0, $1) }
    }

    /// What the document says of the product's kind.
    var details: DocumentNode? { source[value.kind.rawValue] }
}

extension [Diagnostic] {
    /// By file, line and column; what has no place comes first.
    public var inReadingOrder: [Diagnostic] {
        sorted { a, b in
            switch (a.position, b.position) {
            case (let a?, let b?) where a != b: a < b
            case (nil, _?): true
            case (_?, nil): false
            default: a.code < b.code
            }
        }
    }
}

extension DocumentNode {
    /// The place of a nested value, or of the nearest one around it that is there.
    func place(_ path: String...) -> SourcePosition {
        var node = self
        for key in path {
            guard let next = node[key] else { break }
            node = next
        }
        return node.position
    }
}
