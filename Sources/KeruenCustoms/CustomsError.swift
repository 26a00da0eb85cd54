/// Why a document for customs was refused; a stable code, and what the sentence needs. Never a person's data.
///
///     do { _ = try await message.xml(signedBy: signer, for: .production) } catch { print(error.diagnostics) }
public struct CustomsError: Error, Hashable, Sendable {
    public var code: Diagnostic.Code
    public var arguments: [String: Diagnostic.Argument]

    public init(_ code: Diagnostic.Code, _ arguments: [String: Diagnostic.Argument] = [:]) {
        self.code = code
        self.arguments = arguments
    }

    /// For reports, which say it in the reader's language.
    public var diagnostic: Diagnostic { Diagnostic(code, .error, at: nil, arguments) }
}

// A field of a document.
extension Diagnostic.Code {
    /// A field that must be there is missing or empty.
    public static let customsFieldMissing = Self("CUS0101")
    public static let customsFieldTooLong = Self("CUS0102")
    /// A field whose length is fixed.
    public static let customsFieldLength = Self("CUS0103")
    /// An amount in another currency than the document's.
    public static let customsCurrencyMixed = Self("CUS0104")
    /// Negative, or past the 19 digits with 5 decimals that the messages have room for.
    public static let customsNumberOutOfRange = Self("CUS0105")
    /// A control character.
    public static let customsBadCharacter = Self("CUS0106")
    /// Customs' lists have no code for it.
    public static let customsNoCode = Self("CUS0107")
    /// Only a resident's identity card is taken: 17 digits, and a digit or X.
    public static let customsBadIdentity = Self("CUS0108")
}

// A message as a whole.
extension Diagnostic.Code {
    /// A document has 1 to 99 lines.
    public static let customsBadLineCount = Self("CUS0111")
    /// A message has 1 to 100 documents.
    public static let customsBadDocumentCount = Self("CUS0112")
    /// A message has at most 5 subscriptions.
    public static let customsTooManySubscriptions = Self("CUS0113")
    /// The message is taken only with a signature.
    public static let customsUnsigned = Self("CUS0114")
    /// A stub signs nothing for production.
    public static let customsStubSigner = Self("CUS0115")
    /// The hardware that holds the key refused or failed.
    public static let customsSigningFailed = Self("CUS0116")
}
