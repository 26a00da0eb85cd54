/// What came of reading a translators' file: how many texts were taken over, and everything that was not, with its place.
///
///     let report = try XLIFF.read(data, as: "shop.ru.xlf", into: &tables)
///     print(report.applied, report.findings.count)
public struct ExchangeReport: Sendable {
    /// Messages that now stand in the tables, whether they were changed or not.
    public var applied: Int
    /// In the order of the file.
    public var findings: [Diagnostic]

    public init(applied: Int = 0, findings: [Diagnostic] = []) { (self.applied, self.findings) = (applied, findings) }
}

extension Diagnostic.Code {
    // Reading.

    /// The file is not in the format that it is read as.
    public static let brokenExchange = Self("EXC0101")
    public static let unknownExchangeKey = Self("EXC0102")
    /// A text of a message that came already.
    public static let duplicateUnit = Self("EXC0103")
    /// A placeholder or a tag of the source is not in the translation.
    public static let lostPlaceholder = Self("EXC0104")
    /// A placeholder or a tag is not in the source, or is not written as one.
    public static let inventedPlaceholder = Self("EXC0105")
    /// A plural form, or another variant, has no translation.
    public static let missingVariant = Self("EXC0106")
    /// The file is from or into another language than was asked for.
    public static let exchangeLanguage = Self("EXC0107")
    public static let translationTooLong = Self("EXC0108")
    /// The source is no longer the one that the file was made of.
    public static let sourceChanged = Self("EXC0109")
    /// The texts do not make a sound message.
    public static let unsoundMessage = Self("EXC0110")
    /// The language that texts would be translated into is that of their sources.
    public static let intoSourceLanguage = Self("EXC0113")
    /// Forms of number that the language does not have by CLDR, or fewer of them.
    public static let pluralFormsMismatch = Self("EXC0111")
    /// A part of the file that nothing here stands for.
    public static let unreadPart = Self("EXC0112")

    // Writing.

    public static let sourceIsNoMessage = Self("EXC0201")
    public static let translationIsNoMessage = Self("EXC0202")
    public static let tooManyVariants = Self("EXC0203")
    /// Characters that the format has no way to write.
    public static let charactersNotCarried = Self("EXC0204")
    public static let selectorsNotCarried = Self("EXC0205")
    /// Exact numbers, words or ordinals, where the format knows plural forms alone.
    public static let keysNotCarried = Self("EXC0206")
    public static let markupNotCarried = Self("EXC0207")
    /// The translation declares or places something that the source does not.
    public static let declarationsNotCarried = Self("EXC0208")
    public static let unknownPluralRules = Self("EXC0209")
    /// A plural that is counted by another argument than the format can count by.
    public static let countNotCarried = Self("EXC0211")
    /// A translation that is empty on purpose, where the format takes an empty text for none.
    public static let emptyTextNotCarried = Self("EXC0210")
}
