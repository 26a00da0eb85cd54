internal import SearchShims
internal import Synchronization

/// What a query needs is tested before it is read; where it is not what was written, nothing is found and `damage` tells of it.
extension Segment {
    /// The sections that are read by terms, as `ksearch_part` numbers them.
    static let parts = [
        "termtext", "arrays", "bitmaps", "ranks", "freqs", "high", "highfreq", "places", "more", "stripes", "lengths",
    ]

    var hasSoundText: Bool { unsafe ksearch_touch_text(raw) || tell(Self.parts[Int(KSEARCH_TEXT.rawValue)]) }

    /// - Parameter isScored: whether frequencies and lengths are read too.
    func isSound(_ terms: Swift.Range<Int>, isScored: Bool) -> Bool {
        var damaged = KSEARCH_TEXT
        return unsafe ksearch_touch_terms(
            raw, UInt32(terms.lowerBound), UInt32(terms.upperBound), isScored, &damaged)
            || tell(Self.parts[Int(damaged.rawValue)])
    }

    func isSound(_ query: UnsafePointer<ksearch_query>, isScored: Bool) -> Bool {
        var damaged = KSEARCH_TEXT
        return unsafe ksearch_touch_query(raw, query, isScored, &damaged) || tell(Self.parts[Int(damaged.rawValue)])
    }

    func sound<Value>(_ guarded: Guarded<Value>?) -> Value? {
        guard let guarded else { return nil }
        for section in guarded.sections where !section.isSound {
            _ = tell(section.name)
            return nil
        }
        return guarded.value
    }

    /// False, and the first time kept.
    private func tell(_ section: String) -> Bool {
        faults.withLock { $0 = $0 ?? SegmentError(.damaged, section) }
        return false
    }
}
