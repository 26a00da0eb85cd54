internal import JSONShims

/// `Shape.product` as the sieve's tables, with what the rules ask of each place.
struct SievePlan {
    private var shapes: [kjson_shape] = []
    private var fields: [(name: String, shape: UInt32, isRequired: Bool)] = []
    private var names: [String] = []
    private var sets: [[String]] = []
    private let context: CatalogContext
    private let traits: RestrictedTraits
    private let languages: [(tag: String, script: kjson_script, isRequired: Bool)]

    init(_ context: CatalogContext) {
        self.context = context
        traits = RestrictedTraits(context.ways)
        let required = Set(context.requiredLanguages.map(\.language.description))
        languages = context.languages.sorted { $0.tag < $1.tag }.compactMap { language in
            let script: kjson_script? =
                switch language.script {
                case .cyrillic: KJSON_CYRILLIC
                case .latin: KJSON_LATIN
                case .han: KJSON_HAN
                case .arabic: KJSON_ARABIC
                default: nil
                }
            let tag = language.tag.description
            return script.map { (tag, $0, required.contains(tag)) }
        }
        _ = add(Shape.product, at: "")
        // A language that the sieve can't read leaves every product in doubt, and so does a restriction of goods that have nothing special.
        if traits.concernsAll || languages.count < context.languages.count || languages.count > 64
            || context.markets.count > 64
        {
            shapes[0].kind = UInt8(KJSON_SHAPE_DOUBT.rawValue)
        }
    }

    // MARK: What is known of each place

    private enum Known { case anything, role(kjson_role), oneOf(Set<String>) }

    /// What the rules ask of a place; nil where nobody has looked yet.
    private func known(_ path: String) -> Known? {
        switch path {
        case "", "added", "handicraft.technique", "handicraft.artisan", "handicraft.care", "handicraft.made",
            "handicraft.heritage", "handicraft.heritage.level", "handicraft.heritage.year", "handicraft.size",
            "handicraft.size.length", "handicraft.size.width", "handicraft.size.height", "handicraft.size.diameter",
            "imported.brand", "imported.manufacturer",
            "imported.composition", "imported.netWeight", "imported.shelfLifeMonths", "imported.storage",
            "imported.care", "tour.meetingPoint", "tour.startTime", "tour.groupSize", "tour.cancellationHours",
            "tour.cutoffHours", "tour.borderPermit", "tour.includes", "variants", "variants.options":
            .anything
        case "id": .role(KJSON_ROLE_ID)
        case "kind": .role(KJSON_ROLE_KIND)
        case "title": .role(KJSON_ROLE_TITLE)
        case "description": .role(KJSON_ROLE_SUMMARY)
        case "origin": .role(KJSON_ROLE_CUSTOMS)
        case "hsCode": .role(KJSON_ROLE_HS)
        case "handicraft", "imported", "tour": .role(KJSON_ROLE_DETAILS)
        case "handicraft.materials", "imported.materials": .role(KJSON_ROLE_MATERIALS)
        case "handicraft.materials.share", "imported.materials.share": .role(KJSON_ROLE_SHARE)
        case "handicraft.oneOfAKind": .role(KJSON_ROLE_SINGLE)
        case "tour.days": .role(KJSON_ROLE_DAYS)
        case "tour.nights": .role(KJSON_ROLE_NIGHTS)
        case "tour.groupSize.min": .role(KJSON_ROLE_LEAST)
        case "tour.groupSize.max": .role(KJSON_ROLE_MOST)
        case "tour.departures": .role(KJSON_ROLE_DEPARTURES)
        case "variants.sku": .role(KJSON_ROLE_SKU)
        case "variants.gtin": .role(KJSON_ROLE_GTIN)
        case "variants.weight": .role(KJSON_ROLE_WEIGHT)
        case "variants.prices": .role(KJSON_ROLE_PRICES)
        case "variants.stock": .role(KJSON_ROLE_STOCK)
        case "handicraft.materials.species", "imported.materials.species": traits.asksSpecies ? nil : .anything
        case "category": codes(context.categories, without: traits.categories)
        case "handicraft.region", "imported.region", "tour.region": codes(context.regions)
        case "handicraft.materials.material", "imported.materials.material":
            codes(context.materials, without: traits.materials)
        case "image": .oneOf(context.images.filter { !$0.hasPrefix(".") })
        // Those where tours of these markets begin; others are looked up in the system's files.
        case "tour.timeZone": .oneOf(["Asia/Shanghai", "Asia/Urumqi", "Asia/Almaty", "Europe/Moscow"])
        case "tour.guideLanguages": .oneOf(Set(languages.map(\.tag)))
        default: nil
        }
    }

    /// Of codes that could not be read nobody asks anything but restrictions.
    private func codes(_ known: Set<String>, without restricted: Set<String> = []) -> Known? {
        guard known.isEmpty else { return .oneOf(known.subtracting(restricted)) }
        return restricted.isEmpty ? .anything : nil
    }

    /// Whether a field that may be left out leaves nobody able to tell whether the goods may be sent.
    private func isAsked(_ path: String) -> Bool {
        switch path {
        case "handicraft.made": traits.lastYear != nil
        case "imported.materials": traits.asksMaterials
        default: false
        }
    }

    // MARK: Shapes

    private mutating func add(_ shape: Shape, at path: String) -> UInt32 {
        let place = shapes.count
        shapes.append(kjson_shape())
        let known = known(path)
        var own = table(shape, at: path, known != nil)
        switch known {
        case .role(let role): own.role = UInt8(role.rawValue)
        case .oneOf(let texts) where own.kind < KJSON_SHAPE_LIST.rawValue:
            sets.append(texts.sorted())
            own.set = UInt16(sets.count)
        case .anything, .oneOf: break
        case nil: own.kind = UInt8(KJSON_SHAPE_DOUBT.rawValue)
        }
        shapes[place] = own
        return UInt32(place)
    }

    private mutating func table(_ shape: Shape, at path: String, _ isKnown: Bool) -> kjson_shape {
        var own = kjson_shape()
        func be(_ kind: kjson_shape_kind) { own.kind = UInt8(kind.rawValue) }
        be(KJSON_SHAPE_DOUBT)
        guard isKnown else { return own }
        switch shape {
        case .any: break
        case .text: be(KJSON_SHAPE_TEXT)
        case .boolean: be(KJSON_SHAPE_BOOLEAN)
        case .integer(let range):
            be(KJSON_SHAPE_INTEGER)
            (own.least, own.most) = (Int64(range.lowerBound), Int64(range.upperBound))
        case .form(let form):
            be(kind(of: form, at: path, &own))
        case .choice(let choices):
            be(KJSON_SHAPE_CHOICE)
            (own.first, own.count) = (UInt32(names.count), UInt32(choices.count))
            names += choices
        case .list(let element, let minimum):
            be(KJSON_SHAPE_LIST)
            own.least = Int64(minimum)
            // No material named is as good as no list of them.
            if path.hasSuffix(".materials"), traits.asksMaterials { own.least = max(1, own.least) }
            own.element = addElement(element, of: path)
        case .map(let key, .text) where key.name == Shape.Form.languageTag.name: be(KJSON_SHAPE_TEXTS)
        case .map(let key, let value) where key.name == Shape.Form.identifier.name:
            be(KJSON_SHAPE_MAP)
            // Prices have a form of their own, by their market's currency.
            if case .form(let form) = value, form.name == Shape.Form.amount.name { break }
            own.element = addElement(value, of: path)
            if path == "variants.stock" {
                sets.append(context.warehouses.sorted())
                own.set = UInt16(sets.count)
            }
        case .map: break
        case .either(let first, let second):
            be(KJSON_SHAPE_EITHER)
            own.first = addElement(first, of: path)
            own.element = addElement(second, of: path)
        case .record(_, let parts):
            be(KJSON_SHAPE_RECORD)
            let added = parts.map { part in
                let inner = path.isEmpty ? part.name : "\(path).\(part.name)"
                return (
                    name: part.name, shape: add(part.shape, at: inner), isRequired: part.isRequired || isAsked(inner)
                )
            }
            (own.first, own.count) = (UInt32(fields.count), UInt32(added.count))
            fields += added
        }
        return own
    }

    /// What stands in a list, a map or a choice of two has the place of what it stands in, and that one's set.
    private mutating func addElement(_ shape: Shape, of path: String) -> UInt32 {
        let place = add(shape, at: path)
        // What is asked of a list or a map as a whole is not asked of each element; of a variant and of a count there is something else.
        let kind = UInt32(shapes[Int(place)].kind)
        switch path {
        case "variants" where kind == KJSON_SHAPE_RECORD.rawValue:
            shapes[Int(place)].role = UInt8(KJSON_ROLE_VARIANT.rawValue)
        case "variants.stock": break
        default: shapes[Int(place)].role = UInt8(KJSON_ROLE_NONE.rawValue)
        }
        return place
    }

    private func kind(of form: Shape.Form, at path: String, _ shape: inout kjson_shape) -> kjson_shape_kind {
        switch form.name {
        case "SKU": return KJSON_SHAPE_SKU
        case "identifier": return KJSON_SHAPE_IDENTIFIER
        case "measure":
            shape.most = Int64(path.hasPrefix("handicraft.size.") ? units & lengths : units)
            return KJSON_SHAPE_MEASURE
        case "date": return KJSON_SHAPE_DATE
        case "country": return KJSON_SHAPE_COUNTRY
        case "localTime": return KJSON_SHAPE_TIME
        case "made":
            shape.least = Int64(traits.lastYear.map { $0 + 1 } ?? 0)
            return KJSON_SHAPE_MADE
        case "hsCode":
            (shape.least, shape.most) = (6, 6)
            return KJSON_SHAPE_DIGITS
        case "gtin": return KJSON_SHAPE_DIGITS
        // Known tags stand in a set.
        case "languageTag": return KJSON_SHAPE_TEXT
        default: return KJSON_SHAPE_DOUBT
        }
    }

    // MARK: The tables, as C reads them

    func withProgram<Result>(_ body: (UnsafePointer<kjson_program>) -> Result) -> Result {
        let arena = NameArena()
        var program = unsafe kjson_program()
        let fields = unsafe fields.map {
            unsafe kjson_field(name: arena.name($0.name), shape: $0.shape, is_required: $0.isRequired)
        }
        let names = unsafe names.map(arena.name)
        let sets = unsafe sets.map { unsafe $0.map(arena.name) }
        let tags = unsafe languages.map {
            unsafe kjson_language(name: arena.name($0.tag), script: $0.script, isRequired: $0.isRequired)
        }
        let markets = unsafe context.markets.map { unsafe arena.name($0.id) }
        let beginnings = unsafe traits.hsCodes.sorted().map(arena.name)
        unsafe program.hs_doubts = arena.copy(beginnings)
        unsafe program.hs_doubt_count = UInt32(beginnings.count)
        let digits = context.markets.map { UInt8($0.currency.digits) }
        let setPointers = unsafe sets.map { unsafe arena.copy($0) }
        unsafe program.shapes = arena.copy(shapes)
        unsafe program.shape_count = UInt32(shapes.count)
        unsafe program.fields = arena.copy(fields)
        unsafe program.names = arena.copy(names)
        unsafe program.sets = arena.copy(setPointers)
        unsafe program.set_sizes = arena.copy(sets.map { unsafe UInt32($0.count) })
        unsafe program.set_count = UInt32(sets.count)
        unsafe program.languages = arena.copy(tags)
        unsafe program.language_count = UInt32(tags.count)
        unsafe program.markets = arena.copy(markets)
        unsafe program.market_digits = arena.copy(digits)
        unsafe program.market_count = UInt32(markets.count)
        unsafe program.units = units
        let limits = context.settings.limits
        unsafe program.most_in_title = UInt32(clamping: limits.title)
        unsafe program.most_in_summary = UInt32(clamping: limits.description)
        unsafe program.most_in_text = UInt32(clamping: limits.text)
        unsafe program.has_files = !context.listed.isEmpty || !context.openingStock.isEmpty
        unsafe program.kazakh = place(of: .kk)
        unsafe program.russian = place(of: .ru)
        return unsafe body(&program)
    }

    private func place(of language: LanguageTag) -> Int32 {
        Int32(languages.firstIndex { $0.tag == language.description } ?? -1)
    }

    private var lengths: UInt32 {
        Measure.Unit.allCases.enumerated().reduce(0) { $1.element.isLength ? $0 | 1 << UInt32($1.offset) : $0 }
    }

    /// Those that every market takes.
    private var units: UInt32 {
        Measure.Unit.allCases.enumerated().reduce(0) { bits, unit in
            context.unitMarkets.allSatisfy { $0.units.contains(unit.element) } ? bits | 1 << UInt32(unit.offset) : bits
        }
    }
}

extension kjson_language {
    fileprivate init(name: kjson_name, script: kjson_script, isRequired: Bool) {
        unsafe self.init(tag: name, script: UInt8(script.rawValue), is_required: isRequired)
    }
}

/// Keeps what C reads while it is read.
@safe private final class NameArena {
    private var rooms: [UnsafeMutableRawPointer] = unsafe []

    deinit { unsafe rooms.forEach { unsafe $0.deallocate() } }

    func name(_ text: String) -> kjson_name {
        let bytes = Array(text.utf8)
        let start = unsafe copy(bytes)
        return unsafe kjson_name(
            bytes: UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self), length: UInt32(bytes.count))
    }

    func copy<Element>(_ elements: [Element]) -> UnsafePointer<Element> {
        let room = UnsafeMutablePointer<Element>.allocate(capacity: max(1, elements.count))
        unsafe room.initialize(from: elements, count: elements.count)
        unsafe rooms.append(UnsafeMutableRawPointer(room))
        return unsafe UnsafePointer(room)
    }
}
