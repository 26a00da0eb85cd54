public import Foundation

extension CustomsProfile {
    /// The format of `customs.yaml`.
    public static let shape = Shape.record(
        "CustomsProfile",
        [
            .required("platform", firm, "The platform that the order was placed on."),
            .required("merchant", firm, "Who sells, and whom the line to customs belongs to."),
            .required("carrier", firm),
            .required("agent", firm, "Who declares."),
            .optional("owner", firm, "Who made or sold the goods; the merchant when left out."),
            .optional("payment", firm, "Whom the buyer pays through; imports want one."),
            .required("exchange", .form(.exchangeID), "The line's number with the port's exchange (DXP)."),
            .optional("export", export, "How parcels leave China."),
            .optional("directImport", entry(["9610"]), "How parcels come straight from abroad."),
            .optional("bondedImport", entry(["1210", "1239"]), "How parcels leave a bonded warehouse for buyers."),
            .optional("currencies", .map(key: .currency, .form(.customsCode)), "Codes that your broker has told you."),
            .optional("sender", sender, "As the post wants it, in Latin letters."),
            .optional("goods", .map(key: SKU.form, record), "How goods are declared."),
        ])

    private static let firm = Shape.record(
        "CustomsFirm",
        [
            .required("code", .form(.firmCode), "10 or 18 characters; 无 for a platform abroad."),
            .required("name", .text),
        ])

    private static let transport = Shape.record(
        "CustomsTransport",
        [
            .required("mode", .form(.transport), "3 rail, 4 road, 5 air, 6 post."), .optional("vehicle", .text),
            .optional("voyage", .text), .optional("bill", .text, "Of lading, or the master air waybill."),
        ])

    private static let export = Shape.record(
        "CustomsExport",
        [
            .required("mode", .choice(["9610", "1210", "9710", "9810"])), .required("customs", .form(.office)),
            .required("port", .form(.office)), .required("transport", transport),
            .required("packaging", .form(.packaging)),
            .required("destinations", .map(key: .country, .text), "Country → customs' code of its port."),
            .optional("statistics", .choice(["A", "B"]), "A simplified, B summed up later; A when left out."),
            .optional("warehouse", firm), .optional("accountBook", .text), .optional("place", .text),
        ])

    private static func entry(_ modes: [String]) -> Shape {
        .record(
            "CustomsImport",
            [
                .required("mode", .choice(modes)), .required("customs", .form(.office)),
                .required("port", .form(.office)), .required("transport", transport),
                .required("guarantor", .form(.firmCode), "Who stands in for the taxes."),
                .optional("packaging", .form(.packaging)), .optional("warehouse", firm),
                .optional("accountBook", .text), .optional("place", .text),
            ])
    }

    private static let sender = Shape.record(
        "PostalSender",
        [
            .required("name", .text), .required("lines", .list(.text, minimum: 1)),
            .required("country", .form(.country)),
            .optional("phone", .text),
        ])

    private static let quantity = Shape.record(
        "StatutoryQuantity", [.required("unit", .form(.customsCode)), .required("quantity", .form(.quantity))])

    private static let record = Shape.record(
        "DeclaredRecord",
        [
            .optional("code", .form(.tariffCode)), .optional("unit", .form(.customsCode)),
            .optional("legal", .list(quantity, minimum: 1), "Of one piece, in the tariff's one or two units."),
            .optional("net", .form(.measure), "Of one piece without packing."), .optional("model", .text),
            .optional("record", .text, "In the zone's book of goods."),
        ])

    /// - Parameter name: how diagnostics call the file; its path when nil.
    /// - Throws: `Refusal` with everything that is wrong, each at its place.
    public static func load(file: URL, as name: String? = nil) throws(Refusal) -> CustomsProfile {
        try CustomsProfile(DocumentReader().read(file: file, as: name))
    }

    public init(_ node: DocumentNode) throws(Refusal) {
        let findings = Self.shape.check(node) + Self.zones(node)
        guard findings.isEmpty, let platform = node["platform"].flatMap(CustomsFirm.init),
            let merchant = node["merchant"].flatMap(CustomsFirm.init),
            let carrier = node["carrier"].flatMap(CustomsFirm.init),
            let agent = node["agent"].flatMap(CustomsFirm.init), let exchange = node["exchange"]?.text
        else { throw Refusal(findings) }
        self.init(
            platform: platform, merchant: merchant, carrier: carrier, agent: agent,
            owner: node["owner"].flatMap(CustomsFirm.init), provider: node["payment"].flatMap(CustomsFirm.init),
            exchangeID: exchange, export: node["export"].flatMap(Export.init),
            directImport: node["directImport"].flatMap(Import.init),
            bondedImport: node["bondedImport"].flatMap(Import.init))
        for entry in node["currencies"]?.entries ?? [] {
            currencies[entry.key] = entry.value.text.flatMap { CustomsCurrency(code: $0) }
        }
        sender = node["sender"].flatMap { node in
            guard let name = node["name"]?.text, let country = node["country"]?.text else { return nil }
            return PostalDeclaration.Address(
                name: name, lines: node["lines"]?.elements.compactMap(\.text) ?? [], country: country,
                telephone: node["phone"]?.text)
        }
        for entry in node["goods"]?.entries ?? [] {
            if let sku = SKU(entry.key) { goods[sku] = DeclaredRecord(entry.value) }
        }
    }

    /// A zone's goods are booked: its modes want the book and the firm that keeps it.
    private static func zones(_ node: DocumentNode) -> [Diagnostic] {
        ["export", "bondedImport"].compactMap { node[$0] }.flatMap { route -> [Diagnostic] in
            guard let mode = route["mode"]?.text, mode.hasPrefix("12") else { return [] }
            return ["warehouse", "accountBook"].filter { route[$0] == nil }.map { field in
                Diagnostic(.missingField, at: route.position, ["field": .text(field)])
            }
        }
    }
}

extension CustomsFirm {
    fileprivate init?(_ node: DocumentNode) {
        guard let code = node["code"]?.text, let name = node["name"]?.text else { return nil }
        self.init(code: code, name: name)
    }
}

extension CustomsJourney {
    fileprivate init?(_ node: DocumentNode) {
        guard let mode = node["mode"]?.text.flatMap({ TransportMode(code: $0) }) else { return nil }
        self.init(
            mode, vehicle: node["vehicle"]?.text, voyage: node["voyage"]?.text, billNumber: node["bill"]?.text)
    }
}

extension CustomsProfile.Export {
    fileprivate init?(_ node: DocumentNode) {
        guard let mode = node["mode"]?.text.flatMap(SupervisionMode.init), let customs = node["customs"]?.text,
            let port = node["port"]?.text, let journey = node["transport"].flatMap(CustomsJourney.init),
            let packaging = node["packaging"]?.text
        else { return nil }
        var ports: [String: String] = [:]
        for entry in node["destinations"]?.entries ?? [] { ports[entry.key] = entry.value.text }
        self.init(
            mode: mode, customsOffice: customs, portOffice: port, journey: journey, packaging: packaging, ports: ports,
            statistics: node["statistics"]?.text.flatMap(ExportList.Statistics.init) ?? .simplified,
            warehouse: node["warehouse"].flatMap(CustomsFirm.init), accountBook: node["accountBook"]?.text,
            place: node["place"]?.text)
    }
}

extension CustomsProfile.Import {
    fileprivate init?(_ node: DocumentNode) {
        guard let mode = node["mode"]?.text.flatMap(SupervisionMode.init), let customs = node["customs"]?.text,
            let port = node["port"]?.text, let journey = node["transport"].flatMap(CustomsJourney.init),
            let guarantor = node["guarantor"]?.text
        else { return nil }
        self.init(
            mode: mode, customsOffice: customs, portOffice: port, journey: journey, guarantor: guarantor,
            packaging: node["packaging"]?.text, warehouse: node["warehouse"].flatMap(CustomsFirm.init),
            accountBook: node["accountBook"]?.text, place: node["place"]?.text)
    }
}

extension DeclaredRecord {
    fileprivate init(_ node: DocumentNode) {
        let legal = (node["legal"]?.elements ?? []).compactMap { part -> (CEBDecimal, CustomsUnit)? in
            guard let quantity = part["quantity"]?.text.flatMap({ CEBDecimal($0) }),
                let unit = part["unit"]?.text.flatMap({ CustomsUnit(code: $0) })
            else { return nil }
            return (quantity, unit)
        }
        var statutory = legal.first.map { StatutoryQuantity($0.0, $0.1) }
        if legal.count > 1 {
            statutory = StatutoryQuantity(legal[0].0, legal[0].1, second: legal[1].0, legal[1].1)
        }
        self.init(
            tariffCode: node["code"]?.text, unit: node["unit"]?.text.flatMap { CustomsUnit(code: $0) },
            statutory: statutory,
            netWeight: node["net"]?.text.flatMap(Measure.init).flatMap { CEBDecimal(kilograms: $0) },
            model: node["model"]?.text, recordNumber: node["record"]?.text)
    }
}

extension Shape.Form {
    /// A registration with customs, a unified social credit code, or 无.
    static let firmCode = Self("firmCode", pattern: "^([0-9A-Z]{10}|[0-9A-Z]{18}|无)$", example: "6501980123") { text in
        text == "无" || ([10, 18].contains(text.utf8.count) && isCode(text))
    }
    static let exchangeID = Self("exchangeID", pattern: "^[0-9A-Z]{1,30}$", example: "DXPENT0000012345") { text in
        (1...30).contains(text.utf8.count) && isCode(text)
    }
    static let office = Self("office", pattern: "^[0-9]{4}$", example: "9407") { isNumber($0, 4) }
    static let customsCode = Self("customsCode", pattern: "^[0-9]{3}$", example: "142") { isNumber($0, 3) }
    static let tariffCode = Self("tariffCode", pattern: "^[0-9]{10}$", example: "9202909000") { isNumber($0, 10) }
    static let packaging = Self("packaging", pattern: "^[0-9A-Z]$", example: "2") { $0.utf8.count == 1 && isCode($0) }
    static let transport = Self("transport", pattern: "^[0-9A-Z]$", example: "4") { $0.utf8.count == 1 && isCode($0) }
    static let quantity = Self("quantity", pattern: "^[0-9]{1,9}(\\.[0-9]{1,5})?$", example: "2.5") { text in
        !text.hasPrefix("-") && text.utf8.prefix { $0 != UInt8(ascii: ".") }.count <= 9 && CEBDecimal(text) != nil
    }
    static let currency = Self("currency", pattern: "^[A-Z]{3}$", example: "KZT") { text in
        text.utf8.count == 3 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    }

    private static func isCode(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
    }

    private static func isNumber(_ text: String, _ count: Int) -> Bool {
        text.utf8.count == count && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
