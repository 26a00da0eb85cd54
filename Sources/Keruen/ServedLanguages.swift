internal import Synchronization

/// The languages that a page came to be made of: what its `Content-Language` says.
///
///     let served = ServedLanguages()
///     title = served.note(shop.text(product.title))?.value ?? ""
///     headers[.contentLanguage] = served.header       // "kk, ru": a title was there in Russian only
public final class ServedLanguages: Sendable {
    private let seen = Mutex<[LanguageTag]>([])

    public init() {}

    /// Notes the language of a text, and hands the text on.
    @discardableResult
    public func note<Value>(_ served: Served<Value>?) -> Served<Value>? {
        if let served { note(served.language) }
        return served
    }

    public func note(_ language: LanguageTag) {
        seen.withLock { if !$0.contains(language) { $0.append(language) } }
    }

    /// In the order in which they first came up (RFC 9110 §8.5); empty where nothing did.
    public var header: String { seen.withLock { $0.map(\.description).joined(separator: ", ") } }
}
