extension Restriction {
    /// What a restriction asks of goods on their way.
    public indirect enum Condition: Hashable, Sendable {
        /// Made of one of these, in any share.
        case material(Set<String>)
        /// A material's species begins with one of these words. Of the materials `unsaid` it is unknown while no species stands there; others
        /// without one are none of these.
        case species(Set<String>, unsaid: Set<String>)
        /// Made of one of these, and nobody says of which species.
        case unstatedSpecies(Set<String>)
        /// Made of these for so many percent at least.
        case share(Set<String>, atLeast: Int)
        case category(Set<String>)
        /// The HS code begins with one of these.
        case hs(Set<String>)
        case goods(Set<GoodsKind>)
        /// A handicraft of this year or an earlier one; new ones are none.
        case madeThrough(Int)
        /// Experts have found one of these in it.
        case significance(Set<Handicraft.Significance>)
        case blade(Set<Blade.Kind>)
        /// A blade longer than so much.
        case bladeOver(Measure)
        /// A tip of fewer degrees.
        case tipUnder(Int)
        /// A tip rounded by more than so much.
        case tipRadiusOver(Measure)
        /// A blade with an edge.
        case sharpened
        /// A blade that locks itself when it springs open.
        case locks
        /// All such goods of a parcel together weigh more.
        case weightOver(Measure)
        case from(CountryGroup)
        case to(CountryGroup)
        /// Another country than it comes from.
        case abroad
        case by(ParcelRoute.Channel)
        case all([Condition])
        case any([Condition])
        case not(Condition)
    }
}

extension Restriction.Condition {
    /// Whether it holds of goods on a route.
    /// - Parameters:
    ///   - route: nil for any, of which nothing is known.
    ///   - grams: what all goods of the parcel weigh that it may be about; nil where nobody knows.
    package func answer(of product: Product, along route: ParcelRoute?, grams: Int64?) -> Answer {
        switch self {
        case .material(let codes): product.made { $0.contains { codes.contains($0.material) } ? .yes : .no }
        case .species(let names, let unsaid): product.made { $0.species(names, unsaid, of: product) }
        case .unstatedSpecies(let codes):
            product.made { Answer($0.contains { codes.contains($0.material) && $0.species == nil }) }
        case .share(let codes, let least): product.made { $0.share(codes, least, of: product) }
        case .category(let ids): Answer(ids.contains(product.category))
        case .hs(let prefixes): product.classified { code in prefixes.contains { code.hasPrefix($0) } }
        case .goods(let kinds): product.classified { code in kinds.contains { $0.contains(hsCode: code) } }
        case .madeThrough(let year): product.madeThrough(year)
        case .significance(let wanted): product.significance(wanted)
        case .blade(let kinds):
            product.bladed { blade, field in blade.kind.map { Answer(kinds.contains($0)) } ?? .unknown([field("kind")])
            }
        case .bladeOver(let limit): product.bladed { blade, field in blade.length.exceeds(limit, field("length")) }
        case .tipUnder(let degrees):
            product.bladed { blade, field in
                blade.tipAngle.map { Answer($0 < degrees) } ?? .unknown([field("tipAngle")])
            }
        case .tipRadiusOver(let limit):
            product.bladed { blade, field in
                blade.tipRadius?.exceeds(limit, field("tipRadius")) ?? .unknown([field("tipRadius")])
            }
        case .sharpened: product.bladed { blade, _ in Answer(blade.isSharpened) }
        case .locks: product.bladed { blade, field in blade.locks.map(Answer.init) ?? .unknown([field("locks")]) }
        case .weightOver(let limit):
            grams.map { Answer($0 * 1_000 > limit.inBaseThousandths) } ?? .unknown(["variants.weight"])
        case .from(let group): .of(route) { group.contains($0.origin) }
        case .to(let group): .of(route) { group.contains($0.destination) }
        case .abroad: .of(route) { $0.origin != $0.destination }
        case .by(let channel): .of(route) { $0.channel == channel }
        case .all(let conditions): .all(conditions.lazy.map { $0.answer(of: product, along: route, grams: grams) })
        case .any(let conditions): .any(conditions.lazy.map { $0.answer(of: product, along: route, grams: grams) })
        case .not(let condition): !condition.answer(of: product, along: route, grams: grams)
        }
    }

    /// Whether it asks what a parcel weighs.
    var asksWeight: Bool {
        switch self {
        case .weightOver: true
        case .all(let conditions), .any(let conditions): conditions.contains(where: \.asksWeight)
        case .not(let condition): condition.asksWeight
        default: false
        }
    }
}

extension Answer {
    fileprivate static func of(_ route: ParcelRoute?, _ holds: (ParcelRoute) -> Bool) -> Answer {
        route.map { Answer(holds($0)) } ?? .unknown(["route"])
    }
}

extension Product {
    /// The place of a field in the product's file.
    private func field(_ name: String) -> String { "\(kind.rawValue).\(name)" }

    /// Asks the HS code; unknown where nobody has classified it.
    fileprivate func classified(_ holds: (String) -> Bool) -> Answer {
        hsCode.map { Answer(holds($0)) } ?? .unknown(["hsCode"])
    }

    /// Asks the materials; food has none, everything else that names none is unknown.
    fileprivate func made(_ holds: ([MaterialShare]) -> Answer) -> Answer {
        guard materials.isEmpty else { return holds(materials) }
        return kind == .tour || hsCode.map(GoodsKind.food.contains) ?? false ? .no : .unknown([field("materials")])
    }

    /// Asks the blade; without one only what may be a knife is unknown.
    fileprivate func bladed(_ holds: (Blade, _ field: (String) -> String) -> Answer) -> Answer {
        if let blade { return holds(blade) { field("blade.\($0)") } }
        guard kind != .tour else { return .no }
        guard let hsCode else { return .unknown(["hsCode"]) }
        return GoodsKind.cutlery.contains(hsCode: hsCode) ? .unknown([field("blade")]) : .no
    }

    fileprivate func madeThrough(_ limit: Int) -> Answer {
        // What a brand makes for shops is no relic.
        guard case .handicraft(let craft) = details else { return .no }
        switch craft.made {
        case nil: return .unknown([field("made")])
        case .new: return .no
        case .year(let year): return Answer(year <= limit)
        }
    }

    fileprivate func significance(_ wanted: Set<Handicraft.Significance>) -> Answer {
        guard case .handicraft(let craft) = details else { return .no }
        if let found = craft.significance { return Answer(!found.isDisjoint(with: wanted)) }
        return craft.made == .new ? .no : .unknown([field("significance")])
    }
}

extension [MaterialShare] {
    fileprivate func species(_ names: Set<String>, _ unsaid: Set<String>, of product: Product) -> Answer {
        // However its letters are typed.
        let found = compactMap { $0.species?.lowercased() }
        let isNamed = names.contains { name in
            let name = name.lowercased()
            return found.contains { $0.hasPrefix(name) }
        }
        if isNamed { return .yes }
        let isUnsaid = contains { $0.species == nil && unsaid.contains($0.material) }
        return isUnsaid ? .unknown(["\(product.kind.rawValue).materials.species"]) : .no
    }

    fileprivate func share(_ codes: Set<String>, _ least: Int, of product: Product) -> Answer {
        let named = filter { codes.contains($0.material) }
        guard !named.isEmpty else { return .no }
        // What is made of one thing is made of it wholly.
        if named.count == count { return .yes }
        let known = named.compactMap(\.share)
        if known.reduce(0, +) >= least { return .yes }
        return known.count == named.count ? .no : .unknown(["\(product.kind.rawValue).materials.share"])
    }
}

extension Measure {
    fileprivate func exceeds(_ limit: Measure, _ field: String) -> Answer {
        unit.isLength == limit.unit.isLength ? Answer(inBaseThousandths > limit.inBaseThousandths) : .unknown([field])
    }
}
