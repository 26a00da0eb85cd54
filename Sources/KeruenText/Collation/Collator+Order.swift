internal import Foundation

extension Collator {
    /// Where the texts go in this order: the place of the first, of the second and so on, equal ones as they came.
    ///
    ///     try Collator("kk").order(of: ["Үй", "Ана", "Әке"])     // [1, 2, 0]
    public func order(of texts: [String]) -> [Int] {
        // All keys in one array, and of each its first eight bytes as a number: most pairs are told apart by those alone,
        // without a look at the keys.
        var keys: [UInt8] = []
        keys.reserveCapacity(texts.count * 48)
        var places: [Place] = []
        places.reserveCapacity(texts.count)
        for text in texts {
            let start = keys.count
            appendSortKey(of: text, to: &keys)
            // Shorter keys are filled with zeros, which are in no key and come before all that is.
            var prefix: UInt64 = 0
            for at in start..<start + 8 { prefix = prefix << 8 | (at < keys.count ? UInt64(keys[at]) : 0) }
            places.append(
                Place(prefix: prefix, start: start, length: UInt32(keys.count - start), index: UInt32(places.count)))
        }
        unsafe keys.withUnsafeBytes { keys in
            guard let base = keys.baseAddress else { return }
            places.sort { a, b in
                if a.prefix != b.prefix { return a.prefix < b.prefix }
                let order = unsafe memcmp(base + a.start, base + b.start, Int(min(a.length, b.length)))
                if order != 0 { return order < 0 }
                return a.length == b.length ? a.index < b.index : a.length < b.length
            }
        }
        return places.map { Int($0.index) }
    }

    /// A text's key in the array of all, and its place among the texts.
    private struct Place {
        var prefix: UInt64
        var start: Int
        var length: UInt32
        var index: UInt32
    }
}
