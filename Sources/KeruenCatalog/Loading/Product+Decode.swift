extension Product {
    /// - Throws: `Refusal` where the document does not fit `Shape.product` or lacks its kind's details.
    package init(_ document: DocumentNode) throws(Refusal) {
        let node = try document.checked(.product, as: "product")
        let kind = node["kind"]?.text ?? ""
        guard let details = Details(kind: kind, node) else {
            throw Refusal(Diagnostic(.missingField, at: node.position, ["field": .text(kind)]))
        }
        self.init(
            id: node["id"]?.text ?? "",
            category: node["category"]?.text ?? "",
            title: node["title"]?.localized ?? [:],
            summary: node["description"]?.localized ?? [:],
            image: node["image"]?.text ?? "",
            origin: node["origin"]?.text,
            hsCode: node["hsCode"]?.text,
            nationalCodes: Dictionary(
                (node["hsCodes"]?.entries ?? []).compactMap { entry in entry.value.text.map { (entry.key, $0) } },
                uniquingKeysWith: { first, _ in first }),
            added: node["added"]?.text.flatMap { CivilDate($0) },
            certificates: node["certificates"]?.elements.compactMap(Certificate.init) ?? [],
            details: details,
            variants: node["variants"]?.elements.compactMap(Variant.init) ?? [])
    }
}

extension Product.Details {
    fileprivate init?(kind: String, _ node: DocumentNode) {
        guard let details = node[kind] else { return nil }
        switch Product.Kind(rawValue: kind) {
        case .handicraft: self = .handicraft(Handicraft(details))
        case .tour: self = .tour(Tour(details))
        case .imported: self = .imported(ImportedGood(details))
        case nil: return nil
        }
    }
}

extension Variant {
    fileprivate init?(_ node: DocumentNode) {
        guard let sku = node["sku"]?.text.flatMap(SKU.init) else { return nil }
        self.init(
            sku: sku,
            options: (node["options"]?.entries ?? []).map { entry in
                let plain = entry.value.text
                return Option(
                    name: entry.key, value: plain.map(Value.plain) ?? .localized(entry.value.localized))
            },
            gtin: node["gtin"]?.text.flatMap(GTIN.init),
            weight: node["weight"]?.measure,
            prices: Dictionary(
                (node["prices"]?.entries ?? []).compactMap { entry in entry.value.text.map { (entry.key, $0) } },
                uniquingKeysWith: { first, _ in first }),
            stock: Dictionary(
                (node["stock"]?.entries ?? []).compactMap { entry in entry.value.integer.map { (entry.key, $0) } },
                uniquingKeysWith: { first, _ in first }))
    }
}

extension Handicraft {
    fileprivate init(_ node: DocumentNode) {
        self.init(
            materials: node["materials"]?.materials ?? [],
            technique: node["technique"]?.localized ?? [:],
            region: node["region"]?.text ?? "",
            artisan: node["artisan"]?.localized ?? [:],
            size: Dictionary(
                (node["size"]?.entries ?? []).compactMap { entry in entry.value.measure.map { (entry.key, $0) } },
                uniquingKeysWith: { first, _ in first }),
            care: node["care"]?.localized ?? [:],
            heritage: node["heritage"].flatMap(Heritage.init),
            made: node["made"].map { $0.integer.map(Made.year) ?? .new },
            significance: node["significance"].map { node in
                Set(node.elements.compactMap(\.text).compactMap(Significance.init))
            },
            isOneOfAKind: node["oneOfAKind"]?.boolean ?? false,
            blade: node["blade"].flatMap { Blade($0) })
    }
}

extension Handicraft.Heritage {
    fileprivate init?(_ node: DocumentNode) {
        guard let level = node["level"]?.text.flatMap(Level.init), let year = node["year"]?.integer else { return nil }
        self.init(level: level, year: year)
    }
}

extension Blade {
    fileprivate init?(_ node: DocumentNode) {
        guard let length = node["length"]?.measure, let sharpened = node["sharpened"]?.boolean else { return nil }
        self.init(
            length: length, isSharpened: sharpened, tipRadius: node["tipRadius"]?.measure,
            tipAngle: node["tipAngle"]?.integer, kind: node["kind"]?.text.flatMap(Kind.init),
            locks: node["locks"]?.boolean)
    }
}

extension Certificate {
    fileprivate init?(_ node: DocumentNode) {
        guard let kind = node["kind"]?.text, let number = node["number"]?.text, let issuer = node["issuer"]?.text,
            let language = node["language"]?.text.flatMap({ try? LanguageTag($0) })
        else { return nil }
        self.init(
            kind: kind, number: number, issuer: issuer, language: language,
            through: node["through"]?.text.flatMap { CivilDate($0) })
    }
}

extension Tour {
    fileprivate init(_ node: DocumentNode) {
        let smallest = node["groupSize"]?["min"]?.integer ?? 1
        self.init(
            days: node["days"]?.integer ?? 1,
            nights: node["nights"]?.integer ?? 0,
            region: node["region"]?.text ?? "",
            meetingPoint: node["meetingPoint"]?.localized ?? [:],
            timeZone: node["timeZone"]?.text ?? "",
            startTime: node["startTime"]?.text ?? "",
            guideLanguages: node["guideLanguages"]?.languageTags ?? [],
            groupSize: smallest...max(smallest, node["groupSize"]?["max"]?.integer ?? smallest),
            departures: node["departures"]?.elements.compactMap(\.text).compactMap { CivilDate($0) } ?? [],
            cancellationHours: node["cancellationHours"]?.integer ?? 0,
            cutoffHours: node["cutoffHours"]?.integer ?? 0,
            needsBorderPermit: node["borderPermit"]?.boolean ?? false,
            includes: node["includes"]?.localized ?? [:])
    }
}

extension ImportedGood {
    fileprivate init(_ node: DocumentNode) {
        self.init(
            brand: node["brand"]?.text ?? "",
            manufacturer: node["manufacturer"]?.localized ?? [:],
            materials: node["materials"]?.materials ?? [],
            composition: node["composition"]?.localized ?? [:],
            netWeight: node["netWeight"]?.measure,
            shelfLifeMonths: node["shelfLifeMonths"]?.integer,
            storage: node["storage"]?.localized ?? [:],
            care: node["care"]?.localized ?? [:],
            region: node["region"]?.text ?? "", blade: node["blade"].flatMap { Blade($0) })
    }
}
