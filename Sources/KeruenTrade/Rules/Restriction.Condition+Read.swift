extension Restriction.Condition {
    /// Reads "any(category=knives; goods=weapons); !bladeOver=150 mm": all of what stands between semicolons.
    public init?(_ text: String) {
        var rest = text[...]
        guard let conditions = Self.list(&rest), rest.isEmpty else { return nil }
        self = conditions.count == 1 ? conditions[0] : .all(conditions)
    }

    /// Conditions between semicolons, up to the end or a parenthesis.
    private static func list(_ text: inout Substring) -> [Self]? {
        var conditions: [Self] = []
        while true {
            text.skipSpaces()
            guard let condition = one(&text) else { return nil }
            conditions.append(condition)
            text.skipSpaces()
            guard text.first == ";" else { return conditions }
            text.removeFirst()
        }
    }

    private static func one(_ text: inout Substring) -> Self? {
        if text.first == "!" {
            text.removeFirst()
            return one(&text).map { .not($0) }
        }
        for name in ["any(", "all("] where text.hasPrefix(name) {
            text.removeFirst(name.count)
            guard let conditions = list(&text), text.first == ")" else { return nil }
            text.removeFirst()
            return name == "any(" ? .any(conditions) : .all(conditions)
        }
        let term = text.prefix { $0 != ";" && $0 != ")" }
        text = text[term.endIndex...]
        return Self(term: term)
    }

    private init?(term: Substring) {
        var term = term
        while term.last == " " { term.removeLast() }
        let parts = term.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
        switch (parts.count, parts[0]) {
        case (1, "sharpened"): self = .sharpened
        case (1, "locks"): self = .locks
        case (1, "abroad"): self = .abroad
        case (2, _): self.init(parts[0], of: parts[1])
        default: return nil
        }
    }

    private init?(_ name: String, of text: String) {
        let condition: Self? =
            switch name {
            case "material": Self.names(text).map { .material($0) }
            case "unstated": Self.names(text).map { .unstatedSpecies($0) }
            case "category": Self.names(text).map { .category($0) }
            case "hs": Self.names(text).map { .hs($0) }
            case "goods": Self.values(text, GoodsKind.init(rawValue:)).map { .goods($0) }
            case "significance":
                Self.values(text, Handicraft.Significance.init(rawValue:)).map { .significance($0) }
            case "blade": Self.values(text, Blade.Kind.init(rawValue:)).map { .blade($0) }
            case "species": Self.pair(text).map { .species($0.second, unsaid: $0.first) }
            case "share":
                Self.pair(text).flatMap { pair in
                    pair.second.count == 1 ? pair.second.first.flatMap { Int($0) }.map { (pair.first, $0) } : nil
                }.map { .share($0.0, atLeast: $0.1) }
            case "madeThrough": Int(text).map { .madeThrough($0) }
            case "tipUnder": Int(text).map { .tipUnder($0) }
            case "bladeOver": Self.length(text).map { .bladeOver($0) }
            case "tipRadiusOver": Self.length(text).map { .tipRadiusOver($0) }
            case "weightOver": Measure(text).flatMap { $0.grams == nil ? nil : .weightOver($0) }
            case "from": CountryGroup(text).map { .from($0) }
            case "to": CountryGroup(text).map { .to($0) }
            case "by": ParcelRoute.Channel(rawValue: text).map { .by($0) }
            default: nil
            }
        guard let condition else { return nil }
        self = condition
    }

    /// What stands between bars; an empty beginning would fit everything.
    private static func names(_ text: String) -> Set<String>? {
        let names = Set(text.split(separator: "|", omittingEmptySubsequences: false).map(String.init))
        return names.contains("") ? nil : names
    }

    private static func values<Value: Hashable>(_ text: String, _ read: (String) -> Value?) -> Set<Value>? {
        guard let names = names(text) else { return nil }
        let values = Set(names.compactMap(read))
        return values.count == names.count ? values : nil
    }

    /// Two lists with a colon between them; the first may be empty.
    private static func pair(_ text: String) -> (first: Set<String>, second: Set<String>)? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, let second = names(parts[1]) else { return nil }
        guard !parts[0].isEmpty else { return ([], second) }
        return names(parts[0]).map { ($0, second) }
    }

    private static func length(_ text: String) -> Measure? { Measure(text).flatMap { $0.unit.isLength ? $0 : nil } }
}

extension Substring {
    fileprivate mutating func skipSpaces() { while first == " " { removeFirst() } }
}
