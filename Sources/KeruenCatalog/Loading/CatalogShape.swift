extension Shape {
    static let measure = Shape.form(.measure)
    static let identifier = Shape.form(.identifier)

    static let hsCode = Shape.form(
        Form("hsCode", pattern: "^[0-9]{6}$", example: "621410") { text in
            text.utf8.count == 6 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
        })

    /// China's tariff has eight digits and two for statistics, the Eurasian Union's (TN VED) ten.
    static let nationalCodes = Shape.record(
        "NationalCodes",
        ["CN", "KZ", "RU"].map { country in
            .optional(
                country,
                .form(
                    Form("nationalCode", pattern: "^[0-9]{10}$", example: "6214100000") { text in
                        text.utf8.count == 10 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
                    }))
        })

    static let gtin = Shape.form(
        Form("gtin", pattern: "^([0-9]{8}|[0-9]{12,14})$", example: "2000000000015") { text in
            [8, 12, 13, 14].contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
        })

    static let localTime = Shape.form(
        Form("localTime", pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$", example: "09:30") { text in
            guard text.utf8.allSatisfy({ (0x30...0x3A).contains($0) }) else { return false }
            let parts = text.split(separator: ":").compactMap { Int($0) }
            return text.utf8.count == 5 && parts.count == 2 && (0...23).contains(parts[0])
                && (0...59).contains(parts[1])
        })

    static let materials = Shape.list(
        .record(
            "Material",
            [
                .required("material", .identifier, "A code of materials.yaml."),
                .optional("share", .integer(1...100), "Whole percent; all lines or none."),
                .optional("species", .text, "Scientific name, where a restriction asks for it."),
            ]))

    static let certificates = Shape.list(
        .record(
            "Certificate",
            [
                .required("kind", .identifier, "A word of restrictions: cites-permit, veterinary-certificate …"),
                .required("number", .text),
                .required("issuer", .text),
                .required("language", .form(.languageTag)),
                .optional("through", .form(.date), "The last day that it counts."),
            ]))

    static let blade = Shape.record(
        "Blade",
        [
            .required("length", .measure), .required("sharpened", .boolean),
            .optional("tipRadius", .measure), .optional("tipAngle", .integer(1...180), "Whole degrees."),
            .optional("kind", .choice(Blade.Kind.allCases.map(\.rawValue))),
            .optional("locks", .boolean, "Whether it locks itself when it springs open."),
        ])

    /// A file of `Catalog/products`.
    public static let product = Shape.record(
        "Product",
        [
            .required("id", .identifier, "The file's name without .yaml."),
            .required("kind", .choice(Product.Kind.allCases.map(\.rawValue))),
            .required("category", .identifier, "A leaf of categories.yaml."),
            .required("title", .localizedText),
            .optional("description", .localizedText),
            .required("image", .text, "A file of Catalog/images."),
            .optional("origin", .form(.country), "Where it was made, ISO 3166-1."),
            .optional("hsCode", .hsCode, "Six digits of the Harmonized System; not for tours."),
            .optional(
                "hsCodes", .nationalCodes, "Longer codes of countries, where they are known; they begin with hsCode."),
            .optional("added", .form(.date), "The day that it came into the shop."),
            .optional("certificates", .certificates, "Papers that go with every piece."),
            .optional("handicraft", .handicraft),
            .optional("tour", .tour),
            .optional("imported", .imported),
            .required("variants", .list(.variant, minimum: 1)),
        ])

    static let variant = Shape.record(
        "Variant",
        [
            .required("sku", .form(SKU.form)),
            .optional(
                "options", .map(key: .identifier, .either(.text, .localizedText)),
                "colour, size, volume, traveller … in every language, or one text for all."),
            .optional("gtin", .gtin),
            .optional("weight", .measure, "With packing; not for tours."),
            .optional(
                "prices", .map(key: .identifier, .form(.amount)),
                "Market to price, tax included, where no price list names the SKU."),
            .optional(
                "stock", .map(key: .identifier, .integer(0...1_000_000_000)),
                "Warehouse to what lay there when the books were opened."),
        ])

    static let handicraft = Shape.record(
        "Handicraft",
        [
            .required("materials", .materials),
            .required("technique", .localizedText),
            .required("region", .identifier, "A code of regions.yaml."),
            .optional("artisan", .localizedText),
            .optional(
                "size",
                .record(
                    "Size",
                    ["length", "width", "height", "diameter"].map { Field.optional($0, .measure) })),
            .optional("care", .localizedText),
            .optional(
                "heritage",
                .record(
                    "Heritage",
                    [
                        .required("level", .choice(Handicraft.Heritage.Level.allCases.map(\.rawValue))),
                        .required("year", .integer(2001...2100)),
                    ])),
            .optional(
                "made",
                .form(
                    Form("made", pattern: "^(new|[0-9]{4})$", example: "new") { text in
                        text == "new" || (text.utf8.count == 4 && text.utf8.allSatisfy { (0x30...0x39).contains($0) })
                    }), "new, or the year."),
            .optional(
                "significance", .list(.choice(Handicraft.Significance.allCases.map(\.rawValue))),
                "What experts found in an old work; empty for nothing."),
            .required("oneOfAKind", .boolean),
            .optional("blade", .blade),
        ])

    static let tour = Shape.record(
        "Tour",
        [
            .required("days", .integer(1...60)),
            .required("nights", .integer(0...60)),
            .required("region", .identifier, "A code of regions.yaml."),
            .required("meetingPoint", .localizedText),
            .required("timeZone", .text, "The IANA zone that its times are told in."),
            .required("startTime", .localTime),
            .required("guideLanguages", .list(.form(.languageTag), minimum: 1)),
            .required(
                "groupSize",
                .record("GroupSize", [.required("min", .integer(1...500)), .required("max", .integer(1...500))])),
            .required("departures", .list(.form(.date), minimum: 1)),
            .required("cancellationHours", .integer(0...2_160)),
            .optional("cutoffHours", .integer(0...2_160), "Sold up to so many hours before the start; 0 by itself."),
            .required("borderPermit", .boolean),
            .required("includes", .localizedText),
        ])

    static let imported = Shape.record(
        "Imported",
        [
            .required("brand", .text),
            .required("manufacturer", .localizedText),
            .optional("materials", .materials, "For textiles."),
            .optional("composition", .localizedText, "Ingredients, for food."),
            .optional("netWeight", .measure),
            .optional("shelfLifeMonths", .integer(1...120)),
            .optional("storage", .localizedText),
            .optional("care", .localizedText),
            .required("region", .identifier, "A code of regions.yaml."),
            .optional("blade", .blade),
        ])

    /// A file of `Catalog/price-lists`.
    public static let priceList = Shape.record(
        "PriceList",
        [
            .required("market", .identifier),
            .required("currency", .choice(Currency.all.map(\.code))),
            .required("from", .form(.date)),
            .optional("through", .form(.date), "The last day."),
            .required("taxIncluded", .boolean),
            .required("prices", .map(key: SKU.form, .form(.amount))),
        ])

    /// A file of `Catalog/stock`: what lies in one warehouse when the books are opened.
    public static let openingStock = Shape.record(
        "OpeningStock",
        [
            .required("warehouse", .identifier),
            .required("stock", .map(key: SKU.form, .integer(0...1_000_000_000))),
        ])

    static let warehouses = Shape.list(
        .record(
            "Warehouse",
            [
                .required("id", .identifier), .required("name", .localizedText),
                .required("country", .form(.country)), .required("markets", .list(.identifier)),
                .optional("bonded", .boolean, "In a zone whose goods have not entered the country yet."),
            ]))

    /// One level of `categories.yaml`; children are checked as they are read.
    static let category = Shape.record(
        "Category",
        [.required("id", .identifier), .required("name", .localizedText), .optional("children", .any)])

    static let vocabulary = Shape.map(key: .identifier, .localizedText)
}
