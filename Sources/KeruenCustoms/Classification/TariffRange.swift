/// Beginnings of codes of the Harmonized System, with those that are left out of them.
///
///     TariffRange("57|!5701")?.precision(for: "570210")       // 2
///     TariffRange("57|!5701")?.precision(for: "570110")       // nil
public struct TariffRange: Hashable, Sendable, CustomStringConvertible {
    public let description: String
    private let included: [String]
    private let excluded: [String]

    /// Reads beginnings between bars, ! before those that are left out; * is everything.
    public init?(_ text: String) {
        let terms = text == "*" ? [""] : text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        included = terms.filter { !$0.hasPrefix("!") }
        excluded = terms.filter { $0.hasPrefix("!") }.map { String($0.dropFirst()) }
        let beginnings = text == "*" ? [] : included + excluded
        guard !included.isEmpty,
            beginnings.allSatisfy({
                (2...6).contains($0.utf8.count) && $0.utf8.allSatisfy { (0x30...0x39).contains($0) }
            })
        else { return nil }
        description = text
    }

    /// How many digits of a code speak for it; nil where it is not meant. Without a code only everything fits.
    public func precision(for code: String?) -> Int? {
        let code = code ?? ""
        guard let length = included.filter({ code.hasPrefix($0) }).map(\.utf8.count).max() else { return nil }
        // What is left out may be taken in again by more digits.
        let out = excluded.filter { code.hasPrefix($0) }.map(\.utf8.count).max() ?? -1
        return length > out ? length : nil
    }
}
