/// Who sells in a market, as its law wants buyers to be told.
///
///     kz.seller?.name[.kk]        // «Керуен» ЖШС
///     kz.seller?.bin?.digits
public struct Seller: Hashable, Sendable {
    /// As it is registered, with its legal form, by language.
    public var name: [LanguageTag: String]
    public var address: [LanguageTag: String]
    /// When somebody answers; Russia's law asks for it.
    public var hours: [LanguageTag: String]
    public var phone: String?
    public var email: String?
    /// Kazakhstan's number.
    public var bin: BIN?
    /// Russia's.
    public var ogrn: OGRN?
    /// China's.
    public var uscc: USCC?

    public init(
        name: [LanguageTag: String], address: [LanguageTag: String], hours: [LanguageTag: String] = [:],
        phone: String? = nil, email: String? = nil, bin: BIN? = nil, ogrn: OGRN? = nil, uscc: USCC? = nil
    ) {
        (self.name, self.address, self.hours) = (name, address, hours)
        (self.phone, self.email, self.bin, self.ogrn, self.uscc) = (phone, email, bin, ogrn, uscc)
    }
}

extension Seller {
    static let shape = Shape.record(
        "Seller",
        [
            .required("name", .localizedText, "As it is registered, with its legal form."),
            .required("address", .localizedText),
            .optional("hours", .localizedText, "When somebody answers."),
            .optional("phone", .text),
            .optional("email", .text),
            .optional("bin", .form(.bin), "Kazakhstan's business identification number."),
            .optional("ogrn", .form(.ogrn), "Russia's registration number."),
            .optional("uscc", .form(.uscc), "China's unified social credit code."),
        ])

    /// Takes a node that has the shape.
    init(_ node: DocumentNode) {
        self.init(
            name: node["name"]?.localizedTexts ?? [:],
            address: node["address"]?.localizedTexts ?? [:],
            hours: node["hours"]?.localizedTexts ?? [:],
            phone: node["phone"]?.text,
            email: node["email"]?.text,
            bin: node["bin"]?.text.flatMap(BIN.init),
            ogrn: node["ogrn"]?.text.flatMap(OGRN.init),
            uscc: node["uscc"]?.text.flatMap(USCC.init))
    }
}

extension Shape.Form {
    static let bin = Self("bin", pattern: "^[0-9]{12}$", example: "220540009998") { BIN($0) != nil }
    static let ogrn = Self("ogrn", pattern: "^[135][0-9]{12}([0-9]{2})?$", example: "1022200525819") {
        OGRN($0) != nil
    }
    static let uscc = Self("uscc", pattern: "^[0-9A-HJ-NPQRTUWXY]{18}$", example: "91110000600037341L") {
        USCC($0) != nil
    }
}
