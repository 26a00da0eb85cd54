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
        // All keys in one array, and of each its first eight bytes as a number: most pairs are told apart by those alone,
        // without a look at the keys.
        var keys: [UInt8] = []
        keys.reserveCapacity(elements.count * 48)
        var places: [(prefix: UInt64, start: Int, end: Int, index: Int)] = []
        places.reserveCapacity(elements.count)
        for (index, element) in elements.enumerated() {
            let start = keys.count
            appendSortKey(of: text(element), to: &keys)
            let prefix = keys[start...].prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
            // A short key's prefix is filled with zeros, which are in no key and come before all that is.
            let missing = max(0, 8 - (keys.count - start))
            places.append((missing == 8 ? 0 : prefix << (8 * UInt64(missing)), start, keys.count, index))
        }
        places.sort { a, b in
            if a.prefix != b.prefix { return a.prefix < b.prefix }
            let (x, y) = (keys[a.start..<a.end], keys[b.start..<b.end])
            if x.lexicographicallyPrecedes(y) { return true }
            return !y.lexicographicallyPrecedes(x) && a.index < b.index
        }
        return places.map { elements[$0.index] }
    }
}
