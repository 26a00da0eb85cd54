extension StringProtocol where SubSequence == Substring {
    /// The longest runs of characters that pass, each with its offset in characters; one walk, no counting anew.
    func runs(where passes: (Character) -> Bool) -> [(text: Substring, offset: Int)] {
        var found: [(text: Substring, offset: Int)] = []
        var start: (index: Index, offset: Int)?
        var offset = 0
        var index = startIndex
        while index < endIndex {
            if passes(self[index]) {
                start = start ?? (index, offset)
            } else if let from = start {
                found.append((self[from.index..<index], from.offset))
                start = nil
            }
            formIndex(after: &index)
            offset += 1
        }
        if let from = start { found.append((self[from.index...], from.offset)) }
        return found
    }
}

extension Character {
    var isCyrillicLetter: Bool { isLetter && unicodeScalars.first.map { (0x400...0x52F).contains($0.value) } ?? false }
}

extension String {
    /// Whether any code point beyond ASCII passes: the quick look before a walk by characters.
    func hasScalar(where passes: (Unicode.Scalar) -> Bool) -> Bool {
        unicodeScalars.contains { $0.value > 0x7F && passes($0) }
    }
}
