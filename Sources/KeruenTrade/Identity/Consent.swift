public import Foundation

/// That a person agreed to one use of their documents: to what text, in which language, and when.
///
///     let consent = try Consent(to: .customsRU, textVersion: "2026-03", language: .ru, given: now)
///
/// A purpose has a consent of its own: Russia's law No. 152-FZ (art. 9, from 2025-09-01), Kazakhstan's No. 94-V and China's
/// Personal Information Protection Law (art. 29) want one for identity apart from all other texts. It holds nothing of the person
/// and outlives the documents, as proof that they were taken rightly.
/// - Throws: `TradeError` with `badConsent` unless the version is 1 to 64 printable ASCII characters without spaces.
public struct Consent: Hashable, Sendable {
    public let purpose: Purpose
    /// Of the text that was shown; the shop keeps the texts.
    public let textVersion: String
    /// That it was shown in.
    public let language: LanguageTag
    public let given: Date

    public init(to purpose: Purpose, textVersion: String, language: LanguageTag, given: Date) throws(TradeError) {
        guard (1...64).contains(textVersion.utf8.count), textVersion.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { throw TradeError(.badConsent) }
        (self.purpose, self.textVersion, self.language, self.given) = (purpose, textVersion, language, given)
    }

    /// What documents are used for; a row of the table may name one of the shop's own.
    public struct Purpose: RawRepresentable, Hashable, Sendable {
        public var rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let customsCN = Purpose(rawValue: "customs-cn")
        public static let customsKZ = Purpose(rawValue: "customs-kz")
        public static let customsRU = Purpose(rawValue: "customs-ru")
        public static let tourBooking = Purpose(rawValue: "tour-booking")
        /// Of names and addresses; it needs no consent.
        public static let delivery = Purpose(rawValue: "delivery")
    }
}
