public import Foundation

/// By what a year's orders of one person are counted, without anybody's number.
///
///     request.quotaBuyer = try keyring.quotaBuyer(of: document, at: now)
///
/// Made anew for each year, so that it links orders of one year alone; and of every look-up key in the keyring, so that the year goes on
/// under the key that it was begun with, whichever is the current one by then.
public struct QuotaBuyer: Hashable, Sendable, PersonalData {
    /// By year, the current key's first.
    private let keys: [Int: [LookupKey]]

    init(_ keys: [Int: [LookupKey]]) { self.keys = keys }

    /// In the order of the keyring.
    package func keys(in year: Int) -> [LookupKey] { keys[year] ?? [] }

    public var description: String { "a buyer with a quota" }
}

extension Keyring {
    /// The buyer behind a document, for the year of an instant and the one after it, as Beijing counts.
    /// - Throws: `TradeError` with `foreignerRefused` for anything but a resident's ID: China's customs count by nothing else.
    public func quotaBuyer(of document: IdentityDocument, at now: Date) throws(TradeError) -> QuotaBuyer {
        guard case .residentID = document else { throw TradeError(.foreignerRefused) }
        let year = BeijingTime.year(at: now)
        var keys: [Int: [LookupKey]] = [:]
        // A request that is made a second before midnight is placed after it.
        for year in [year, year + 1] { keys[year] = quotaKeys(of: document, in: year) }
        return QuotaBuyer(keys)
    }
}
