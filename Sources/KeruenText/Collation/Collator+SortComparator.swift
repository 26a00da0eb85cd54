public import Foundation

extension Collator {
    /// A `SortComparator` for `sorted(using:)`, forward unless told otherwise.
    public struct Comparator: SortComparator {
        public let collator: Collator
        public var order: SortOrder = .forward

        public func compare(_ a: String, _ b: String) -> ComparisonResult {
            let result = collator.compare(a, b)
            guard order == .reverse else { return result }
            return result == .orderedSame
                ? .orderedSame : result == .orderedAscending ? .orderedDescending : .orderedAscending
        }

        public static func == (a: Self, b: Self) -> Bool {
            a.collator.language == b.collator.language && a.order == b.order
        }

        public func hash(into hasher: inout Hasher) {
            hasher.combine(collator.language)
            hasher.combine(order)
        }
    }

    public var comparator: Comparator { Comparator(collator: self) }

    /// The elements in this order, equal ones as they came.
    ///
    ///     try Collator("ru").sorted(products, by: \.title)
    public func sorted<S: Sequence>(_ elements: S, by text: (S.Element) -> String) -> [S.Element] {
        let elements = Array(elements)
        return order(of: elements.map(text)).map { elements[$0] }
    }
}
