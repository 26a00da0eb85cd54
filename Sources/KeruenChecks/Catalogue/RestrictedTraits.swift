/// What goods must have about them before a restriction can have something to tell their merchant.
///
///     RestrictedTraits(context.ways).materials        // ivory, horn, jade …
///
/// Goods without any of it are all alike to the rows, and pass; the sieve need not ask them one by one.
struct RestrictedTraits {
    var materials: Set<String> = []
    var categories: Set<String> = []
    /// Beginnings.
    var hsCodes: Set<String> = []
    /// The last year of making that a row turns on.
    var lastYear: Int?
    var asksMaterials = false
    var asksSpecies = false
    /// A row fits goods that have nothing special.
    var concernsAll = false

    init(_ ways: [CatalogContext.Way]) {
        for way in ways {
            for row in way.rows where row.action != .allow {
                // What people look at is their affair; the merchant hears only of what is missing.
                add(row.condition, isTurned: false, onlyMissing: row.action == .review && !row.condition.isOpen)
                let answer = row.condition.answer(of: Self.plain, along: way.route, grams: nil)
                if answer != .no { concernsAll = true }
            }
        }
    }

    private mutating func add(_ condition: Restriction.Condition, isTurned: Bool, onlyMissing: Bool) {
        switch condition {
        case .all(let conditions), .any(let conditions):
            for condition in conditions { add(condition, isTurned: isTurned, onlyMissing: onlyMissing) }
        case .not(let condition): add(condition, isTurned: !isTurned, onlyMissing: onlyMissing)
        // What a row excepts can only let go what it would have fitted.
        case _ where isTurned: break
        case .material(let codes):
            asksMaterials = true
            if !onlyMissing { materials.formUnion(codes) }
        case .species(_, let unsaid):
            (asksMaterials, asksSpecies) = (true, true)
            materials.formUnion(unsaid)
        case .unstatedSpecies(let codes):
            asksMaterials = true
            if !onlyMissing { materials.formUnion(codes) }
        case .share(let codes, _):
            asksMaterials = true
            materials.formUnion(codes)
        case .category(let ids):
            if !onlyMissing { categories.formUnion(ids) }
        case .hs(let beginnings):
            if !onlyMissing { hsCodes.formUnion(beginnings) }
        case .goods(let kinds):
            if !onlyMissing { hsCodes.formUnion(kinds.flatMap(\.beginnings)) }
        case .madeThrough(let year): lastYear = max(lastYear ?? year, year)
        // Asked of old works, and of art; new ones have none.
        case .significance: lastYear = lastYear ?? 0
        case .blade, .bladeOver, .tipUnder, .tipRadiusOver, .sharpened, .locks:
            hsCodes.formUnion(GoodsKind.cutlery.beginnings)
        case .weightOver, .from, .to, .abroad, .by: break
        }
    }

    /// A new thing of a material that nobody has heard of.
    private static let plain = Product(
        id: "plain", category: "", title: [:], summary: [:], image: "", origin: nil, hsCode: "000000",
        details: .handicraft(
            Handicraft(
                materials: [MaterialShare(material: "", share: nil, species: nil)], technique: [:], region: "",
                artisan: [:], size: [:], care: [:], heritage: nil, made: .new, isOneOfAKind: false, blade: nil)),
        variants: [])
}

extension Restriction.Condition {
    /// Whether goods with a material and an HS code may still leave it unknown.
    fileprivate var isOpen: Bool {
        switch self {
        case .material, .unstatedSpecies, .category, .hs, .goods, .from, .to, .abroad, .by: false
        case .species, .share, .madeThrough, .significance, .blade, .bladeOver, .tipUnder, .tipRadiusOver, .sharpened,
            .locks, .weightOver:
            true
        case .all(let conditions), .any(let conditions): conditions.contains(where: \.isOpen)
        case .not(let condition): condition.isOpen
        }
    }
}
