internal import Foundation

/// A posted form's fields as browsers send them (`application/x-www-form-urlencoded`); the first of a name counts.
///
///     FormFields("city=%D0%90%D0%BB%D0%BC%D0%B0%D1%82%D1%8B&gift=yes")?["city"]        // "Алматы"
///
/// Nil for bytes that are no text. It is never printed: what is in it may be somebody's name.
struct FormFields: Sendable {
    private let values: [String: String]

    init?(_ body: String) {
        var values: [String: String] = [:]
        for pair in body.split(separator: "&") {
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decoded(sides[0]), let value = Self.decoded(sides.count == 2 ? sides[1] : "") else {
                return nil
            }
            values[name] = values[name] ?? value
        }
        self.values = values
    }

    /// Empty for a field that was not sent.
    subscript(name: String) -> String { values[name] ?? "" }

    func has(_ name: String) -> Bool { !self[name].isEmpty }

    private static func decoded(_ text: Substring) -> String? {
        text.replacing("+", with: " ").removingPercentEncoding
    }
}
