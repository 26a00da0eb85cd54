extension Diagnostic.Code {
    /// The file is missing or may not be read.
    public static let unreadableFile = Self("DOC0001")
    /// The bytes are not UTF-8.
    public static let notUTF8 = Self("DOC0002")
    /// The YAML or JSON does not parse.
    public static let brokenSyntax = Self("DOC0003")
    /// More values or deeper nesting than a hand-written file has.
    public static let tooLarge = Self("DOC0004")
    /// The JSON does not parse.
    public static let brokenJSON = Self("DOC0007")
    /// The folder is missing or closed, or the disk is full.
    public static let unwritableFile = Self("DOC0006")
    public static let missingField = Self("DOC0101")
    public static let unknownField = Self("DOC0102")
    /// A list where a text should be, and the like.
    public static let wrongShape = Self("DOC0103")
    public static let notAChoice = Self("DOC0104")
    /// A date, price, measure or code that is not written like one.
    public static let malformedValue = Self("DOC0105")
    public static let duplicateKey = Self("DOC0106")
}
