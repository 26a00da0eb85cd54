extension PersonName {
    /// The fields that a market asks a name in, in their order.
    ///
    ///     let form = PersonName.Form(kz, in: .kk)
    ///     form.items.map(\.field)                          // surname, given name, patronymic
    ///     form.faults(in: [.surname: "Қасымов"])           // given name: NAM0101
    ///     try form.name([.surname: "Қасымов", .givenName: "Асқар"])
    ///
    /// No patronymic has to be given, and any may be: the laws of both countries know people without one, Kazakh ones end in
    /// -ұлы and -қызы, in -ович and -овна or in nothing, and neighbours' in -оглы.
    /// - Throws: `name` throws the first of `faults`.
    public struct Form: Hashable, Sendable {
        public struct Item: Hashable, Sendable {
            public var field: Field
            public var isRequired: Bool

            init(_ field: Field, isRequired: Bool = true) { (self.field, self.isRequired) = (field, isRequired) }
        }

        /// What the names are in.
        public let language: LanguageTag
        public let items: [Item]
        let letters: PersonNameLetters

        /// One field, as on a resident's ID.
        public static let chinese = Form(.zhHans)
        public static let russian = Form(.ru)
        public static let kazakh = Form(.kk)

        /// A name in the letters A to Z, copied from a passport and never transliterated: the spelling there is its holder's
        /// (Қасымов may be KASSYMOV), and a ticket in another is refused at the gate. ICAO Doc 9303 knows people without a
        /// secondary identifier, hence without a given name.
        public static let passport = Form(
            language: .en, items: [Item(.surname), Item(.givenName, isRequired: false)], letters: .passport)

        /// The form of a language, whatever the market.
        public init(_ language: LanguageTag) {
            let isWhole = language.language == "zh"
            self.init(
                language: language,
                items: isWhole
                    ? [Item(.whole)] : [Item(.surname), Item(.givenName), Item(.patronymic, isRequired: false)],
                letters: .script(Script(writing: language) ?? .latin))
        }

        /// The form of a market for a reader of one of its languages.
        ///
        /// The market decides before the reader: customs and couriers compare the name with a document of their country. Kazakh
        /// names are asked for in Cyrillic, the script of Kazakhstan's documents, from readers of Latin and Arabic letters too.
        public init(_ market: Market, in language: LanguageTag) {
            switch market.countries.first {
            case "CN": self = .chinese
            case "RU": self = .russian
            case "KZ": self = language.language == "kk" ? .kazakh : .russian
            default: self.init(language)
            }
        }

        private init(language: LanguageTag, items: [Item], letters: PersonNameLetters) {
            (self.language, self.items, self.letters) = (language, items, letters)
        }
    }
}

extension PersonName.Form {
    /// The name in these fields, its spaces and hyphens tidied.
    public func name(_ values: [PersonName.Field: String]) throws(PersonNameError) -> PersonName {
        if let fault = faults(in: values).first { throw fault }
        return PersonName(values.mapValues(letters.tidied).filter { !$0.value.isEmpty }, in: language)
    }

    /// What is wrong with each field, in the form's order and then those that it does not have; empty where it is a name.
    public func faults(in values: [PersonName.Field: String]) -> [PersonNameError] {
        let asked = items.compactMap { item -> PersonNameError? in
            let text = letters.tidied(values[item.field] ?? "")
            guard text.isEmpty else { return letters.fault(in: text, of: item.field) }
            return item.isRequired ? PersonNameError(.nameMissing, item.field) : nil
        }
        let fields = items.map(\.field)
        let unasked = PersonName.Field.allCases.filter { field in
            !fields.contains(field) && values[field].map { !letters.tidied($0).isEmpty } ?? false
        }
        return asked + unasked.map { PersonNameError(.nameFieldUnknown, $0) }
    }
}
