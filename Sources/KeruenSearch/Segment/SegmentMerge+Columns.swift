extension SegmentMerge {
    /// A column's values by the new numbers; 0 for the documents of a segment that does not have it, nil where neither has.
    public func range(_ name: String) -> [Int32]? { column(base.range(name), small.range(name)) }

    /// A column's codes by the new numbers, in the same way.
    public func codes(_ name: String) -> [UInt16]? { column(base.codes(name), small.codes(name)) }

    /// A set's members by the new numbers; nil where neither segment has it.
    public func members(_ name: String) -> [Int]? {
        let sets = (base: base.set(name), small: small.set(name))
        guard sets.base != nil || sets.small != nil else { return nil }
        return members(of: sets.base, baseNumbers) + members(of: sets.small, smallNumbers)
    }

    private func column<Element: FixedWidthInteger & BitwiseCopyable & Sendable>(
        _ base: UnsafeColumn<Element>?, _ small: UnsafeColumn<Element>?
    ) -> [Element]? {
        guard base != nil || small != nil else { return nil }
        var values = [Element](repeating: 0, count: count)
        for (column, numbers) in [(base, baseNumbers), (small, smallNumbers)] {
            guard let column else { continue }
            for (document, number) in numbers.enumerated() where number != Self.gone {
                values[Int(number)] = column[document]
            }
        }
        return values
    }

    private func members(of set: DocumentSet?, _ numbers: [UInt32]) -> [Int] {
        guard let set else { return [] }
        var members: [Int] = []
        for word in 0..<(set.documents + 63) / 64 {
            var rest = set.words[word]
            while rest != 0 {
                let document = word * 64 + rest.trailingZeroBitCount
                rest &= rest - 1
                // Damage may have set a bit behind the last document.
                guard document < numbers.count, numbers[document] != Self.gone else { continue }
                members.append(Int(numbers[document]))
            }
        }
        return members
    }
}
