/// A stock-keeping unit's code: `XJ-SLK-001-BLU`.
///
/// Capitals, digits and single hyphens, at most 24 bytes: fits every channel's and customs' field.
public struct SKU: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let description: String

    public init?(_ text: String) {
        guard Self.form.accepts(text) else { return nil }
        description = text
    }

    public static func < (a: Self, b: Self) -> Bool { a.description < b.description }

    public static let form = Shape.Form(
        "SKU", pattern: "^(?=.{1,24}$)[A-Z0-9]+(-[A-Z0-9]+)*$", example: "XJ-SLK-001-BLU"
    ) { text in
        text.utf8.count <= 24
            && text.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { part in
                !part.isEmpty
                    && part.utf8.allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) }
            }
    }
}
