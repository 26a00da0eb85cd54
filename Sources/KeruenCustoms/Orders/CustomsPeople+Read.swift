public import Foundation

extension CustomsPeople {
    /// The format of a file that names an order's people, for shops that keep them elsewhere.
    public static let shape = Shape.record(
        "CustomsPeople",
        [
            .required("buyer", person, "Who orders."), .optional("payer", person, "The buyer when left out."),
            .optional("recipient", person, "The buyer when left out."), .required("address", address),
        ])

    private static let person = Shape.record(
        "Person",
        [
            .optional("name", .text, "A Chinese name, or one in a passport's letters, whole."),
            .optional("surname", .text), .optional("givenName", .text), .optional("patronymic", .text),
            .optional("language", .choice(["zh-Hans", "ru", "kk"]), "What the name is in."),
            .required("phone", .text), .optional("country", .choice(["CN", "RU", "KZ"]), "The phone's, without a +."),
            .optional("documents", .list(document)),
        ])

    private static let document = Shape.record(
        "Document",
        [
            .required("kind", .choice(IdentityDocument.Kind.allCases.filter { $0 != .passport }.map(\.rawValue))),
            .required("number", .text),
        ])

    private static let address = Shape.record(
        "Address",
        [
            .required("country", .form(.country)), .optional("region", .text), .required("city", .text),
            .optional("district", .text), .required("lines", .list(.text)), .required("postcode", .text),
        ])

    /// - Throws: `Refusal` at the place of what is wrong; it names fields, and never what stands in them.
    public static func load(file: URL, as name: String? = nil) throws(Refusal) -> CustomsPeople {
        try CustomsPeople(DocumentReader().read(file: file, as: name))
    }

    public init(_ node: DocumentNode) throws(Refusal) {
        let findings = Self.shape.check(node)
        guard findings.isEmpty, let buyer = node["buyer"], let place = node["address"] else { throw Refusal(findings) }
        let country = place["country"]?.text ?? ""
        let home = try Self.placed(place) { () throws(TradeError) in
            try Address(
                country: country, region: place["region"]?.text, city: place["city"]?.text ?? "",
                district: place["district"]?.text, lines: place["lines"]?.elements.compactMap(\.text) ?? [],
                postcode: place["postcode"]?.text ?? "")
        }
        let (payer, recipient) = (node["payer"] ?? buyer, node["recipient"] ?? buyer)
        self.init(
            Parties(
                payer: try Self.party(payer, country), buyer: try Self.party(buyer, country),
                recipient: try Self.party(recipient, country), address: home))
        for (role, person) in [(Party.Role.payer, node["payer"]), (.buyer, buyer), (.recipient, recipient)] {
            for document in person?["documents"]?.elements ?? [] {
                guard let kind = document["kind"]?.text.flatMap(IdentityDocument.Kind.init) else { continue }
                let read = try Self.placed(document) { () throws(TradeError) in
                    try IdentityDocument(kind, document["number"]?.text ?? "")
                }
                documents[role, default: []].append(read)
            }
        }
    }

    private static func party(_ node: DocumentNode, _ country: String) throws(Refusal) -> Party {
        let language = (node["language"]?.text).flatMap { try? LanguageTag($0) } ?? (country == "CN" ? .zhHans : .ru)
        let name: PersonName
        do throws(PersonNameError) {
            name =
                if let whole = node["name"]?.text {
                    try PersonName(whole)
                } else {
                    try PersonName(
                        surname: node["surname"]?.text ?? "", givenName: node["givenName"]?.text ?? "",
                        patronymic: node["patronymic"]?.text, in: language)
                }
        } catch {
            var diagnostic = error.diagnostic
            diagnostic.position = node.position
            throw Refusal(diagnostic)
        }
        let phone = try placed(node) { () throws(TradeError) in
            try PhoneNumber(node["phone"]?.text ?? "", in: node["country"]?.text ?? country)
        }
        return Party(name: name, phone: phone)
    }

    /// What is wrong with a value, at its place.
    private static func placed<Value>(
        _ node: DocumentNode, _ read: () throws(TradeError) -> Value
    ) throws(Refusal) -> Value {
        do throws(TradeError) { return try read() } catch {
            var diagnostic = error.diagnostic
            diagnostic.position = node.position
            throw Refusal(diagnostic)
        }
    }
}
