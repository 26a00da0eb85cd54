public import Foundation

extension Market {
    /// The format of `Catalog/markets/*.yaml`.
    public static let shape = Shape.record(
        "Market",
        [
            .required("id", .form(.identifier), "Stands in addresses: kz."),
            .required("name", .localizedText),
            .required("countries", .list(.form(.country), minimum: 1), "ISO 3166-1 codes that it delivers to."),
            .required("currency", .choice(Currency.all.map(\.code))),
            .required("timeZone", .text, "IANA name, such as Asia/Almaty."),
            .required(
                "units", .list(.choice(Measure.Unit.allCases.map(\.rawValue)), minimum: 1), "What labels may use."),
            .required("languages", .list(.form(.languageTag), minimum: 1), "The first is the market's own."),
            .required("requiredLanguages", .list(.form(.languageTag)), "What the law asks for: all of them."),
            .optional("fallbacks", .map(key: .languageTag, .list(.form(.languageTag)))),
            .optional("seller", Seller.shape, "Who sells here, as the law wants buyers to be told."),
        ])

    /// - Throws: `Refusal` with what is wrong in the file.
    public static func load(file: URL, as name: String? = nil) throws(Refusal) -> Market {
        let node = try DocumentReader().read(file: file, as: name)
        return try Market(node)
    }

    public init(_ node: DocumentNode) throws(Refusal) {
        let findings = Market.shape.check(node)
        guard findings.isEmpty, let id = node["id"]?.text, let code = node["currency"]?.text,
            let currency = Currency(code), let timeZone = node["timeZone"]?.text
        else { throw Refusal(findings) }
        self.init(
            id: id,
            names: node["name"]?.localizedTexts ?? [:],
            countries: node["countries"]?.elements.compactMap(\.text) ?? [],
            currency: currency,
            timeZone: timeZone,
            units: node["units"]?.elements.compactMap(\.text).compactMap(Measure.Unit.init) ?? [],
            languages: node["languages"]?.languageTags ?? [],
            requiredLanguages: node["requiredLanguages"]?.languageTags ?? [],
            fallbacks: Dictionary(
                (node["fallbacks"]?.entries ?? []).compactMap { entry in
                    (try? LanguageTag(entry.key)).map { ($0, entry.value.languageTags) }
                }, uniquingKeysWith: { first, _ in first }),
            seller: node["seller"].map(Seller.init))
        try checkClockAndLanguages(node)
    }

    private func checkClockAndLanguages(_ node: DocumentNode) throws(Refusal) {
        var findings: [Diagnostic] = []
        if let zone = node["timeZone"], TimeZoneOffsets.shared(timeZone) == nil {
            findings.append(
                Diagnostic(
                    .malformedValue, at: zone.position,
                    ["field": "timeZone", "value": .text(timeZone), "example": "Asia/Almaty"]))
        }
        for language in node["requiredLanguages"]?.elements ?? [] {
            guard let tag = language.text, !languages.map(\.description).contains(tag) else { continue }
            findings.append(
                Diagnostic(
                    .notAChoice, at: language.position,
                    [
                        "field": "requiredLanguages", "value": .text(tag),
                        "choices": .text(languages.map(\.description).joined(separator: ", ")),
                    ]))
        }
        guard findings.isEmpty else { throw Refusal(findings) }
    }
}

extension DocumentNode {
    public var languageTags: [LanguageTag] { elements.compactMap(\.text).compactMap { try? LanguageTag($0) } }

    public var localizedTexts: [LanguageTag: String] {
        Dictionary(
            entries.compactMap { entry in
                guard let tag = try? LanguageTag(entry.key), let text = entry.value.text else { return nil }
                return (tag, text)
            }, uniquingKeysWith: { first, _ in first })
    }
}
