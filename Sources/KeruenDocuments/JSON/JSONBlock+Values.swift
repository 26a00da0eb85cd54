internal import JSONShims

extension JSONBlock {
    /// Where the values stand in the block; empty lines are none.
    package var ranges: [Range<Int>] {
        if let elements { return elements }
        var ranges: [Range<Int>] = []
        var start = 0
        while start < count {
            let end = unsafe bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? count
            if let range = trimmed(start..<end) { ranges.append(range) }
            start = end + 1
        }
        return ranges
    }

    /// A range without the white space around it; nil where nothing is left.
    private func trimmed(_ range: Range<Int>) -> Range<Int>? {
        guard let first = unsafe bytes[range].firstIndex(where: { !$0.isJSONSpace }),
            let last = unsafe bytes[range].lastIndex(where: { !$0.isJSONSpace })
        else { return nil }
        return first..<last + 1
    }

    /// Reads the values at some places in their order.
    package func read(
        _ ranges: some Sequence<Range<Int>>, by reader: JSONValueReader, in file: String,
        _ use: (Result<DocumentNode, Refusal>, Range<Int>) -> Void
    ) {
        var (place, counted) = (start, 0)
        for range in ranges {
            place = unsafe place.moved(over: UnsafeRawBufferPointer(rebasing: bytes[counted..<range.lowerBound]))
            counted = range.lowerBound
            use(unsafe reader.result(of: UnsafeRawBufferPointer(rebasing: bytes[range]), at: place, in: file), range)
        }
    }
}
