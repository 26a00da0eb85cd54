public import Foundation

extension CatalogSettings {
    /// The format of `keruen.yaml`.
    public static let shape = Shape.record(
        "Settings",
        [
            .optional(
                "rules",
                .record(
                    "Rules",
                    CatalogRule.all.map { rule in
                        .optional(
                            rule.code.rawValue, .choice(Level.allCases.map(\.rawValue)),
                            "\(rule.severity.rawValue) when left out")
                    }), "How much a rule matters here; off turns it off."),
            .optional(
                "limits",
                .record(
                    "Limits",
                    [
                        .optional("title", .integer(1...100_000), "Characters of a title; 150 when left out."),
                        .optional("description", .integer(1...100_000), "Characters; 5000 when left out."),
                        .optional("text", .integer(1...100_000), "Characters of every other text; 1000 when left out."),
                        .optional("blade", .integer(1...10_000), "Millimetres of a blade; 150 when left out."),
                    ])),
        ])

    /// Reads `keruen.yaml`, or a file of another name.
    ///
    ///     let settings = try CatalogSettings.load(file: folder.appending(path: "keruen.yaml"))
    ///
    /// - Parameter name: how diagnostics call the file; its path when nil.
    /// - Throws: `Refusal` with everything that does not fit: an unknown rule is `CAT0001`, with the nearest known one.
    public static func load(file: URL, as name: String? = nil) throws(Refusal) -> CatalogSettings {
        try CatalogSettings(try DocumentReader().read(file: file, as: name))
    }

    public init(_ document: DocumentNode) throws(Refusal) {
        self.init()
        // An empty file, or one of comments alone.
        guard document.content != .null else { return }
        let rules = document["rules"]?.entries ?? []
        let findings = Self.shape.check(document, field: "keruen.yaml").map { finding in
            guard finding.code == .unknownField, let rule = rules.first(where: { $0.keyPosition == finding.position })
            else { return finding }
            return Diagnostic(
                "CAT0001", at: rule.keyPosition,
                ["code": .text(rule.key), "nearest": .text(Self.nearest(to: rule.key))])
        }
        guard findings.isEmpty else { throw Refusal(findings) }
        for rule in rules {
            levels[Diagnostic.Code(rule.key)] = rule.value.text.flatMap(Level.init)
        }
        let limits = document["limits"]
        self.limits.title = limits?["title"]?.integer ?? self.limits.title
        self.limits.description = limits?["description"]?.integer ?? self.limits.description
        self.limits.text = limits?["text"]?.integer ?? self.limits.text
        self.limits.blade = limits?["blade"]?.integer ?? self.limits.blade
    }

    /// The known rule that has most characters in the same places: of CAT203 it is CAT0203, read from its end.
    private static func nearest(to code: String) -> String {
        let wanted = Array(code.uppercased().reversed())
        func likeness(_ rule: CatalogRule) -> Int {
            zip(wanted, rule.code.rawValue.reversed()).count { $0 == $1 }
        }
        let best = CatalogRule.all.max { likeness($0) < likeness($1) }
        return best?.code.rawValue ?? ""
    }
}
