/// A person's name in the fields that its language has for one, checked and ready to be written.
///
///     let name = try PersonName(surname: "Иванов", givenName: "Иван", patronymic: "Петрович", in: .ru)
///     name.full           // "Иванов Иван Петрович"
///     try name.envelope() // "Ivanov Ivan Petrovich"
///     try PersonName("欧阳娜娜").envelope()   // "Ouyang Nana"
///     "\(name)"           // "a name of 3 parts"
///
/// Names are personal data: what prints a value by accident, be it `print`, a log or `dump`, shows only how many parts it has.
/// - Throws: `PersonNameError` of the first field at fault; a `Form` tells all of them.
public struct PersonName: Hashable, Sendable {
    /// What a name is written into.
    public enum Field: String, CaseIterable, Hashable, Sendable {
        /// The whole name, as Chinese has it.
        case whole
        case surname
        case givenName = "given-name"
        case patronymic
    }

    public let language: LanguageTag
    /// Tidied by a form, and none of them empty.
    let values: [Field: String]

    init(_ values: [Field: String], in language: LanguageTag) {
        (self.values, self.language) = (values, language)
    }

    /// A name of one field: 欧阳娜娜, 阿依古丽·买买提.
    public init(_ whole: String, in language: LanguageTag = .zhHans) throws(PersonNameError) {
        self = try Form(language).name([.whole: whole])
    }

    /// A name of two or three fields: Қасымов Асқар Болатұлы.
    public init(
        surname: String, givenName: String, patronymic: String? = nil, in language: LanguageTag
    ) throws(PersonNameError) {
        var values: [Field: String] = [.surname: surname, .givenName: givenName]
        values[.patronymic] = patronymic
        self = try Form(language).name(values)
    }

    /// What stands in a field; nil for one that was left empty or that the language does not have.
    public subscript(field: Field) -> String? { values[field] }

    /// What is written, in the order of the fields.
    var parts: [String] { Field.allCases.compactMap { values[$0] } }
}

// `dump`, the debugger and `String(reflecting:)` look for these, and would print the fields without them.
extension PersonName: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "a name of \(values.count) part\(values.count == 1 ? "" : "s")" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
