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
            // Shorter keys are filled with zeros, which are in no key and come before all that is.
            var prefix: UInt64 = 0
            for at in start..<start + 8 { prefix = prefix << 8 | (at < keys.count ? UInt64(keys[at]) : 0) }
            places.append((prefix, start, keys.count, index))
        }
        unsafe keys.withUnsafeBytes { keys in
            places.sort { a, b in
                if a.prefix != b.prefix { return a.prefix < b.prefix }
                let (aLength, bLength) = (a.end - a.start, b.end - b.start)
                guard let base = keys.baseAddress else { return a.index < b.index }
                let order = unsafe memcmp(base + a.start, base + b.start, min(aLength, bLength))
                if order != 0 { return order < 0 }
                return aLength == bLength ? a.index < b.index : aLength < bLength
            }
        }
        return places.map { elements[$0.index] }
    }
}
