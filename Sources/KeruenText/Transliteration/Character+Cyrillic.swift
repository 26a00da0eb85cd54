extension Character {
    var isCyrillic: Bool { unicodeScalars.first.map { (0x400...0x52F).contains($0.value) } ?? false }

    /// The small letter, without the mark of stress that dictionaries and names carry: а́ is а.
    var smallCyrillic: Character {
        let small = lowercased()
        guard small.unicodeScalars.contains("\u{301}") else { return small.first ?? self }
        return String(small.unicodeScalars.filter { $0 != "\u{301}" }).first ?? self
    }
}
