/// One rule of a good catalogue: its stable id and how it is checked.
///
///     CatalogRule.all.flatMap { $0.check(draft) }
///
/// What a finding means and how it is said in each language stands under its code in `Locales/<tag>/diagnostics.json`.
public struct CatalogRule: Sendable {
    public var code: Diagnostic.Code
    public var check: @Sendable (CatalogDraft) -> [Diagnostic]

    init(_ code: Diagnostic.Code, _ check: @escaping @Sendable (CatalogDraft) -> [Diagnostic]) {
        self.code = code
        self.check = check
    }

    public static let all: [CatalogRule] = identity + texts + prices + details + stock
}

extension CatalogDraft {
    /// Everything wrong with the catalogue: what does not fit the format, then what breaks a rule, by place.
    public func validate(_ rules: [CatalogRule] = CatalogRule.all) -> [Diagnostic] {
        (findings + rules.flatMap { $0.check(self) }).inReadingOrder
    }

    /// The languages that at least one market's law wants goods described in.
    var requiredLanguages: [LanguageTag] {
        Set(markets.flatMap(\.requiredLanguages)).sorted()
    }

    /// Whether a product's file was left out: then a SKU that nobody seems to know may be its.
    var lacksProducts: Bool { findings.contains { $0.position?.file.hasPrefix("\(name)/products/") ?? false } }

    /// Every variant with its document.
    var variants: [(product: Sourced<Product>, variant: Variant, source: DocumentNode)] {
        products.flatMap { product in
            zip(product.value.variants, product.source["variants"]?.elements ?? []).map { (product, $0, $1) }
        }
    }
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
